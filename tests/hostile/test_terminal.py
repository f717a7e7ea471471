"""What strangers write is shown on a terminal and never obeyed by it: no codes, no direction marks, no styles."""

from __future__ import annotations

import io
import json
import signal
import sys
from pathlib import Path

import pytest

from cli.context import PlainConsole
from cli.main import main
from tests.app.desk import OPENS
from tests.app.home import Home, make_home

EVIL = "\x1b[2J\x1b]0;tên\x07\x1b]8;;http://khac.example\x1b\\\x9b31m\u202egnp.exe\u200b\x00[red]đỏ[/red]:smile:"
OBEYED = "\x1b\x07\x9b\u202e\u200b\x00"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    """A reply that waits, of somebody who knows what terminals obey."""
    made = make_home(tmp_path / "office")
    made.room.write(
        "la@khac.example", f"NV1: đã hoàn thành 3 lớp {EVIL}\n\nKhó khăn: {EVIL}", files={f"a{EVIL}.pdf": b"%PDF"}
    )
    made.room.collect(OPENS)
    monkeypatch.setenv("DONDOC_HOME", str(made.settings.home))
    monkeypatch.chdir(made.settings.home)
    made.ledger.close()
    return made


def said_by(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *arguments: str) -> str:
    before = signal.getsignal(signal.SIGTERM)
    monkeypatch.setattr(sys, "argv", ["dondoc", *arguments])
    with pytest.raises(SystemExit):
        main()
    signal.signal(signal.SIGTERM, before)
    said = capsys.readouterr()
    return said.out + said.err


@pytest.mark.parametrize("as_terminal", [True, False], ids=["a terminal", "a pipe"])
def test_a_waiting_reply_commands_no_terminal(
    home: Home, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *, as_terminal: bool
) -> None:
    monkeypatch.setenv("FORCE_COLOR" if as_terminal else "NO_COLOR", "1")

    said = said_by(capsys, monkeypatch, "review", "--plan", str(home.settings.plan))

    assert "[red]đỏ[/red]:smile:" in said, "it is shown as it was written"
    assert "gnp.exe" in said
    assert not set(said) & set(OBEYED)


def test_a_mail_that_is_read_by_hand_commands_no_terminal(
    home: Home, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    mail = tmp_path / "thu.eml"
    mail.write_bytes(f"From: la@khac.example\r\nSubject: {EVIL}\r\n\r\nNV1: xong {EVIL}\r\n".encode())

    said = said_by(
        capsys, monkeypatch, "read", str(mail), "--plan", str(home.settings.plan), "--request", "nam-2026/so-b"
    )

    assert "[red]đỏ[/red]" in said
    assert not set(said) & set(OBEYED)


def test_json_says_every_character_and_none_of_them_is_alive(
    home: Home, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    said = said_by(capsys, monkeypatch, "review", "--json", "--plan", str(home.settings.plan))

    assert not set(said) & set(OBEYED)
    assert any("[red]đỏ[/red]" in waiting["text"] for waiting in json.loads(said))


def test_our_own_colours_reach_a_terminal() -> None:
    shown = io.StringIO()

    console = PlainConsole(file=shown, force_terminal=True, color_system="standard", highlight=False, markup=False)
    console.print(EVIL, style="red")

    assert shown.getvalue().startswith("\x1b[31m")
    assert "\x1b]" not in shown.getvalue()
    assert "\x1b[2J" not in shown.getvalue()


def test_a_mail_read_by_hand_is_held_back_as_collect_would(
    home: Home, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    mail = tmp_path / "thu.eml"
    (code,) = [request.code for request in home.room.office.status().requests if request.agency == "so-b"]
    senders = "From: so-b@tinh.example\r\nFrom: la@khac.example\r\n"
    mail.write_bytes(f"{senders}Subject: Re: [{code}]\r\n\r\nNV1: da hoan thanh\r\n".encode())

    said = said_by(capsys, monkeypatch, "read", str(mail), "--json", "--plan", str(home.settings.plan))

    assert json.loads(said)["items"] == []
    assert [item["task"] for item in json.loads(said)["suggestions"]] == [1]
