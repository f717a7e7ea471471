"""Ready answers: the lines to fill in, examples, and `mailto:` links that open an answer already written (RFC 6068)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from urllib.parse import quote

from dondoc.letters.letter import AskedTask, Draft, KnownTask
from dondoc.letters.words import figure_wanted_vi
from dondoc.plan.model import Figure, Task
from dondoc.text import fold

LONGEST_URL = 1900
"""Outlook cuts a link at about 2,000 characters."""

MOST_BUTTONS = 15
"""Tasks beyond this get no buttons of their own: Gmail cuts a mail off at 102 kB."""

NOBODYS_TASK = 99
"""The task number of examples."""

_ADDRESS_ROOM = "x" * 120
_BLANK = "..."

_MANY = re.compile(r"nguoi|luot|hoc |dong\b|trieu|tin|bai")
"""Units of which an office counts dozens, for examples that look like life."""

_ANSWERS = (
    ("Báo đã hoàn thành", "đã hoàn thành"),
    ("Báo đang thực hiện", f"đang thực hiện, đạt {_BLANK}%"),
    ("Báo không phát sinh", "không phát sinh"),
)
"""Labels differ from the words an agency would type, so that a quoted button is never taken for an answer."""

OBSTACLES = "Khó khăn, vướng mắc:"
PROPOSALS = "Đề xuất, kiến nghị:"


def mailto(address: str, draft: Draft) -> str:
    """The link that opens `draft` to `address` in a mail program: UTF-8, line breaks as %0D%0A."""
    subject, body = quote(_nfc(draft.subject), safe=""), quote(_nfc("\r\n".join(draft.lines)), safe="")
    return f"mailto:{quote(address, safe='@')}?subject={subject}&body={body}"


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def task_drafts(code: str, task: Task) -> tuple[Draft, ...]:
    """One ready answer a status for one task, with its figures to fill in where there is something to count."""
    figures = [f"{figure_wanted_vi(figure)}: " for figure in task.figures.values()]
    return tuple(
        _shortest_need(
            label,
            f"[{code}] NV{task.number}",
            code,
            [f"NV{task.number}: {words}", *(() if words == _ANSWERS[-1][1] else figures)],
            [f"NV{task.number}: {words}"],
        )
        for label, words in _ANSWERS
    )


def all_drafts(code: str, tasks: Sequence[AskedTask], figures: Iterable[str]) -> tuple[Draft, ...]:
    """Ready answers for all missing tasks at once; what would make too long a link is left out."""
    if not tasks:
        return ()
    subject = f"[{code}] Trả lời"
    numbers = ", ".join(f"NV{task.number}" for task in tasks)
    statuses = [
        _shortest_need(
            label.replace("Báo", "Báo tất cả"),
            subject,
            code,
            [f"NV{task.number}: {words}" for task in tasks],
            [f"{numbers}: {words}"],
        )
        for label, words in _ANSWERS
        if len(tasks) > 1
    ]
    lines = blanks(tasks, figures)
    form = _shortest_need(
        "Mở thư trả lời có sẵn từng dòng", subject, code, lines, [line for line in lines if line.startswith("NV")]
    )
    return tuple(draft for draft in (*statuses, form) if _fits(draft))


def correction_draft(code: str, tasks: Sequence[KnownTask]) -> Draft | None:
    """What was understood, line by line, to be corrected and sent back; None where it is too long for a link."""
    lines = [f"NV{task.number}: {task.said[:1].lower()}{task.said[1:]}" for task in tasks]
    full = ["; ".join((line, *task.figures)) for line, task in zip(lines, tasks, strict=True)]
    draft = _shortest_need("Mở thư đính chính", f"[{code}] Đính chính", code, full, lines)
    return draft if tasks and _fits(draft) else None


def document_draft(code: str) -> Draft:
    """The opening of a mail that carries the document asked for; the file is attached by hand."""
    lines = ("Gửi kèm văn bản.", f"Số, ký hiệu: {_BLANK}", f"Ngày ban hành: {_BLANK}")
    return Draft("Mở thư để đính kèm văn bản", f"[{code}] Gửi văn bản", (f"Mã: {code}", "", *lines))


def blanks(tasks: Sequence[AskedTask], figures: Iterable[str]) -> list[str]:
    """The lines to fill in: one a task, one a figure asked once, obstacles, proposals."""
    return [*(f"NV{task.number}: " for task in tasks), *(f"{name}: " for name in figures), OBSTACLES, PROPOSALS]


def examples(tasks: Sequence[Task]) -> tuple[str, ...]:
    """Filled lines with figures such as the agency has; none where nothing is asked.

    Their task number is nobody's: quoted back, an example can neither be taken for an answer nor hide one, since our
    own lines are taken out of what comes back.
    """
    if not tasks:
        return ()
    model = max(tasks, key=lambda task: sum(figure.kind == "number" for figure in task.figures.values()))
    counted = [_figure_example(figure, index) for index, figure in enumerate(list(model.figures.values())[:2])]
    return (
        ", ".join([f"NV{NOBODYS_TASK}: đã hoàn thành", *counted]),
        f"NV{NOBODYS_TASK}: đang thực hiện, đạt 60%, còn chờ kinh phí",
    )


def _figure_example(figure: Figure, index: int) -> str:
    if figure.kind == "yesno":
        return f"{figure.name}: có"
    number = 120 if _MANY.search(fold(figure.unit or figure.name)) else 2 + index
    return f"{number} {figure.unit}" if figure.unit else f"{figure.name}: {number}"


def _shortest_need(label: str, subject: str, code: str, wanted: Sequence[str], shorter: Sequence[str]) -> Draft:
    """The draft with the wanted lines, or with the shorter ones where the link would be too long."""
    head = (f"Mã: {code}", "")
    draft = Draft(label, subject, (*head, *wanted))
    return draft if _fits(draft) else Draft(label, subject, (*head, *shorter))


def _fits(draft: Draft) -> bool:
    return len(mailto(_ADDRESS_ROOM, draft)) <= LONGEST_URL
