"""The Vietnamese catalog: every sentence that the code says must stand in it."""

from __future__ import annotations

import io
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from dondoc.plan.checks.subjects import message_ids as subject_message_ids
from dondoc.plan.codes.book import message_ids as fault_message_ids

ROOT = Path(__file__).resolve().parent.parent
PO = ROOT / "locale/vi/LC_MESSAGES/dondoc.po"
LAYERS = ("dondoc", "ledger", "collectors", "notifiers", "renderers", "app", "flows", "cli")


def message_ids() -> set[str]:
    """Every sentence that the code says, by its English message id."""
    found: set[str] = {*fault_message_ids(), *subject_message_ids()}
    for layer in LAYERS:
        for _, _, text, _, _ in extract_from_dir(
            str(ROOT / layer), [("**.py", "python")], keywords={"say": None, "N_": None, "translate": None}
        ):
            found.add(text if isinstance(text, str) else text[0])
    return found


def catalog() -> Catalog:
    """The Vietnamese catalog as it is on disk."""
    with PO.open("rb") as stream:
        return read_po(stream, locale="vi")


def untranslated() -> list[str]:
    """Message ids of the code without a Vietnamese sentence."""
    known = {message.id for message in catalog() if message.id and message.string}
    return sorted(message_ids() - known)


def compiled_catalog() -> bytes:
    """The catalog as gettext reads it."""
    stream = io.BytesIO()
    write_mo(stream, catalog())
    return stream.getvalue()
