"""Templates into files, one after the other, so that a reader never meets half a page."""

import os
import shutil
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from reports.hostile import neutral
from reports.replays import is_replay

HERE = Path(__file__).parent
MARK = b'<meta name="generator" content="Rashomon">'


def _finalize(value: object) -> object:
    """Every string that a template prints is neutralised; Jinja escapes it after this."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return neutral(value)
    return value


def environment() -> Environment:
    """The template environment: autoescape on, an unknown name is an error."""
    made = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["markup"] = Markup
    return made


def in_one_step(target: Path, data: bytes) -> None:
    """Writes a file under another name and then puts it in its place. Raises OSError where it cannot be written."""
    partial = target.with_name(f".{target.name[:80]}.{os.getpid()}.tmp")
    partial.write_bytes(data)
    partial.replace(target)


def stylesheet() -> str:
    """The style of all pages, for one that stands alone."""
    return (HERE / "assets" / "report.css").read_text(encoding="utf-8")


class Writer:
    """Writes pages below `folder`, each under another name first and then in one step in its place."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.written: set[Path] = set()
        self._environment = environment()
        self._templates: dict[str, Template] = {}
        for name in ("", "events", "outlets", "assets"):
            (folder / name).mkdir(parents=True, exist_ok=True)

    def page(self, relative: str, template: str, context: object) -> None:
        """Renders `template` with the context as `page`."""
        if template not in self._templates:
            self._templates[template] = self._environment.get_template(template)
        self.bytes(relative, self._templates[template].render(page=context).encode("utf-8", "replace"))

    def bytes(self, relative: str, data: bytes) -> None:
        """Writes one file in one step."""
        in_one_step(self.folder / relative, data)
        self.written.add(self.folder / relative)

    def assets(self) -> None:
        """Copies the style sheet and script."""
        for asset in sorted((HERE / "assets").iterdir()):
            if asset.suffix in {".css", ".js", ".svg"}:
                partial = self.folder / "assets" / f".{asset.name}.{os.getpid()}.tmp"
                shutil.copyfile(asset, partial)
                partial.replace(self.folder / "assets" / asset.name)

    def sweep(self) -> None:
        """Removes pages of an earlier rendering that this one did not write; files that are not ours stay, and so does
        a replay of an event that has its page.
        """
        for pattern in ("events/*.html", "outlets/*.html", "index-*.html", "single*.html"):
            for found in self.folder.glob(pattern):
                event = is_replay(found)
                kept = event is not None and self.folder / "events" / f"{event}.html" in self.written
                if found not in self.written and not kept and _ours(found):
                    found.unlink(missing_ok=True)


def _ours(path: Path) -> bool:
    with path.open("rb") as file:
        return MARK in file.read(1024)
