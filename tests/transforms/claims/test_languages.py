"""Each folder of the lexicon is a language and has every list; another language is read by the same rules."""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from transforms.claims.lexicon import LEXICON

LANGUAGES = sorted(path.name for path in LEXICON.iterdir() if path.is_dir())
HOWTO = Path(__file__).resolve().parents[3] / "docs" / "howto" / "add-a-language.md"


def _shape(folder: Path) -> set[str]:
    """The files of a language, their keys, and the keys of their tables of lists."""
    found = set()
    for path in folder.iterdir():
        found.add(path.name)
        for key, value in tomllib.loads(path.read_text(encoding="utf-8")).items():
            found.add(f"{path.stem}.{key}")
            inner = value.items() if isinstance(value, dict) else ()
            lists = {k for k, v in inner if isinstance(v, list) and all(isinstance(w, str) for w in v)}
            found |= {f"{path.stem}.{key}.{k}" for k in lists}
    return found


def _complaint(lexicon: Path, language: str) -> str:
    """What a folder lacks, and what no code asks for; empty for a language that is whole."""
    wanted, found = _shape(lexicon / "en"), _shape(lexicon / language)
    said = (("missing", wanted - found), ("unknown", found - wanted))
    return "; ".join(f"{word} in {language}: {sorted(keys)}" for word, keys in said if keys)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_every_list(language: str) -> None:
    said = _complaint(LEXICON, language)
    assert not said, said


def _apply(diff: str, root: Path) -> None:
    """Fills in what the guide's diff fills in; a line that it replaces has to be there."""
    path, section, old = root, "", ""
    for line in diff.splitlines():
        if line.startswith("--- "):
            path, section = root / line.removeprefix("--- "), ""
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


def _commands(block: str) -> str:
    """What is typed in a block of a console."""
    return "\n".join(line[2:] for line in block.splitlines() if line.startswith(("$ ", "> ")))


@pytest.mark.skipif(shutil.which("bash") is None, reason="the guide's commands are for bash")
def test_the_guide_adds_a_language(tmp_path: Path) -> None:
    guide = HOWTO.read_text(encoding="utf-8")
    blocks = {kind: re.findall(rf"```{kind}\n(.*?)```", guide, re.S) for kind in ("diff", "python", "console")}
    lexicon = tmp_path / "transforms" / "lexicon"
    shutil.copytree(LEXICON / "en", lexicon / "en")
    subprocess.run(["bash", "-ec", _commands(blocks["console"][0])], cwd=tmp_path, check=True)
    assert _complaint(lexicon, "nl") == ""

    parts = lexicon / "nl" / "parts.toml"
    whole = parts.read_text(encoding="utf-8")
    parts.write_text(re.sub(r"(?m)^superlative = .*", "", whole), encoding="utf-8")
    assert f"E       AssertionError: {_complaint(lexicon, 'nl')}\n" in blocks["console"][1]
    parts.write_text(whole, encoding="utf-8")

    _apply(blocks["diff"][0], tmp_path)
    elsewhere = (
        f"from pathlib import Path\nfrom transforms.claims import lexicon\nlexicon.LEXICON = Path({str(lexicon)!r})\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", elsewhere + blocks["python"][0]], capture_output=True, check=False, text=True
    )
    assert done.stdout.splitlines() == blocks["console"][-1].splitlines()[1:], done.stderr
