"""What a plan says of itself: number, title, who issued it and when, from when to when it runs, who coordinates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from dondoc.drafting.days import make_day, read_span, read_years
from dondoc.reading.folded import plain_of
from dondoc.text import squeeze

_HEAD_LINES = 60
_NUMBER = re.compile(r"(?<![a-z])so\s*:?\s*(\d[\w.]*\s*/\s*[a-z-]*(?:kh|ctr|da|qd|pa)[\w./-]*)")
_KIND = re.compile(
    r"^(?:du thao )?(?:ke hoach|chuong trinh|de an|phuong an)(?: hanh dong| cong tac| thuc hien| to chuc)?$"
)
_ISSUED = re.compile(r"ngay\s+(\d{1,2}|[.… ]*)\s*thang\s+(\d{1,2}|[.… ]*)\s*nam\s+(\d{4})")
_ISSUED_IN_DIGITS = re.compile(
    r"^[a-z][a-z .-]{1,40}, ngay\s+(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})\s*$"
    r"|^ban hanh ngay (\d{1,2})/(\d{1,2})/(\d{4})"
)
_STOP = re.compile(r"^(?:thuc hien|can cu|i\.|1\.|kem theo|\(kem|phan |a\.|[-_*=~ ]+$|ngay |de |nham |xay dung)")
_NO_TITLE = re.compile(r"^(?:thuc hien .*(?<![a-z])so \d|can cu|i\.|1\.|kem theo|\(kem|[-_*=~ ]+$|ngay )")
_MOTTO = re.compile(r"cong hoa xa hoi|doc lap - tu do|^so\s*:|^-+$|^_+$")
_ISSUER = re.compile(
    r"(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân)\s+(?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường"
    r"|đặc khu)\s+(?:[A-ZĐÀ-Ỹ][\w]*(?:[ -](?=[A-ZĐÀ-Ỹ]))?)+"
)
_OTHER_ISSUER = re.compile(r"^(Sở|Bộ|Ban|Cục|Hội|Tỉnh ủy|Thành ủy|Liên đoàn|Tỉnh đoàn)(?=\s|$)", re.IGNORECASE)
_BOILERPLATE = re.compile(
    r"\b(?:ke hoach|trien khai|thuc hien|to chuc|de an|chuong trinh|chien luoc|nghi quyet"
    r"|quyet dinh|chi thi|cong tac|hanh dong"
    r"|ban hanh|giai doan.*|tren dia ban.*|o viet nam|tai viet nam|nam \d{4}.*|den nam.*"
    r"|cua (?:ubnd|tinh|so).*|so \d\S*|tinh .*|nham .*)(?![a-z])"
)
_SMALL_WORDS = frozenset(["va", "cua", "cac", "cho", "ve", "tai", "trong", "voi", "de", "theo", "nhung", "o"])
_ONLY_END = re.compile(r"den(?: het)? nam \d{4}")
_MAX_CODE = 6


@dataclass(frozen=True, slots=True)
class PlanHead:
    """What stands in the key `plan`, with doubts to be put beside single keys."""

    code: str
    number: str | None
    title: str
    issuer: str
    issued_on: date
    starts: date
    ends: date
    doubts: dict[str, str]


def read_head(lines: Sequence[str], years_of_tasks: Sequence[int], *, fallback: date) -> PlanHead:
    """Read the first lines; `fallback` stands for the day of issue where none is written."""
    top = [squeeze(line) for line in lines[:_HEAD_LINES]]
    doubts: dict[str, str] = {}
    title = _title(top) or _doubt(doubts, "title", "Kế hoạch", "không tìm thấy tên kế hoạch, điền tên đầy đủ")
    issued_on, is_exact = _issued_on(top)
    if not is_exact:
        doubts["issued_on"] = "văn bản không ghi rõ ngày ban hành, điền cho đúng"
    issued_on = issued_on or _first_of(title, years_of_tasks) or fallback
    starts, ends = _span(title, top, issued_on, years_of_tasks, doubts)
    issuer = issuer_in(lines) or _doubt(doubts, "issued_by", "Cơ quan ban hành", "không rõ cơ quan ban hành")
    doubts.setdefault("code", "mã ngắn đề xuất từ tên kế hoạch, có trong tiêu đề mọi thư")
    return PlanHead(code_of(title), _number(top), title, issuer, issued_on, starts, ends, doubts)


def _number(lines: Sequence[str]) -> str | None:
    """The number in the letterhead; a number cited in the text is another document's."""
    for line in lines:
        match = _NUMBER.match(plain_of(line).strip())
        if match:
            start = len(line) - len(line.lstrip())
            return re.sub(r"\s+", "", line[start + match.start(1) : start + match.end(1)])
    return None


def _doubt(doubts: dict[str, str], key: str, value: str, why: str) -> str:
    doubts[key] = why
    return value


def _title(lines: Sequence[str]) -> str:
    """The lines below the word KẾ HOẠCH; else the first line that begins with it."""
    for index, line in enumerate(lines):
        if _KIND.match(plain_of(line).strip(" *:")):
            found = _lines_of_title(lines[index + 1 :])
            if found:
                return found
    for index, line in enumerate(lines):
        plain = plain_of(line)
        rest = re.match(r"(?:ke hoach|chuong trinh hanh dong|chuong trinh|de an)\s+(?=\S)", plain)
        if rest and len(plain) < 400 and not plain.endswith((";", ".")):
            upper = list(takewhile(str.isupper, lines[index + 1 : index + 4])) if line.isupper() else []
            follows = _lines_of_title(upper)
            return squeeze(f"{line[rest.end() :] if line.isupper() else line} {follows}")
    return ""


def _lines_of_title(lines: Sequence[str]) -> str:
    found: list[str] = []
    for line in lines[:5]:
        plain = plain_of(line).strip(" *")
        is_over = (_STOP if found else _NO_TITLE).match(plain) or plain.endswith(":")
        if found and (not plain or is_over or len(line) > 350):
            break
        if is_over or len(line) > 350:
            break
        if plain:
            found.append(line.strip(" *"))
    return squeeze(" ".join(found))


def _issued_on(lines: Sequence[str]) -> tuple[date | None, bool]:
    for line in lines:
        match = _ISSUED.search(plain_of(line))
        if match:
            day = make_day(match[1], match[2], match[3])
            return (day, True) if day else (make_day("1", match[2].strip(" .…") or "1", match[3]), False)
        digits = _ISSUED_IN_DIGITS.match(plain_of(line).strip(" *"))
        day = make_day(*(part for part in digits.groups() if part)) if digits else None
        if day:
            return day, True
    return None, False


def _first_of(title: str, years: Sequence[int]) -> date | None:
    span, named = read_span(title), () if _ONLY_END.search(plain_of(title)) else read_years(title)
    first = span[0] if span else next(iter(named), None) or (min(years) if years else None)
    return date(first, 1, 1) if first else None


def _span(
    title: str, lines: Sequence[str], issued_on: date, years: Sequence[int], doubts: dict[str, str]
) -> tuple[date, date]:
    """From the day of issue or the first year named, to the end of the last year."""
    span, named = read_span(title), read_years(title)
    if span is None and not named:
        own = (
            line
            for line in lines
            if "giai doan" in plain_of(line) and not re.search(r"(?<![a-z])so \d", plain_of(line))
        )
        span = next((found for line in own if (found := read_span(line))), None)
    if span is None and named:
        span = (
            min(named[0], issued_on.year) if len(named) > 1 or "den nam" in plain_of(title) else named[0],
            named[-1],
        )
    if span is None or span[1] < issued_on.year:
        span = (issued_on.year, max([issued_on.year, *(year for year in years if year < issued_on.year + 15)]))
        doubts["ends"] = "văn bản không ghi rõ thời gian thực hiện, xem lại ngày kết thúc"
    first = date(span[0], 1, 1)
    starts = max(issued_on, first)
    return starts, date(span[1], 12, 31)


def issuer_in(lines: Sequence[str]) -> str:
    """Who issued the plan: the letterhead, or the committee that the text names first."""
    head = [squeeze(line).strip(" *") for line in lines[:12]]
    upper = [line for line in head if line.isupper() and not _MOTTO.search(plain_of(line))]
    for index, line in enumerate(upper):
        plain = plain_of(line)
        if plain in {"uy ban nhan dan", "ubnd"}:
            beside = [*upper[index + 1 : index + 2], *upper[max(0, index - 1) : index]]
            place = next((each for each in beside if _LEVEL.match(plain_of(each))), None)
            if place:
                return f"Ủy ban nhân dân {_as_name(place)}"
        if plain.startswith(("uy ban nhan dan ", "ubnd ")) and not _department_below(upper[index + 1 :]):
            return f"Ủy ban nhân dân {_as_name(line.split(' ', 4 if plain.startswith('uy') else 1)[-1])}"
        if _OTHER_ISSUER.match(line):
            return _as_name(line)
    match = next((found for line in lines if (found := _ISSUER.search(line))), None)
    return match.group().replace("UBND", "Ủy ban nhân dân").replace("Uỷ", "Ủy") if match else ""


def _department_below(lines: Sequence[str]) -> bool:
    return any(_OTHER_ISSUER.match(line) for line in lines[:1])


_LEVEL = re.compile(r"(?:tinh|thanh pho|huyen|thi xa|quan|xa|phuong|thi tran|dac khu|tp\.?|tx\.?) ")
_LEVELS = frozenset(["tinh", "huyen", "thi", "xa", "thanh", "pho", "phuong", "quan", "va"])


def _as_name(line: str) -> str:
    """A line in capitals as a name is written: small words for the level, capitals for names."""
    words = line.lower().split()
    named = [word if plain_of(word) in _LEVELS else word.capitalize() for word in words]
    if named and plain_of(named[0]) in {"so", "bo", "ban", "cuc", "hoi"}:
        return named[0].capitalize() + " " + _sentence_case(words[1:])
    return " ".join(named)


def _sentence_case(words: Sequence[str]) -> str:
    parts = " ".join(words).split(" và ")
    return " và ".join(part[:1].upper() + part[1:] for part in parts)


def place_of(issuer: str) -> str:
    """The name of the province or district in the issuer's."""
    match = re.search(r"(?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường|đặc khu)\s+(\S.*)$", issuer, re.IGNORECASE)
    return match.group(1) if match else ""


def code_of(title: str) -> str:
    """A code out of the initials of what the title is about."""
    plain = plain_of(title)
    core = _BOILERPLATE.sub(" ", plain)
    about = re.split(r"\bve\b", core)
    words = _content_words(about[-1]) or _content_words(core) or _content_words(plain)
    made = "".join(word[0] for word in words[:_MAX_CODE]).upper()
    return made if re.fullmatch(r"[A-Z][A-Z0-9]{1,11}", made) else "KH"


def _content_words(text: str) -> list[str]:
    return [word for word in re.findall(r"[a-z0-9]+", text) if word not in _SMALL_WORDS and word[0].isalpha()]


def level_of(issuer: str) -> str:
    """Of which level the issuing committee is: tỉnh where nothing else is said."""
    match = re.search(r"(?:UBND|Ủy ban nhân dân) (tỉnh|thành phố|huyện|thị xã|quận|xã|phường|đặc khu)(?=\s|$)", issuer)
    return match.group(1) if match else "tỉnh"
