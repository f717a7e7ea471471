"""Makes the real servers known to this folder's suites; they start once for all."""

from __future__ import annotations

import pytest


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.import_plugin("tests.servers.plugin")
