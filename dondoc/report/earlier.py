"""The period a year before, with the plan it was run under: what this year's figures may be set beside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dondoc.events.records import Record
from dondoc.periods import Period
from dondoc.plan.model import Figure, Plan
from dondoc.status import PeriodStatus, Status
from dondoc.versions import plans_of_periods


@dataclass(frozen=True, slots=True)
class Earlier:
    """A period of the same cycle a year before; `plan` says how its figures were asked."""

    state: PeriodStatus
    plan: Plan

    def task_figure(self, task: int, figure: Figure) -> Figure:
        """The figure as it was asked of this task then; as it is now where it was not asked."""
        known = self.plan.tasks.get(task)
        return known.figures.get(figure.id, figure) if known else figure

    def cycle_figure(self, cycle: str, figure: Figure) -> Figure:
        """The figure as the cycle asked it then; as it is now where it did not."""
        known = self.plan.cycles.get(cycle)
        return known.figures.get(figure.id, figure) if known else figure


def earlier_of(period: Period, status: Status, records: Sequence[Record], plan: Plan) -> Earlier | None:
    """The period of the same cycle a year before, where the record knows it; `plan` is the one in force now."""
    cycle, part = period.cycle.id, period.id.removeprefix(period.cycle.id)
    before = part.replace(str(period.year), str(period.year - 1), 1)
    state = status.periods.get(f"{cycle}{before}") if part else None
    return Earlier(state, plans_of_periods(records, [state], plan)[state.id]) if state else None
