"""Progress on a terminal: one line a stage, a bar while it lasts; nothing where standard error is piped."""

from rich.progress import BarColumn, MofNCompleteColumn, SpinnerColumn, TextColumn
from rich.progress import Progress as Bars
from rich.text import Text

from rashomon.commands.output import console


class Progress:
    """A reporter (flows.progress.Reporter) on standard error."""

    def __init__(self, *, verbose: bool = False) -> None:
        self._console = console(stderr=True)
        self._shown = self._console.is_terminal
        self._verbose = verbose
        self._bars: Bars | None = None

    def begin(self, stage: str) -> None:
        """A stage starts: its bar appears."""
        if not self._shown:
            return
        self._bars = Bars(
            SpinnerColumn(), TextColumn("{task.description:14}"), BarColumn(), MofNCompleteColumn(),
            console=self._console, transient=True,
        )  # fmt: skip
        self._bars.add_task(stage, total=None)
        self._bars.start()

    def advance(self, done: int, total: int) -> None:
        """So many of its records are done."""
        if self._bars is not None:
            self._bars.update(self._bars.task_ids[0], completed=done, total=total)

    def end(self, stage: str, rows_in: int, rows_out: int, quarantined: int, seconds: float) -> None:
        """It is over: its bar gives way to one line, on a terminal or with --verbose."""
        if self._bars is not None:
            self._bars.stop()
            self._bars = None
        if self._shown or self._verbose:
            aside = f", {quarantined:,} quarantined" if quarantined else ""
            self._console.print(Text(f"{stage:14} {rows_in:>9,} → {rows_out:<9,} {seconds:6.2f} s{aside}"))
