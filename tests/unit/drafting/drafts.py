"""Drafts made from a document's text, as `dondoc import` makes them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from dondoc.drafting.draft import draft_plan
from dondoc.drafting.plain_text import read_plain_text
from dondoc.drafting.write import written_plan
from dondoc.plan.load import load_plan
from dondoc.plan.model import Plan

DOCUMENTS = Path(__file__).parents[2] / "golden" / "import"
FALLBACK = date(2026, 1, 1)


def draft_text(text: str, known: Plan | None = None) -> str:
    """plan.yaml drafted from a text."""
    draft = draft_plan(read_plain_text(text), fallback=FALLBACK, known=known)
    return written_plan(draft, schema="schema/plan.schema.json", source="van-ban.md")


def drafted(text: str, known: Plan | None = None) -> Plan:
    """The plan that the draft of a text loads as."""
    return load_plan(draft_text(text, known)).plan


def with_report(sentence: str, title: str = "Chuyển đổi số giai đoạn 2023 - 2028") -> str:
    """A small plan document whose last part is `sentence`."""
    return f"""KẾ HOẠCH
{title}

UBND tỉnh Hà Nam ban hành Kế hoạch, ngày 01 tháng 01 năm 2023

Thực hiện Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ;

| TT | Nội dung | Chủ trì | Thời gian |
|---|---|---|---|
| 1 | Tập huấn | Sở Nội vụ | 2023-2028 |

{sentence}
"""
