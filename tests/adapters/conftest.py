"""What several tests of adapters need."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.adapters.smtp_server import ScriptedServer, running


@pytest.fixture(params=[False, True], ids=["one by one", "pipelining"])
def server(request: pytest.FixtureRequest) -> Iterator[ScriptedServer]:
    with running(ScriptedServer(is_pipelining=request.param)) as started:
        yield started
