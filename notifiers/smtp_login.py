"""Connections whose log-in speaks UTF-8, as RFC 4616 asks; smtplib knows ASCII passwords only."""

from __future__ import annotations

import smtplib
from collections.abc import Callable
from typing import Any


class _Utf8(str):
    """Text that is sent as UTF-8 whatever encoding smtplib asks for."""

    __slots__ = ()

    def encode(self, *_asked: str) -> bytes:
        return super().encode("utf-8")


class Utf8Smtp(smtplib.SMTP):
    """A connection in the clear or after STARTTLS."""

    def login(self, user: str, password: str, *, initial_response_ok: bool = True) -> tuple[int, bytes]:
        """Log in by whatever way the server offers."""
        return super().login(_Utf8(user), _Utf8(password), initial_response_ok=initial_response_ok)

    def auth(
        self, mechanism: str, authobject: Callable[..., str | None], *, initial_response_ok: bool = True
    ) -> tuple[int, bytes]:
        """One way of logging in."""

        def answer(*challenge: Any) -> str | None:
            said = authobject(*challenge)
            return None if said is None else _Utf8(said)

        return super().auth(mechanism, answer, initial_response_ok=initial_response_ok)  # type: ignore[arg-type]


class Utf8SmtpOverTls(Utf8Smtp, smtplib.SMTP_SSL):
    """A connection encrypted from its first byte."""
