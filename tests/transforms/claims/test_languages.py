"""Each folder of the lexicon is a language and has every list; another language is read by the same rules."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from transforms.claims.lexicon import LEXICON, read

LANGUAGES = sorted(path.name for path in LEXICON.iterdir() if path.is_dir())
HOWTO = Path(__file__).resolve().parents[3] / "docs" / "howto" / "add-a-language.md"


def _shape(folder: Path) -> set[str]:
    """The files of a language, their keys, and the keys of their tables of lists."""
    found = set()
    for path in folder.iterdir():
        found.add(path.name)
        for key, value in read(path).items():
            found.add(f"{path.stem}.{key}")
            inner = value.items() if isinstance(value, dict) else ()
            lists = {k for k, v in inner if isinstance(v, list) and all(isinstance(w, str) for w in v)}
            found |= {f"{path.stem}.{key}.{k}" for k in lists}
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_every_list(language: str) -> None:
    wanted, found = _shape(LEXICON / "en"), _shape(LEXICON / language)
    assert not wanted - found, f"missing in {language}: {sorted(wanted - found)}"
    assert not found - wanted, f"unknown in {language}: {sorted(found - wanted)}"


def _emptied(text: str) -> str:
    """As sed does it in the guide: lists without words, no words with a value."""
    lines = (re.sub(r"^(\S+ = )\[(\".*)?\]$", r"\1[]", line) for line in text.splitlines())
    return "".join(f"{line}\n" for line in lines if line.endswith(" = []") or not re.match(r"[^#\[]+ = ", line))


def _apply(diff: str, lexicon: Path) -> None:
    """Fills in what the guide's diff fills in; a line that it replaces has to be there."""
    path, section, old = lexicon, "", ""
    for line in diff.splitlines():
        if line.startswith("--- "):
            path, section = lexicon / line.removeprefix("--- transforms/lexicon/"), ""
        elif line.startswith(" "):
            section = f"{line[1:]}\n"
        elif line.startswith("-"):
            old = f"{line[1:]}\n"
        else:
            head, mark, tail = path.read_text(encoding="utf-8").partition(section or "\n\n")
            before, replaced, after = tail.partition(old) if old else ("", "", tail)
            assert mark
            assert replaced == old
            path.write_text(f"{head}{mark}{before}{line[1:]}\n{after}", encoding="utf-8")
            old = ""


def test_the_guide_adds_a_language(tmp_path: Path) -> None:
    guide = HOWTO.read_text(encoding="utf-8")
    blocks = {kind: re.findall(rf"```{kind}\n(.*?)```", guide, re.S) for kind in ("diff", "python", "console")}
    shutil.copytree(LEXICON / "en", tmp_path / "en")
    (tmp_path / "nl").mkdir()
    for path in (LEXICON / "en").iterdir():
        (tmp_path / "nl" / path.name).write_text(_emptied(path.read_text(encoding="utf-8")), encoding="utf-8")
    assert _shape(tmp_path / "nl") == _shape(tmp_path / "en")
    _apply(blocks["diff"][0], tmp_path)
    elsewhere = (
        f"from pathlib import Path\nfrom transforms.claims import lexicon\nlexicon.LEXICON = Path({str(tmp_path)!r})\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", elsewhere + blocks["python"][0]], capture_output=True, check=True, text=True
    )
    assert done.stdout.splitlines() == blocks["console"][-1].splitlines()[1:]
