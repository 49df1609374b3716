"""The environment in which Prefect says nothing that our users did not ask for.

Must be set before `import prefect`: Prefect reads its settings and configures logging when it is imported.
A variable that the user has set already is left as it is.
"""

import os
import sys
from collections.abc import Mapping, MutableMapping

_ALWAYS = {
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "DO_NOT_TRACK": "1",
    "GX_ANALYTICS_ENABLED": "false",
    # Flow and task logs still reach the API, and with it the Prefect UI, at INFO; only the console is closed.
    "PREFECT_LOGGING_LEVEL": "INFO",
    "PREFECT_LOGGING_COLORS": "false",
}
_QUIET = {
    "PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL": "CRITICAL",
    "PREFECT_LOGGING_INTERNAL_LEVEL": "CRITICAL",
    "PREFECT_SERVER_LOGGING_LEVEL": "CRITICAL",
}
_VERBOSE = {
    "PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL": "INFO",
    "PREFECT_SERVER_LOGGING_LEVEL": "INFO",
}


def quiet_environment(*, verbose: bool = False) -> Mapping[str, str]:
    """Environment variables that silence telemetry and, unless `verbose`, Prefect's console logging."""
    return _ALWAYS | (_VERBOSE if verbose else _QUIET)


def apply_quiet(*, verbose: bool = False, environment: MutableMapping[str, str] = os.environ) -> None:
    """Set `quiet_environment` in `environment`, keeping what the user has set."""
    for name, value in quiet_environment(verbose=verbose).items():
        environment.setdefault(name, value)


def refresh_settings() -> None:
    """Where Prefect is imported already it has read its settings: let it read the environment again."""
    if "prefect" in sys.modules:
        from prefect.context import refresh_global_settings_context

        refresh_global_settings_context()
