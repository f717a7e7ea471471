"""The sheets of the Excel annex as plain rows: numbers stay numbers, everything else is text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import chain

from dondoc.numbers_vi import day_vi, rounded
from dondoc.report.model import AgencyResult, FigureTotal, Report, TaskResult
from renderers.tables import Align
from renderers.words import (
    SENDING_WORDS,
    SIGNS_LEGEND,
    STATUS_WORDS,
    TIMELINESS_WORDS,
    before_words,
    cell_words,
    standing_sign,
    value_words,
)

Cell = str | int | float | Decimal | None


@dataclass(frozen=True, slots=True)
class Head:
    """A column: heading, width in characters, how its cells stand."""

    heading: str
    width: float
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet; `colors` go by a cell's text.

    The last row is a sum where `has_sum`; a wide sheet is printed over several pages across.
    """

    name: str
    title: str
    heads: Sequence[Head]
    rows: Sequence[Sequence[Cell]]
    has_sum: bool = False
    note: str = ""
    colors: Mapping[str, str] = field(default_factory=dict)
    is_wide: bool = False


COLORS = {"HT": "#D5EBDC", "ĐTH": "#FFF3CD", "CTH": "#F8D7DA", "KPS": "#E7E9EC", "-": "#F3C6C9"}
PLACE = Head("TT", 6, "center")
AGENCY = Head("Cơ quan, đơn vị", 38)


def sheets(report: Report) -> Iterable[Sheet]:
    """Every sheet of the annex, in order."""
    if report.is_document:
        return (_documents(report), _said(report))
    makers = (_tasks, _matrix, _figures, _once, _said, _agencies, _lines)
    return tuple(make(report) for make in makers)


def _tasks(report: Report) -> Sheet:
    heads = (
        PLACE,
        Head("Nội dung nhiệm vụ", 60),
        Head("Cơ quan chủ trì", 30),
        Head("Số đơn vị được giao", 12, "center"),
        Head("Đã báo cáo", 10, "center"),
        *(Head(words.capitalize(), 12, "center") for words in STATUS_WORDS.values()),
        Head("Chưa báo cáo", 10, "center"),
        Head("Hoàn thành bình quân (%)", 13, "center"),
    )
    return Sheet("Tổng hợp", "Tổng hợp theo nhiệm vụ", heads, [_task_row(task) for task in report.tasks])


def _task_row(task: TaskResult) -> tuple[Cell, ...]:
    return (
        task.number,
        task.content,
        task.lead,
        task.asked,
        len(task.answers),
        *(len(task.saying(status)) for status in STATUS_WORDS),
        len(task.silent),
        None if task.percent is None else rounded(task.percent, 1),
    )


def _matrix(report: Report) -> Sheet:
    heads = (
        PLACE,
        AGENCY,
        *(Head(f"NV{task.number}", 8, "center") for task in report.tasks),
        Head("Tình hình báo cáo", 16, "center"),
    )
    signs: dict[str, dict[int, str]] = {
        agency: {task: standing_sign(line) for task, line in of.items()} for agency, of in report.lines.items()
    }
    rows: list[tuple[Cell, ...]] = [
        (
            place,
            agency.name,
            *(signs[agency.id].get(task.number, "") for task in report.tasks),
            TIMELINESS_WORDS[agency.timeliness],
        )
        for place, agency in enumerate(report.agencies, start=1)
    ]
    return Sheet(
        "Ma trận", "Tình hình thực hiện theo cơ quan, đơn vị và nhiệm vụ", heads, rows, note=SIGNS_LEGEND, colors=COLORS
    )


def _figures(report: Report) -> Sheet:
    """A row a figure, then a column an agency, so that every sum can be followed to who gave what."""
    before = report.year_before
    heads = (
        Head("NV", 6, "center"),
        Head("Chỉ tiêu", 40),
        Head("Đơn vị tính", 14, "center"),
        Head("Tổng số", 13, "right"),
        Head("Số đơn vị báo cáo", 11, "center"),
        *((Head(f"Năm {before.year}", 12, "right"),) if before else ()),
        *(Head(agency.name, 14, "right") for agency in report.agencies),
    )
    rows = [_figure_row(task.number, figure, report) for task in report.tasks for figure in task.figures]
    title = "Số liệu theo nhiệm vụ và cơ quan, đơn vị"
    return Sheet("Số liệu", title, heads, rows, is_wide=True)


def _figure_row(task: int, figure: FigureTotal, report: Report) -> tuple[Cell, ...]:
    given = _by_agency(figure)
    return (
        task,
        figure.name,
        "trả lời có" if figure.kind == "yesno" else figure.unit or "",
        figure.total if figure.reported else None,
        f"{figure.reported}/{figure.asked}",
        *((before_words(figure) if figure.before_as else figure.before,) if report.year_before else ()),
        *(given.get(agency.id) for agency in report.agencies),
    )


def _by_agency(figure: FigureTotal) -> dict[str, Cell]:
    return {
        each.agency: value_words(each.value) if isinstance(each.value, bool) else each.value for each in figure.given
    }


def _once(report: Report) -> Sheet:
    heads = (
        PLACE,
        AGENCY,
        *(Head(f"{figure.name}{f' ({figure.unit})' if figure.unit else ''}", 24, "right") for figure in report.figures),
    )
    given = [_by_agency(figure) for figure in report.figures]
    rows: list[tuple[Cell, ...]] = [
        (place, agency.name, *(values.get(agency.id) for values in given))
        for place, agency in enumerate(report.agencies, start=1)
    ]
    rows.append((None, "Tổng số", *(figure.total for figure in report.figures)))
    return Sheet("Kinh phí", "Kinh phí và số liệu chung theo cơ quan, đơn vị", heads, rows, has_sum=True)


def _lines(report: Report) -> Sheet:
    heads = (
        Head("NV", 6, "center"),
        AGENCY,
        Head("Tình trạng", 16, "center"),
        Head("Tỷ lệ (%)", 9, "center"),
        Head("Số liệu", 40),
        Head("Kết quả cụ thể", 70),
        Head("Ngày báo cáo", 13, "center"),
    )
    rows = [
        (
            task.number,
            line.name,
            STATUS_WORDS[line.status] if line.status else "chưa báo cáo",
            line.percent,
            cell_words(line.figures),
            line.note,
            day_vi(line.said_on) if line.said_on else "",
        )
        for task in report.tasks
        for line in task.lines
    ]
    return Sheet("Chi tiết", "Kết quả cụ thể do cơ quan, đơn vị báo cáo", heads, rows)


def _agencies(report: Report) -> Sheet:
    heads = (
        PLACE,
        AGENCY,
        Head("Tình hình báo cáo", 18, "center"),
        Head("Số nhiệm vụ được giao", 12, "center"),
        Head("Đã báo cáo", 10, "center"),
        Head("Ngày báo cáo đủ", 13, "center"),
        Head("Nhiệm vụ chưa báo cáo", 24),
        Head("Thư trả lời chờ rà soát", 13, "center"),
    )
    rows = [_agency_row(place, agency) for place, agency in enumerate(report.agencies, start=1)]
    return Sheet("Tình hình báo cáo", "Tình hình báo cáo của các cơ quan, đơn vị", heads, rows)


def _agency_row(place: int, agency: AgencyResult) -> tuple[Cell, ...]:
    return (
        place,
        agency.name,
        TIMELINESS_WORDS[agency.timeliness],
        agency.asked,
        agency.answered,
        day_vi(agency.completed_on) if agency.completed_on else "",
        ", ".join(map(str, agency.missing)),
        agency.waiting,
    )


def _documents(report: Report) -> Sheet:
    heads = (
        PLACE,
        AGENCY,
        Head("Tình hình", 16, "center"),
        Head("Ngày nhận", 13, "center"),
        Head("Tệp văn bản", 60),
    )
    rows = [
        (
            place,
            line.name,
            SENDING_WORDS[line.timeliness],
            day_vi(line.received_on) if line.received_on else "",
            "; ".join(line.files),
        )
        for place, line in enumerate(report.documents, start=1)
    ]
    return Sheet("Tổng hợp", "Tình hình gửi văn bản", heads, rows)


def _said(report: Report) -> Sheet:
    heads = (
        PLACE,
        AGENCY,
        Head("Loại", 22, "center"),
        Head("Ngày nêu", 13, "center"),
        Head("Nội dung", 90),
    )
    both = chain(
        (("Khó khăn, vướng mắc", said) for said in report.obstacles),
        (("Đề xuất, kiến nghị", said) for said in report.proposals),
    )
    rows = [
        (place, said.name, kind, day_vi(said.said_on), said.text) for place, (kind, said) in enumerate(both, start=1)
    ]
    return Sheet("Khó khăn-Kiến nghị", "Khó khăn, vướng mắc; đề xuất, kiến nghị", heads, rows)
