"""`dondoc up` in a process of its own, as an office starts it, with a home folder and settings of its own."""

from __future__ import annotations

import base64
import http.client
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from flows.server import ServerPlace
from tests.app.desk import PLAN
from tests.flows.conftest import AUTOMATIONS, client_of, wait_until
from tests.servers.process import free_port

ROOT = Path(__file__).parents[2]
PASSWORD = "mot-mat-khau"


@dataclass(frozen=True)
class Service:
    """A home folder and what `dondoc up` is told there."""

    home: Path
    port: int
    environment: dict[str, str]

    @classmethod
    def at(cls, home: Path, *, smtp_port: int, maildir: Path) -> Service:
        """With the small plan, a mail server on loopback, and a password of its own."""
        plan = home / "plan.yaml"
        plan.write_text(PLAN, encoding="utf-8")
        port = free_port()
        told = {
            "DONDOC_PLAN": str(plan),
            "DONDOC_HOME": str(home),
            "DONDOC_SMTP__HOST": "127.0.0.1",
            "DONDOC_SMTP__PORT": str(smtp_port),
            "DONDOC_SMTP__SECURITY": "none",
            "DONDOC_MAILDIR": str(maildir),
            "DONDOC_UI_PORT": str(port),
            "DONDOC_UI_PASSWORD": PASSWORD,
        }
        return cls(home, port, told)

    @property
    def words(self) -> str:
        """What it said on its terminal."""
        return (self.home / "words").read_text(encoding="utf-8")

    @contextmanager
    def started(self) -> Iterator[subprocess.Popen[bytes]]:
        """`dondoc up`, once everything that it makes is there; ended afterwards unless it has."""
        with (self.home / "words").open("wb") as words:
            service = subprocess.Popen(
                [sys.executable, "-m", "cli.main", "--lang", "en", "up"],
                cwd=ROOT,
                env={**os.environ, **self.environment},  # noqa: TID251 — PATH and the like
                stdout=words,
                stderr=words,
            )
        try:
            wait_until(lambda: service.poll() is not None or self.is_up())
            yield service
        finally:
            service.terminate()
            service.wait(60)

    @property
    def place(self) -> ServerPlace:
        """Where its server is."""
        return ServerPlace(self.home / "prefect", self.port, PASSWORD)

    def is_up(self) -> bool:
        """Whether everything is there that it makes when it starts."""
        if self.answer("admin/version") != http.HTTPStatus.OK:
            return False
        with client_of(self.place) as client:
            return len(client.read_automations()) == AUTOMATIONS

    def answer(self, path: str, *, password: str = PASSWORD, method: str = "GET") -> int:
        """The status of an answer; 0 where there is none. What is posted lacks the token against forged requests."""
        login = base64.b64encode(f"admin:{password}".encode()).decode()
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            headers = {"Authorization": f"Basic {login}"} if password else {}
            connection.request(method, f"/api/{path}", headers=headers)
            return connection.getresponse().status
        except OSError:
            return 0
        finally:
            connection.close()
