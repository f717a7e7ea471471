"""Makes the real servers known to the adapters' own suites."""

from __future__ import annotations

from tests.servers.plugin import (
    dovecot,
    dovecot_server,
    not_run,
    postgresql_server,
    postgresql_url,
    pytest_terminal_summary,
)

__all__ = ["dovecot", "dovecot_server", "not_run", "postgresql_server", "postgresql_url", "pytest_terminal_summary"]
