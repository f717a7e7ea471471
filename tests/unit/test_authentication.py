"""Whose word about a sender is believed: our own server's topmost one, and nobody else's."""

from __future__ import annotations

import pytest

from dondoc.authentication import Authentication, authentication_of, sender_doubts, withheld
from dondoc.mail import InboundMail
from dondoc.reply import Reply, ReplyItem, RequestRef, Sender

OURS = "mx.office.test"
CLERK = "vanthu@syt.tinh.example"
GOOD = (
    f"{OURS}; spf=pass smtp.mailfrom={CLERK}; dkim=pass header.d=tinh.example; dmarc=pass header.from=syt.tinh.example"
)


def mail(*results: str, sender: str = CLERK, others: tuple[tuple[str, str], ...] = ()) -> InboundMail:
    headers = (*(("authentication-results", one) for one in results), *others, ("from", f"Văn thư <{sender}>"))
    return InboundMail(raw_sha256="0" * 64, size=1, sender=sender, headers=headers)


def has_failed(*results: str) -> bool:
    return authentication_of(mail(*results), OURS).has_failed


def test_a_sender_that_passes_everything_is_in_no_doubt() -> None:
    assert authentication_of(mail(GOOD), OURS) == Authentication("pass", "pass", "pass")
    assert sender_doubts(mail(GOOD), OURS) == ()


@pytest.mark.parametrize(
    "results",
    [
        f"spf=pass smtp.mailfrom={CLERK}; dmarc=fail (p=none) header.from=syt.tinh.example",
        f"spf=fail smtp.mailfrom={CLERK}; dkim=fail header.d=tinh.example",
        f"spf=softfail smtp.mailfrom={CLERK}; dkim=none",
        "spf=pass smtp.mailfrom=la@khac.example; dkim=none",
        "spf=pass smtp.mailfrom=la@khac.example; dkim=pass header.d=khac.example",
        "dmarc=pass header.from=khac.example",
        f"dmarc=none; spf=fail smtp.mailfrom={CLERK}",
    ],
    ids=[
        "DMARC fails though SPF passes",
        "SPF and DKIM fail",
        "SPF half fails and nothing is signed",
        "the envelope is a stranger's",
        "envelope and signature are a stranger's",
        "DMARC was asked of another From",
        "no DMARC policy, and SPF fails",
    ],
)
def test_a_sender_whom_nothing_vouches_for_has_failed(results: str) -> None:
    assert has_failed(f"{OURS}; {results}")


@pytest.mark.parametrize(
    "results",
    [
        "spf=fail smtp.mailfrom=chuyen-tiep@khac.example; dkim=pass header.d=syt.tinh.example",
        "spf=pass smtp.mailfrom=vanthu@syt.tinh.example; dkim=fail header.d=tinh.example",
        "dkim=fail header.d=khac.example; dkim=pass header.d=tinh.example; spf=none",
        "spf=none; dkim=none; dmarc=none",
        "spf=temperror smtp.mailfrom=vanthu@syt.tinh.example; dkim=none",
    ],
    ids=[
        "forwarded, but signed",
        "signature broken on the way, envelope right",
        "one of two signatures",
        "nothing is known",
        "DNS was not there",
    ],
)
def test_one_sign_of_the_sender_is_enough_and_silence_is_no_failure(results: str) -> None:
    assert not has_failed(f"{OURS}; {results}")


def test_what_another_server_says_is_not_heard() -> None:
    assert authentication_of(mail("mx.khac.example; dmarc=fail header.from=syt.tinh.example"), OURS) == Authentication()


def test_a_pass_that_the_sender_wrote_below_ours_changes_nothing() -> None:
    ours = f"{OURS}; spf=fail smtp.mailfrom={CLERK}"
    adjacent = mail(ours, GOOD)
    apart = mail(ours, others=(("received", "from la"), ("authentication-results", GOOD)))

    assert authentication_of(adjacent, OURS).has_failed
    assert authentication_of(apart, OURS).has_failed


def test_an_odd_header_of_ours_does_not_let_a_forged_one_speak() -> None:
    assert authentication_of(mail(f"{OURS};;;=", GOOD), OURS) == Authentication()


@pytest.mark.parametrize(
    "odd", ["", ";", "\x00", "=?utf-8?q?=", f"{OURS}", f"{OURS}; spf", "(" * 9000, f"{OURS}; a=b c"]
)
def test_no_header_is_too_odd(odd: str) -> None:
    assert not authentication_of(mail(odd), OURS).has_failed


@pytest.mark.parametrize(
    "headers",
    [
        (("authentication-results", f"{OURS}; dmarc=fail header.from=syt.tinh.example"),),
        (("authentication-results", f"{OURS}; spf=softfail smtp.mailfrom={CLERK}; dkim=none"),),
        (("received-spf", f"Fail (mailfrom) identity=mailfrom; client-ip=192.0.2.1; envelope-from={CLERK}"),),
        (("received-spf", "SoftFail (protection.test: domain of transitioning)"),),
        (("return-path", "<la@khac.example>"),),
        (("return-path", "<la@khac.example>"), ("return-path", f"<{CLERK}>"), ("authentication-results", GOOD)),
    ],
    ids=[
        "DMARC fails",
        "SPF half fails",
        "a header of SPF's own",
        "the same, as Exchange writes it",
        "the envelope is a stranger's",
        "the same, and the sender vouches for himself",
    ],
)
def test_bad_news_on_top_counts_where_our_servers_name_is_not_set(headers: tuple[tuple[str, str], ...]) -> None:
    assert len(sender_doubts(mail(others=headers), None)) == 1


@pytest.mark.parametrize(
    "headers",
    [
        (),
        (("return-path", f"<{CLERK}>"),),
        (("return-path", "<>"),),
        (("return-path", "<bounce@mail.syt.tinh.example>"), ("received-spf", "Pass (x)")),
        (("return-path", "<vanthu@tinh.example>"), ("received-spf", "None (x)")),
        (("authentication-results", GOOD), ("authentication-results", "relay.khac.example; spf=none")),
        (("received-spf", "Fail (forwarded)"), ("authentication-results", GOOD)),
        (("authentication-results", ";;;"), ("received-spf", "")),
    ],
    ids=[
        "nothing",
        "its own envelope",
        "a notice",
        "a host of the office",
        "the office above",
        "a good word",
        "forwarded, but signed",
        "nothing that can be read",
    ],
)
def test_silence_is_no_bad_news_where_our_servers_name_is_not_set(headers: tuple[tuple[str, str], ...]) -> None:
    assert sender_doubts(mail(others=headers), None) == ()


def test_two_branches_of_one_office_are_related_and_two_offices_are_not() -> None:
    ours = (("return-path", "<bounce@mail.tinh.cq.example>"),)
    other = (("return-path", "<bounce@mail.huyen.cq.example>"),)
    clerk = "vanthu@syt.tinh.cq.example"

    assert sender_doubts(mail(sender=clerk, others=ours), None) == ()
    assert len(sender_doubts(mail(sender=clerk, others=other), None)) == 1


@pytest.mark.parametrize(
    "headers",
    [
        (("from", f"<{CLERK}>"), ("from", "<la@khac.example>")),
        (("from", f"<{CLERK}>"), ("from", f"<{CLERK}>")),
        (("from", f"<{CLERK}>, <la@khac.example>"),),
        (("sender", f"<{CLERK}>"),),
    ],
    ids=["two From headers", "the same one twice", "two addresses", "none but Sender"],
)
def test_a_mail_that_names_no_single_sender_is_in_doubt(headers: tuple[tuple[str, str], ...]) -> None:
    odd = InboundMail(raw_sha256="0" * 64, size=1, sender=CLERK, headers=headers)

    assert len(sender_doubts(odd, None)) == 1


def test_what_is_in_doubt_is_suggested_and_never_certain() -> None:
    item = ReplyItem(task=1, status="done")
    ref = RequestRef("nam-2026", "so-y-te")
    reply = Reply(
        kind="reply", request=ref, sender=Sender(CLERK, is_known=True), items=(item,), obstacles="thiếu kinh phí"
    )

    held = withheld(reply, sender_doubts(mail(f"{OURS}; dmarc=fail"), OURS))

    assert (held.items, held.obstacles, held.suggestions) == ((), None, (item,))
    assert held.sender == Sender(CLERK, is_known=False)
    assert len(held.review) == 1
