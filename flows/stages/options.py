"""What all tasks share."""

from typing import Any

from prefect.cache_policies import NO_CACHE

STAGE: dict[str, Any] = {"cache_policy": NO_CACHE, "persist_result": False}
"""A stage keeps its own account of what is done, in the warehouse."""

IO: dict[str, Any] = {
    **STAGE,
    "retries": 2,
    "retry_delay_seconds": 1,
    "retry_jitter_factor": 0.5,
    "retry_condition_fn": lambda task, run, state: _transient(state),  # noqa: ARG005 the signature is Prefect's
}
"""A stage that touches the world outside the warehouse."""


def _transient(state: Any) -> bool:
    """Whether a failed try may go better the next time: an error of the system that is neither absence nor refusal."""
    from rashomon.errors import RashomonError

    error = state.result(raise_on_failure=False)
    if isinstance(error, RashomonError):
        return error.transient
    return isinstance(error, OSError) and not isinstance(error, FileNotFoundError | PermissionError | IsADirectoryError)
