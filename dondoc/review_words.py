"""The short form in which an officer says what a reply means: ``3=done,percent=100,lop=2,note=…``."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import get_args

from pydantic import ValidationError

from dondoc.errors import InputError
from dondoc.events.replies import RecordedItem
from dondoc.messages import say
from dondoc.reply import ItemStatus

_YES_NO = {"yes": True, "co": True, "có": True, "no": False, "khong": False, "không": False}
_APART = frozenset({"percent", "note"})
_WHOLE = 100


def parse_item(text: str) -> RecordedItem:
    """``3=done,lop=2,luot-nguoi=120``: task, status, then percent, note and figures by id. Raises InputError."""
    head, *rest = (part.strip() for part in text.split(","))
    task, _, status = (part.strip() for part in head.partition("="))
    if not task.isdecimal() or status not in get_args(ItemStatus):
        raise InputError(
            say(
                "{text}: begin with the task and a status, such as 3=done; statuses: {known}",
                text=text,
                known=", ".join(get_args(ItemStatus)),
            )
        )
    values: dict[str, object] = {"task": int(task), "status": status}
    figures: dict[str, object] = {}
    for part in rest:
        name, found, value = (piece.strip() for piece in part.partition("="))
        if not found or not name:
            raise InputError(say("{text}: expected name=value, found {part}", text=text, part=part))
        place = values if name in _APART else figures
        if name in place:
            raise InputError(say("{text}: {name} is said twice", text=text, name=name))
        place[name] = value if name in _APART else _YES_NO.get(value.lower(), value)
    return _item(text, {**values, "figures": figures})


def _item(text: str, values: Mapping[str, object]) -> RecordedItem:
    try:
        item = RecordedItem.model_validate(values)
    except ValidationError as error:
        raise InputError(say("{text}: a percentage and a figure are numbers, or yes or no", text=text)) from error
    if not 0 <= (item.percent or 0) <= _WHOLE or not all(0 <= value < math.inf for value in item.figures.values()):
        raise InputError(say("{text}: a percentage is 0 to 100, a figure is never below 0", text=text))
    return item


def item_words(item: RecordedItem) -> str:
    """The same short form, for showing what was suggested."""
    percent = [f"percent={item.percent:g}"] if item.percent is not None else []
    figures = [f"{name}={_value(value)}" for name, value in item.figures.items()]
    return ",".join([f"{item.task}={item.status}", *percent, *figures])


def _value(value: float | bool) -> str:  # noqa: FBT001 — a figure's value, not a switch
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:.10g}"
