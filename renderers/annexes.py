"""The annexes (Phụ lục) of the report: the matrix, the figures, who answered when, and who said what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count

from dondoc.numbers_vi import count_vi, day_vi, number_vi
from dondoc.report.model import AgencyLine, AgencyResult, FigureTotal, Report, TaskResult
from renderers.tables import Column, Table
from renderers.words import (
    SIGNS_LEGEND,
    STATUS_WORDS,
    TIMELINESS_WORDS,
    before_words,
    cell_words,
    percent_words,
    standing_sign,
    value_words,
)

TASKS_ACROSS = 16  # more columns than this do not fit on a landscape page
TASKS_UPRIGHT = 6  # so many fit on an upright page
ROMAN = ("I", "II", "III", "IV", "V")


@dataclass(frozen=True, slots=True)
class Annex:
    """One Phụ lục; `number` is Roman, or empty where there is only one."""

    name: str
    title: str
    tables: tuple[Table, ...]
    note: str = ""
    is_landscape: bool = False
    number: str = ""

    @property
    def label(self) -> str:
        """``Phụ lục II``, or ``Phụ lục`` alone."""
        return f"Phụ lục {self.number}".strip()


def annexes(report: Report) -> tuple[Annex, ...]:
    """The annexes that have anything in them, numbered."""
    found = [annex for annex in _annexes(report) if any(table.rows for table in annex.tables)]
    numbers = ROMAN if len(found) > 1 else ("",)
    return tuple(replace(annex, number=number) for number, annex in zip(numbers, found, strict=False))


def _annexes(report: Report) -> Iterator[Annex]:
    """Of documents there is no annex: the one table stands in the text."""
    if report.is_document:
        return
    title = "Tình hình thực hiện nhiệm vụ của các cơ quan, đơn vị"
    yield Annex("matrix", title, matrices(report), SIGNS_LEGEND, is_landscape=len(report.tasks) > TASKS_UPRIGHT)
    title = "Tổng hợp số liệu do các cơ quan, đơn vị báo cáo"
    yield Annex("figures", title, (figures(report), *once_figures(report)))
    yield Annex("timeliness", "Danh sách cơ quan, đơn vị theo tình hình báo cáo", (timeliness(report),))
    title = "Kết quả cụ thể do các cơ quan, đơn vị báo cáo"
    yield Annex("narratives", title, (narratives(report),), is_landscape=True)


def matrices(report: Report) -> tuple[Table, ...]:
    """Agencies by tasks, a sign a cell; cut into several tables where there are too many tasks for one page."""
    starts = range(0, len(report.tasks), TASKS_ACROSS)
    return tuple(_matrix(report, report.tasks[start : start + TASKS_ACROSS]) for start in starts)


def _matrix(report: Report, tasks: tuple[TaskResult, ...]) -> Table:
    lines = report.lines
    return Table(
        columns=(
            Column("TT", 1, "center"),
            Column("Cơ quan, đơn vị", max(6, 16 - 1.35 * len(tasks))),
            *(Column(f"NV{task.number}", 1.35, "center") for task in tasks),
        ),
        rows=tuple(
            (str(place), agency.name, *(_sign(lines[agency.id].get(task.number)) for task in tasks))
            for place, agency in enumerate(report.agencies, start=1)
        ),
    )


def _sign(line: AgencyLine | None) -> str:
    return standing_sign(line) if line else ""


def figures(report: Report) -> Table:
    """Every figure with its total, by task; the year before beside it where there is one."""
    before = report.year_before
    columns = [
        Column("TT", 1, "center"),
        Column("Chỉ tiêu", 8),
        Column("Đơn vị tính", 2.4, "center"),
        Column("Kết quả", 2.4, "right"),
        Column("Số đơn vị báo cáo", 2.4, "center"),
    ]
    if before:
        columns.insert(4, Column(f"Năm {before.year}", 2.4, "right"))
    parts = [(f"Nhiệm vụ {task.number}. {task.content}", task.figures) for task in report.tasks if task.figures]
    asked_once = tuple(figure for figure in report.figures if figure.asked)
    if asked_once:
        parts.append(("Số liệu chung", asked_once))
    rows: list[tuple[str, ...]] = []
    for title, totals in parts:
        rows.append((title,))
        rows += [_figure_row(place, figure, before is not None) for place, figure in enumerate(totals, start=1)]
    return Table(tuple(columns), tuple(rows))


def _figure_row(place: int, figure: FigureTotal, has_before: bool) -> tuple[str, ...]:  # noqa: FBT001
    unit = "đơn vị trả lời có" if figure.kind == "yesno" else figure.unit or ""
    known = number_vi(figure.total) if figure.reported else "-"
    before = (before_words(figure),) if has_before else ()
    return (str(place), figure.name, unit, known, *before, f"{figure.reported}/{figure.asked}")


def once_figures(report: Report) -> Iterator[Table]:
    """What each agency gave of the figures asked once (funds), with the sum."""
    for figure in report.figures:
        if figure.given:
            yield Table(
                columns=(
                    Column("TT", 1, "center"),
                    Column("Cơ quan, đơn vị", 9),
                    Column(f"{figure.name}{f' ({figure.unit})' if figure.unit else ''}", 4, "right"),
                ),
                rows=(
                    *(
                        (str(place), each.name, value_words(each.value))
                        for place, each in enumerate(figure.given, start=1)
                    ),
                    ("", "Tổng số", number_vi(figure.total)),
                ),
                caption=f"{figure.name} theo cơ quan, đơn vị",
            )


def timeliness(report: Report) -> Table:
    """The agencies by when they answered, each named."""
    rows: list[tuple[str, ...]] = []
    places = count(1)
    for kind, words in TIMELINESS_WORDS.items():
        agencies = report.by_timeliness(kind)
        if agencies:
            rows.append((f"{words}: {count_vi(len(agencies))} cơ quan, đơn vị",))
        rows += [
            (str(next(places)), agency.name, str(agency.asked), str(agency.answered), *_last_cells(agency))
            for agency in agencies
        ]
    columns = (
        Column("TT", 1, "center"),
        Column("Cơ quan, đơn vị", 7),
        Column("Số nhiệm vụ được giao", 2, "center"),
        Column("Số đã báo cáo", 1.8, "center"),
        Column("Ngày báo cáo đủ", 2.4, "center"),
        Column("Nhiệm vụ chưa báo cáo", 2.6, "center"),
    )
    return Table(columns, tuple(rows))


def _last_cells(agency: AgencyResult) -> tuple[str, str]:
    if agency.completed_on:
        return day_vi(agency.completed_on), "-"
    return "-", ", ".join(str(task) for task in agency.missing)


def narratives(report: Report) -> Table:
    """What each agency says of each task, in its own words."""
    rows: list[tuple[str, ...]] = []
    for task in report.tasks:
        if task.answers:
            rows.append((f"Nhiệm vụ {task.number}. {task.content}",))
        rows += [
            (str(place), line.name, _standing(line), cell_words(line.figures), line.note)
            for place, line in enumerate(task.answers, start=1)
        ]
    columns = (
        Column("TT", 1, "center"),
        Column("Cơ quan, đơn vị", 4.5),
        Column("Tình trạng", 3, "center"),
        Column("Số liệu", 5.5),
        Column("Kết quả cụ thể", 9),
    )
    return Table(columns, tuple(rows))


def _standing(line: AgencyLine) -> str:
    if line.status is None:
        return "chưa báo cáo"
    is_partial = line.status == "in_progress" and line.percent is not None
    return STATUS_WORDS[line.status] + (f" ({percent_words(line.percent or 0)})" if is_partial else "")
