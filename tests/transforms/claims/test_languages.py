"""Each folder of the lexicon is a language and has every list, so that no rule finds less than it asks for."""

import pytest

from transforms.claims.lexicon import LEXICON, read

LANGUAGES = sorted(path.name for path in LEXICON.iterdir() if path.is_dir())


def _shape(language: str) -> set[str]:
    """The files of a language, their keys, and the keys of their tables of lists."""
    found = set()
    for path in (LEXICON / language).iterdir():
        found.add(path.name)
        for key, value in read(path).items():
            found.add(f"{path.stem}.{key}")
            inner = value.items() if isinstance(value, dict) else ()
            lists = {k for k, v in inner if isinstance(v, list) and all(isinstance(w, str) for w in v)}
            found |= {f"{path.stem}.{key}.{k}" for k in lists}
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_every_list(language: str) -> None:
    wanted, found = _shape("en"), _shape(language)
    assert not wanted - found, f"missing in {language}: {sorted(wanted - found)}"
    assert not found - wanted, f"unknown in {language}: {sorted(found - wanted)}"
