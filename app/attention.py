"""What needs a person: waiting replies, dead addresses, mails in doubt or failed, mail put aside, faults."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.deliver import mails_in_doubt
from app.office import Office
from dondoc.letters.letter import Matter, MatterKind
from dondoc.letters.officer import fault_matter, matters_of
from dondoc.messages import Message

_TITLES: Mapping[MatterKind, str] = {
    "review": "Thư trả lời chờ xem xét",
    "bounce": "Địa chỉ thư không nhận được",
    "doubt": "Thư chưa rõ đã gửi hay chưa",
    "failed": "Thư không gửi được",
    "quarantine": "Thư đến không đọc được",
    "fault": "Lỗi trong tệp kế hoạch",
    "report": "Báo cáo tổng hợp đã duyệt",
}


@dataclass(frozen=True, slots=True)
class Attention:
    """One thing that waits for the officer; `title` says what kind and about whom."""

    title: str
    reasons: tuple[Message, ...]


def matters(office: Office) -> tuple[Matter, ...]:
    """Everything that waits for a person, as the letter to the officer needs it."""
    status = office.status()
    faults = tuple(fault_matter(fault.file, str(fault.message), office.today()) for fault in office.faults)
    return (*matters_of(office.plan, status, mails_in_doubt(office, status)), *faults)


def attention(office: Office) -> tuple[Attention, ...]:
    """Everything that waits for a person, in words."""
    return tuple(Attention(f"{_TITLES[one.kind]}: {one.about}", one.reasons) for one in matters(office))
