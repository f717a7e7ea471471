"""What an agency told in words beyond what the report says of it anyway: its status, its percentage, its figures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from dondoc.numbers_vi import number_vi
from dondoc.plan.model import Figure
from dondoc.reply import FigureValue
from dondoc.text import fold

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")

_FRAME = (
    "nhiem vu nv ket qua tien do muc ty le dat duoc da dang chua hoan thanh thuc hien trien khai xong khong phat sinh "
    "xin dinh chinh so voi ke hoach la co va"
)
"""Words that carry a status or a percentage and tell nothing by themselves, without tone marks."""


def narrative(note: str, *, percent: float | None, figures: Mapping[str, FigureValue], asked: Iterable[Figure]) -> str:
    """The note, or "" where each of its words only repeats the answer's status, percentage or figures."""
    said = {number_vi(value) for value in (percent, *figures.values()) if not isinstance(value, bool | None)}
    said |= {word for figure in asked for word in _words(f"{figure.name} {figure.unit or ''} {' '.join(figure.also)}")}
    return note.strip() if _words(note) - _words(_FRAME) - said else ""


def _words(text: str) -> set[str]:
    return set(_WORD.findall(fold(text)))
