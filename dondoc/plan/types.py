"""The types of single values in plan.yaml, each with the JSON Schema that an editor is given."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema

from dondoc.plan.model import DayMonth, Offset
from dondoc.plan.scalars import (
    ID,
    all_or_list,
    all_year_or_list,
    one_or_many,
    parse_address,
    parse_code,
    parse_counted_to,
    parse_day,
    parse_distance,
    parse_due_day,
    parse_flag,
    parse_goal,
    parse_id,
    parse_length,
    parse_offset,
    parse_sender,
    parse_task_number,
    parse_years,
    text,
)

_TEXT_SCHEMA = {"type": ["string", "number"], "minLength": 1}
_DATE_SCHEMA = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}

Text = Annotated[str, BeforeValidator(text), WithJsonSchema(_TEXT_SCHEMA)]
Id = Annotated[str, BeforeValidator(parse_id), WithJsonSchema({"type": "string", "pattern": f"^{ID}$"})]
Reference = Annotated[str, BeforeValidator(text), WithJsonSchema({"type": "string", "pattern": f"^{ID}$"})]
Day = Annotated[date, BeforeValidator(parse_day), WithJsonSchema(_DATE_SCHEMA)]
_ID_SCHEMA = {"type": "string", "pattern": f"^{ID}$"}


def one_or_list(item: dict[str, Any]) -> WithJsonSchema:
    """The schema of a list of which one item may stand alone."""
    return WithJsonSchema({"anyOf": [item, {"type": "array", "items": item}]})


def _text_matching(pattern: str) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "pattern": f"^{pattern}$"})


References = Annotated[tuple[Reference, ...], BeforeValidator(one_or_many), one_or_list(_ID_SCHEMA)]
Texts = Annotated[tuple[Text, ...], BeforeValidator(one_or_many), one_or_list({"type": ["string", "number"]})]
Address = Annotated[str, BeforeValidator(parse_address)]
Addresses = Annotated[
    tuple[Address, ...], BeforeValidator(one_or_many), one_or_list({"type": "string", "format": "email"})
]
Sender = Annotated[str, BeforeValidator(parse_sender)]
Senders = Annotated[tuple[Sender, ...], BeforeValidator(one_or_many), one_or_list({"type": "string", "pattern": "@"})]
Days = Annotated[
    tuple[Day, ...],
    BeforeValidator(one_or_many),
    one_or_list({"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}),
]
Flag = Annotated[bool, BeforeValidator(parse_flag), WithJsonSchema({"type": "boolean"})]
Code = Annotated[str, BeforeValidator(parse_code), _text_matching("[A-Z][A-Z0-9]{1,11}")]
Distance = Annotated[Offset, BeforeValidator(parse_distance), _text_matching(r"\d{1,4} ?(d|wd|w)")]
SIGNED_DISTANCE_SCHEMA = {"type": "string", "pattern": r"^[+-]?\d{1,4} ?(d|wd|w)$"}
SignedDistance = Annotated[Offset, BeforeValidator(parse_offset), WithJsonSchema(SIGNED_DISTANCE_SCHEMA)]
Length = Annotated[tuple[int, str], BeforeValidator(parse_length), _text_matching(r"\d{1,3} +(day|month|year)s?")]
Goal = Annotated[
    tuple[Decimal, bool],
    BeforeValidator(parse_goal),
    WithJsonSchema({"type": ["string", "number"], "pattern": r"^\d+([.,]\d{1,2})? ?%?$"}),
]
Years = Annotated[tuple[int, ...], BeforeValidator(parse_years)]
_YEAR_SCHEMA = {"type": ["string", "integer"], "pattern": r"^(\d{4}( *[-–] *\d{4})?|all-year)$"}
When = Annotated[tuple[Years, ...] | None, BeforeValidator(all_year_or_list), one_or_list(_YEAR_SCHEMA)]
TaskNumber = Annotated[int, BeforeValidator(parse_task_number)]
_NUMBER_SCHEMA = {"type": ["integer", "string"], "pattern": "^[1-9][0-9]*$"}
TaskNumbers = Annotated[
    tuple[TaskNumber, ...] | None,
    BeforeValidator(all_or_list),
    WithJsonSchema({"anyOf": [{"const": "all"}, _NUMBER_SCHEMA, {"type": "array", "items": _NUMBER_SCHEMA}]}),
]
TaskKey = Annotated[str, WithJsonSchema({"type": "string", "pattern": "^[0-9]+$"})]
DueDay = Annotated[DayMonth | date | int, BeforeValidator(parse_due_day)]
DUE_DAY_SCHEMA = {"type": ["string", "integer"], "pattern": r"^(\d{1,2}/\d{1,2}|\d{4}-\d{2}-\d{2}|\d{1,2})$"}


CountedTo = Annotated[
    DayMonth | date, BeforeValidator(parse_counted_to), _text_matching(r"(\d{1,2}/\d{1,2}|\d{4}-\d{2}-\d{2})")
]
