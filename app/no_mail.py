"""The mail of an office whose settings name no server: good for looking and deciding, refuses to send or fetch."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import NoReturn

from dondoc.errors import SettingsError
from dondoc.messages import Message
from dondoc.ports import Notifier


class NoMail:
    """Notifier and Collector that raise SettingsError, saying what is missing."""

    def __init__(self, missing: Message) -> None:
        self._missing = missing

    def connected(self) -> AbstractContextManager[Notifier]:
        """There is nothing to connect to."""
        self._refuse()

    def send(self, _mail: object, *, meanwhile: object = None) -> NoReturn:  # noqa: ARG002 — the port's
        """Nothing is sent."""
        self._refuse()

    def fetch(self) -> NoReturn:
        """Nothing is fetched."""
        self._refuse()

    def settle(self, _mail: object, _folder: str) -> NoReturn:
        """Nothing is moved."""
        self._refuse()

    def _refuse(self) -> NoReturn:
        raise SettingsError(self._missing)
