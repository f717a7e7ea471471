"""Whose address a delivery failure is about, and whether it will ever work."""

from __future__ import annotations

import re

from dondoc.mail import InboundMail
from dondoc.reading.folded import clean, plain_of
from dondoc.reply import Bounce

_FIELD = re.compile(
    r"^(final-recipient|original-recipient|action|status|diagnostic-code)\s*:\s*(.*(?:\n[ \t].*)*)",
    re.IGNORECASE | re.MULTILINE,
)
_ADDRESS = re.compile(r"[A-Za-z0-9._%+\-=]+@[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+")
_STATUS = re.compile(r"(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.])")
_CODE = re.compile(r"(?<![\d.])([45]\d\d)[\s\-]")
_SOFT_STATUS = frozenset({"5.2.2", "4.2.2", "5.2.3", "5.3.4", "5.7.1", "5.7.0", "5.4.4", "5.4.6"})
_SOFT_WORDS = re.compile(
    r"mailbox (?:is )?full|quota|over ?quota|hop thu (?:cua nguoi nhan )?(?:da |bi )?day|vuot (?:qua )?(?:han muc"
    r"|dung luong)|day hop thu|temporar|tam thoi|try again|thu lai sau|greylist|timed? ?out"
    r"|too (?:large|big)|qua lon|spam|blocked|blacklist|rejected due to content|message size|connection refused"
    r"|delayed|bi tri hoan"
)
_HARD_WORDS = re.compile(
    r"user unknown|unknown user|no such user|does not exist|doesn't exist|not exist|invalid (?:recipient|mailbox"
    r"|address)|address not found|recipient (?:address )?rejected|no mailbox|mailbox unavailable"
    r"|account (?:has been )?disabled"
    r"|khong ton tai|khong tim thay|khong co nguoi dung|nguoi nhan khong hop le|dia chi khong hop le"
    r"|tai khoan (?:da )?bi (?:khoa|vo hieu)|host (?:or domain name )?not found|domain not found|unrouteable"
    r"|khong tim thay ten mien|disabled|inactive"
)


def bounces_of(mail: InboundMail, office: tuple[str, ...] = ()) -> tuple[Bounce, ...]:
    """Every failed address of a returned mail: by the delivery report (RFC 3464) first, then by words."""
    found = [bounce for text in mail.delivery_status for bounce in _from_report(text)]
    if not found:
        found = _from_words(mail, office)
    unique = {bounce.address: bounce for bounce in found}
    return tuple(unique.values())


def _from_report(text: str) -> list[Bounce]:
    found = []
    for group in re.split(r"\n\s*\n", text.replace("\r\n", "\n")):
        fields = {match.group(1).lower(): " ".join(match.group(2).split()) for match in _FIELD.finditer(group)}
        recipient = _ADDRESS.search(fields.get("original-recipient", "")) or _ADDRESS.search(
            fields.get("final-recipient", "")
        )
        action = fields.get("action", "failed").lower()
        if recipient is None or action.startswith(("delivered", "relayed", "expanded")):
            continue
        status = _STATUS.search(fields.get("status", ""))
        words = fields.get("diagnostic-code", "")
        code = status.group(1) if status else ""
        found.append(
            Bounce(
                recipient.group().lower(), _is_hard(code, words) and not action.startswith("delay"), code, words[:300]
            )
        )
    return found


def _is_hard(status: str, words: str) -> bool:
    """Full boxes, size limits and content filters are not the address's end; 4.x.x never is."""
    plain = plain_of(clean(words))
    if status.startswith("4") or status in _SOFT_STATUS:
        return _HARD_WORDS.search(plain) is not None and not status.startswith("4") and status not in {"5.2.2", "5.2.3"}
    if _SOFT_WORDS.search(plain) and not _HARD_WORDS.search(plain):
        return False
    return status.startswith("5") or _HARD_WORDS.search(plain) is not None


def _from_words(mail: InboundMail, office: tuple[str, ...]) -> list[Bounce]:
    failed = mail.header("x-failed-recipients") or ""
    body = mail.text or mail.html or ""
    ours = {address.lower() for address in (*office, *mail.recipients, mail.sender or "")}
    named = [address.lower() for address in _ADDRESS.findall(failed)] or [
        address.lower()
        for address in _ADDRESS.findall(body[:4000])
        if address.lower() not in ours and not address.lower().startswith(("postmaster@", "mailer-daemon@"))
    ][:1]
    status = _STATUS.search(body)
    code = status.group(1) if status else ""
    reply_code = _CODE.search(body)
    if not code and reply_code is not None:
        code = f"{reply_code.group(1)[0]}.0.0"
    words = " ".join(body[:600].split())
    return [Bounce(address, _is_hard(code, body[:4000]), code, words[:300]) for address in named]
