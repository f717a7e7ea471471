"""The few words that every document shares: statuses, timeliness, figures with their units."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from dondoc.numbers_vi import count_vi, number_vi, rounded
from dondoc.reply import ItemStatus
from dondoc.report.model import AgencyLine, FigureCell, FigureNumber, FigureTotal, Report
from dondoc.status import Timeliness
from dondoc.text import name_key

STATUS_WORDS: Mapping[ItemStatus, str] = {
    "done": "đã hoàn thành",
    "in_progress": "đang thực hiện",
    "not_started": "chưa thực hiện",
    "not_applicable": "không phát sinh",
}
STATUS_SIGNS: Mapping[ItemStatus, str] = {
    "done": "HT",
    "in_progress": "ĐTH",
    "not_started": "CTH",
    "not_applicable": "KPS",
}
SIGNS_LEGEND = (
    "Ghi chú: HT - đã hoàn thành; ĐTH (hoặc tỷ lệ %) - đang thực hiện; CTH - chưa thực hiện; "
    "KPS - không phát sinh; “-” - chưa báo cáo; để trống - không được giao."
)
TIMELINESS_WORDS: Mapping[Timeliness, str] = {
    "on_time": "Đúng hạn",
    "late": "Chậm",
    "partial": "Chưa đầy đủ",
    "silent": "Chưa báo cáo",
}
SENDING_WORDS: Mapping[Timeliness, str] = {
    "on_time": "Đúng hạn",
    "late": "Chậm",
    "partial": "Chưa đủ",
    "silent": "Chưa gửi",
}


def value_words(value: FigureNumber) -> str:
    """A number as written, a yes or a no."""
    if isinstance(value, bool):
        return "Có" if value else "Không"
    return number_vi(value)


def total_words(figure: FigureTotal) -> str:
    """``45 lớp``, or ``30 đơn vị trả lời có``."""
    if figure.kind == "yesno":
        return f"{count_vi(int(figure.total))} cơ quan, đơn vị trả lời có"
    return f"{number_vi(figure.total)} {figure.unit or ''}".strip()


def figure_words(figure: FigureTotal, year_before: int | None = None) -> str:
    """A figure in running text: name, total, how many gave it, and the year before where it is known."""
    asides = [f"{count_vi(figure.reported)}/{count_vi(figure.asked)} đơn vị báo cáo"] if figure.asked > 1 else []
    if figure.before is not None and year_before:
        asides.append(f"năm {year_before}: {number_vi(figure.before)}")
    if figure.before_as is not None and year_before:
        asides.append(f"không so sánh được với năm {year_before}, khi đó {otherwise_words(figure)}")
    return f"{figure.name}: {total_words(figure)}" + (f" ({'; '.join(asides)})" if asides else "")


def otherwise_words(figure: FigureTotal) -> str:
    """How the figure was asked a year before, where that was another figure: ``tính bằng “lớp”``."""
    then = figure.before_as
    if then is None:
        return ""
    if then.kind != figure.kind:
        number = f"hỏi con số, tính bằng “{then.unit}”" if then.unit else "hỏi con số"
        return "hỏi có hay không" if then.kind == "yesno" else number
    if name_key(then.unit or "") != name_key(figure.unit or ""):
        return f"tính bằng “{then.unit}”" if then.unit else "không nêu đơn vị tính"
    return f"hỏi “{then.name}”"


def before_words(figure: FigureTotal) -> str:
    """The year before in a cell of a table: its total, a dash, or that it cannot be compared and why."""
    if figure.before_as is not None:
        return f"không so sánh được ({otherwise_words(figure)})"
    return "-" if figure.before is None else number_vi(figure.before)


def cell_words(cells: tuple[FigureCell, ...]) -> str:
    """What one agency gave: ``2 lớp; 120 lượt người; Đã ban hành quy chế: Có``; a unit says enough by itself."""
    return "; ".join(
        f"{value_words(cell.value)} {cell.unit}" if cell.unit else f"{cell.name}: {value_words(cell.value)}"
        for cell in cells
    )


def standing_sign(line: AgencyLine) -> str:
    """A line as one sign of the matrix."""
    if line.status is None:
        return "-"
    if line.status == "in_progress" and line.percent is not None:
        return percent_words(line.percent)
    return STATUS_SIGNS[line.status]


def percent_words(percent: float) -> str:
    """``62,5%``."""
    return f"{number_vi(percent)}%"


def share_words(value: Decimal, *, is_percent: bool) -> str:
    """A computed number to one decimal, with its sign where it is a percentage."""
    return f"{number_vi(rounded(value, 1))}{'%' if is_percent else ''}"


def subject_of(report: Report) -> str:
    """The subject under BÁO CÁO: the period's title without the word itself; of documents, how they came in."""
    title = report.period.title.strip()
    rest = title[len("báo cáo") :].strip() if title.lower().startswith("báo cáo") else title
    if report.is_document:
        return f"Tình hình gửi văn bản: {rest}"
    return rest[:1].upper() + rest[1:] if rest else title


def plan_words(report: Report) -> str:
    """The plan as part of a sentence: ``Kế hoạch triển khai Đề án …``, whichever way its title begins."""
    title = report.plan.title.strip()
    if title.lower().startswith(("kế hoạch", "chương trình", "đề án", "chỉ thị")):
        return title
    return f"Kế hoạch {title[:1].lower()}{title[1:]}"
