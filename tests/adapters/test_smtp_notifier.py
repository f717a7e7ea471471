"""SmtpNotifier against a real server: connections, encryption, logins, and what only SMTP can do wrong."""

from __future__ import annotations

import pickle
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from dondoc.errors import PermanentMailError, SettingsError, TemporaryMailError, UncertainMailError
from dondoc.mail import OutboundMail
from notifiers.smtp import SmtpNotifier, SmtpSettings
from tests.adapters.smtp_server import CLERK, HANG_UP, OFFICE, STAY_SILENT, ScriptedServer, a_mail


def notifier_for(server: ScriptedServer, *, timeout_seconds: float = 5) -> SmtpNotifier:
    return SmtpNotifier(
        SmtpSettings(host="127.0.0.1", port=server.port, security="none", timeout_seconds=timeout_seconds)
    )


def test_wave_uses_one_connection(server: ScriptedServer) -> None:
    with notifier_for(server).connected() as wave:
        for number in range(20):
            wave.send(a_mail(str(number)))

    assert len(server.delivered) == 20
    assert server.connections == 1


def test_empty_wave_opens_no_connection(server: ScriptedServer) -> None:
    with notifier_for(server).connected():
        pass

    assert server.connections == 0


@pytest.mark.parametrize("answer", ["421 too many mails on this connection", HANG_UP])
def test_connection_closed_between_two_mails_is_opened_anew(server: ScriptedServer, answer: str) -> None:
    with notifier_for(server).connected() as wave:
        wave.send(a_mail("1"))
        server.on_mail.append(answer)
        wave.send(a_mail("2"))

    assert len(server.delivered) == 2
    assert server.connections == 2


def test_server_that_hangs_up_at_once_is_a_temporary_failure(server: ScriptedServer) -> None:
    server.on_mail.append(HANG_UP)

    with pytest.raises(TemporaryMailError):
        notifier_for(server).send(a_mail())


def test_absent_server_is_a_temporary_failure_that_names_it() -> None:
    notifier = SmtpNotifier(SmtpSettings(host="127.0.0.1", port=1, security="none", timeout_seconds=1))

    with pytest.raises(TemporaryMailError, match=r"127\.0\.0\.1:1"):
        notifier.send(a_mail())


def test_silence_before_the_text_is_temporary(server: ScriptedServer) -> None:
    server.on_mail.append(STAY_SILENT)

    with pytest.raises(TemporaryMailError):
        notifier_for(server, timeout_seconds=0.2).send(a_mail())


def test_silence_after_the_text_leaves_the_mail_in_doubt(server: ScriptedServer) -> None:
    server.on_data.append(STAY_SILENT)

    with pytest.raises(UncertainMailError):
        notifier_for(server, timeout_seconds=0.2).send(a_mail())


def test_recipient_put_off_makes_the_whole_mail_wait(server: ScriptedServer) -> None:
    server.refusing = {CLERK: "450 greylisted"}

    with pytest.raises(TemporaryMailError, match="greylisted") as raised:
        notifier_for(server).send(a_mail())

    assert raised.value.code == 450


@pytest.mark.parametrize("answer", ["421 going down", HANG_UP])
def test_server_that_leaves_at_a_recipient_does_not_stop_the_wave(server: ScriptedServer, answer: str) -> None:
    server.refusing = {CLERK: answer}

    with notifier_for(server).connected() as wave:
        with pytest.raises(TemporaryMailError):
            wave.send(a_mail("1"))
        server.refusing = {}
        wave.send(a_mail("2"))

    assert len(server.delivered) == 1


def test_server_that_stays_away_between_two_mails_is_a_temporary_failure(server: ScriptedServer) -> None:
    with notifier_for(server).connected() as wave:
        wave.send(a_mail("1"))
        server.on_mail += [HANG_UP, HANG_UP]
        with pytest.raises(TemporaryMailError):
            wave.send(a_mail("2"))

    assert len(server.delivered) == 1


def test_a_mail_that_nobody_may_get_does_not_stop_the_wave(server: ScriptedServer) -> None:
    server.refusing = {CLERK: "550 no such user"}

    with notifier_for(server).connected() as wave:
        with pytest.raises(PermanentMailError):
            wave.send(a_mail("1", CLERK, OFFICE))
        server.refusing = {}
        wave.send(a_mail("2", CLERK, OFFICE))

    assert [recipients for recipients, _ in server.arrived] == [(CLERK, OFFICE)]


def test_refusals_are_told_recipient_by_recipient(server: ScriptedServer) -> None:
    server.refusing = {"b@syt.example": "550 no such user", "d@syt.example": "450 greylisted"}

    result = notifier_for(server).send(a_mail("1", *(f"{name}@syt.example" for name in "abcde")))

    assert result.refused == {"b@syt.example": "550 no such user", "d@syt.example": "450 greylisted"}
    assert server.delivered[0].rcpt_tos == ["a@syt.example", "c@syt.example", "e@syt.example"]


@pytest.mark.parametrize("to", ["a@syt.example>\r\nRCPT TO:<b@syt.example", "văn-thư@syt.example"])
def test_no_address_adds_a_command(server: ScriptedServer, to: str) -> None:
    result = notifier_for(server).send(a_mail("1", CLERK, to))

    assert list(result.refused) == [to]
    assert server.delivered[0].rcpt_tos == [CLERK]


@pytest.mark.parametrize("sender", ["nhạc-việc@stttt.example", "a@b.example>\r\nRSET\r\nMAIL FROM:<c@d.example"])
def test_a_sender_that_is_no_address_is_refused_for_good(server: ScriptedServer, sender: str) -> None:
    with pytest.raises(PermanentMailError, match="553"):
        notifier_for(server).send(a_mail(sender=sender))

    assert server.delivered == []


@pytest.mark.parametrize("raw", [b".\r\n", b"..\n.\r\n", b"a\r.b", b"\r\n.\r\n.\r\n", b""])
def test_no_line_of_a_mail_ends_it(server: ScriptedServer, raw: bytes) -> None:
    notifier_for(server).send(replace(a_mail(), raw=b"Subject: 1\r\n\r\n" + raw))

    lines = raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n").replace(b"\n", b"\r\n")
    (arrived,) = server.arrived
    assert arrived[1].removesuffix(b"\r\n") == (b"Subject: 1\r\n\r\n" + lines).removesuffix(b"\r\n")


@pytest.mark.parametrize("sender", [OFFICE, "nhacviec+QCN-2026-SYT-7KF3@stttt.example"], ids=["plain", "verp"])
def test_copy_to_the_office_alone_does_not_count_as_sent(server: ScriptedServer, sender: str) -> None:
    server.refusing = {CLERK: "550 no such user"}

    with pytest.raises(PermanentMailError):
        notifier_for(server).send(a_mail("1", CLERK, OFFICE, sender=sender))

    assert server.delivered == []


def test_mail_to_the_office_itself_is_sent(server: ScriptedServer) -> None:
    notifier_for(server).send(a_mail("1", OFFICE))

    assert server.delivered[0].rcpt_tos == [OFFICE]


def test_envelope_sender_is_the_one_of_the_mail(server: ScriptedServer) -> None:
    notifier_for(server).send(a_mail(sender="nhacviec+QCN@stttt.example"))

    assert server.delivered[0].mail_from == "nhacviec+QCN@stttt.example"


def test_non_ascii_recipient_is_refused_without_harming_the_others(server: ScriptedServer) -> None:
    result = notifier_for(server).send(a_mail("1", CLERK, "văn-thư@syt.example"))

    assert list(result.refused) == ["văn-thư@syt.example"]


def test_made_up_address_never_leaves_for_a_real_server() -> None:
    notifier = SmtpNotifier(SmtpSettings(host="smtp.khanhhoa.example", port=587))

    with pytest.raises(PermanentMailError, match="made-up"):
        notifier.send(a_mail("1", "that@khanhhoa.test", CLERK))


def test_plain_text_connection_is_for_the_loopback_only() -> None:
    with pytest.raises(SettingsError):
        SmtpNotifier(SmtpSettings(host="smtp.khanhhoa.example", port=25, security="none"))


def test_threads_share_a_notifier_without_mixing_mails(server: ScriptedServer) -> None:
    notifier = notifier_for(server)
    mails = [a_mail(str(number), f"a{number}@syt.example") for number in range(40)]

    def send_some(part: list[OutboundMail]) -> None:
        with notifier.connected() as wave:
            for mail in part:
                wave.send(mail)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(send_some, [mails[start::4] for start in range(4)]))

    assert set(server.arrived) == {(mail.recipients, mail.raw) for mail in mails}
    assert server.connections == 4


def test_failure_travels_between_processes(server: ScriptedServer) -> None:
    server.on_data.append("452 disk full")

    with pytest.raises(TemporaryMailError) as raised:
        notifier_for(server).send(a_mail())

    copy = pickle.loads(pickle.dumps(raised.value))
    assert (str(copy), copy.code) == (str(raised.value), 452)
