"""Which request a mail answers: by plus-address, thread, code in body, then in subject; never subject text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from dondoc.mail import InboundMail
from dondoc.reading.folded import clean, plain_of
from dondoc.reply import MatchedBy, RequestRef
from dondoc.status import Status

_CODE = re.compile(r"(?<![a-z0-9])[a-z0-9]{1,12}(?:\s?-\s?[a-z0-9]{1,12}){2,6}(?![a-z0-9])")
_TAG = re.compile(r"\+([^@\s]{4,80})@")
_TAGS = re.compile(r"<[^>]{0,2000}>")
MAX_SEARCHED = 200_000
# Handwriting and telephones confuse these; a code's own alphabet leaves the right column out.
_CONFUSED = str.maketrans({"o": "0", "i": "1", "l": "1"})


@dataclass(frozen=True, slots=True)
class Match:
    """The request a mail answers and by what it was recognised."""

    request: RequestRef
    matched_by: MatchedBy


@dataclass(frozen=True, slots=True)
class RequestBook:
    """All requests, by code and by the Message-ID of every mail sent for them."""

    codes: Mapping[str, RequestRef] = field(default_factory=dict)
    message_ids: Mapping[str, RequestRef] = field(default_factory=dict)

    def by_code(self, written: str) -> RequestRef | None:
        """The request with this code, whatever its case, spaces, or 0 for O and 1 for I."""
        return self.codes.get(code_key(written))


def book(codes: Mapping[str, RequestRef], message_ids: Mapping[str, RequestRef] | None = None) -> RequestBook:
    """A book over codes and Message-IDs as they were sent."""
    ids = {_bare(message_id): ref for message_id, ref in (message_ids or {}).items()}
    return RequestBook({code_key(code): ref for code, ref in codes.items() if code}, ids)


def book_of(status: Status) -> RequestBook:
    """The book of everything ever asked; closed and withdrawn requests too, for late answers."""
    codes = {request.code: request.ref for request in status.requests if request.code}
    ids = {mail.queued.message_id: request.ref for request in status.requests for mail in request.mails.values()}
    return book(codes, ids)


def code_key(written: str) -> str:
    """What all spellings of one code share."""
    return re.sub(r"[^a-z0-9]", "", plain_of(clean(written))).translate(_CONFUSED)


def match_request(mail: InboundMail, requests: RequestBook) -> Match | None:
    """The request a mail answers, by the surest sign there is; None where nothing names one."""
    for address in mail.recipients:
        tag = _TAG.search(address)
        ref = requests.by_code(tag.group(1)) if tag else None
        if ref is not None:
            return Match(ref, "plus-address")
    for message_id in mail.references:
        ref = requests.message_ids.get(_bare(message_id))
        if ref is not None:
            return Match(ref, "thread")
    ref = _only(requests, _bodies(mail))
    if ref is not None:
        return Match(ref, "code")
    ref = _only(requests, (mail.subject,))
    return Match(ref, "subject") if ref is not None else None


def _bodies(mail: InboundMail) -> Iterator[str]:
    yield from (form.code for form in mail.forms)
    yield mail.text or ""
    yield _TAGS.sub(" ", (mail.html or "")[:MAX_SEARCHED])
    yield from mail.delivery_status
    yield from (document.text for document in mail.documents)


def _only(requests: RequestBook, texts: Iterable[str]) -> RequestRef | None:
    """The one request whose code stands first; codes of two requests in one text are resolved by position."""
    for text in texts:
        for written in _CODE.findall(plain_of(clean(text[:MAX_SEARCHED]))):
            ref = requests.by_code(written)
            if ref is not None:
                return ref
    return None


def _bare(message_id: str) -> str:
    return message_id.strip().strip("<>").strip().lower()
