"""`dondoc read` as a person types it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.command import Run

MAIL = """\
From: so-b@tinh.example
To: office@so-a.example
Subject: Re: bao cao
Message-ID: <1@so-b.example>
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

NV1: đã hoàn thành, 2 lớp
NV2: đang thực hiện
"""


def test_read_shows_what_is_understood_of_a_mail(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_text(MAIL, encoding="utf-8")

    read = run("read", "a.eml", "--request", "nam-2026/so-b", "--json").json
    words = run("--lang", "en", "read", "a.eml", "--request", "nam-2026/so-b")

    assert (read["kind"], read["matched_by"], read["sender"]["known"]) == ("reply", "given", True)
    assert [(item["task"], item["status"], item["figures"]) for item in read["items"]] == [
        (1, "done", {"lop": 2}),
        (2, "in_progress", {}),
    ]
    assert words.code == 0
    assert "nam-2026/so-b" in words.out


def test_read_without_a_ledger_finds_no_request_and_guesses_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_text(MAIL, encoding="utf-8")

    read = run("read", "a.eml", "--json").json

    assert (read["request"], read["items"]) == (None, [])
    assert read["review"]


@pytest.mark.parametrize("content", [b"", b"\x00\xff\xfe", b"no header at all", b"From: x\n" * 5000])
def test_read_survives_what_is_hardly_a_mail(run: Run, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.eml").write_bytes(content)

    ended = run("read", "a.eml", "--request", "nam-2026/so-b", "--json")

    assert ended.code == 0
    assert ended.json["items"] == []
