"""The mail sandbox behaves like the mail server of an office, over real SMTP on loopback."""

from __future__ import annotations

import smtplib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.utils import parsedate_to_datetime
from pathlib import Path

import pytest

from app.delivery import Failure
from app.sandbox import MailSandbox
from collectors.maildir import MaildirCollector

OFFICE = "vanthu@stttt.example"
CLERK = "vanthu@syt.example"
MORNING = datetime(2026, 10, 30, 0, 30, tzinfo=UTC)
RAW = "Subject: Báo cáo\r\nMessage-ID: <1@stttt.example>\r\n\r\nKính gửi\r\n.một dấu chấm\r\n".encode()


@pytest.fixture
def sandbox(tmp_path: Path) -> Iterator[MailSandbox]:
    with MailSandbox(tmp_path / "mail", now=lambda: MORNING) as running:
        yield running


def send(sandbox: MailSandbox, *to: str, sender: str = OFFICE, raw: bytes = RAW) -> dict[str, tuple[int, bytes]]:
    with smtplib.SMTP("127.0.0.1", sandbox.port, timeout=10) as client:
        return client.sendmail(sender, to, raw, ["BODY=8BITMIME"])


def test_every_recipient_gets_the_mail_as_it_was_sent(sandbox: MailSandbox) -> None:
    send(sandbox, CLERK, "vanthu@snv.example")

    for address in (CLERK, "vanthu@snv.example"):
        [mail] = sandbox.mails(address)
        assert mail.raw.endswith(RAW.replace(b"\r\n", b"\n"))
    assert sandbox.addresses == ("vanthu@snv.example", CLERK)


def test_a_delivered_mail_says_which_way_it_came(sandbox: MailSandbox) -> None:
    send(sandbox, OFFICE.upper(), sender=CLERK)

    [mail] = sandbox.mails(OFFICE)
    headers = message_from_bytes(mail.raw)
    assert headers["Return-Path"] == f"<{CLERK}>"
    assert "by mail.sandbox.test with ESMTP" in headers["Received"]
    assert parsedate_to_datetime(headers["Received"].rpartition(";")[2].strip()) == MORNING


def test_a_plus_address_reaches_the_mailbox_and_stays_known(sandbox: MailSandbox) -> None:
    send(sandbox, "vanthu+QCN-2026-SYT-7KF3@stttt.example")

    [mail] = sandbox.mails(OFFICE)
    headers = message_from_bytes(mail.raw)
    assert headers["Delivered-To"] == "vanthu+QCN-2026-SYT-7KF3@stttt.example"
    assert headers["X-Original-To"] == headers["Delivered-To"]


def test_delivery_follows_the_clock_it_is_given(tmp_path: Path) -> None:
    moments = iter([MORNING + timedelta(days=30), MORNING])
    with MailSandbox(tmp_path, now=lambda: next(moments)) as sandbox:
        send(sandbox, CLERK)
        send(sandbox, CLERK)

    assert [mail.received_at for mail in sandbox.mails(CLERK)] == [MORNING, MORNING + timedelta(days=30)]


def test_mails_of_one_moment_stay_in_the_order_of_sending(sandbox: MailSandbox) -> None:
    sent = [b"Subject: %d\r\n\r\n" % number for number in range(12)]

    for raw in sent:
        send(sandbox, CLERK, raw=raw)

    assert [mail.raw.splitlines()[-2] for mail in sandbox.mails(CLERK)] == [raw.strip() for raw in sent]


def test_mail_that_was_taken_is_read_but_kept(sandbox: MailSandbox) -> None:
    send(sandbox, CLERK)

    taken = sandbox.take(CLERK)

    assert len(taken) == 1
    assert sandbox.take(CLERK) == ()
    assert len(list((sandbox.maildir(CLERK) / ".Da-doc" / "cur").iterdir())) == 1


def test_the_folder_serves_a_collector_and_outlives_the_server(tmp_path: Path) -> None:
    for _ in range(2):
        with MailSandbox(tmp_path, now=lambda: MORNING) as sandbox:
            send(sandbox, OFFICE)

    assert len(list(MaildirCollector(sandbox.maildir(OFFICE)).fetch())) == 2


def test_an_unreachable_recipient_makes_a_delivery_status_notice(sandbox: MailSandbox) -> None:
    sandbox.bounce(CLERK)

    refused = send(sandbox, CLERK, "vanthu@snv.example", sender="vanthu+7KF3@stttt.example")

    assert refused == {}
    assert sandbox.mails(CLERK) == ()
    assert len(sandbox.mails("vanthu@snv.example")) == 1
    [mail] = sandbox.mails(OFFICE)
    notice = message_from_bytes(mail.raw)
    assert notice["Return-Path"] == "<>"
    assert notice["X-Original-To"] == "vanthu+7KF3@stttt.example"
    assert notice.get_content_type() == "multipart/report"
    assert notice.get_param("report-type") == "delivery-status"
    _report, _text, _status, _mta, group, _attached, returned = notice.walk()
    assert group["Final-Recipient"] == f"rfc822; {CLERK}"
    assert (group["Action"], group["Status"]) == ("failed", "5.1.1")
    assert returned["Message-ID"] == "<1@stttt.example>"


def test_a_full_mailbox_is_a_delay_and_no_failure(sandbox: MailSandbox) -> None:
    sandbox.bounce(CLERK, Failure("4.2.2", "452 4.2.2 Mailbox full"))

    send(sandbox, CLERK)

    [mail] = sandbox.mails(OFFICE)
    assert [part["Action"] for part in message_from_bytes(mail.raw).walk() if "Action" in part] == ["delayed"]


def test_a_notice_that_bounces_makes_no_other(sandbox: MailSandbox) -> None:
    sandbox.bounce(CLERK)
    sandbox.bounce(OFFICE)

    send(sandbox, CLERK)

    assert sandbox.addresses == ()


def test_a_refused_recipient_is_told_at_once_and_the_others_are_served(sandbox: MailSandbox) -> None:
    sandbox.refuse(CLERK)

    refused = send(sandbox, CLERK, "vanthu@snv.example")

    assert refused[CLERK][0] == 550
    assert len(sandbox.mails("vanthu@snv.example")) == 1


@pytest.mark.parametrize("address", ["../../etc@syt.example", "a/b@syt.example"], ids=["parents", "slash"])
def test_no_address_leads_out_of_the_folder(sandbox: MailSandbox, tmp_path: Path, address: str) -> None:
    send(sandbox, address)

    assert len(sandbox.mails(address)) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["mail"]


def test_an_address_without_a_domain_is_refused(sandbox: MailSandbox) -> None:
    with pytest.raises(smtplib.SMTPRecipientsRefused):
        send(sandbox, "..")


def test_where_accounts_are_set_only_they_may_send(tmp_path: Path) -> None:
    with (
        MailSandbox(tmp_path, now=lambda: MORNING, accounts={"office": "open sesame"}) as sandbox,
        smtplib.SMTP("127.0.0.1", sandbox.port, timeout=10) as client,
    ):
        client.ehlo()
        before = client.mail(OFFICE)[0]
        with pytest.raises(smtplib.SMTPAuthenticationError):
            client.login("office", "close sesame")
        client.login("office", "open sesame")
        client.sendmail(OFFICE, [CLERK], RAW, ["BODY=8BITMIME"])

    assert before == 530
    assert len(sandbox.mails(CLERK)) == 1


def test_many_may_send_at_once(sandbox: MailSandbox) -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda number: send(sandbox, CLERK, raw=b"Subject: %d\r\n\r\n" % number), range(80)))

    assert len({mail.raw for mail in sandbox.mails(CLERK)}) == 80
