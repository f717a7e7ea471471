"""Makes the real servers known to the contract suites."""

from __future__ import annotations

from tests.servers.plugin import not_run, postgresql_server, postgresql_url, pytest_terminal_summary

__all__ = ["not_run", "postgresql_server", "postgresql_url", "pytest_terminal_summary"]
