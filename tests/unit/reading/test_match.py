from __future__ import annotations

from dataclasses import replace

import pytest

from dondoc.reading.match import RequestBook, book, match_request
from dondoc.reply import RequestRef
from tests.unit.reading.plans import mail_of

FINANCE, HEALTH = RequestRef("nam-2026", "so-tc"), RequestRef("nam-2026", "so-y-te")
BOOK: RequestBook = book(
    {"CDS-2026-STC-7KF3": FINANCE, "CDS-2026-SYT-9QXM": HEALTH},
    {"<r1@office.example>": FINANCE, "r2@office.example": HEALTH},
)


def matched(text: str = "", **changes: object) -> tuple[RequestRef, str] | None:
    mail = replace(mail_of(text, subject="Re: Đề nghị xác nhận"), **{"references": (), **changes})  # type: ignore[arg-type]
    match = match_request(mail, BOOK)
    return (match.request, match.matched_by) if match else None


def test_plus_address_is_surest() -> None:
    assert matched("CDS-2026-SYT-9QXM", recipients=("nhac+cds-2026-stc-7kf3@office.example",)) == (
        FINANCE,
        "plus-address",
    )


def test_thread_comes_before_codes() -> None:
    assert matched("CDS-2026-STC-7KF3", references=("unknown@x", "R2@office.example")) == (HEALTH, "thread")


@pytest.mark.parametrize(
    "written",
    [
        "CDS-2026-STC-7KF3",
        "cds-2026-stc-7kf3",
        "CDS - 2026 - STC - 7KF3",
        "CDS–2026–STC–7KF3",
        "Mã: CDS-2O26-STC-7KF3.",
    ],
)
def test_code_is_found_however_it_is_spelt(written: str) -> None:
    assert matched(f"Kính gửi\n{written}\nNV1: xong") == (FINANCE, "code")


def test_code_in_the_quotation_counts() -> None:
    assert matched("NV1: xong\n\n> Mã yêu cầu: CDS-2026-STC-7KF3") == (FINANCE, "code")


def test_code_in_html_counts() -> None:
    assert matched(html="<p>Mã yêu cầu: <b>CDS-2026-STC-7KF3</b></p>") == (FINANCE, "code")


def test_code_in_the_subject_comes_last() -> None:
    assert matched("NV1: xong", subject="Re: [CDS-2026-STC-7KF3] Đề nghị") == (FINANCE, "subject")


@pytest.mark.parametrize(
    "text", ["NV1: đã hoàn thành", "CDS-2026-STC-7KF4", "CDS-2026-STC", "145/KH-UBND", "2026-11-13"]
)
def test_nothing_else_names_a_request(text: str) -> None:
    assert matched(text, subject="Re: Đề nghị xác nhận kết quả nhiệm vụ năm 2026") is None
