"""Who signs the report and how the office writes itself: data, since people change; blanks are derived or dotted."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from dondoc.report.model import PlanHead

_LEFT_OUT = frozenset({"và", "các", "của"})
_PLACE = re.compile(r"\b(?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường|đặc khu)\s+(.+)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Signature:
    """The parts of the official form that the plan does not know.

    `authority` are the lines TM./KT./TL./TUQ. above the title; `receivers` the lines of Nơi nhận.
    """

    superior: str = ""
    office: str = ""
    symbol: str = ""
    place: str = ""
    authority: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    name: str = ""
    receivers: tuple[str, ...] = ("Như trên;", "Lưu: VT.")


BLANK = Signature()


def completed(signature: Signature, plan: PlanHead) -> Signature:
    """The signature with what can be told from the plan: the office, its superior, the usual symbol, the place."""
    office = signature.office or plan.coordinator
    return replace(
        signature,
        superior=signature.superior or ("" if office == plan.superior else short_body(plan.superior)),
        office=office,
        symbol=signature.symbol or f"BC-{symbol_of(office)}",
        place=signature.place or place_of(plan.issued_by),
        title=signature.title or (("Giám đốc",) if office.startswith("Sở ") else ("Thủ trưởng cơ quan",)),
    )


def short_body(name: str) -> str:
    """A people's committee as it stands over a department's name: ``UBND tỉnh Khánh Hòa``."""
    return re.sub(r"^ủy ban nhân dân\b", "UBND", name, flags=re.IGNORECASE)


def symbol_of(office: str) -> str:
    """The usual abbreviation of an office: ``Sở Thông tin và Truyền thông`` gives ``STTTT``."""
    if office.lower().startswith(("ủy ban nhân dân", "ubnd")):
        return "UBND"
    return "".join(word[0] for word in office.split() if word.lower() not in _LEFT_OUT).upper()


def place_of(body: str) -> str:
    """The place in a body's name: ``Ủy ban nhân dân tỉnh Khánh Hòa`` gives ``Khánh Hòa``; dots where it names none."""
    found = _PLACE.search(body)
    return found[1].strip() if found else "…………"
