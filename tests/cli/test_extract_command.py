"""`rashomon extract`: the same claims whatever the batches and processes; `--deep`."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.commands.claims import articles_of
from rashomon.errors import RashomonError, UsageError
from rashomon.extraction import Extractor, Params, by_batches
from rashomon.parser import load
from rashomon.streamed import Stream
from tests.transforms.claims.conftest import SCHEMA, cases
from transforms.claims.extract import INPUT, extract_claims

SENTENCES = (
    "At least 12 people were killed in Kyiv on Monday, the mayor said.",
    "It had been nine on Sunday.",
    "A Russian missile hit a school, officials said.",
    "The minister opened a bridge.",
    "“Three children are among the dead,” he said.",
    "Police blamed the blast on a gas leak; 40 were hurt.",
)
texts = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5).map("\n".join)


@pytest.fixture(scope="module")
def processes() -> Iterator[Extractor]:
    with Extractor(0, workers=2) as extractor:
        yield extractor


def articles(found: list[str]) -> pl.DataFrame:
    rows = [(f"a{i:03}", 1, "example.org", None, text, None, None, "en") for i, text in enumerate(found)]
    return pl.DataFrame(rows, schema=SCHEMA, orient="row")


@settings(max_examples=25, deadline=None)
@given(st.lists(texts, min_size=1, max_size=9), st.integers(1, 4))
def test_batches_and_processes_change_nothing(processes: Extractor, found: list[str], batch: int) -> None:
    frame = articles(found)
    whole = extract_claims(frame)
    with Extractor(0, workers=1) as alone:
        for extractor in (alone, processes):
            parts = list(by_batches(frame.sample(fraction=1, shuffle=True), extractor, Params(batch=batch)))
            assert [done for done, _ in parts] == [min(k + batch, len(found)) for k in range(0, len(found), batch)]
            assert pl.concat([part.claims for _, part in parts]).equals(whole.claims)
            assert pl.concat([part.residue for _, part in parts]).equals(whole.residue)


def test_a_process_that_ends_early_is_an_error() -> None:
    with Extractor(0, workers=2) as extractor:
        for process in extractor._processes:
            process.kill()
            process.wait()
        with pytest.raises(RashomonError, match="ended early"):
            list(extractor.over([articles([SENTENCES[0]])]))


def test_many_articles_are_read_by_processes(tmp_path: Path) -> None:
    rows = [{"outlet": "a", "url": f"https://example.org/{i}", "text": SENTENCES[i % 6]} for i in range(1_100)]
    source, out = tmp_path / "a.jsonl", tmp_path / "c.parquet"
    source.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    call("extract", str(source), "-o", str(out), "-q")
    claims = pl.read_parquet(out)
    assert claims["article_id"].is_sorted()
    assert claims.filter(pl.col("value_text") == "12").height == len(range(0, 1_100, 6))


records = st.fixed_dictionaries(
    {
        "id": st.sampled_from([None, "x", "y"]),
        "outlet": st.sampled_from(["a", "b", ""]),
        "url": st.sampled_from([None, "https://example.org/1", "https://example.org/2?utm_source=x"]),
        "title": st.sampled_from([None, "Two dead", " "]),
        "text": st.sampled_from([*SENTENCES, f" {SENTENCES[0]}", "", None]),
        "published": st.sampled_from([None, "2024-05-01", "2024-05-02T10:00:00Z", "soon"]),
    }
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(records, min_size=1, max_size=12), st.integers(1, 3))
def test_articles_read_twice_are_those_read_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, found: list[dict[str, Any]], cut: int
) -> None:
    monkeypatch.setattr("transforms.readers.model.BATCH", 2)
    files = [tmp_path / "1.jsonl", tmp_path / "2.jsonl"]
    for file, part in zip(files, (found[:cut], found[cut:]), strict=True):
        file.write_text("".join(json.dumps(record) + "\n" for record in part), encoding="utf-8")
    names = list(map(str, files))
    whole, rejects = articles_of(names)
    with Stream(names) as stream:
        list(stream.survey())
        parts = pl.concat([whole.select(INPUT).clear(), *stream.articles(3)])
    assert parts.sort("article_id").equals(whole.select(INPUT).sort("article_id"))
    assert stream.height == whole.height
    assert stream.rejects.sort("record_id").equals(rejects.select("record_id", "reasons").sort("record_id"))


@pytest.mark.parametrize("suffix", [".jsonl", ".csv", ".parquet"])
def test_a_file_of_claims_says_the_same_in_every_format(tmp_path: Path, suffix: str) -> None:
    source, out = tmp_path / "a.jsonl", tmp_path / f"c{suffix}"
    readers = {".jsonl": pl.read_ndjson, ".csv": pl.read_csv, ".parquet": pl.read_parquet}
    for text, figures in ((SENTENCES[0], ["12"]), (SENTENCES[3], [])):
        source.write_text(json.dumps({"outlet": "a", "text": text}), encoding="utf-8")
        call("extract", str(source), "-o", str(out), "-q")
        if figures:
            assert (
                readers[suffix](out).filter(pl.col("kind") == "killed")["anchor"].cast(pl.String).to_list() == figures
            )
        else:
            assert out.stat().st_size == 0 if suffix == ".jsonl" else readers[suffix](out).is_empty()


def call(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "rashomon", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return done


def test_deep_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(UsageError, match="spaCy") as error:
        load("en_core_web_sm")
    assert "rashomon[deep]" in str(error.value)


def test_deep_wants_a_pipeline_with_a_parser(tmp_path: Path) -> None:
    spacy = pytest.importorskip("spacy", reason="spaCy (the extra `deep`) is not installed")
    spacy.blank("en").to_disk(tmp_path / "bare")
    for name, said in ((str(tmp_path / "none"), "cannot load"), (str(tmp_path / "bare"), "no parser")):
        with pytest.raises(UsageError, match=said) as error:
            load(name)
        assert "\n" not in str(error.value)


def taught(case: dict[str, Any], folder: Path) -> None:
    """A real pipeline whose parser knows one sentence by heart."""
    import spacy
    from spacy.training import Example

    pipeline = spacy.blank("en")
    pipeline.add_pipe("parser", config={"min_action_freq": 1})
    gold = {"heads": case["heads"], "deps": case["deps"]}
    example = Example.from_dict(pipeline.make_doc(case["text"]), gold)
    optimizer = pipeline.initialize(lambda: [example])
    for _ in range(60):
        pipeline.update([example], sgd=optimizer)
    pipeline.to_disk(folder)


def test_deep_end_to_end(tmp_path: Path) -> None:
    pytest.importorskip("spacy", reason="spaCy (the extra `deep`) is not installed")
    case = cases("deep")[0]
    taught(case, tmp_path / "pipeline")
    source = tmp_path / "a.jsonl"
    source.write_text(json.dumps({"outlet": "a", "text": case["text"]}), encoding="utf-8")
    assert call("extract", str(source), "-q").stdout == ""
    (claim,) = map(
        json.loads, call("extract", str(source), "-q", "--deep", str(tmp_path / "pipeline")).stdout.splitlines()
    )
    assert [claim["kind"], claim["value_text"], claim["harm_word"]] == case["claim"]
    assert claim["rule"] == "deep"
