"""Phrases of administrative Vietnamese that letters put together from values: plans, deadlines, figures, statuses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dondoc.form import STATUS_LABELS
from dondoc.letters.letter import Deadline, Matter, MatterKind
from dondoc.numbers_vi import count_vi, day_vi, number_vi, weekday_vi
from dondoc.plan.model import Figure, Plan
from dondoc.reply import FigureValue
from dondoc.status import Confirmation
from dondoc.text import fold

_KINDS = {
    "KH": "Kế hoạch",
    "QĐ": "Quyết định",
    "CTR": "Chương trình",
    "ĐA": "Đề án",
    "CT": "Chỉ thị",
    "NQ": "Nghị quyết",
    "CV": "Công văn",
}
"""Kinds of documents by the abbreviation in their symbol (Decree 30/2020/NĐ-CP, Annex III)."""


def plan_vi(plan: Plan) -> str:
    """``Kế hoạch số 2842/KH-UBND ngày 27/3/2023 của Ủy ban nhân dân … về triển khai …``."""
    kind = kind_vi(plan)
    number = f" số {plan.number}" if plan.number else ""
    return f"{kind}{number} ngày {day_vi(plan.issued_on)} của {plan.issued_by} về {_subject(plan.title, kind)}"


def kind_vi(plan: Plan) -> str:
    """What the plan is as a document, by its symbol; ``Kế hoạch`` where the symbol does not tell."""
    symbol = (plan.number or "").rpartition("/")[2].partition("-")[0]
    return _KINDS.get(symbol.upper(), "Kế hoạch")


def _subject(title: str, kind: str) -> str:
    """The title as it reads after "về": without the kind named twice, its first letter small unless it is a name."""
    for opening in (f"{kind} về ", f"{kind} "):
        if title.casefold().startswith(opening.casefold()) and len(title) > len(opening):
            title = title[len(opening) :]
    return small_first(title.removeprefix("Về ").removeprefix("về "))


def small_first(text: str) -> str:
    """A small first letter, as within a sentence; a name (two capitalised words) or an abbreviation keeps its own."""
    first, _, rest = text.partition(" ")
    is_name = rest[:1].isupper() or not first[1:].islower()
    return text if is_name else text[:1].lower() + text[1:]


def asked_vi(title: str) -> str:
    """A period's title as what the agency is asked to do: ``báo cáo kết quả thực hiện năm 2026``."""
    return small_first(title) if fold(title).startswith("bao cao ") else f"báo cáo phục vụ nội dung “{title}”"


def deadline_vi(deadline: Deadline) -> str:
    """The day as the plan puts it, and what it means: the last good day with its weekday."""
    last = f"{weekday_vi(deadline.due_on)}, ngày {day_vi(deadline.due_on)}"
    if not deadline.is_before:
        return f"chậm nhất hết {last}"
    stated = f"trước ngày {day_vi(deadline.stated_on)} ({weekday_vi(deadline.stated_on)})"
    return f"{stated}, tức chậm nhất hết {last}"


def short_deadline_vi(deadline: Deadline) -> str:
    """For a subject line: ``trước 30/11/2026``."""
    return f"trước {day_vi(deadline.stated_on)}" if deadline.is_before else f"hạn {day_vi(deadline.due_on)}"


def tasks_vi(numbers: tuple[int, ...]) -> str:
    """``NV3, NV5 và NV7``."""
    names = [f"NV{number}" for number in numbers]
    return " và ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def figure_wanted_vi(figure: Figure) -> str:
    """``Số lớp tập huấn (lớp)``, ``Đã ban hành quy chế (có/không)``."""
    unit = "có/không" if figure.kind == "yesno" else figure.unit
    return f"{figure.name} ({unit})" if unit else figure.name


def figure_said_vi(figure: Figure, value: FigureValue) -> str:
    """``Số lớp tập huấn: 2 lớp``."""
    if isinstance(value, bool):
        return f"{figure.name}: {'có' if value else 'không'}"
    return f"{figure.name}: {number_vi(value)} {figure.unit or ''}".rstrip()


def status_vi(confirmation: Confirmation) -> str:
    """``Đang thực hiện, đạt 60%``."""
    label = STATUS_LABELS[confirmation.status]
    if confirmation.percent is None or confirmation.status in {"done", "not_applicable"}:
        return label
    return f"{label}, đạt {number_vi(confirmation.percent)}%"


MATTERS: Mapping[MatterKind, str] = {
    "report": "Báo cáo tổng hợp đã duyệt",
    "plan": "Tệp kế hoạch có lỗi",
    "proposal": "Kế hoạch sửa đổi chờ đồng ý",
    "fault": "Lỗi của hệ thống",
    "quiet": "Không thu được thư",
    "disk": "Ổ đĩa gần đầy",
    "doubt": "Thư chưa rõ đã gửi được hay chưa",
    "failed": "Thư không gửi được",
    "bounce": "Địa chỉ không nhận được thư",
    "review": "Thư trả lời cần cán bộ xem",
    "quarantine": "Thư đến không đọc được",
}
"""What needs a person, the most pressing first."""


def matter_vi(kind: MatterKind) -> str:
    """What a kind of matter is called."""
    return MATTERS[kind]


def matters_vi(matters: Sequence[Matter]) -> str:
    """All matters in one line: the only one by its name, several by their number."""
    if len(matters) == 1:
        return f"{MATTERS[matters[0].kind]}: {matters[0].about}"
    return f"{count_vi(len(matters))} việc cần cán bộ xử lý"
