"""What a fault's code says: what is wrong, how to mend it, why it matters.

Codes never change meaning; docs/reference/errors.md is generated from them. K0 the file and its YAML, K1 and W1 keys
and values, K2 and W2 who is named, K3 and W3 time, K4 and W4 figures and objectives.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FaultKind:
    """One code. `near` is the remedy where a nearest known name was found; `example` shows the fault in YAML."""

    code: str
    message: str
    remedy: str
    why: str
    example: str
    near: str = ""
