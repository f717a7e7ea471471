"""The words of simulated agencies: answers as clerks write them, from several mail programs, with their quotations."""

from __future__ import annotations

import io
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from openpyxl import load_workbook

from app.demo.request_mail import RequestMail
from dondoc.form import STATUS_LABELS
from dondoc.form_layout import HEADINGS, SHEET, YES, parse_key
from dondoc.numbers_vi import number_vi
from dondoc.plan.model import Agency, Figure, Plan, Task

STATUSES = ("done", "done", "done", "in_progress", "in_progress", "not_applicable")

_SAID = {
    "done": "đã hoàn thành",
    "in_progress": "đang thực hiện",
    "not_started": "chưa thực hiện",
    "not_applicable": "không phát sinh",
}

_OBSTACLES = (
    "Kinh phí bố trí cho công tác truyền thông còn hạn chế, chưa có nguồn riêng.",
    "Cán bộ phụ trách công tác nhân quyền còn kiêm nhiệm, thường xuyên thay đổi.",
    "Tài liệu truyền thông về quyền con người chưa nhiều, chưa phù hợp với từng nhóm đối tượng.",
)
_PROPOSALS = (
    "Đề nghị Sở Thông tin và Truyền thông tổ chức thêm lớp tập huấn cho cán bộ cấp cơ sở.",
    "Đề nghị cấp bộ tài liệu truyền thông mẫu dùng chung toàn tỉnh.",
)


@dataclass(frozen=True, slots=True)
class Said:
    """What an agency means to say of one task."""

    task: Task
    status: str
    percent: int | None
    figures: Mapping[str, int | bool]


def opinions(plan: Plan, tasks: Sequence[int], chance: random.Random) -> tuple[Said, ...]:
    """What an agency has to report, made up: most is done, some is going on, little did not arise."""
    return tuple(_opinion(plan.tasks[number], chance) for number in tasks)


def _opinion(task: Task, chance: random.Random) -> Said:
    status = chance.choice(STATUSES)
    if status == "not_applicable":
        return Said(task, status, None, {})
    percent = chance.choice((50, 60, 70, 80, 90)) if status == "in_progress" else None
    return Said(task, status, percent, {name: _amount(figure, chance) for name, figure in task.figures.items()})


def _amount(figure: Figure, chance: random.Random) -> int | bool:
    if figure.kind == "yesno":
        return True
    return (
        chance.randint(40, 1500) if "người" in f"{figure.unit}" or "lượt" in f"{figure.unit}" else chance.randint(1, 12)
    )


def in_lines(said: Sequence[Said], chance: random.Random) -> str:
    """One line a task, as the mail asks for it."""
    marks = chance.choice(("NV{}: {}", "- NV{}: {}", "Nhiệm vụ {}: {}"))
    return "\n".join(marks.format(one.task.number, _line(one)) for one in said)


def _line(one: Said) -> str:
    words = _SAID[one.status]
    if one.percent is not None:
        words += f", đạt {one.percent}%"
    figures = ", ".join(_figure_words(one, name) for name in one.figures)
    return f"{words}; {figures}." if figures else f"{words}."


def _figure_words(one: Said, name: str) -> str:
    figure, value = one.task.figures[name], one.figures[name]
    if isinstance(value, bool):
        return f"{figure.name}: {'có' if value else 'không'}"
    return f"{figure.name}: {number_vi(value)}{' ' + figure.unit if figure.unit else ''}"


def greeting(plan: Plan) -> str:
    """How a formal reply begins."""
    return f"Kính gửi: {plan.name_of(plan.coordinator)},"


def closing(agency: Agency, chance: random.Random) -> str:
    """How it ends."""
    name = chance.choice(("Nguyễn Thị Lan", "Trần Văn Hùng", "Lê Thu Hà", "Phạm Quốc Bảo", "Võ Minh Tâm"))
    return f"Trân trọng./.\n\n{name}\nVăn thư {agency.name}\nĐT: 0258.3.000.{chance.randint(100, 999)}"


def remarks(chance: random.Random) -> str:
    """Now and then an obstacle and a proposal."""
    parts = []
    if chance.random() < 0.5:
        parts.append(f"Khó khăn, vướng mắc: {chance.choice(_OBSTACLES)}")
    if chance.random() < 0.4:
        parts.append(f"Đề xuất, kiến nghị: {chance.choice(_PROPOSALS)}")
    return "\n".join(parts)


def quoted(request: RequestMail, chance: random.Random) -> str:
    """Our mail under the answer, as several programs quote it."""
    lines = request.text.splitlines()
    style = chance.choice(("gmail", "outlook", "zimbra"))
    if style == "gmail":
        head = f"Vào {request.date} {request.sender} đã viết:\n\n"
        return head + "\n".join(f"> {line}" for line in lines)
    if style == "outlook":
        head = f"Từ: {request.sender}\nĐã gửi: {request.date}\nĐến: văn thư\nChủ đề: {request.subject}\n\n"
        return head + "\n".join(lines)
    head = f"----- Vào {request.date}, {request.sender} đã viết:\n"
    return head + "\n".join(f"> {line}" for line in lines)


def filled_form(form: bytes, said: Sequence[Said]) -> bytes:
    """The attached form as a clerk returns it."""
    book = load_workbook(io.BytesIO(form))
    answers = {one.task.number: one for one in said}
    places: dict[str, int] = {}
    for row in book[SHEET].iter_rows():
        roles = {
            role: place for role, heading in HEADINGS.items() for place, cell in enumerate(row) if cell.value == heading
        }
        places = roles if len(roles) == len(HEADINGS) else places
        key = parse_key(str(row[places["key"]].value)) if places else None
        if key is not None and key.task is not None:
            for role, value in _cells(answers[key.task], key.figure).items():
                row[places[role]].value = value
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _cells(one: Said, figure: str | None) -> dict[str, str | int | None]:
    """What a clerk writes into one row, by column."""
    if figure is None:
        return {"status": STATUS_LABELS[one.status], "percent": one.percent}
    value = one.figures.get(figure)
    return {"value": YES if value is True else value}


SCANNED_PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n"
    b"trailer<</Root 1 0 R>>\n%%EOF\n"
)
"""A page without text, as a scanner gives it."""
