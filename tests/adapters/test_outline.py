"""The report's text comes from a template the office may edit: a slip in it is told, and it can reach nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from dondoc.errors import InputError
from dondoc.report.build import build_report
from dondoc.report.model import Report
from dondoc.text import plain
from renderers.outline import OUTLINE, Block, outline
from renderers.plain import one_line
from renderers.signature import Signature, completed, place_of, symbol_of
from tests.unit.report.builder import CLOSES, cycle, period, request, said, status, year
from tests.unit.report.builder import plan as small_plan


def report_by(template: str = "nam", note: str = "") -> Report:
    requests = (request("so-tttt", (3,), said(3, note=note)),) if note else year()
    return build_report(small_plan(), status(*requests), period(cycle(report=template)), as_of=CLOSES, previous=None)


def office_folder(tmp_path: Path, text: str) -> Path:
    (tmp_path / "nam").mkdir()
    (tmp_path / "nam" / OUTLINE).write_text(text, encoding="utf-8")
    return tmp_path


def test_an_office_may_write_its_own_text(tmp_path: Path) -> None:
    folder = office_folder(tmp_path, "# I. MỞ ĐẦU\n\n. Có {{ report.rates.asked | count }} cơ quan.\n@ objectives\n")

    assert outline(report_by(), folder) == (
        Block("heading1", "I. MỞ ĐẦU"),
        Block("paragraph", "Có 04 cơ quan."),
        Block("table", "objectives"),
    )


def test_a_set_that_is_not_there_falls_back_to_the_usual_one() -> None:
    assert outline(report_by("../khong-co")) == outline(report_by())


@pytest.mark.parametrize(
    "text",
    ["{{ report.khong_co }}", "{% for %}", "không có ký hiệu", "{{ report.__class__.__mro__ }}", "@ bang-la"],
    ids=["unknown name", "broken", "no sign", "beyond the sandbox", "unknown table"],
)
def test_a_fault_of_the_template_is_told(tmp_path: Path, text: str) -> None:
    folder = office_folder(tmp_path, text)

    with pytest.raises(InputError, match="nam"):
        outline(report_by(), folder)


def test_what_an_agency_wrote_never_begins_a_block() -> None:
    blocks = outline(report_by(note="xong\n# I. GIẢ MẠO\n! chỗ giả\r\n@ objectives"))

    assert [block.text for block in blocks if "GIẢ MẠO" in block.text] == [
        "Sở Thông tin và Truyền thông (đã hoàn thành): xong; # I. GIẢ MẠO; ! chỗ giả; @ objectives"
    ]


def test_plain_text_has_no_sign_that_a_program_acts_on() -> None:
    assert plain("a\x00\x07\u202eb\ud800\r\nc") == "ab\nc"
    assert one_line("  Mở lớp.\n\n Bố trí   kinh phí\nthêm ") == "Mở lớp. Bố trí kinh phí; thêm"


def test_blanks_of_the_signature_are_told_from_the_plan() -> None:
    head = report_by().plan

    signature = completed(Signature(), head)

    assert (signature.superior, signature.office) == ("UBND tỉnh Bình Minh", "Sở Thông tin và Truyền thông")
    assert (signature.symbol, signature.place, signature.title) == ("BC-STTTT", "Bình Minh", ("Giám đốc",))


@pytest.mark.parametrize(
    ("office", "symbol"),
    [("Sở Văn hóa, Thể thao và Du lịch", "SVHTTDL"), ("Ủy ban nhân dân tỉnh Khánh Hòa", "UBND"), ("Sở Y tế", "SYT")],
)
def test_the_symbol_is_the_usual_abbreviation(office: str, symbol: str) -> None:
    assert symbol_of(office) == symbol


def test_the_place_is_in_the_name_of_the_body() -> None:
    assert place_of("Ủy ban nhân dân tỉnh Khánh Hòa") == "Khánh Hòa"
    assert place_of("Bộ Thông tin và Truyền thông") == "…………"
