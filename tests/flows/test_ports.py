import socket
import tempfile
from pathlib import Path

import pytest

from flows.ports import HOST, claimed_port, free_port


@pytest.fixture(autouse=True)
def locks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))


def test_preferred_port_only_where_nobody_listens() -> None:
    port = free_port()
    assert free_port(port) == port
    with socket.create_server((HOST, port)):
        assert free_port(port) != port


def test_a_claimed_port_is_not_given_twice() -> None:
    wanted = free_port()
    with claimed_port(wanted) as first, claimed_port(wanted) as second:
        assert first == wanted
        assert second != wanted
    with claimed_port(wanted) as later:
        assert later == wanted


def test_a_lock_that_cannot_be_opened_means_another_port(tmp_path: Path) -> None:
    wanted = free_port()
    (tmp_path / f"rashomon-port-{wanted}.lock").mkdir()
    with claimed_port(wanted) as port:
        assert port != wanted
