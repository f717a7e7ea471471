"""The index of a period's archive: a page to read, a table for Excel, JSON for programs; every file with its hash."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from dondoc.numbers_vi import day_vi
from renderers.plain import one_line

_COLUMNS = ("STT", "Ngày", "Đơn vị", "Loại", "Nội dung", "Từ", "Đến", "Ghi chú", "Tệp", "Số byte", "SHA-256")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
# A Vietnamese Excel takes semicolons for the ends of cells, whatever stands in quotation marks.
_FORMULA_INSIDE = re.compile(r"(?<=[;,|])\s*(?=[=+@-])")


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of the archive; `kind` and `note` are words for people, `path` is relative to the archive's folder."""

    path: str
    on: date
    agency: str
    kind: str
    about: str
    sender: str
    recipients: str
    note: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Archive:
    """What the index says of the whole; `head` is the last link of the chain of events when it was written."""

    title: str
    plan: str
    period: str
    written_on: date
    events: int
    head: str
    entries: tuple[Entry, ...]


def index_page(archive: Archive) -> bytes:
    """index.html: self-contained, no script."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    environment.filters.update(day=day_vi, line=one_line, link=quote)
    return environment.get_template("archive.html").render(archive=archive, columns=_COLUMNS).encode()


def index_table(archive: Archive) -> bytes:
    """index.csv for Excel: UTF-8 with its mark; what agencies wrote is never a formula."""
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow(_COLUMNS)
    for number, entry in enumerate(archive.entries, 1):
        writer.writerow([number, *(_inert(value) for value in _cells(entry))])
    return stream.getvalue().encode("utf-8-sig")


def index_json(archive: Archive) -> bytes:
    """index.json."""
    return json.dumps(asdict(archive), ensure_ascii=False, indent=2, default=str).encode()


def hash_list(files: Sequence[tuple[str, str]]) -> bytes:
    """SHA256SUMS, as `sha256sum --check` reads it: path and hash of each file."""
    return "".join(f"{sha256}  {path}\n" for path, sha256 in files).encode()


def _cells(entry: Entry) -> tuple[str, ...]:
    return (
        f"{entry.on:%d/%m/%Y}", entry.agency, entry.kind, entry.about, entry.sender, entry.recipients, entry.note,
        entry.path, str(entry.size), entry.sha256,
    )  # fmt: skip


def _inert(value: str) -> str:
    """A cell that Excel shows and does not compute."""
    text = _FORMULA_INSIDE.sub(" '", one_line(value))
    return f"'{text}" if text.startswith(_FORMULA) else text
