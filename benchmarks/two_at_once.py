"""Two remind and two collect at once on PostgreSQL, round after round: every count must be that of one worker.

Run: .venv/bin/python -m benchmarks.two_at_once [ROUNDS] [AGENCIES]. Needs PostgreSQL as Debian installs it.
"""

from __future__ import annotations

import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

from app.sandbox import MailSandbox
from tests.crash.conftest import open_stage
from tests.crash.crowd import play_round
from tests.servers.postgresql import PostgresqlServer


def main() -> None:
    """Play the rounds; ends with 1 at the first count that is not exact."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    agencies = int(sys.argv[2]) if len(sys.argv) > 2 else 500
    server = PostgresqlServer.start()
    if server is None:
        sys.exit("PostgreSQL is not installed")
    with ExitStack() as stack:
        stack.callback(server.stop)
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        sandbox = stack.enter_context(MailSandbox(folder / "mail"))
        stages = [stack.enter_context(open_stage()) for _ in range(2)]
        for number in range(1, rounds + 1):
            started = time.perf_counter()
            counted = play_round(stages, folder / str(number), server.new_database(), sandbox, agencies)
            is_exact = (
                counted.states == {"sent": 2 * agencies}
                and set(counted.delivered.values()) == {2}
                and counted.events["ReplyReceived"] == counted.events["ItemConfirmed"] == agencies
                and counted.events["MailClaimed"] == 2 * agencies
            )
            print(f"{number:3} {time.perf_counter() - started:6.1f} s  {'exact' if is_exact else counted}", flush=True)
            if not is_exact:
                sys.exit(1)


if __name__ == "__main__":
    main()
