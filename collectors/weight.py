"""How much work the XML inside an Office file would be, told before any of it is parsed. Builds nothing."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

MAX_UNPACKED = 30_000_000
MAX_WEIGHT = 400_000
"""A second's work of the slowest of our parsers; a report of a hundred pages has a third of it."""
MAX_ENTRIES = 2_000
_LONGEST_TAG = 200_000
_TAG_WITHOUT_END = re.compile(rb"<[^<]{%d}" % _LONGEST_TAG)
_LONG_FORMS = ((b"<!--", b"-->"), (b"<?", b"?>"), (b"<!DOCTYPE", b">"))
_ENTRY = b"PK\x01\x02"
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")
_FAULTS = (zipfile.BadZipFile, OSError, ValueError, KeyError, RuntimeError, EOFError, OverflowError, zlib.error)


def is_crowded(content: bytes) -> bool:
    """Whether a zip lists more entries than any office document; listing them is work in itself."""
    return content.count(_ENTRY) > MAX_ENTRIES


def weight_of(content: bytes) -> int:
    """Tags and attributes in all XML parts of a zip; more than MAX_WEIGHT where even counting was given up."""
    try:
        return _weight(content)
    except _FAULTS:
        return 0  # it cannot be opened, so nothing in it will be parsed


def _weight(content: bytes) -> int:
    if is_crowded(content):
        return MAX_WEIGHT + 1
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = [part for part in archive.infolist() if _is_xml(archive, part)]
        # Python's zipfile unpacks no more of a part than its header states, so the stated sizes can be trusted.
        if sum(part.file_size for part in parts) > MAX_UNPACKED:
            return MAX_WEIGHT + 1
        return sum(_weight_of_part(archive.read(part)) for part in parts)


def _is_xml(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Whether a parser would go on after the first bytes, whatever the part is called."""
    with archive.open(part) as opened:
        head = opened.read(200)
    return head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in {b"<", b""} or head.startswith(_WIDE)


def _weight_of_part(xml: bytes) -> int:
    """The parser reads in pieces and begins a tag anew with each: one of 28 MB would take it half a minute."""
    if xml.startswith(_WIDE) and len(xml) > _LONGEST_TAG:
        return MAX_WEIGHT + 1  # nobody writes it, and what is in it cannot be counted so
    weight = xml.count(b"<") + xml.count(b"=")
    if weight > MAX_WEIGHT or _TAG_WITHOUT_END.search(xml) or any(_is_long(xml, *form) for form in _LONG_FORMS):
        return MAX_WEIGHT + 1
    return weight


def _is_long(xml: bytes, begin: bytes, end: bytes) -> bool:
    found = xml.find(begin)
    while found >= 0:
        over = xml.find(end, found)
        if over < 0:
            return len(xml) - found > _LONGEST_TAG
        if over - found > _LONGEST_TAG:
            return True
        found = xml.find(begin, over)
    return False
