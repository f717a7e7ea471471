"""What sort of mail came in: an answer of a person, a machine's note, a delivery failure, or none of our business."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dondoc.mail import InboundMail
from dondoc.reading.context import is_on_list
from dondoc.reading.folded import clean, pattern_of, plain_of
from dondoc.reading.vocabulary import machines
from dondoc.reply import ReplyKind

_BOUNCE_SENDER = re.compile(
    r"^(?:mailer-daemon|postmaster|mail-daemon|microsoftexchange[0-9a-f]{8,}|double-bounce)(?:[+\-=].*)?@"
    r"|^(?:mailer-daemon|postmaster)$"
)
_NO_REPLY = re.compile(
    r"^(?:no-?_?reply|do-?not-?reply|noreply|khongtraloi|khong-tra-loi|auto(?:mail|reply|-reply|responder)?"
    r"|notification[s]?|system|hethong)\b.*@"
)
_BOUNCE_SUBJECT = re.compile(pattern_of(machines.BOUNCE_SUBJECTS))
_AUTO_SUBJECT = re.compile(
    rf"^\W*(?:{pattern_of(machines.AUTO_SUBJECTS_AT_START)}|ooo\b|(?:da doc|read|da nhan|delivered)\s*:)"
    rf"|{pattern_of(machines.AUTO_SUBJECTS)}"
)
_CALENDAR_SUBJECT = re.compile(
    r"^(?:accepted|declined|tentative(?:ly accepted)?|(?:da |tam )?chap nhan|(?:da )?tu choi)\s*:"
)
_AUTO_TEXT = re.compile(
    r"(?:day la|this is an?)\s+(?:thu|email|e-mail|mail|tin nhan|thong bao"
    r"|message)?\s*(?:duoc\s+)?(?:gui\s+)?(?:tu dong|automat)|thu nay duoc (?:gui|tao) (?:tu dong|boi he thong)"
    r"|vui long khong (?:tra loi|phan hoi|reply)|xin (?:vui long )?dung tra loi|please do not reply"
    r"|automatically generated"
    r"|he thong quan ly van ban|he thong (?:tiep nhan|mot cua|dieu hanh tac nghiep)|truc lien thong|qlvb"
    r"|so den\s*:?\s*\d+|da (?:duoc )?tiep nhan (?:luc|vao|tu dong|van ban|thu)"
    r"|i am (?:currently )?out of (?:the )?office"
    r"|toi (?:hien )?(?:dang )?(?:di cong tac|nghi phep|vang mat|nghi om|nghi thai san)|se (?:tra loi|phan hoi"
    r"|xem thu)\s+(?:\w+\s+){0,4}khi (?:tro lai|quay lai|ve)"
)
_MACHINE_SURE = re.compile(
    r"(?:day la|this is an?)\s+(?:thu|email|e-mail|mail|tin nhan|thong bao"
    r"|message)?\s*(?:duoc\s+)?(?:gui\s+)?(?:tu dong|automat)|vui long khong (?:tra loi|phan hoi)"
    r"|please do not reply|automatically generated|thu nay duoc (?:gui|tao) (?:tu dong|boi he thong)"
    r"|he thong (?:gui|tao|tra loi|phan hoi) tu dong|xin (?:vui long )?(?:dung|khong) (?:tra loi|phan hoi)"
)  # fmt: skip
_UNSUBSCRIBE = re.compile(pattern_of(machines.UNSUBSCRIBE))
ENOUGH = 2
_SCAM = re.compile(pattern_of(machines.SCAMS))
_ADVERT = re.compile(pattern_of(machines.ADVERTS))


def kind_of(mail: InboundMail, text: str, office: Sequence[str] = (), *, is_known: bool) -> ReplyKind:
    """Sort a mail by its headers first and its words last; `text` is the new text."""
    if is_bounce(mail):
        return "bounce"
    if is_own(mail, office):
        return "other"
    if is_automatic(mail, text):
        return "other" if _is_newsletter(mail) and not is_known else "auto-reply"
    if not is_known and not mail.references and (_is_newsletter(mail) or _looks_like_advert(mail)):
        return "other"
    return "reply"


def is_bounce(mail: InboundMail) -> bool:
    """Whether a mail server says that something was not delivered."""
    content = (mail.header("content-type") or "").lower()
    is_report = "report-type=delivery-status" in content.replace('"', "").replace(" ", "") or bool(mail.delivery_status)
    sender = (mail.sender or "").lower()
    is_daemon = _BOUNCE_SENDER.match(sender) is not None or sender == ""
    is_null = (mail.header("return-path") or "").strip() == "<>"
    subject = plain_of(clean(mail.subject))
    if is_report and (is_daemon or is_null or _BOUNCE_SUBJECT.search(subject) or bool(mail.delivery_status)):
        return "disposition-notification" not in content
    if mail.header("x-failed-recipients") or mail.header("x-ms-exchange-message-is-ndr") is not None:
        return True
    return (_BOUNCE_SUBJECT.search(subject) is not None and (is_daemon or is_null)) or (
        is_daemon and is_null and bool(sender)
    )


def is_own(mail: InboundMail, office: Sequence[str]) -> bool:
    """Whether one of our own mails came back as it went out: marked as ours, from the office to somebody else.

    Or made by a machine of our own domain.
    """
    sender = mail.sender or ""
    if mail.references or not sender:
        return False
    if mail.header("x-dondoc-plan"):
        return is_on_list(sender, office)
    domains = [f"@{address.rpartition('@')[2]}" for address in office]
    if not is_on_list(sender, domains):
        return False
    written_to = (mail.header("to") or "").lower()
    if written_to and not any(domain.lower() in written_to for domain in domains):
        return True  # from the office, to somebody else: nobody but us wrote it
    return (mail.header("auto-submitted") or "").strip().lower().startswith("auto-generated")


def is_automatic(mail: InboundMail, new_text: str) -> bool:
    """Whether a machine answered; X-Auto-Response-Suppress says nothing, Exchange sets it on mail of people."""
    submitted = (mail.header("auto-submitted") or "no").strip().lower()
    if not submitted.startswith("no"):
        return True
    if any(mail.header(name) for name in ("x-autoreply", "x-autorespond", "x-auto-reply", "x-autoresponse")):
        return True
    if (mail.header("precedence") or "").strip().lower() in {"auto_reply", "auto-reply"}:
        return True
    if "disposition-notification" in (mail.header("content-type") or "").lower():
        return True
    subject = plain_of(clean(mail.subject))
    if _AUTO_SUBJECT.search(subject) or (_CALENDAR_SUBJECT.match(subject) and _is_calendar(mail)):
        return True
    text = plain_of(new_text[:1500])
    return _MACHINE_SURE.search(text) is not None or (
        _AUTO_TEXT.search(text) is not None and (_NO_REPLY.match(mail.sender or "") is not None or _has_no_task(text))
    )


def _is_calendar(mail: InboundMail) -> bool:
    """Whether a calendar program answered an entry of ours."""
    is_attached = any(file.media_type == "text/calendar" for file in mail.attachments)
    return is_attached or "text/calendar" in (mail.header("content-type") or "").lower()


def _has_no_task(plain: str) -> bool:
    return re.search(r"\bnv\s?\d|nhiem vu\s+(?:so\s+)?\d|%|nhu sau", plain) is None


def _is_newsletter(mail: InboundMail) -> bool:
    precedence = (mail.header("precedence") or "").strip().lower()
    return bool(
        mail.header("list-id") or mail.header("list-unsubscribe") or mail.header("feedback-id")
    ) or precedence in {"bulk", "list", "junk"}


def _looks_like_advert(mail: InboundMail) -> bool:
    plain = plain_of(clean(f"{mail.subject}\n{(mail.text or mail.html or '')[:6000]}"))
    if (mail.header("x-spam-flag") or "").strip().lower() == "yes" or _UNSUBSCRIBE.search(plain):
        return True
    return any(len(set(pattern.findall(plain))) >= ENOUGH for pattern in (_ADVERT, _SCAM))
