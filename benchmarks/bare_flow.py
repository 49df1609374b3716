"""The peer of overhead.py: a Prefect flow of nine tasks that do nothing, run in the way that Prefect documents."""

from prefect import flow, task


@task
def nothing() -> None:
    """Does nothing."""


@flow
def bare() -> None:
    """Nine tasks, as many as Rashomon's flow has at the least."""
    for _ in range(9):
        nothing()


if __name__ == "__main__":
    bare()
