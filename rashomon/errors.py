"""Every error that Rashomon raises for its users.

    RashomonError            exit 1   failed at run time
    ├── UsageError           exit 2   wrong usage
    │   └── InputError       exit 2   unreadable input or configuration: names file, row and reason
    ├── QualityGateError     exit 3   a critical expectation failed; nothing of the stage was loaded
    ├── BusyError            exit 1   another run writes this warehouse (transient)
    └── WarehouseError       exit 1   the warehouse is missing, newer than this version, or damaged

Each writes its own sentence; the last line names the next command where there is one.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import ClassVar


class RashomonError(Exception):
    """Failed at run time. `transient`: the same call may succeed later."""

    exit_code: ClassVar[int] = 1
    transient: ClassVar[bool] = False

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return self.message if self.hint is None else f"{self.message}\n{self.hint}"


class UsageError(RashomonError):
    """Wrong usage: an option or value that makes no sense."""

    exit_code: ClassVar[int] = 2


class InputError(UsageError):
    """Input or configuration that cannot be read; `source` is the path as given, `row` counts from 1."""

    def __init__(self, source: str, reason: str, *, row: int | None = None, hint: str | None = None) -> None:
        where = source if row is None else f"{source}, row {row}"
        super().__init__(f"cannot read {where}: {reason}", hint=hint)
        self.source = source
        self.reason = reason
        self.row = row


class QualityGateError(RashomonError):
    """A critical expectation failed at `stage`; `failures` are sentences."""

    exit_code: ClassVar[int] = 3

    def __init__(self, stage: str, failures: list[str]) -> None:
        super().__init__(
            f"quality gate at stage {stage}: {'; '.join(failures)}; nothing of this stage was loaded",
            hint="see: rashomon quality",
        )
        self.stage = stage
        self.failures = failures


class BusyError(RashomonError):
    """Another run holds the writer's lock."""

    transient: ClassVar[bool] = True

    def __init__(self, path: str, holder: str | None) -> None:
        by = f" (process {holder})" if holder else ""
        super().__init__(f"another run is writing {path}{by}", hint="wait for it, or give another --warehouse")
        self.path = path


class WarehouseError(RashomonError):
    """The warehouse cannot be used; `path` names it."""

    def __init__(self, path: str, reason: str, *, hint: str | None = None) -> None:
        super().__init__(f"warehouse {path}: {reason}", hint=hint)
        self.path = path


@contextmanager
def interruptible() -> Iterator[None]:
    """Ctrl-C in the middle of a call stays Ctrl-C: DuckDB makes a RuntimeError of it, others wrap that once more."""
    try:
        yield
    except Exception as error:
        if _interrupted(error):
            raise KeyboardInterrupt from error
        raise


def _interrupted(error: BaseException | None) -> bool:
    """A KeyboardInterrupt stands among the causes of the error."""
    while error is not None and not isinstance(error, KeyboardInterrupt):
        error = error.__cause__ or error.__context__
    return error is not None
