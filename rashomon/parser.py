"""The parser behind `--deep`: any spaCy pipeline with one, by its name or folder."""

from collections.abc import Iterator, Sequence
from typing import Any

from rashomon.errors import UsageError

BATCH = 64
NEEDED = frozenset({"tok2vec", "transformer", "tagger", "morphologizer", "parser", "attribute_ruler"})
"""Components that a parse may need; the others are left out."""


def load(name: str) -> Any:
    """A function from texts to parses, in their order (transforms.claims.deep.Parser).

    Raises UsageError where spaCy is not installed, no pipeline goes by the name, or it has no parser.
    """
    try:
        import spacy
    except ImportError:
        raise UsageError("--deep needs spaCy", hint="install it with: pip install 'rashomon[deep]'") from None
    try:
        pipeline = spacy.load(name)
    except (OSError, ValueError) as error:
        said = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise UsageError(f"--deep {name}: spaCy cannot load it ({said})") from None
    if "parser" not in pipeline.pipe_names:
        raise UsageError(f"--deep {name}: this pipeline has no parser")
    pipeline.select_pipes(enable=[pipe for pipe in pipeline.pipe_names if pipe in NEEDED])

    def parses(texts: Sequence[str]) -> Iterator[Any]:
        return iter(pipeline.pipe(texts, batch_size=BATCH))

    return parses
