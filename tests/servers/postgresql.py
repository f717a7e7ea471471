"""A PostgreSQL server of Debian's for the tests, with passwords on, and durability off unless it is asked for."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import psycopg

from tests.servers.process import free_port, own_folder

ACCOUNT = "postgres"
PASSWORD = "mật-khẩu thử"  # not ASCII, as real ones may be
PASSWORD_IN_URL = "m%E1%BA%ADt-kh%E1%BA%A9u%20th%E1%BB%AD"


@dataclass(slots=True)
class PostgresqlServer:
    """A running server; every test asks for a database of its own."""

    programs: Path
    folder: Path
    port: int
    numbers: count[int]
    is_durable: bool = False

    @classmethod
    def start(cls, *, is_durable: bool = False) -> PostgresqlServer | None:
        """Start one, or None where PostgreSQL is not installed."""
        installed = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
        if not installed:
            return None
        server = cls(installed[-1], own_folder("postgresql", ACCOUNT), free_port(), count(1), is_durable)
        password_file = server.folder / "password"
        password_file.write_text(PASSWORD, encoding="utf-8")
        password_file.chmod(0o644)
        # fmt: off
        server.run("initdb", "--auth=scram-sha-256", f"--pwfile={password_file}", "--username=dondoc",
                   "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync")
        # fmt: on
        server.begin()
        return server

    def begin(self) -> None:
        """Serve; also again, after the server was stopped."""
        options = (
            f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' "
            f"-c fsync={'on' if self.is_durable else 'off'} -c max_connections=200"
        )
        self.run("pg_ctl", "start", "--wait", "--silent", f"--log={self.folder / 'log'}", f"--options={options}")

    def vanish(self) -> None:
        """Be gone at once, as after a power cut."""
        self.run("pg_ctl", "stop", "--mode=immediate", "--silent")

    def stop(self) -> None:
        self.vanish()
        shutil.rmtree(self.folder)

    def new_database(self) -> str:
        name = f"ledger_{next(self.numbers)}"
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}".encode())
        return self.url(name)

    def url(self, database: str) -> str:
        return f"postgresql://dondoc:{PASSWORD_IN_URL}@127.0.0.1:{self.port}/{database}"

    def run(self, program: str, *arguments: str) -> None:
        """Run one of its programs; as root under the server's own account, as the server refuses root."""
        account = ACCOUNT if os.geteuid() == 0 else None
        command: list[str | Path] = [self.programs / program, f"--pgdata={self.folder / 'cluster'}", *arguments]
        subprocess.run(
            command, user=account, group=account, extra_groups=[] if account else None, check=True, cwd=self.folder,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
