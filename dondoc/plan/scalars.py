"""The values of plan.yaml as they are written: text in, typed value out, or the code of the fault.

YAML's own guesses (numbers, booleans, dates) play no part.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from decimal import Decimal

from pydantic_core import PydanticCustomError

from dondoc.plan import guesses
from dondoc.plan.model import DayMonth, Offset, OffsetUnit

ID = r"[a-z0-9]+(-[a-z0-9]+)*"
_ID = re.compile(ID)
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_DAY_MONTH = re.compile(r"(\d{1,2})/(\d{1,2})")
_OFFSET = re.compile(r"([+-]?)(\d{1,4})\s?(d|wd|w)")
_LENGTH = re.compile(r"(\d{1,3})\s+(day|month|year)s?")
_YEARS = re.compile(r"(\d{4})(?:\s*[-\u2013]\s*(\d{4}))?")
_GOAL = re.compile(r"(\d+(?:[.,]\d{1,2})?)\s?(%?)")
_ADDRESS = re.compile(r"[A-Za-z0-9._%+'-]+@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]")
_CODE = re.compile(r"[A-Z][A-Z0-9]{1,11}")
_LEAP_YEAR = 2024
_FIRST_YEAR, _LAST_YEAR = 1900, 2199  # beyond them lies a slip of the pen, and soon the end of Python's calendar


def wrong(code: str, **values: str | None) -> PydanticCustomError:
    """A fault of the registry, on its way through pydantic; `near` is what was surely meant, if anything."""
    given = {name: value for name, value in values.items() if value is not None}
    return PydanticCustomError(code, "see the registry of faults", given)


def text(value: object) -> str:
    """Text exactly as written; what is not text is refused by name."""
    if isinstance(value, str):
        if not value.strip():
            raise wrong("K104")
        return value
    raise wrong("K107")


def one_or_many(value: object) -> object:
    """One value may stand wherever a list is shown."""
    return [value] if isinstance(value, str) else value


def is_id(key: str) -> bool:
    """Whether `key` is written as an id."""
    return bool(_ID.fullmatch(key))


def is_task_number(key: str) -> bool:
    """Whether `key` is a whole number from 1."""
    return bool(re.fullmatch(r"[0-9]{1,6}", key)) and int(key) > 0


def parse_id(value: object) -> str:
    """An id: small ASCII letters, figures and single hyphens."""
    found = text(value)
    if not is_id(found):
        raise wrong("K108", value=found)
    return found


def parse_day(value: object) -> date:
    """A day as 2023-03-27."""
    found = text(value)
    meant = found if _DAY.fullmatch(found) else guesses.day_meant(found)
    if meant is None:
        raise wrong("K110", value=found)
    year, month, day = map(int, meant.split("-"))
    try:
        written = date(year, month, day)
    except ValueError:
        raise wrong("K111", value=found, near=guesses.existing_day(year, month, day)) from None
    if meant != found:
        raise wrong("K110", value=found, near=meant)
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise wrong("K132", value=found)
    return written


def parse_day_month(value: object) -> DayMonth:
    """A day of the year as 30/11."""
    found = text(value)
    match = _DAY_MONTH.fullmatch(found)
    if match is None:
        raise wrong("K112", value=found, near=guesses.day_month_meant(found))
    day, month = int(match[1]), int(match[2])
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(_LEAP_YEAR, month)[1]:
        raise wrong("K111", value=found, near=guesses.existing_day_month(day, month))
    return DayMonth(day, month)


def parse_offset(value: object) -> Offset:
    """A signed distance such as -14d, +5wd or 2w."""
    found = text(value)
    match = _OFFSET.fullmatch(found)
    if match is None:
        raise wrong("K113", value=found, near=guesses.distance_meant(found))
    unit: OffsetUnit = "wd" if match[3] == "wd" else "w" if match[3] == "w" else "d"
    return Offset(int(f"{match[1]}{match[2]}"), unit)


def parse_distance(value: object) -> Offset:
    """A distance without a sign: the key already says whether before or after."""
    found = text(value)
    if _OFFSET.fullmatch(found) is None or found.startswith(("-", "+")):
        meant = guesses.distance_meant(found)
        raise wrong("K113", value=found, near=meant and meant.lstrip("+-"))
    return parse_offset(found)


def parse_length(value: object) -> tuple[int, str]:
    """A length such as "3 years", with its unit in the singular."""
    found = text(value)
    match = _LENGTH.fullmatch(found)
    if match is None:
        raise wrong("K120", value=found, near=guesses.length_meant(found))
    return int(match[1]), match[2]


def parse_years(value: object) -> tuple[int, ...]:
    """One year or a range of years."""
    found = text(value)
    match = _YEARS.fullmatch(found.strip())
    if match is None or (match[2] and match[2] < match[1]):
        raise wrong("K118", value=found, near=guesses.years_meant(found))
    return tuple(range(int(match[1]), int(match[2] or match[1]) + 1))


def parse_due_day(value: object) -> DayMonth | date | int:
    """A day of the year (30/11), a plain date, or a bare day of the month."""
    found = text(value)
    if re.fullmatch(r"[0-9]{1,2}", found):
        if not 1 <= int(found) <= 31:
            raise wrong("K111", value=found)
        return int(found)
    return parse_day(found) if _DAY.fullmatch(found) else parse_day_month(found)


def parse_counted_to(value: object) -> DayMonth | date:
    """A day of the year or a plain date."""
    found = text(value)
    return parse_day(found) if _DAY.fullmatch(found) else parse_day_month(found)


def all_year_or_list(value: object) -> object:
    """The word all-year means no years in particular (None)."""
    if value == []:
        raise wrong("K118", value="[]")
    return None if value == "all-year" else one_or_many(value)


def all_or_list(value: object) -> object:
    """The word all means no tasks in particular (None)."""
    return None if value == "all" else one_or_many(value)


def parse_goal(value: object) -> tuple[Decimal, bool]:
    """A goal and whether it is a percentage; both decimal signs are understood, no sign for thousands is."""
    found = text(value)
    match = _GOAL.fullmatch(found.strip())
    if match is None:
        raise wrong("K119", value=found, near=guesses.goal_meant(found))
    return Decimal(match[1].replace(",", ".")), bool(match[2])


def parse_address(value: object) -> str:
    """A bare e-mail address in ASCII."""
    found = text(value)
    if not _ADDRESS.fullmatch(found):
        meant = guesses.addresses_meant(found)
        is_right = meant is not None and all(map(_ADDRESS.fullmatch, meant.strip("[]").split(", ")))
        raise wrong("K114", value=found, near=meant if is_right else None)
    return found


def parse_sender(value: object) -> str:
    """An address, or a domain with @ in front."""
    found = text(value)
    if not _ADDRESS.fullmatch(f"x{found}" if found.startswith("@") else found):
        is_domain = _ADDRESS.fullmatch(f"x@{found}")
        raise wrong("K115", value=found, near=f'"@{found}"' if is_domain else None)
    return found


def parse_task_number(value: object) -> int:
    """A whole number from 1; "3" is 3."""
    found = text(value)
    if not is_task_number(found):
        raise wrong("K116", value=found, near=guesses.task_numbers_meant(found))
    return int(found)


def parse_flag(value: object) -> bool:
    """Nothing but true and false."""
    found = text(value)
    if found not in {"true", "false"}:
        raise wrong("K117", value=found, near=guesses.flag_meant(found))
    return found == "true"


def parse_code(value: object) -> str:
    """The plan's short name in subjects and request codes."""
    found = text(value)
    if not _CODE.fullmatch(found):
        raise wrong("K126", value=found, near=guesses.code_meant(found))
    return found
