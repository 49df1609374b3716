"""A Prefect server as our own child: started, waited for, stopped, and never left behind."""

import base64
import http
import http.client
import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from flows import tether
from flows.home import seed_database
from flows.ports import HOST
from rashomon.errors import RashomonError

LOG_NAME = "prefect-server.log"

_EVERY_SERVER = {
    # By default it writes one row at a time, falls behind the flow and loses what it has not written at the end.
    "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_BATCH_SIZE": "200",
    "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_FLUSH_INTERVAL": "1",
    "PREFECT__SERVER_FINAL": "1",
}
# For the length of one run: no UI, no scheduler. Prefect sets the same private variables for its own temporary server.
EMBEDDED = {
    "PREFECT_UI_ENABLED": "0",
    "PREFECT__SERVER_EPHEMERAL": "1",
    "PREFECT_API_BLOCKS_REGISTER_ON_START": "false",
    "PREFECT_MEMOIZE_BLOCK_AUTO_REGISTRATION": "false",
}


@dataclass
class ServerChild:
    """One server process; `settings` are environment variables for it alone, `ready` is set by `wait_ready`."""

    state: Path
    port: int
    settings: Mapping[str, str] = field(default_factory=dict)
    process: "subprocess.Popen[bytes] | None" = None
    ready: bool = False

    @property
    def url(self) -> str:
        """The API's address."""
        return f"http://{HOST}:{self.port}/api"

    @property
    def log(self) -> Path:
        """The file that holds what the server said."""
        return self.state / LOG_NAME

    @property
    def running(self) -> bool:
        """Whether the process is alive."""
        return self.process is not None and self.process.poll() is None

    def start(self) -> None:
        """Start the process and return at once: it needs some seconds to import itself."""
        migrated = {"PREFECT_API_DATABASE_MIGRATE_ON_START": "false"} if seed_database() else {}
        self.state.mkdir(parents=True, exist_ok=True)
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(  # noqa: S603 - our own interpreter
                self._command(),
                env=os.environ | _EVERY_SERVER | migrated | {"PREFECT_API_URL": self.url} | dict(self.settings),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,  # Ctrl-C is for us: the server must outlive it until the history is written
            )

    def _command(self) -> list[str]:
        uvicorn = ["uvicorn", "--factory", "prefect.server.api.server:create_app"]
        options = ["--host", HOST, "--port", str(self.port), "--log-level", "error", "--lifespan", "on"]
        return [
            *[sys.executable, "-P", tether.__file__, str(os.getpid())],
            *uvicorn,
            *options,
            *["--timeout-graceful-shutdown", "3"],
        ]

    def wait_ready(self, timeout: float) -> None:
        """Return when the API answers. Raises RashomonError (names the log) when it ended or is `timeout` s late."""
        deadline = time.monotonic() + timeout
        while not self._answers():
            if not self.running:
                raise RashomonError(f"the Prefect server ended while starting: {self._last_words()}", hint=self._hint())
            if time.monotonic() > deadline:
                raise RashomonError(f"the Prefect server did not answer within {timeout:.0f} s", hint=self._hint())
            time.sleep(0.03)
        self.ready = True

    def _last_words(self) -> str:
        lines = [line for line in self.log.read_text(errors="replace").splitlines() if line.strip()]
        return lines[-1].strip() if lines else "it said nothing"

    def _hint(self) -> str:
        return f"see {self.log}"

    def count(self, what: str, filters: Mapping[str, Any]) -> int:
        """How many 'task_runs' or 'flow_runs' match Prefect's `filters`. Raises OSError when the API is gone."""
        headers = {"Content-Type": "application/json"}
        if auth := os.environ.get("PREFECT_API_AUTH_STRING"):
            headers["Authorization"] = "Basic " + base64.b64encode(auth.encode()).decode()
        connection = http.client.HTTPConnection(HOST, self.port, timeout=10)
        with closing(connection):
            connection.request("POST", f"/api/{what}/count", json.dumps(filters), headers)
            return int(json.load(connection.getresponse()))

    def stop(self, *, grace: float = 6.0) -> None:
        """End the process: asked first, killed after `grace` seconds."""
        if self.process is None:
            return
        self.process.terminate()
        try:
            self.process.wait(grace)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def _answers(self) -> bool:
        connection = http.client.HTTPConnection(HOST, self.port, timeout=5)
        try:
            with closing(connection):
                connection.request("GET", "/api/health")
                return connection.getresponse().status == http.HTTPStatus.OK
        except (OSError, http.client.HTTPException):
            return False
