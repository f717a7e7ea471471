"""Whatever a table looks like, no number is taken for this year's result but the one that it gives as such."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain

from hypothesis import given, settings
from hypothesis import strategies as st

from dondoc.reply import ItemStatus
from tests.unit.reading.plans import ALL, PLAN, read

STATUSES: dict[ItemStatus, tuple[str, ...]] = {
    "done": ("Đã hoàn thành", "Hoàn thành", "Đã thực hiện xong"),
    "in_progress": ("Đang thực hiện", "Đang triển khai"),
    "not_started": ("Chưa thực hiện", "Chưa triển khai"),
}
TITLES = {number: task.content for number, task in PLAN.tasks.items()}
FIGURES = {
    number: [figure for figure in task.figures.values() if figure.kind == "number"]
    for number, task in PLAN.tasks.items()
    if task.figures and number in ALL and number != 5
}
OTHER_COLUMNS = ("Kế hoạch", "KH năm 2026", "Chỉ tiêu giao", "Năm 2025", "Kết quả năm trước", "Thực hiện năm 2025", "Cùng kỳ năm trước", "Tăng, giảm so với năm 2025", "Kế hoạch năm 2027", "Còn lại", "Lũy kế từ đầu giai đoạn")  # fmt: skip
RESULT_COLUMNS = ("Kết quả", "Thực hiện", "Thực hiện năm 2026", "Năm 2026", "Số lượng", "Kết quả năm nay", "TH")
MEASURES = ("Chỉ tiêu", "Số liệu", "Chỉ số", "Tên chỉ tiêu")


@dataclass(frozen=True)
class Figure:
    """A figure's id, what it is called, its unit, the year's result, and numbers that are something else."""

    id: str
    name: str
    unit: str
    result: int
    others: tuple[int, ...]


@dataclass(frozen=True)
class Task:
    """What an agency says of one task."""

    number: int
    status: ItemStatus
    words: str
    figures: tuple[Figure, ...]


@st.composite
def tasks(draw: st.DrawFn) -> list[Task]:
    numbers = draw(st.lists(st.sampled_from(sorted(FIGURES)), min_size=1, max_size=4, unique=True))
    found = []
    values = iter(draw(st.permutations(range(2, 90))))
    for number in numbers:
        status = draw(st.sampled_from(sorted(STATUSES)))
        figures = tuple(
            Figure(figure.id, figure.name, figure.unit or "", next(values), (next(values), next(values)))
            for figure in FIGURES[number]
        )
        found.append(Task(number, status, draw(st.sampled_from(STATUSES[status])), figures))
    return found


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[Task], str, str]:
    """The truth, a table that tells it as HTML with merged cells, and the same as lines with tabs."""
    told = draw(tasks())
    others = draw(st.lists(st.sampled_from(OTHER_COLUMNS), max_size=2, unique=True))
    has_unit, is_titled = draw(st.booleans()), draw(st.booleans())
    amounts = draw(st.permutations([*others, draw(st.sampled_from(RESULT_COLUMNS))]))
    head = ["STT", "Nhiệm vụ", draw(st.sampled_from(MEASURES)), *(["Đơn vị tính"] if has_unit else []), *amounts]
    head.append(draw(st.sampled_from(("Tình trạng", "Tiến độ thực hiện", "Ghi chú"))))
    merged = ["<tr>", *(f"<td>{name}</td>" for name in head), "</tr>"]
    tabbed = [head]
    for place, task in enumerate(told, start=1):
        title = TITLES[task.number] if is_titled else f"NV{task.number}"
        for at, figure in enumerate(task.figures):
            numbers = [str(figure.others[others.index(name)] if name in others else figure.result) for name in amounts]
            cells = [figure.name, *([figure.unit] if has_unit else []), *numbers]
            first, last = ([str(place), title], task.words) if at == 0 else (["", ""], "")
            tabbed.append([*first, *cells, last])
            span = f' rowspan="{len(task.figures)}"'
            firsts = "".join(f"<td{span}>{text}</td>" for text in first) if at == 0 else ""
            lasts = f"<td{span}>{last}</td>" if at == 0 else ""
            merged.append(f"<tr>{firsts}{''.join(f'<td>{cell}</td>' for cell in cells)}{lasts}</tr>")
    lines = "\n".join("\t".join(row) for row in tabbed)
    return told, f"<table>{''.join(merged)}</table>", f"Sở báo cáo như sau:\n\n{lines}"


@st.composite
def tables_across(draw: st.DrawFn) -> tuple[list[Task], str, str]:
    """The same with a column for each task."""
    told = draw(tasks())
    rows = [["Nội dung", *(f"NV{task.number}" for task in told)], ["Tình trạng", *(task.words for task in told)]]
    other = draw(st.sampled_from(("Kế hoạch {}", "{} năm 2025", "{} (KH)", "{} kế hoạch")))
    for figure in chain.from_iterable(task.figures for task in told):
        rows.append([figure.name, *(str(figure.result) if figure in task.figures else "" for task in told)])
        if draw(st.booleans()):
            name = other.format(figure.name)
            rows.append([name, *(str(figure.others[0]) if figure in task.figures else "" for task in told)])
    html = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return told, f"<table>{html}</table>", "\n".join("\t".join(row) for row in rows)


def check(told: list[Task], *, html: str | None = None, text: str | None = None) -> None:
    reply = read(text, html=html)
    truth = {task.number: task for task in told}

    for item in reply.items:
        assert item.status == truth[item.task].status
        results = {figure.id: figure.result for figure in truth[item.task].figures}
        assert item.percent in {None, 100}
        assert dict(item.figures) == results
    assert {item.task for item in reply.items} == truth.keys() or reply.review


@given(tables())
@settings(max_examples=40, deadline=None)
def test_a_table_is_read_right_however_it_is_laid_out(case: tuple[list[Task], str, str]) -> None:
    told, html, text = case

    check(told, html=html)
    check(told, text=text)


@given(tables_across())
@settings(max_examples=25, deadline=None)
def test_a_table_with_tasks_across_the_top_is_read_right(case: tuple[list[Task], str, str]) -> None:
    told, html, text = case

    if len(told) > 1:
        check(told, html=html)
        check(told, text=text)
