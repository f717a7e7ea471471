"""Who a mail is from, as far as our own mail server vouches for it; believes no praise a sender could have written.

What is in doubt is never recorded by itself: it waits for the officer, with the reason. A bad word is heeded even where
nobody told us our server's name: a forger would not write it.
"""

from __future__ import annotations

import re
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
_TRUNK_LABELS = 3
# One address as every program reads it: no group, route, comment in the middle, second @ or letter of another alphabet.
_PLAIN_FROM = re.compile(
    r"(?:[^<>]*<\s*)?([\w.!#$%&'*+/=?^`{|}~-]+@[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)(?:\s*>)?(?:\s+\([^()<>@]*\))?",
    re.ASCII | re.IGNORECASE,
)
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
    domain = _domain(mail.sender or "")
    results = [_verdicts(value, domain) for value in _own_block(mail.headers, authserv_id)]
    if not results:
        return Authentication()
    top, *below = results
    return Authentication(*(_worse(top[m], [other[m] for other in below]) for m in ("spf", "dkim", "dmarc")))


def sender_doubts(mail: InboundMail, authserv_id: str | None) -> tuple[Message, ...]:
    """Why the From address may not be who wrote; without `authserv_id` whatever stands on top of the mail is asked."""
    doubts: list[Message] = []
    if len(_from_addresses(mail)) != 1 or not _is_plainly_from(mail):
        doubts.append(say("the mail does not name one sender: {senders}", senders=_senders(mail)))
    address, envelope = mail.sender or "?", _envelope_sender(mail.headers)
    if _has_failed(mail, authserv_id):
        doubts.append(say("{address} failed our mail server's check of the sender (SPF, DKIM, DMARC)", address=address))
    elif not authserv_id and envelope and not _are_related(_domain(envelope), _domain(address)):
        doubts.append(
            say("the mail says it is from {address}, yet {envelope} sent it", address=address, envelope=envelope)
        )
    return tuple(doubts)


def authserv_id_of(headers: Sequence[tuple[str, str]]) -> str | None:
    """The name in the topmost Authentication-Results header: our server's, if it writes any."""
    return next((_id_of(value) for name, value in headers if name == "authentication-results"), None) or None


def _has_failed(mail: InboundMail, authserv_id: str | None) -> bool:
    if authserv_id:
        return authentication_of(mail, authserv_id).has_failed
    topmost = authserv_id_of(mail.headers)
    found = authentication_of(mail, topmost) if topmost else Authentication()
    return found.has_failed or ("pass" not in (found.dkim, found.dmarc) and _spf_header_says_no(mail.headers))


def _spf_header_says_no(headers: Sequence[tuple[str, str]]) -> bool:
    """The topmost Received-SPF (RFC 7208), which some servers write instead."""
    value = next((value for name, value in headers if name == "received-spf"), "")
    return value.strip().partition(" ")[0].lower() in _FAILED


def _envelope_sender(headers: Sequence[tuple[str, str]]) -> str:
    """What our server wrote on top when it delivered the mail; nothing for a notice, which has none."""
    value = next((value for name, value in headers if name == "return-path"), "")
    return value.strip().strip("<>").strip().lower()


def _domain(address: str) -> str:
    return address.rpartition("@")[2].lower().rstrip(".")


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


def _is_plainly_from(mail: InboundMail) -> bool:
    """Whether the From header reads in one way only: where programs differ, one checks whom the other believes."""
    value = next((value for name, value in mail.headers if name == "from"), "")
    found = _PLAIN_FROM.fullmatch(value.strip())
    return found is not None and found.group(1).lower() == mail.sender


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
    except (authres.AuthResError, ValueError, LookupError, AttributeError, TypeError, RecursionError):
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
    return [_domain(value.strip("<>")) for value in found if value.strip("<>")]


def _is_aligned(one: str, domain: str) -> bool:
    """DMARC's relaxed alignment, without a list of public suffixes: the same domain, or one lies within the other."""
    longer, shorter = sorted((one, domain), key=len, reverse=True)
    return bool(shorter) and "." in shorter and (longer == shorter or longer.endswith(f".{shorter}"))


def _are_related(one: str, other: str) -> bool:
    """Aligned, or two branches of one office (``syt.tinh.gov.vn``, ``mail.tinh.gov.vn``): too weak to vouch by."""
    trunks = [domain.split(".")[-_TRUNK_LABELS:] for domain in (one, other)]
    return _is_aligned(one, other) or (trunks[0] == trunks[1] and len(trunks[0]) == _TRUNK_LABELS)


def _better(one: Verdict, other: Verdict) -> Verdict:
    """Of several signatures in one header, one that passes is enough."""
    return next(verdict for verdict in ("pass", "fail", "none") if verdict in (one, other))


def _worse(top: Verdict, below: Sequence[Verdict]) -> Verdict:
    return "fail" if "fail" in (top, *below) else top
