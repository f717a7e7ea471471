"""The legal basis: the documents that a plan names before its first section, each with its date where it has one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dondoc.drafting.days import DAY, make_day
from dondoc.plan.model import Basis
from dondoc.plan.suggest import slug
from dondoc.reading.folded import plain_of
from dondoc.text import squeeze

_ABBREVIATIONS = (
    "nq nghi quyet|nd nghi dinh|qd quyet dinh|ct chi thi|tt thong tu|ttlt thong tu lien tich|cv cong van"
    "|kh ke hoach|kl ket luan|ttr to trinh|ctr chuong trinh|ctr chuong trinh hanh dong|vb van ban|tb thong bao"
    "|hd huong dan|luat luat|luat bo luat|pl phap lenh|bc bao cao|da de an|cl chien luoc|cd cong dien"
)
_TYPES = {name: short for short, _, name in (each.partition(" ") for each in _ABBREVIATIONS.split("|"))}
_KINDS = "|".join(sorted(_TYPES, key=len, reverse=True))
_NUMBERED = re.compile(rf"(?<![a-z])(?P<kind>{_KINDS})\s+(?:lien tich\s+)?so\s*:?\s*(?P<number>\d+[\w/.-]*)")
_DATED = re.compile(rf",?\s*(?:ban hanh\s+)?ngay\s+{DAY}")
_LAW = re.compile(rf"(?P<kind>luat|bo luat|phap lenh)\s+(?P<name>[^;]{{4,120}}?)\s+(?:so \S+ )?ngay\s+{DAY}")
_CITES = re.compile(r"^(?:[-+*•]\s*)?(?:can cu|thuc hien|trien khai|theo|xet|tiep tuc thuc hien|quan triet)(?![a-z])")
_BEGINS_BODY = re.compile(r"^(?:i|1|phan (?:thu nhat|i|1)|a)\s*[.:/)]\s*(?!so )|^muc (?:dich|tieu)")
_END = re.compile(
    r"[;]|,\s+(?:ubnd|uy ban nhan dan|so|tinh uy|ban)\s+(?:[^,;]{2,60}?\s+)?(?:xay dung|ban hanh)|\.\s*$|\.\s+[a-z]"
)
_MAX_BASIS = 60


def read_basis(lines: Iterable[str]) -> list[Basis]:
    """Every document cited before the first section, in order, one a clause."""
    found: dict[str, Basis] = {}
    for line in _preamble(lines):
        for clause in _clauses(line):
            basis = basis_in(clause)
            if basis and basis.id not in found and len(found) < _MAX_BASIS:
                found[basis.id] = basis
    return list(found.values())


def _preamble(lines: Iterable[str]) -> Iterable[str]:
    for line in lines:
        plain = plain_of(line).strip(" *")
        if _BEGINS_BODY.match(plain):
            return
        if _CITES.match(plain) or (_NUMBERED.match(plain.lstrip("-+* ")) and not plain.startswith("ke hoach")):
            yield line


def _clauses(line: str) -> Iterable[str]:
    return (part for part in re.split(r";\s*", line) if part.strip())


def basis_in(clause: str) -> Basis | None:
    """The first document that a clause names, its title up to the clause's end."""
    plain = plain_of(clause)
    match = _NUMBERED.search(plain)
    if match is None:
        return _law_in(clause, plain)
    dated = _DATED.match(plain, match.end())
    end = _END.search(plain, dated.end() if dated else match.end())
    title = squeeze(clause[match.start() : end.start() if end else len(clause)]).rstrip(" .,:")
    kind = _TYPES[" ".join(match["kind"].split())]
    number = re.split(r"\D", match["number"])[0]
    day = make_day(dated["d"], dated["m"], dated["y"]) if dated else None
    return Basis(slug(f"{kind}-{number}") or kind, title[:1].upper() + title[1:], day)


def _law_in(clause: str, plain: str) -> Basis | None:
    match = _LAW.search(plain)
    if match is None:
        return None
    words = (slug(match["name"]) or "").split("-")[:5]
    day = make_day(match["d"], match["m"], match["y"])
    return Basis("-".join(["luat", *words]), squeeze(clause[match.start() :]).rstrip(" .,:;"), day)
