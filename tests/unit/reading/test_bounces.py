from __future__ import annotations

import pytest

from dondoc.mail import InboundMail
from dondoc.reading.bounces import bounces_of
from dondoc.reading.reader import read_reply
from tests.unit.reading.plans import PLAN, context


def returned(
    text: str,
    *status: str,
    subject: str = "Undelivered Mail Returned to Sender",
    sender: str | None = "mailer-daemon@mx.example",
) -> InboundMail:
    headers = (("return-path", "<>"),)
    return InboundMail("0" * 64, 1, sender=sender, subject=subject, text=text, headers=headers, delivery_status=status)


def report(status: str, diagnostic: str = "smtp; 550 no", action: str = "failed") -> str:
    return f"Reporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; vanthu@sotc.example\nAction: {action}\nStatus: {status}\nDiagnostic-Code: {diagnostic}"


@pytest.mark.parametrize(
    ("status", "diagnostic", "is_hard"),
    [
        ("5.1.1", "smtp; 550 5.1.1 User unknown", True),
        ("5.1.10", "smtp; 550 5.1.10 RecipientNotFound", True),
        ("5.4.1", "smtp; 550 5.4.1 Recipient address rejected: Access denied", True),
        ("5.2.2", "smtp; 554 5.2.2 mailbox full", False),
        ("5.7.1", "smtp; 550 5.7.1 rejected as spam", False),
        ("4.4.1", "smtp; connection timed out", False),
        ("5.3.4", "smtp; 552 message size exceeds limit", False),
        ("5.0.0", "smtp; 550 hộp thư không tồn tại", True),
    ],
)
def test_dead_addresses_are_told_from_full_boxes(status: str, diagnostic: str, is_hard: bool) -> None:
    (bounce,) = bounces_of(returned("", report(status, diagnostic)))

    assert (bounce.address, bounce.is_hard) == ("vanthu@sotc.example", is_hard)


def test_delayed_mail_is_no_dead_address() -> None:
    (bounce,) = bounces_of(returned("", report("5.1.1", action="delayed")))

    assert not bounce.is_hard


def test_delivered_copies_in_a_report_are_no_bounce() -> None:
    assert bounces_of(returned("", report("2.0.0", action="delivered"))) == ()


@pytest.mark.parametrize(
    ("text", "is_hard"),
    [
        (
            "Hi. This is the qmail-send program.\n<vanthu@sotc.example>:\nSorry, no mailbox here by that name. (#5.1.1)",
            True,
        ),
        (
            "Thư của bạn không gửi được tới vanthu@sotc.example vì không tìm thấy địa chỉ.\n550 5.1.1 does not exist",
            True,
        ),
        ("Không thể chuyển thư tới vanthu@sotc.example.\nHộp thư của người nhận đã đầy.", False),
        ("This is a temporary problem delivering to vanthu@sotc.example: 451 4.3.0 try again later", False),
    ],
)
def test_words_tell_where_there_is_no_report(text: str, is_hard: bool) -> None:
    (bounce,) = bounces_of(returned(text))

    assert (bounce.address, bounce.is_hard) == ("vanthu@sotc.example", is_hard)


@pytest.mark.parametrize(
    "subject",
    [
        "Undeliverable: x",
        "Không gửi được: x",
        "Thư bị trả lại",
        "Delivery Status Notification (Failure)",
        "Mail delivery failed",
    ],
)
def test_returned_mail_is_kept_before_the_officer_and_confirms_nothing(subject: str) -> None:
    mail = returned("vanthu@sotc.example: user unknown\nNV1: đã hoàn thành", subject=subject)

    reply = read_reply(mail, plan=PLAN, context=context())

    assert (reply.kind, reply.items, bool(reply.review)) == ("bounce", (), True)


def test_person_writing_about_undelivered_mail_is_no_bounce() -> None:
    mail = InboundMail(
        "0" * 64, 1, sender="vanthu@sotc.minhha.example", subject="Re: thư không gửi được", text="NV1: đã hoàn thành"
    )

    assert read_reply(mail, plan=PLAN, context=context()).kind == "reply"


def test_every_failed_address_is_named_and_those_that_will_never_work_first() -> None:
    full = report("5.2.2", "smtp; 552 mailbox full")
    gone = report("5.1.1", "smtp; 550 user unknown").replace("vanthu@sotc", "phong@sotc")

    reply = read_reply(returned("", f"{full}\n\n{gone}"), plan=PLAN, context=context())

    assert [(bounce.address, bounce.is_hard) for bounce in reply.bounces] == [
        ("phong@sotc.example", True),
        ("vanthu@sotc.example", False),
    ]
    assert len(reply.review) == 2


POSTFIX_WORDS = """This is the mail system at host mx.example.

I'm sorry to have to inform you that your message could not
be delivered to one or more recipients.

<vanthu@sotc.example>: host mail.sotc.example said: 550 5.1.1 User unknown

<phong@sotc.example>: host mail.sotc.example said: 452 4.2.2 Mailbox full

--- Below this line is a copy of the message.

From: cds@sokhcn.minhha.example
Cc: giamdoc@sotc.example
"""


@pytest.mark.parametrize("mark", ["", "  * ", "- "])
def test_each_address_that_opens_a_line_has_the_words_behind_it(mark: str) -> None:
    found = bounces_of(returned(POSTFIX_WORDS.replace("\n<", f"\n{mark}<")), ("cds@sokhcn.minhha.example",))

    assert [(bounce.address, bounce.is_hard) for bounce in found] == [
        ("vanthu@sotc.example", True),
        ("phong@sotc.example", False),
    ]


def test_addresses_listed_above_one_reason_share_it() -> None:
    text = "Delivery has failed to these recipients:\n\nvanthu@sotc.example\nphong@sotc.example\n\n550 5.1.10 RESOLVER.ADR.RecipientNotFound; not found"

    found = bounces_of(returned(text))

    assert [(bounce.address, bounce.is_hard) for bounce in found] == [
        ("vanthu@sotc.example", True),
        ("phong@sotc.example", True),
    ]
