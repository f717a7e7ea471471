"""Tasks of a plan without a table: numbered paragraphs with "Chủ trì: …" below, or assignments to agencies in turn."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dondoc.drafting.inline_tasks import inline_task
from dondoc.drafting.names import names_in
from dondoc.drafting.raw_task import RawTask, labelled_parts
from dondoc.reading.folded import plain_of
from dondoc.text import squeeze

_MARK = re.compile(
    r"^(?P<mark>\d{1,3}(?:\.\d{1,3})*|[a-zđ]|[IVXLC]{1,6}|[-+*•–])(?:[.)](?=\s|[^\W\d])|\s)\s*", re.IGNORECASE
)
_LEADS = re.compile(
    r"(?:,\s*)?\s+(?:co trach nhiem\s+)?(?:chu tri"
    r"|lam dau moi),?\s*(?:va\s+)?(?:phoi hop (?:chat che )?(?:voi|cung)\s+)?"
)
_ROLE = re.compile(r"(?:chu tri|phoi hop|tham gia)(?![a-z])")
_WITH = re.compile(r"phoi hop (?:chat che )?(?:voi|cung)\s+")
_VERB = re.compile(
    r"(?:,?\s+)(?=(?:to chuc|xay dung|tham muu|trien khai|thuc hien|huong dan|ra soat|kiem tra"
    r"|theo doi|tong hop|tuyen truyen|don doc"
    r"|day manh|tang cuong|bo tri|lap|trinh|de xuat|cung cap|dang tai|quan ly|bao dam|dam bao"
    r"|nghien cuu|chi dao|phat dong|ban hanh|van dong"
    r"|giam sat|phan cong|tiep tuc|phat huy|huy dong|ho tro|chiu trach nhiem|xu ly|tham gia|thong tin)(?![a-z]))"
)
_TASKS_SECTION = re.compile(r"nhiem vu|giai phap|noi dung (?:thuc hien|cong viec|trien khai)|phan cong")
_ORGANISATION = re.compile(r"to chuc thuc hien|trach nhiem (?:cua )?(?:cac )?(?:co quan|don vi)")
_ROMAN = re.compile(r"^[IVXLC]{1,6}$")
_MAX_NAME = 160
_HEAD_LINES = 8  # the letterhead and the title stand in capitals too
_DOUBT = "văn bản không nêu rõ cơ quan chủ trì của việc này"


@dataclass(frozen=True, slots=True)
class _Item:
    mark: str
    text: str

    @property
    def is_section(self) -> bool:
        return bool(_ROMAN.match(self.mark))


def tasks_in_list(paragraphs: Sequence[str]) -> tuple[RawTask, ...]:
    """The tasks of the most explicit kind that the text has: labelled, said in the sentence, assigned, numbered.

    What the last part of a plan asks of agencies, its organisation, comes last: it repeats what stood before.
    """
    items = [_item(paragraph) for paragraph in paragraphs if paragraph.strip()]
    for read in (_labelled, _inline, _assigned, _numbered, _organised):
        found = tuple(read(items))
        if found:
            return found
    return ()


def _item(paragraph: str) -> _Item:
    text = squeeze(paragraph)
    match = _MARK.match(text)
    return _Item(match["mark"], text[match.end() :]) if match else _Item("", text)


def _labelled(items: Sequence[_Item]) -> Iterator[RawTask]:
    """Items followed by lines such as "Cơ quan chủ trì: …", or holding them in brackets."""
    task: RawTask | None = None
    section: tuple[str, ...] = ()
    for item in items:
        before, parts = labelled_parts(item.text)
        if item.is_section:
            section = (f"{item.mark}. {item.text}",)
        elif parts and before.strip() and item.mark not in {"", "-", "+"}:
            task = RawTask(item.mark, before.rstrip(" .;"), section=section)
        elif not parts and item.mark:
            task = RawTask(item.mark, item.text.rstrip(" ;"), section=section)
        elif not parts and task and not task.lead and not _is_end(item):
            task.content += f" {item.text}" if task.content.endswith((".", ":", ",", ";")) else f". {item.text}"
        if parts and task:
            is_new = not task.lead and "lead" in parts
            _fill(task, parts)
            if is_new:
                yield task


def _is_end(item: _Item) -> bool:
    return item.text.isupper()


def _fill(task: RawTask, parts: dict[str, str]) -> None:
    for name, value in parts.items():
        if value and not getattr(task, name):
            setattr(task, name, value.rstrip(" .;"))


def _inline(items: Sequence[_Item]) -> Iterator[RawTask]:
    """Items that say themselves who leads; those between them that do not are kept with a doubt."""
    found = [
        (item, section, inline_task(item.mark, item.text, section, is_names=_is_names, verb_in=_verb_in))
        for item, section in _numbered_items(items)
    ]
    if any(task for _, _, task in found):
        for item, section, task in found:
            yield task or _without_lead(item, section)


def _organised(items: Sequence[_Item]) -> Iterator[RawTask]:
    yield from _assigned(items, _ORGANISATION)


def _assigned(items: Sequence[_Item], sections: re.Pattern[str] = _TASKS_SECTION) -> Iterator[RawTask]:
    """What stands behind or below "1. Sở Y tế", and sentences such as "Sở Y tế chủ trì, phối hợp với … tổ chức …"."""
    is_inside = not any(item.is_section or item.text.isupper() for item in items[_HEAD_LINES:])
    holder = ""
    for item in items:
        if item.is_section or item.text.isupper():
            holder, is_inside = "", bool(sections.search(plain_of(item.text)))
            continue
        if not is_inside:
            continue
        name, rest = _holder_of(item)
        if name:
            holder = name
        if rest and (holder or name):
            yield _with_partners(RawTask(item.mark if item.mark not in "-+*•–" else "", rest.rstrip(" ;"), lead=holder))


def _holder_of(item: _Item) -> tuple[str, str]:
    """The agency that an item begins with, and what is left for it to do."""
    text = re.sub(r"^(?:Giao|Đề nghị|Yêu cầu)\s+", "", item.text)
    plain = plain_of(text)
    lead = _LEADS.search(plain)
    colon = text.find(":")
    for end in [colon] if 0 < colon < _MAX_NAME else []:
        if _is_names(text[:end]):
            return text[:end].strip(), text[end + 1 :].strip()
    if lead and lead.start() < _MAX_NAME and _is_names(text[: lead.start()]):
        return text[: lead.start()].strip(" ,"), text
    if len(text) < _MAX_NAME and _is_names(text.rstrip(" .:")) and item.mark not in {"-", "+"}:
        return text.rstrip(" .:"), ""
    verb = _verb_in(text)
    if verb is not None and _is_names(text[:verb]):
        return text[:verb].strip(" ,"), text
    return "", item.text


def _is_names(text: str) -> bool:
    """Whether `text` is a list of agencies and nothing else."""
    is_name = text[:1].isupper() and len(text) < _MAX_NAME and not _ROLE.match(plain_of(text))
    if not is_name or _verb_in(text) is not None:
        return False
    found = names_in(text)
    return bool(found) and found[0].is_sure and found[0].kind != "related"


def _verb_in(text: str) -> int | None:
    """Where the first verb begins; "các tổ chức" and "Ban Tổ chức" hold none."""
    plain = plain_of(text)
    for verb in _VERB.finditer(plain):
        if text[verb.end() : verb.end() + 1].islower() and not plain[: verb.start()].endswith("cac"):
            return verb.start()
    return None


def _with_partners(task: RawTask) -> RawTask:
    """Those behind "phối hợp với", up to the verb of what is to be done."""
    plain = plain_of(task.content)
    match = _WITH.search(plain)
    if match:
        verb = _verb_in(task.content[match.end() :])
        if verb is not None:
            task.support = task.content[match.end() :][:verb].strip(" ,;")
    return task


def _numbered(items: Sequence[_Item]) -> Iterator[RawTask]:
    """Numbered paragraphs of a section about tasks; who leads them is not said."""
    yield from (_without_lead(item, section) for item, section in _numbered_items(items))


def _without_lead(item: _Item, section: str) -> RawTask:
    return RawTask(item.mark, item.text.rstrip(" ;"), section=(section,), doubts=[_DOUBT])


def _numbered_items(items: Sequence[_Item]) -> Iterator[tuple[_Item, str]]:
    """The numbered paragraphs of the sections about tasks, each with its section."""
    is_inside, section = False, ""
    for item in items:
        if item.is_section or item.text.isupper():
            is_inside, section = bool(_TASKS_SECTION.search(plain_of(item.text))), item.text
        elif is_inside and re.match(r"\d", item.mark):
            yield item, section
