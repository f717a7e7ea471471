"""What the tests of hostile input share: seconds that are the reader's own."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def own_seconds() -> Iterator[None]:
    """What the suite holds by now is not walked through again by the garbage collector while seconds are counted."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()
