"""Who the office is on the wire: its name, its address, and the addresses made from it for one request."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OfficeIdentity:
    """The sender of all mails.

    `plus_addressing` when the server delivers ``name+anything@`` to ``name@``; `verp` sends bounces to ``name+CODE@``
    too, so that they name the request by themselves.
    """

    name: str
    address: str
    plus_addressing: bool = False
    verp: bool = False

    @property
    def domain(self) -> str:
        """What stands behind the @."""
        return self.address.rpartition("@")[2]

    def reply_address(self, code: str) -> str:
        """Where answers to a request go."""
        return self._tagged(code) if self.plus_addressing else self.address

    def envelope_sender(self, code: str) -> str:
        """Where bounces of a request's mails go."""
        return self._tagged(code) if self.verp and self.plus_addressing else self.address

    def _tagged(self, code: str) -> str:
        local, _, domain = self.address.rpartition("@")
        return f"{local}+{code}@{domain}" if code else self.address
