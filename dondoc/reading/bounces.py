"""Whose address a delivery failure is about, and whether it will ever work."""

from __future__ import annotations

import re
from collections.abc import Collection

from dondoc.mail import InboundMail
from dondoc.reading.folded import clean, pattern_of, plain_of
from dondoc.reading.vocabulary import machines
from dondoc.reply import Bounce

_FIELD = re.compile(
    r"^(final-recipient|original-recipient|action|status|diagnostic-code)\s*:\s*(.*(?:\n[ \t].*)*)",
    re.IGNORECASE | re.MULTILINE,
)
_ADDRESS = re.compile(r"[A-Za-z0-9._%+\-=]+@[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+")
_STATUS = re.compile(r"(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.])")
_CODE = re.compile(r"(?<![\d.])([45]\d\d)[\s\-]")
_SOFT_STATUS = frozenset({"5.2.2", "4.2.2", "5.2.3", "5.3.4", "5.7.1", "5.7.0", "5.4.4", "5.4.6"})
_SOFT_WORDS = re.compile(pattern_of(machines.SOFT_FAILURES))
_HARD_WORDS = re.compile(pattern_of(machines.HARD_FAILURES))

_SIGNS = (_STATUS, _CODE, _SOFT_WORDS, _HARD_WORDS)
MAX_WORDS = 4000
_OPENING_ADDRESS = re.compile(rf"^[\s>*•-]*<?({_ADDRESS.pattern})(?=>|\s*[:;,(]|\s*$)", re.MULTILINE)
_COPY = re.compile(
    rf"^[\s>]*-{{2,}}.*(?:{pattern_of(machines.COPIES_BELOW)}).*$|^(?:return-path|received|from|tu):", re.MULTILINE
)
"""Where the mail that came back is repeated; whoever it names did not fail."""


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
    body = (mail.text or mail.html or "")[:MAX_WORDS]
    ours = {address.lower() for address in (*office, *mail.recipients, mail.sender or "")}
    parts = {address: words for address, words in _parts_of(body) if _is_theirs(address, ours)}
    named = [address.lower() for address in _ADDRESS.findall(mail.header("x-failed-recipients") or "")]
    if not named:
        anywhere = (address.lower() for address in _ADDRESS.findall(body))
        named = [*parts] or [address for address in anywhere if _is_theirs(address, ours)][:1]
    return [_by_words(address, parts.get(address) or body) for address in dict.fromkeys(named)]


def _parts_of(body: str) -> list[tuple[str, str]]:
    """Each address that opens a line, with what is said of it: behind it, or else below or above them all."""
    said = body[: copy.start()] if (copy := _COPY.search(plain_of(body))) else body
    heads = list(_OPENING_ADDRESS.finditer(said))
    if len(heads) < 2:
        return [(head.group(1).lower(), body) for head in heads]
    ends = [*(head.start() for head in heads[1:]), len(said)]
    found: list[tuple[str, str]] = []
    words = said[: heads[0].start()]
    for head, end in reversed(list(zip(heads, ends, strict=True))):
        own = said[head.end() : end]
        words = own if any(sign.search(plain_of(own)) for sign in _SIGNS) else words
        found.append((head.group(1).lower(), words))
    return found[::-1]


def _is_theirs(address: str, ours: Collection[str]) -> bool:
    return address not in ours and not address.startswith(("postmaster@", "mailer-daemon@"))


def _by_words(address: str, said: str) -> Bounce:
    status, reply_code = _STATUS.search(said), _CODE.search(said)
    code = status.group(1) if status else f"{reply_code.group(1)[0]}.0.0" if reply_code else ""
    return Bounce(address, _is_hard(code, said), code, " ".join(said[:600].split())[:300])
