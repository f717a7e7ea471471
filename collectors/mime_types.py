"""What an attached file is, by its content; archives, programs and macros are flagged and never opened."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from dataclasses import dataclass

from collectors.weight import is_crowded
from dondoc.messages import Message, say

MAX_NAME = 150
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"BM", "image/bmp"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"\x1f\x8b", "application/gzip"),
    (b"BZh", "application/x-bzip2"),
    (b"\xfd7zXZ\x00", "application/x-xz"),
    (b"MSCF", "application/vnd.ms-cab-compressed"),
    (b"MZ", "application/x-msdownload"),
    (b"\x7fELF", "application/x-executable"),
    (b"\xca\xfe\xba\xbe", "application/x-executable"),
    (b"#!", "text/x-script"),
    (b"L\x00\x00\x00\x01\x14\x02\x00", "application/x-ms-shortcut"),
    (b"{\\rtf", "application/rtf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
)
_ARCHIVES = frozenset(
    {
        "application/zip",
        "application/vnd.rar",
        "application/x-7z-compressed",
        "application/gzip",
        "application/x-bzip2",
        "application/x-xz",
        "application/vnd.ms-cab-compressed",
    }
)
_PROGRAMS = frozenset(
    {"application/x-msdownload", "application/x-executable", "text/x-script", "application/x-ms-shortcut"}
)
_PROGRAM_NAMES = re.compile(
    r"\.(?:exe|com|scr|bat|cmd|ps1|psm1|vbs|vbe|js|jse|wsf|wsh|hta|msi|msp|jar|lnk|pif|cpl|reg|iso|img|apk|dll|sh|py"
    r"|one|chm|html?|svg|xll)$",
    re.IGNORECASE,
)
_MACRO_NAMES = re.compile(r"\.(?:docm|dotm|xlsm|xltm|xlam|xlsb|pptm|potm|ppam)$", re.IGNORECASE)
_ARCHIVE_NAMES = re.compile(r"\.(?:zip|rar|7z|gz|tgz|tar|bz2|xz|cab|ace|arj|lzh)$", re.IGNORECASE)
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
_DOCUMENT_NAMES = (".pdf", ".doc", ".docx", ".xls", ".xlsx", ".jpg", ".jpeg", ".png")
_UNSAFE = re.compile(r"[\x00-\x1f\x7f<>:\"|?*\u200b-\u200f\u202a-\u202e\u2066-\u2069]+")


@dataclass(frozen=True, slots=True)
class FileKind:
    """The type found by content and what is odd about the file."""

    media_type: str
    warnings: tuple[Message, ...] = ()


def clean_name(raw: str | None, media_type: str, number: int) -> str:
    """A file name without folders, control or bidirectional characters, of bearable length; its ending is kept."""
    name = unicodedata.normalize("NFC", (raw or "").replace("\\", "/").rsplit("/", 1)[-1])
    name = _UNSAFE.sub("_", name).strip(" .")
    if not name.strip("_"):
        ending = {
            "application/pdf": ".pdf",
            DOCX: ".docx",
            XLSX: ".xlsx",
            "message/rfc822": ".eml",
            "text/plain": ".txt",
        }.get(media_type, "")
        return f"tep-{number}{ending}"
    if len(name) <= MAX_NAME:
        return name
    stem, dot, ending = name.rpartition(".")
    return f"{stem[: MAX_NAME - len(ending) - 1]}{dot}{ending}" if dot and len(ending) <= 8 else name[:MAX_NAME]


def kind_of_file(name: str, declared: str, content: bytes) -> FileKind:
    """Look at the first bytes (and the table of contents of a zip), never inside."""
    media_type, is_macro = _by_content(content, declared)
    warnings: list[Message] = []
    if media_type in _PROGRAMS or _PROGRAM_NAMES.search(name):
        warnings.append(say("the attached file {name} is a program and was not opened", name=name))
    elif is_macro or _MACRO_NAMES.search(name):
        warnings.append(say("the attached file {name} contains macros and was not opened", name=name))
    elif media_type in _ARCHIVES or _ARCHIVE_NAMES.search(name):
        warnings.append(say("the attached file {name} is an archive and was not opened", name=name))
    if not warnings and name.lower().endswith(_DOCUMENT_NAMES) and _is_markup(content):
        warnings.append(say("the attached file {name} is not what its name says", name=name))
    return FileKind(media_type, tuple(warnings))


def _is_markup(content: bytes) -> bool:
    """Whether the file is a page for a browser, whatever it calls itself."""
    return (
        content[:200]
        .lstrip(b"\xef\xbb\xbf \r\n\t")
        .lower()
        .startswith((b"<!doctype html", b"<html", b"<script", b"<svg"))
    )


def _by_content(content: bytes, declared: str) -> tuple[str, bool]:
    if content[:2] == b"PK":
        return ("application/zip", False) if is_crowded(content) else _zip_kind(content)
    found = next((kind for magic, kind in _MAGIC if content.startswith(magic)), None)
    if found == "application/x-ole-storage":
        return found, b"_\x00V\x00B\x00A\x00" in content or b"M\x00a\x00c\x00r\x00o\x00s\x00" in content
    return found or declared or "application/octet-stream", False


def _zip_kind(content: bytes) -> tuple[str, bool]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
            mimetype = (
                archive.read("mimetype")[:100].decode("ascii", "replace")
                if "mimetype" in names and archive.getinfo("mimetype").file_size < 200
                else ""
            )
    except (
        zipfile.BadZipFile,
        OSError,
        ValueError,
        KeyError,
        RuntimeError,
        NotImplementedError,
        EOFError,
        zipfile.LargeZipFile,
        OverflowError,
    ):
        return "application/zip", False
    is_macro = any(name.lower().endswith("vbaproject.bin") for name in names)
    if "word/document.xml" in names:
        return DOCX, is_macro
    if "xl/workbook.xml" in names:
        return XLSX, is_macro
    if mimetype.startswith("application/vnd.oasis"):
        return mimetype, any(name.startswith(("Basic/", "Scripts/")) for name in names)
    return (PPTX if "ppt/presentation.xml" in names else "application/zip"), is_macro
