"""Tables as plain rows of text, the same for every document, and those that stand in the report's text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from dondoc.numbers_vi import day_vi, number_vi, share_vi
from dondoc.report.model import ObjectiveResult, Report
from renderers.plain import one_line
from renderers.words import SENDING_WORDS, otherwise_words, share_words

Align = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, its share of the width, and how its cells stand."""

    heading: str
    width: float
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of text under headings; a row of one cell goes across and begins a part."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""


def table(name: str, report: Report) -> Table:
    """The table that an outline names with `@`; KeyError where there is none of that name."""
    return TABLES[name](report)


def _objectives(report: Report) -> Table:
    columns = (
        Column("TT", 1, "center"),
        Column("Mục tiêu", 7),
        Column("Đặt ra", 1.8, "center"),
        Column("Kết quả", 4.5),
        Column("Mức độ", 2, "center"),
    )
    rows = (
        (str(place), result.text, _goal(result), _reached(result, report), _verdict(result))
        for place, result in enumerate(report.objectives, start=1)
    )
    return Table(columns, tuple(rows))


def _verdict(result: ObjectiveResult) -> str:
    if result.reached is None:
        return "Chưa có số liệu"
    return "Đạt" if result.is_met else "Chưa đạt"


def _goal(result: ObjectiveResult) -> str:
    return f"{number_vi(result.goal)}%" if result.is_percent else _with_unit(number_vi(result.goal), result)


def _with_unit(number: str, result: ObjectiveResult) -> str:
    return f"{number} {result.figure.unit or ''}".strip()


def _reached(result: ObjectiveResult, report: Report) -> str:
    figure = result.figure
    if result.reached is None:
        return f"0/{figure.asked} cơ quan, đơn vị báo cáo"
    if result.is_percent:
        words = f"{share_vi(int(figure.total), figure.asked)} ({int(figure.total)}/{figure.asked} trả lời có"
        words += f", {figure.asked - figure.reported} chưa báo cáo)" if figure.reported < figure.asked else ")"
    else:
        words = f"{_with_unit(number_vi(result.reached), result)} ({figure.reported}/{figure.asked} báo cáo)"
    if result.before is not None and report.year_before:
        words += f"; năm {report.year_before.year}: {share_words(result.before, is_percent=result.is_percent)}"
    if figure.before_as is not None and report.year_before:
        words += f"; không so sánh được với năm {report.year_before.year}, khi đó {otherwise_words(figure)}"
    return words


def _comparison(report: Report) -> Table:
    before, now = report.year_before, report.rates
    if before is None:
        return Table((), ())
    columns = (
        Column("Chỉ tiêu", 8),
        Column(f"Năm {before.year}", 3, "center"),
        Column(f"Năm {report.period.year}", 3, "center"),
    )
    on_time = "-" if before.on_time is None else _part(before.on_time, before.asked)
    rows = (
        ("Số cơ quan, đơn vị được đề nghị báo cáo", str(before.asked), str(now.asked)),
        ("Báo cáo đầy đủ", _part(before.complete, before.asked), _part(now.complete, now.asked)),
        ("Trong đó: đúng hạn", on_time, _part(now.on_time, now.asked)),
        (
            "Lượt nhiệm vụ đã có báo cáo",
            _part(before.answered_items, before.items),
            _part(now.answered_items, now.items),
        ),
        ("Lượt nhiệm vụ đã hoàn thành", str(before.done_items), str(now.done_items)),
    )
    return Table(columns, rows)


def _part(part: int, whole: int) -> str:
    return f"{number_vi(part)}/{number_vi(whole)} ({share_vi(part, whole)})"


def _documents(report: Report) -> Table:
    columns = (
        Column("TT", 1, "center"),
        Column("Cơ quan, đơn vị", 6),
        Column("Ngày nhận", 2.2, "center"),
        Column("Tệp văn bản", 6),
        Column("Tình hình", 2.2, "center"),
    )
    rows = (
        (
            str(place),
            line.name,
            day_vi(line.received_on) if line.received_on else "-",
            "; ".join(map(one_line, line.files)),
            SENDING_WORDS[line.timeliness],
        )
        for place, line in enumerate(report.documents, start=1)
    )
    return Table(columns, tuple(rows))


TABLES: Mapping[str, Callable[[Report], Table]] = {
    "objectives": _objectives,
    "comparison": _comparison,
    "documents": _documents,
}
