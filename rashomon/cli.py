"""The command line: one lazy import a command, so that help answers at once."""

import os
import sys
from collections.abc import Sequence

from cyclopts import App, CycloptsError

from rashomon import __version__
from rashomon.errors import RashomonError, interruptible
from rashomon.inputs import STDIN

COMMANDS: dict[str, str] = {
    "run": "The whole pipeline as one Prefect flow run, from coverage to report.",
    "extract": "Claims only, as JSON lines, CSV or Parquet: no Prefect, no warehouse.",
    "lint": "Contradictions and arithmetic faults inside each single article.",
    "compare": "A handful of articles of one event, side by side: figures, findings, estimates.",
    "rules": "The discrepancy types, each with its page.",
    "report": "Renders reports from the published warehouse again.",
    "serve": "Scheduled flow runs, until stopped.",
    "sql": "A read-only query on the published warehouse.",
    "quality": "The last quality results, stage by stage.",
    "quarantine": "Rows set aside, with their reasons.",
    "status": "The last runs, what changed, and what is open.",
}
"""Every command: its module in `rashomon.commands` and its line in the help."""

app = App(
    name="rashomon",
    help="What several outlets say of the same event: where their accounts differ, why, and in whose words.",
    version=__version__,
    version_flags=["--version"],
    help_format="plaintext",
    suppress_keyboard_interrupt=False,  # else it exits by itself, without a word
)
for _name, _help in COMMANDS.items():
    target = "app" if _name == "quarantine" else _name
    app.command(f"rashomon.commands.{_name}:{target}", name=_name, help=_help)


def _say(message: str) -> None:
    print(f"rashomon: {message}", file=sys.stderr)


def main(tokens: Sequence[str] | None = None) -> int:
    """Runs one command line and returns its exit code: 0, 1, 2, 3 or 130 (docs/exit-codes.md)."""
    given = sys.argv[1:] if tokens is None else tokens
    try:
        with interruptible():
            result = app(
                [STDIN if word == "-" else word for word in given],  # a lone hyphen would be taken for an option
                exit_on_error=False,
                print_error=False,
                result_action="return_value",
            )
        sys.stdout.flush()
    except CycloptsError as error:
        _say(" ".join(str(error).split()))
        return 2
    except RashomonError as error:
        _say(str(error))
        return error.exit_code
    except BrokenPipeError:
        # The reader has gone; what is still buffered must not raise once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        _say("stopped")
        return 130
    return result if isinstance(result, int) else 0


if __name__ == "__main__":
    raise SystemExit(main())
