"""winmail.dat opened: files and text that Outlook wraps in TNEF. Damaged data gives what was read so far."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

_SIGNATURE = 0x223E9F78
_BODY, _MESSAGE_PROPERTIES = 0x0002800C, 0x00069003
_ATTACHMENT_STARTS, _TITLE, _DATA, _ATTACHMENT_PROPERTIES = 0x00069002, 0x00018010, 0x0006800F, 0x00069005
_BODY_TEXT, _BODY_HTML, _LONG_NAME, _MIME_TYPE, _ATTACHED_DATA = 0x1000, 0x1013, 0x3707, 0x370E, 0x3701
_FIXED = {
    0x0002: 4,
    0x0003: 4,
    0x0004: 4,
    0x0005: 8,
    0x0006: 8,
    0x0007: 8,
    0x000A: 4,
    0x000B: 4,
    0x0014: 8,
    0x0040: 8,
    0x0048: 16,
}
_MAX_ATTRIBUTES = 20_000
_MAX_PROPERTIES = 2_000
_MAX_VALUES = 20_000
_MAX_FILES = 200


@dataclass(slots=True)
class TnefFile:
    """One file inside."""

    name: str = ""
    media_type: str = ""
    content: bytes = b""


@dataclass(slots=True)
class Tnef:
    """Everything found inside."""

    text: str | None = None
    html: str | None = None
    files: list[TnefFile] = field(default_factory=list)
    values: int = 0


def read_tnef(content: bytes) -> Tnef | None:
    """Open TNEF data; None where it is something else."""
    if len(content) < 6 or struct.unpack_from("<I", content)[0] != _SIGNATURE:
        return None
    found = Tnef()
    for attribute, value in _attributes(content):
        _take(found, attribute, value)
    return found


def _attributes(content: bytes) -> Iterator[tuple[int, bytes]]:
    position = 6
    for _ in range(_MAX_ATTRIBUTES):
        if position + 9 > len(content):
            return
        _, attribute, length = struct.unpack_from("<BII", content, position)
        position += 9
        if length > len(content) - position:
            return
        yield attribute, content[position : position + length]
        position += length + 2


def _take(found: Tnef, attribute: int, value: bytes) -> None:
    if attribute == _ATTACHMENT_STARTS and len(found.files) < _MAX_FILES:
        found.files.append(TnefFile())
    elif attribute == _BODY:
        found.text = _text(value)
    elif attribute == _MESSAGE_PROPERTIES:
        for name, kind, data in _properties(value, found):
            if name == _BODY_TEXT:
                found.text = _text(data, kind)
            elif name == _BODY_HTML:
                found.html = _text(data, kind)
    elif found.files:
        _take_file(found, attribute, value)


def _take_file(found: Tnef, attribute: int, value: bytes) -> None:
    file = found.files[-1]
    if attribute == _TITLE:
        file.name = file.name or _text(value)
    elif attribute == _DATA:
        file.content = value
    elif attribute == _ATTACHMENT_PROPERTIES:
        for name, kind, data in _properties(value, found):
            if name == _LONG_NAME:
                file.name = _text(data, kind)
            elif name == _MIME_TYPE:
                file.media_type = _text(data, kind)
            elif name == _ATTACHED_DATA and not file.content:
                file.content = data


def _text(data: bytes, kind: int = 0x001E) -> str:
    text = data.decode("utf-16-le", "replace") if kind == 0x001F else _narrow(data)
    return text.rstrip("\0")


def _narrow(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1258", "replace")


def _properties(data: bytes, found: Tnef) -> Iterator[tuple[int, int, bytes]]:
    """Name, type and value of each MAPI property; stops at the first that makes no sense, or where there is no end."""
    if len(data) < 4:
        return
    count = min(struct.unpack_from("<I", data)[0], _MAX_PROPERTIES)
    position = 4
    for _ in range(count):
        if position + 4 > len(data):
            return
        kind, name = struct.unpack_from("<HH", data, position)
        position = _past_name(data, position + 4) if name >= 0x8000 else position + 4
        values, position = _values(data, position, kind)
        found.values += len(values)
        if position < 0 or found.values > _MAX_VALUES:
            return
        if values:
            yield name, kind & 0x0FFF, values[0]


def _past_name(data: bytes, position: int) -> int:
    if position + 24 > len(data):
        return len(data)
    kind, length = struct.unpack_from("<II", data, position + 16)
    return position + 24 + (_padded(length) if kind == 1 else 0)


def _padded(length: int) -> int:
    return (length + 3) & ~3


def _values(data: bytes, position: int, kind: int) -> tuple[list[bytes], int]:
    is_many, base = bool(kind & 0x1000), kind & 0x0FFF
    count = 1
    if is_many or base not in _FIXED:
        if position + 4 > len(data):
            return [], -1
        count = struct.unpack_from("<I", data, position)[0]
        position += 4
    values: list[bytes] = []
    for _ in range(min(count, 1000)):
        length = _FIXED.get(base, -1)
        if length < 0:
            if position + 4 > len(data):
                return [], -1
            length = struct.unpack_from("<I", data, position)[0]
            position += 4
        if length > len(data) - position:
            return [], -1
        values.append(data[position : position + length])
        position += _padded(length)
    return values, position
