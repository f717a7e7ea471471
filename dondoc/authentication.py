"""Who a mail is from, as far as our own mail server vouches for it; believes no header a sender could have written.

What is in doubt is never recorded by itself: it waits for the officer, with the reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from email.utils import getaddresses
from typing import Literal

import authres

from dondoc.mail import InboundMail
from dondoc.messages import Message, say
from dondoc.reply import Reply, Sender

Verdict = Literal["pass", "fail", "none"]

_LONGEST_HEADER = 4_000
_FAILED = frozenset({"fail", "softfail", "hardfail", "permerror", "policy"})


@dataclass(frozen=True, slots=True)
class Authentication:
    """What our server found; `pass` only where the domain that passed is that of the From address."""

    spf: Verdict = "none"
    dkim: Verdict = "none"
    dmarc: Verdict = "none"

    @property
    def has_failed(self) -> bool:
        """DMARC decides; without its word, something failed and nothing vouches for the sender."""
        if self.dmarc != "none":
            return self.dmarc == "fail"
        found = (self.spf, self.dkim)
        return "fail" in found and "pass" not in found


def authentication_of(mail: InboundMail, authserv_id: str) -> Authentication:
    """The results that the server named `authserv_id` wrote (RFC 8601).

    Servers add headers on top, so the topmost one of this name is ours. Those right below it may be the sender's own,
    adjacent by chance: they may only make it worse.
    """
    domain = (mail.sender or "").rpartition("@")[2]
    results = [_verdicts(value, domain) for value in _own_block(mail.headers, authserv_id)]
    if not results:
        return Authentication()
    top, *below = results
    return Authentication(*(_worse(top[m], [other[m] for other in below]) for m in ("spf", "dkim", "dmarc")))


def sender_doubts(mail: InboundMail, authserv_id: str | None) -> tuple[Message, ...]:
    """Why the From address may not be who wrote; without `authserv_id` our server is not asked."""
    doubts: list[Message] = []
    if len(_from_addresses(mail)) != 1:
        doubts.append(say("the mail does not name one sender: {senders}", senders=_senders(mail)))
    if authserv_id and authentication_of(mail, authserv_id).has_failed:
        doubts.append(
            say("{address} failed our mail server's check of the sender (SPF, DKIM, DMARC)", address=mail.sender or "?")
        )
    return tuple(doubts)


def withheld(reply: Reply, doubts: Sequence[Message]) -> Reply:
    """The reading with everything certain made a suggestion, and its sender no longer taken for known."""
    if not doubts or reply.kind != "reply":
        return reply
    said = {item.task for item in reply.items}
    return replace(
        reply,
        sender=Sender(reply.sender.address, is_known=False) if reply.sender else None,
        items=(),
        figures={},
        obstacles=None,
        proposals=None,
        has_document=False,
        suggestions=(*reply.items, *(item for item in reply.suggestions if item.task not in said)),
        review=(*doubts, *reply.review),
    )


def _from_addresses(mail: InboundMail) -> list[str]:
    """The distinct addresses of all From headers; two headers with one address are two senders."""
    headers = [value for name, value in mail.headers if name == "from"]
    try:
        found = [address.strip().lower() for _, address in getaddresses(headers) if "@" in address]
    except (ValueError, LookupError, RecursionError):  # a thousand brackets are no address
        return []
    return found if len(headers) > 1 else list(dict.fromkeys(found))


def _senders(mail: InboundMail) -> str:
    return ", ".join(_from_addresses(mail)[:5]) or "-"


def _own_block(headers: Sequence[tuple[str, str]], authserv_id: str) -> Iterator[str]:
    """Our server's headers: the topmost one and those without a gap below it."""
    is_inside = False
    for name, value in headers:
        is_results = name == "authentication-results"
        if is_inside and not is_results:
            return
        if is_results and _id_of(value) == authserv_id.strip().lower():
            is_inside = True
            yield value


def _id_of(value: str) -> str:
    words = value.partition(";")[0].split()
    return words[0].lower() if words else ""


def _verdicts(value: str, domain: str) -> dict[str, Verdict]:
    found: dict[str, Verdict] = {"spf": "none", "dkim": "none", "dmarc": "none"}
    for result in _results(value):
        method = str(result.method).lower()
        if method in found:
            found[method] = _better(found[method], _verdict(method, result, domain))
    return found


def _results(value: str) -> Sequence[authres.core.AuthenticationResult]:
    """The results of one header; none where it cannot be read, as authres raises on odd ones."""
    one_line = " ".join(value.split())[:_LONGEST_HEADER]
    try:
        header = authres.AuthenticationResultsHeader.parse(f"Authentication-Results: {one_line}")
    except (authres.AuthResError, ValueError, LookupError, AttributeError, TypeError):
        return ()
    return header.results or ()


def _verdict(method: str, result: authres.core.AuthenticationResult, domain: str) -> Verdict:
    """One result as it bears on the From domain."""
    word = str(result.result).lower()
    if word in _FAILED:
        return "fail"
    if word != "pass":
        return "none"
    about = _domains(method, result)
    if any(_is_aligned(one, domain) for one in about):
        return "pass"
    # A stranger's signature says nothing; an envelope or a DMARC check of another domain is a forger's mark.
    return "fail" if about and method != "dkim" else "none"


_PROPERTIES = {"spf": {("smtp", "mailfrom")}, "dkim": {("header", "d"), ("header", "i")}, "dmarc": {("header", "from")}}


def _domains(method: str, result: authres.core.AuthenticationResult) -> list[str]:
    wanted = _PROPERTIES[method]
    found = [str(one.value or "") for one in result.properties if (str(one.type), str(one.name)) in wanted]
    return [value.strip("<>").rpartition("@")[2].lower().rstrip(".") for value in found if value.strip("<>")]


def _is_aligned(one: str, domain: str) -> bool:
    """DMARC's relaxed alignment, without a list of public suffixes: the same domain, or one lies within the other."""
    longer, shorter = sorted((one, domain), key=len, reverse=True)
    return bool(shorter) and "." in shorter and (longer == shorter or longer.endswith(f".{shorter}"))


def _better(one: Verdict, other: Verdict) -> Verdict:
    """Of several signatures in one header, one that passes is enough."""
    return next(verdict for verdict in ("pass", "fail", "none") if verdict in (one, other))


def _worse(top: Verdict, below: Sequence[Verdict]) -> Verdict:
    return "fail" if "fail" in (top, *below) else top
