"""What an unreadable value was surely meant to be, for the remedy of its fault. Never used as the value itself."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange

from dondoc.text import fold, squeeze

_YEAR_FIRST = re.compile(r"(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})")
_YEAR_LAST = re.compile(r"(\d{1,2})(?:[-/. ]|\s*thang\s*)(\d{1,2})(?:[-/., ]|\s*nam\s*)(\d{4})")
_DAY_AND_MONTH = re.compile(r"(\d{1,2})(?:\s*[-/.,]\s*|\s*thang\s*)(\d{1,2})(?!\d)")
_DISTANCE = re.compile(r"([+-]?)\s*(\d{1,4})\s*([a-z ]*)")
_DISTANCE_UNITS = {
    "wd": ("wd", "ngay lam viec", "working days", "working day", "workdays", "nlv"),
    "w": ("w", "tuan", "week", "weeks"),
    "d": ("", "d", "ngay", "day", "days", "n"),
}
_LENGTH_UNITS = {
    "day": ("d", "ngay", "day", "days"),
    "month": ("m", "thang", "month", "months"),
    "year": ("y", "nam", "year", "years"),
}
_ALL_YEAR = frozenset(
    {"hang nam", "thuong xuyen", "ca nam", "all year", "all", "always", "hang nam thuong xuyen", "tat ca"}
)
_TWO_YEARS = re.compile(r"(\d{4})\D+(\d{2}|\d{4})\D*")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
_ADDRESS_PARTS = re.compile(r"[^\s,;<>()]+@[^\s,;<>()]+")
_TRUE = frozenset({"yes", "y", "on", "true", "co", "1", "dung", "x"})
_FALSE = frozenset({"no", "n", "off", "false", "khong", "0", "sai"})
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))


def _plainly(found: str) -> str:
    return fold(unicodedata.normalize("NFKC", squeeze(found))).translate(_DASHES)


def day_meant(found: str) -> str | None:
    """A day in any other order, as year-month-day; it need not exist."""
    text = _plainly(found)
    if match := _YEAR_FIRST.search(text):
        year, month, day = match.groups()
    elif match := _YEAR_LAST.search(text):
        day, month, year = match.groups()
    else:
        return None
    return f"{year}-{int(month):02d}-{int(day):02d}"


def day_month_meant(found: str) -> str | None:
    """A day of the year in other words, as day/month; a bare day in other digits, as that day."""
    if written := day_meant(found):
        _, month, day = written.split("-")
        return existing_day_month(int(day), int(month))
    if re.fullmatch(r"[0-9]{1,2}", _plainly(found)):
        return _plainly(found)
    match = _DAY_AND_MONTH.search(_plainly(found))
    return existing_day_month(int(match[1]), int(match[2])) if match else None


def existing_day_month(day: int, month: int) -> str | None:
    """The day of the year that a wrong one is nearest to: day and month exchanged, or the month's last day."""
    if month > 12 >= day >= 1:
        day, month = month, day
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    return f"{min(day, monthrange(2024, month)[1])}/{month}"


def existing_day(year: int, month: int, day: int) -> str | None:
    """The calendar day that a wrong one is nearest to."""
    written = existing_day_month(day, month)
    if written is None or not year >= 1:
        return None
    near_day, near_month = map(int, written.split("/"))
    return f"{year:04d}-{near_month:02d}-{min(near_day, monthrange(year, near_month)[1]):02d}"


def distance_meant(found: str) -> str | None:
    """A distance with its unit in words, in capitals or left out (days); the sign stays as written."""
    text = _plainly(found).removeprefix("han").strip()
    for word, sign in (("truoc", "-"), ("sau", "+")):
        text = sign + text.removeprefix(word).strip() if text.startswith(word) else text
    match = _DISTANCE.fullmatch(text)
    if match is None:
        return None
    unit = next((unit for unit, names in _DISTANCE_UNITS.items() if match[3].strip() in names), None)
    return f"{match[1]}{int(match[2])}{unit}" if unit else None


def length_meant(found: str) -> str | None:
    """A length of time in other words, as "3 years"."""
    match = re.fullmatch(r"(?:sau\s+)?(\d{1,3})\s*([a-z]+)", _plainly(found))
    if match is None:
        return None
    unit = next((unit for unit, names in _LENGTH_UNITS.items() if match[2] in names), None)
    return f"{int(match[1])} {unit}s" if unit else None


def years_meant(found: str) -> str | None:
    """Years in other words: all-year, one year, or a range the right way round."""
    text = _plainly(found)
    if re.sub(r"[\W_]+", " ", text).strip() in _ALL_YEAR:
        return "all-year"
    if years := re.fullmatch(r"(?:nam\s+)?(\d{4})", text):
        return years[1]
    if re.fullmatch(r"\d{4}(\s*[,;]\s*\d{4})+", text):
        return f"[{', '.join(re.findall(r'[0-9]{4}', text))}]"
    match = _TWO_YEARS.fullmatch(re.sub(r"^\D+", "", text))
    if match is None:
        return None
    first, last = sorted((match[1], match[2].rjust(4, match[1][0]) if len(match[2]) == 4 else match[1][:2] + match[2]))
    return f"{first}-{last}"


def goal_meant(found: str) -> str | None:
    """A goal without marks between thousands and without its unit."""
    text = _plainly(found)
    if text in {"tat ca", "all", "toan bo"}:
        return "100%"
    match = re.fullmatch(r"(\d{1,3}(?:[., ]\d{3})+|\d+)\s*(%?)\s*[^\d%]*", text)
    return f"{re.sub('[., ]', '', match[1])}{match[2]}" if match else None


def addresses_meant(found: str) -> str | None:
    """The addresses within a text, several as a list."""
    text = re.sub(r"\s*@+\s*", "@", _plainly(found).removeprefix("mailto:"))
    parts = [re.sub(r"\.{2,}", ".", part).replace(".@", "@").strip(".") for part in _ADDRESS_PARTS.findall(text)]
    if not parts:
        return None
    return parts[0] if len(parts) == 1 else f"[{', '.join(parts)}]"


def flag_meant(found: str) -> str | None:
    """True or false in other words."""
    text = _plainly(found)
    return "true" if text in _TRUE else "false" if text in _FALSE else None


def code_meant(found: str) -> str | None:
    """Capital letters and figures of what was written."""
    letters = re.sub(r"[^A-Z0-9]", "", _plainly(found).upper()).lstrip("0123456789")
    return letters[:12] if len(letters) > 1 else None


def task_number_meant(found: str) -> str | None:
    """A number with a word before it or a point behind it, or in Roman figures."""
    text = _plainly(found)
    if match := re.fullmatch(r"(?:nhiem vu|task|stt|so|muc)?\s*0*([1-9]\d{0,5})[.):]?", text):
        return match[1]
    roman = _from_roman(text.strip(".")) if re.fullmatch(r"[ivxl]+\.?", text) else None
    return str(roman) if roman else None


def task_numbers_meant(found: str) -> str | None:
    """Numbers with commas or a range between them, as a list; the word for all."""
    text = _plainly(found)
    if text in {"tat ca", "toan bo", "moi nhiem vu", "*"}:
        return "all"
    if match := re.fullmatch(r"(\d{1,3})\s*(?:-|den)\s*(\d{1,3})", text):
        first, last = int(match[1]), int(match[2])
        return f"[{', '.join(map(str, range(first, last + 1)))}]" if 0 < first < last < first + 60 else None
    if re.fullmatch(r"\d+(\s*(?:[,;]|va)\s*\d+)+", text):
        return f"[{', '.join(re.findall(r'[0-9]+', text))}]"
    return task_number_meant(found)


def _from_roman(text: str) -> int:
    values = [_ROMAN[char] for char in text]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))
