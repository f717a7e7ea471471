"""The book of all faults: every code with its kind, in the order of the reference."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from dondoc.plan.codes.figure import FIGURE_KINDS
from dondoc.plan.codes.file import FILE_KINDS
from dondoc.plan.codes.kind import FaultKind
from dondoc.plan.codes.time import TIME_KINDS
from dondoc.plan.codes.value import VALUE_KINDS
from dondoc.plan.codes.who import WHO_KINDS

FAULT_KINDS: Mapping[str, FaultKind] = MappingProxyType(
    {kind.code: kind for kind in (*FILE_KINDS, *VALUE_KINDS, *WHO_KINDS, *TIME_KINDS, *FIGURE_KINDS)}
)


def message_ids() -> frozenset[str]:
    """Every sentence of the book, for the catalogs."""
    kinds = FAULT_KINDS.values()
    return frozenset(text for kind in kinds for text in (kind.message, kind.remedy, kind.near) if text)
