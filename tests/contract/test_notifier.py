"""What every Notifier does, whether it reaches a real SMTP server or only remembers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Protocol

import pytest

from dondoc.errors import MailError, PermanentMailError, TemporaryMailError, UncertainMailError
from dondoc.mail import OutboundMail
from dondoc.messages import say
from dondoc.ports import Notifier
from notifiers.recording import RecordingNotifier
from notifiers.smtp import SmtpNotifier, SmtpSettings
from tests.adapters.smtp_server import HANG_UP, ScriptedServer, running

CLERK = "vanthu@syt.example"
CHIEF = "lanhdao@syt.example"
AIDE = "thuky@syt.example"


class World(Protocol):
    """A notifier and the far side of it: how it is told to answer, and what reached it."""

    @property
    def notifier(self) -> Notifier: ...

    def answer_next(self, code: int) -> None: ...

    def lose_next(self) -> None: ...

    def refuse(self, address: str, words: str = "550 no such user") -> None: ...

    def delivered(self) -> list[tuple[tuple[str, ...], bytes]]: ...


class RecordedWorld:
    def __init__(self) -> None:
        self.notifier = RecordingNotifier()

    def answer_next(self, code: int) -> None:
        error = TemporaryMailError if code < 500 else PermanentMailError
        self.notifier.failing.append(error(say("told to fail"), code))

    def lose_next(self) -> None:
        self.notifier.failing.append(UncertainMailError(say("told to vanish")))

    def refuse(self, address: str, words: str = "550 no such user") -> None:
        self.notifier.refusing[address] = words

    def delivered(self) -> list[tuple[tuple[str, ...], bytes]]:
        return [
            (tuple(to for to in mail.recipients if to not in self.notifier.refusing), mail.raw)
            for mail in self.notifier.sent
        ]


class SmtpWorld:
    def __init__(self, server: ScriptedServer) -> None:
        self.server = server
        self.notifier = SmtpNotifier(
            SmtpSettings(host="127.0.0.1", port=server.port, security="none", timeout_seconds=5)
        )

    def answer_next(self, code: int) -> None:
        self.server.on_data.append(f"{code} as told")

    def lose_next(self) -> None:
        self.server.on_data.append(HANG_UP)

    def refuse(self, address: str, words: str = "550 no such user") -> None:
        self.server.refusing[address] = words

    def delivered(self) -> list[tuple[tuple[str, ...], bytes]]:
        return self.server.arrived


@contextmanager
def recorded_world() -> Iterator[World]:
    yield RecordedWorld()


@contextmanager
def smtp_world() -> Iterator[World]:
    with running(ScriptedServer()) as server:
        yield SmtpWorld(server)


@contextmanager
def pipelining_world() -> Iterator[World]:
    with running(ScriptedServer(is_pipelining=True)) as server:
        yield SmtpWorld(server)


@pytest.fixture(params=[recorded_world, smtp_world, pipelining_world], ids=["recording", "smtp", "pipelining"])
def world(request: pytest.FixtureRequest) -> Iterator[World]:
    make: Callable[[], AbstractContextManager[World]] = request.param
    with make() as made:
        yield made


def a_mail(name: str = "1", *recipients: str) -> OutboundMail:
    return OutboundMail(
        message_id=f"{name}@office.example",
        envelope_from="office@office.example",
        recipients=recipients or (CLERK,),
        subject=f"Thư {name}",
        raw=f"Subject: {name}\r\n\r\n.Bao cao\r\n".encode(),
    )


def test_mail_reaches_its_recipients_byte_for_byte(world: World) -> None:
    mail = a_mail("1", CLERK, CHIEF)

    result = world.notifier.send(mail)

    assert world.delivered() == [((CLERK, CHIEF), mail.raw)]
    assert result.refused == {}


def test_wave_goes_out_in_order(world: World) -> None:
    mails = [a_mail(str(number)) for number in range(5)]

    with world.notifier.connected() as wave:
        for mail in mails:
            wave.send(mail)

    assert [raw for _, raw in world.delivered()] == [mail.raw for mail in mails]


def test_refused_recipient_is_named_and_the_others_get_the_mail(world: World) -> None:
    world.refuse(CHIEF)

    result = world.notifier.send(a_mail("1", CLERK, CHIEF))

    assert [recipients for recipients, _ in world.delivered()] == [(CLERK,)]
    assert result.refused == {CHIEF: "550 no such user"}


@pytest.mark.parametrize("code", [450, 452])
def test_a_recipient_put_off_is_told_from_one_refused_for_good(world: World, code: int) -> None:
    world.refuse(CHIEF, f"{code} later")
    world.refuse(AIDE)

    result = world.notifier.send(a_mail("1", CLERK, CHIEF, AIDE))

    assert [recipients for recipients, _ in world.delivered()] == [(CLERK,)]
    assert (result.put_off, result.refused) == ({CHIEF: code}, {CHIEF: f"{code} later", AIDE: "550 no such user"})


def test_mail_that_somebody_may_get_later_is_refused_for_now(world: World) -> None:
    world.refuse(CLERK)
    world.refuse(CHIEF, "450 later")

    with pytest.raises(TemporaryMailError) as raised:
        world.notifier.send(a_mail("1", CLERK, CHIEF))

    assert raised.value.code == 450
    assert world.delivered() == []


def test_mail_that_nobody_would_get_is_permanently_refused(world: World) -> None:
    world.refuse(CLERK)

    with pytest.raises(PermanentMailError) as raised:
        world.notifier.send(a_mail())

    assert raised.value.code == 550
    assert world.delivered() == []


@pytest.mark.parametrize("code", [421, 450, 452])
def test_4xx_is_a_temporary_failure_with_its_code(world: World, code: int) -> None:
    world.answer_next(code)

    with pytest.raises(TemporaryMailError) as raised:
        world.notifier.send(a_mail())

    assert raised.value.code == code


@pytest.mark.parametrize("code", [550, 552, 554])
def test_5xx_is_a_permanent_failure_with_its_code(world: World, code: int) -> None:
    world.answer_next(code)

    with pytest.raises(PermanentMailError) as raised:
        world.notifier.send(a_mail())

    assert raised.value.code == code


def test_mail_whose_fate_is_unknown_is_reported_as_such(world: World) -> None:
    world.lose_next()

    with pytest.raises(UncertainMailError):
        world.notifier.send(a_mail())


@pytest.mark.parametrize("failure", [421, 452, 550, None], ids=["421", "452", "550", "lost"])
def test_one_failed_mail_does_not_stop_the_wave(world: World, failure: int | None) -> None:
    if failure is None:
        world.lose_next()
    else:
        world.answer_next(failure)

    with world.notifier.connected() as wave:
        with pytest.raises(MailError):
            wave.send(a_mail("1"))
        wave.send(a_mail("2"))

    assert [raw for _, raw in world.delivered()] == [a_mail("2").raw]


def test_the_sender_has_time_of_its_own_while_a_mail_is_taken(world: World) -> None:
    calls: list[str] = []

    world.notifier.send(a_mail(), meanwhile=lambda: calls.append("once"))

    assert calls == ["once"]


def test_who_never_saw_the_text_leaves_no_time(world: World) -> None:
    calls: list[str] = []
    world.refuse(CLERK)

    with pytest.raises(PermanentMailError):
        world.notifier.send(a_mail(), meanwhile=lambda: calls.append("once"))

    assert calls == []


def test_a_mail_in_doubt_left_time_before_the_line_was_lost(world: World) -> None:
    calls: list[str] = []
    world.lose_next()

    with pytest.raises(UncertainMailError):
        world.notifier.send(a_mail(), meanwhile=lambda: calls.append("once"))

    assert calls == ["once"]
