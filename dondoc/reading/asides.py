"""Clauses that answer a yes/no figure of the plan and so say nothing of how far the task is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from dondoc.plan.model import Figure
from dondoc.reading.claims import has_claim
from dondoc.reading.folded import MASK, clean, folded, plain_of
from dondoc.reading.percents import percents_in

NAMING_WORDS = 3
_COUNTING = re.compile(r"^(?:tong\s+)?so\s+(?:luong\s+)?")


def without_yesno(plain: str, figures: Iterable[Figure]) -> str:
    """The text without clauses that deny a yes/no figure, where it says more: "đang làm 80%, chưa diễn tập"."""
    for figure in figures:
        if figure.kind == "yesno":
            kept = _clause(figure.name).sub(" ", plain)
            plain = kept if has_claim(kept) or percents_in(kept).values else plain
    return plain


def without_names(plain: str, figures: Iterable[Figure]) -> str:
    """The text without names of figures that sound like a status: "128 hộ đang làm nghề" counts households."""
    for figure in figures:
        name = _spoken_name(figure.name)
        if name is not None:
            plain = name.sub(lambda match: MASK * len(match.group()), plain)
    return plain


@lru_cache(maxsize=512)
def _spoken_name(name: str) -> re.Pattern[str] | None:
    core = _COUNTING.sub("", " ".join(folded(clean(name).lower(), toned=True).plain.split()))
    if not has_claim(core) or len(core.split()) < NAMING_WORDS:
        return None
    return re.compile(rf"(?<![a-z0-9]){re.escape(core)}(?![a-z0-9_])".replace(r"\ ", r"\s+"))


@lru_cache(maxsize=512)
def _clause(name: str) -> re.Pattern[str]:
    """ "chưa …" before the first words of the figure's name, up to the end of the clause."""
    words = [word for word in re.findall(r"[a-z0-9]+", plain_of(name)) if word not in {"da", "co", "duoc", "khong"}]
    core = r"\s+".join(f"{word[:-1]}[{word[-1]}_]" for word in words[:NAMING_WORDS])
    return re.compile(rf"(?<![a-z0-9])(?:chua|khong)\s+(?:\w+\s+){{0,2}}?{core}[^,.;\n]*")
