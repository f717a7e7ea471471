"""The Excel form as a value: one row a task, written by a renderer and read back by a collector.

Neither knows the other; they share the names of the columns and the hidden marks defined here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dondoc.messages import Message

FORM_MARK = "dondoc-form-1"
"""Written into the form's hidden sheet: what makes a workbook ours, whatever was renamed."""

STATUS_LABELS: Mapping[str, str] = {
    "done": "Đã hoàn thành",
    "in_progress": "Đang thực hiện",
    "not_started": "Chưa thực hiện",
    "not_applicable": "Không phát sinh",
}
"""The drop-down's entries, in order, by status."""

CellValue = str | float | bool | None


@dataclass(frozen=True, slots=True)
class FormFigure:
    """One figure column of one row; `value` is what is already known."""

    id: str
    name: str
    unit: str | None
    kind: str
    value: CellValue = None


@dataclass(frozen=True, slots=True)
class FormRow:
    """One task to be confirmed, with what is already known of it."""

    task: int
    content: str
    status: str | None = None
    percent: float | None = None
    figures: tuple[FormFigure, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """The form of one request, ready to be written."""

    code: str
    title: str
    agency: str
    deadline: str
    rows: tuple[FormRow, ...]
    figures: tuple[FormFigure, ...] = ()
    obstacles: str = ""
    proposals: str = ""


@dataclass(frozen=True, slots=True)
class AnsweredRow:
    """One row as it came back: cells exactly as found, not yet understood."""

    task: int
    status: str
    percent: CellValue = None
    figures: Mapping[str, CellValue] = field(default_factory=dict)
    note: str = ""


@dataclass(frozen=True, slots=True)
class FormAnswer:
    """What the agency filled in or changed; `faults` of the sheet itself are for the officer, in words.

    Figures go by id; by their visible name where the sheet lost its hidden keys.
    """

    code: str
    rows: tuple[AnsweredRow, ...]
    figures: Mapping[str, CellValue] = field(default_factory=dict)
    obstacles: str = ""
    proposals: str = ""
    faults: tuple[Message, ...] = ()
