"""A model out of faulty data: what is wrong is left out, what is required but unusable is replaced by an example."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from dondoc.plan.source import Source, known_keys
from dondoc.plan.tree import Plain

S = TypeVar("S", bound=Source)
_ATTEMPTS = 4


def salvage(model: type[S], data: Plain, details: Sequence[ErrorDetails]) -> S:
    """A valid model keeping as much of `data` as is right; always succeeds."""
    kept: dict[str, Any] = dict(data) if isinstance(data, dict) else {}
    for _ in range(_ATTEMPTS):
        _mend(model, kept, details)
        try:
            return model.model_validate(kept)
        except ValidationError as error:
            details = error.errors(include_url=False)
    return model.model_validate(_examples(model))


def _mend(model: type[Source], data: dict[str, Any], details: Sequence[ErrorDetails]) -> None:
    parts: defaultdict[str, set[str | int]] = defaultdict(set)
    for detail in details:
        loc = detail["loc"]
        parts[str(loc[0])].add(loc[1] if len(loc) > 1 else "")
    for key, faulty in parts.items():
        _mend_key(model, data, key, faulty)


def _mend_key(model: type[Source], data: dict[str, Any], key: str, faulty: set[str | int]) -> None:
    match data.get(key):
        case list() as items if "" not in faulty and faulty & set(range(len(items))):
            data[key] = [item for index, item in enumerate(items) if index not in faulty]
        case dict() as entries if "" not in faulty and faulty & entries.keys():
            data[key] = {name: entry for name, entry in entries.items() if name not in faulty}
        case _:
            data.pop(key, None)
            data.update({name: value for name, value in _examples(model).items() if name == key})


def _examples(model: type[Source]) -> dict[str, Any]:
    """The first example of each required field, by its key in the file."""
    fields = model.model_fields
    return {
        key: (fields[name].examples or [""])[0] for key, name in known_keys(model).items() if fields[name].is_required()
    }
