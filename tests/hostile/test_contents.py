"""What strangers write reaches people as plain text, whatever it tries to be, in every document and on every screen."""

from __future__ import annotations

import io
import os
import stat
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from email import message_from_bytes
from pathlib import Path

import openpyxl
import pytest
from jinja2.exceptions import SecurityError, UndefinedError

from app.language import translator
from dondoc.errors import PlanError
from dondoc.letters.identity import OfficeIdentity
from dondoc.plan.load import load_plan
from notifiers.compose import Composer
from tests.app.desk import OPENS, PLAN, make_room
from tests.app.home import Home, close_period, make_home
from tests.unit.letters.every import every_letter

OPENS_AT = datetime(2026, 10, 30, 1, tzinfo=UTC)
HOSTILE = (
    '=HYPERLINK("http://khac.example","bấm đây")',
    "=cmd|' /C calc'!A0",
    "@SUM(1+1)",
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    "[bấm đây](http://khac.example)",
    "![ảnh](http://khac.example/x.png)",
    "</w:t><w:instrText>DDEAUTO c:\\\\calc</w:instrText>",
    "{{ office.__class__ }} {% include '/etc/passwd' %}",
    "\x00\x08\x1b[31m\u2066gnp.exe\ufeff\ud7ff",
    "javascript:alert(1)",
    "| cột | khác |\n|---|---|",
)


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    """Both agencies answer with everything that documents might obey, as notes, obstacles and proposals."""
    made = make_home(tmp_path / "office")
    text = "\n".join(f"NV1: đã hoàn thành {index} lớp, {line}" for index, line in enumerate(HOSTILE[:1], 1))
    rest = "\n".join(HOSTILE)
    for number, line in enumerate(HOSTILE):
        made.room.write(
            "so-c@tinh.example",
            f"NV1: đã hoàn thành, 3 lớp; {line}\n\nKhó khăn, vướng mắc: {line}\n\n"
            f"Đề xuất, kiến nghị: {line}\n{rest}\n{text}",
            agency="so-c",
            message_id=f"<x{number}@tinh.example>",
            files={f"=HYPERLINK(1)<script>{number}.pdf": b"%PDF-1.4"},
        )
    made.room.collect(OPENS)
    close_period(made)
    yield made
    made.ledger.close()


def documents(home: Home) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (home.settings.home / "reports").rglob("*.*")}


def named(files: dict[str, bytes], suffix: str) -> bytes:
    return next(content for name, content in files.items() if name.endswith(suffix))


def test_what_agencies_wrote_is_in_the_report_and_none_of_it_is_alive(home: Home) -> None:
    files = documents(home)

    page = named(files, ".html").decode()
    assert "&lt;script&gt;" in page
    assert "<script" not in page
    assert 'onerror="' not in page
    assert "<img" not in page
    assert 'href="http://khac' not in page
    assert 'href="javascript' not in page
    assert "](http" not in named(files, ".md").decode().replace("\\](", "").replace("\\]\\(", "")
    assert "<script>" not in named(files, ".md").decode().replace("\\<script", "")


def test_no_cell_of_the_workbook_is_a_formula_or_a_link(home: Home) -> None:
    book = openpyxl.load_workbook(io.BytesIO(named(documents(home), ".xlsx")))

    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    texts = " ".join(str(cell.value) for cell in cells)
    assert "HYPERLINK" in texts
    assert [cell.value for cell in cells if cell.data_type == "f"] == []
    assert [cell.hyperlink.target for cell in cells if cell.hyperlink and cell.hyperlink.target] == []


def test_the_word_file_holds_no_field_no_link_and_no_outside_part(home: Home) -> None:
    with zipfile.ZipFile(io.BytesIO(named(documents(home), ".docx"))) as parts:
        body = parts.read("word/document.xml").decode()
        relations = "".join(parts.read(name).decode() for name in parts.namelist() if name.endswith(".rels"))

    assert "HYPERLINK" in body
    assert "DDEAUTO" in body
    assert "<w:hyperlink" not in body
    assert "DDEAUTO" not in "".join(piece.partition("</w:instrText>")[0] for piece in body.split("<w:instrText")[1:])
    assert "khac.example" not in relations


def test_the_words_back_to_agencies_carry_no_header_and_no_element_of_theirs(home: Home) -> None:
    mails = [message_from_bytes(sent.raw) for sent in home.room.notifier.sent]

    assert {len(mail.get_all(name, [])) for mail in mails for name in ("Subject", "From", "To", "Message-ID")} == {1}
    for mail in mails:
        for part in mail.walk():
            if part.get_content_type() == "text/html":
                content = part.get_payload(decode=True)
                assert isinstance(content, bytes)
                assert b"<script" not in content
                assert b"<img" not in content


@pytest.mark.parametrize("key", ["name: Sở Bình", "content: Phổ biến quyết định", "title: Báo cáo năm {year}"])
def test_no_name_in_the_plan_adds_a_header_to_a_mail(tmp_path: Path, key: str) -> None:
    name, _, value = key.partition(": ")
    text = PLAN.replace(key, f'{name}: "{value}\\r\\nBcc: la@khac.example\\r\\n\\r\\nx"')
    try:
        room = make_room(tmp_path, text)
    except PlanError:
        return  # the language may refuse it as well
    room.remind(OPENS)

    for sent in room.notifier.sent:
        assert message_from_bytes(sent.raw)["Bcc"] is None
        assert "la@khac.example" not in sent.recipients


@pytest.mark.parametrize(
    "template",
    [
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ letter.__init__.__globals__ }}",
        "{{ office.__class__.__init__.__globals__['__builtins__'] }}",
        "{{ translate.__globals__ }}",
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{% include '/etc/passwd' %}",
        "{% include '../../../../etc/passwd' %}",
        "{% set x = letter.to.append('la@khac.example') %}",
    ],
)
def test_a_template_of_the_office_reaches_nothing_but_its_letter(tmp_path: Path, template: str) -> None:
    for name in ("ask.txt.j2", "ask.html.j2"):
        (tmp_path / name).write_text(template, encoding="utf-8")
    identity = OfficeIdentity("Sở An", "office@so-a.example")
    composer = Composer(identity, translate=translator("vi"), own_templates=tmp_path)
    letter = every_letter()["first"]

    with pytest.raises(Exception) as refused:  # noqa: PT011 — Jinja2 has many names for it; none is a success
        composer.compose(letter, (), OPENS_AT)

    assert (
        isinstance(refused.value, (SecurityError, UndefinedError))
        or "passwd" in str(refused.value)
        or "append" in str(refused.value)
    )


def test_everything_under_home_is_for_the_owner_alone(tmp_path: Path) -> None:
    before = os.umask(0)
    home = make_home(tmp_path / "office")
    close_period(home)
    home.ledger.close()
    os.umask(before)

    for path in [home.settings.home, *home.settings.home.rglob("*")]:
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path


def test_yaml_bombs_are_refused_in_moments() -> None:
    laughs = "\n".join(f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12))
    merges = "\n".join(f"b{n}: &b{n} {{<<: [{','.join([f'*b{n - 1}'] * 9)}]}}" for n in range(1, 12))
    for bomb in (
        f"a0: &a0 [x]\n{laughs}\n",
        f"b0: &b0 {{x: 1}}\n{merges}\n",
        "[" * 50_000,
        "a: " * 20_000,
        "? " * 20_000,
        "!!python/object/apply:os.system [id]",
    ):
        with pytest.raises(PlanError):
            load_plan(bomb)
