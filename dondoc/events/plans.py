"""What happened to plan.yaml: versions adopted, changes that wait for the officer."""

from __future__ import annotations

from datetime import date
from typing import Literal

from dondoc.events.base import EventBody, Reason


class PlanAdopted(EventBody):
    """A flow saw this version of plan.yaml and works by it from now on."""

    kind: Literal["PlanAdopted"] = "PlanAdopted"
    version: int
    sha256: str
    text: str

    @property
    def key(self) -> str:
        """One version number is adopted once."""
        return f"plan/{self.version}"


class PlanProposed(EventBody):
    """plan.yaml was changed in a way that waits for the officer's word; `version` is the one it would become."""

    kind: Literal["PlanProposed"] = "PlanProposed"
    on: date
    version: int
    sha256: str
    text: str
    summary: tuple[Reason, ...]

    @property
    def key(self) -> str:
        """A text is proposed once as the successor of a version."""
        return f"plan/{self.version}/proposed/{self.sha256}"
