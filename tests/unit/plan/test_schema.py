"""The schema that editors use agrees with the loader and explains every key."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
import yaml

from dondoc.plan.reference import errors_reference, plan_reference, schema_text
from dondoc.plan.schema import plan_schema
from tests.unit.plan.texts import PLAN, with_change

SHIPPED = Path(__file__).parents[3] / "plan.yaml"


class EditorLoader(yaml.SafeLoader):
    """YAML 1.2 as editors read it: dates, yes and no are text."""


EditorLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(("timestamp", "bool"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
EditorLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(true|false)$"), list("tf"))


def as_editors_see(text: str) -> Any:  # JSON values of any shape
    return _with_text_keys(yaml.load(text, EditorLoader))


def _with_text_keys(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _with_text_keys(each) for key, each in value.items()}
    return [_with_text_keys(each) for each in value] if isinstance(value, list) else value


def complaints(text: str) -> list[str]:
    validator = jsonschema.Draft7Validator(plan_schema())
    return [error.message for error in validator.iter_errors(as_editors_see(text))]


def test_schema_is_a_schema() -> None:
    jsonschema.Draft7Validator.check_schema(plan_schema())


@pytest.mark.parametrize("text", [PLAN, SHIPPED.read_text(encoding="utf-8")], ids=["small", "shipped"])
def test_plan_that_loads_satisfies_the_schema(text: str) -> None:
    assert complaints(text) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("every: year", "every: yearly"),
        ("lead: so-a", "leads: so-a"),
        ("code: KH", "code: kế hoạch"),
        ("starts: 2023-03-27", "starts: 27/3/2023"),
        ("    tasks: all\n", ""),
        ("    due_before: 30/11\n", ""),
        ("  so-ket:", "  Sơ kết:"),
        ("-14d", "14 ngày"),
    ],
)
def test_slip_that_a_schema_can_see_is_shown_in_the_editor(old: str, new: str) -> None:
    assert complaints(with_change(old, new))


def _fields() -> Iterator[tuple[str, dict[str, Any]]]:
    for name, entry in plan_schema()["$defs"].items():
        for key, field in entry["properties"].items():
            yield f"{name}.{key}", field


@pytest.mark.parametrize(("name", "field"), list(_fields()), ids=lambda value: value if isinstance(value, str) else "")
def test_every_key_is_explained_with_an_example(name: str, field: dict[str, Any]) -> None:
    assert field["description"], name
    assert field.get("examples") or field.get("type") == "boolean", name


def test_every_key_and_code_stands_in_the_reference() -> None:
    pages = plan_reference() + errors_reference()

    assert all(f"| `{name.split('.')[1]}` |" in pages for name, _ in _fields())


def test_schema_text_is_the_schema() -> None:
    assert json.loads(schema_text()) == plan_schema()
