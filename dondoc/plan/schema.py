"""The JSON Schema of plan.yaml, by which editors complete, explain and check it while the officer types."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from dondoc.plan.source import (
    AgencySource,
    BasisSource,
    CalendarSource,
    CycleSource,
    GroupSource,
    HeaderSource,
    MailSource,
    ObjectiveSource,
    Source,
    TaskSource,
)
from dondoc.plan.types import SIGNED_DISTANCE_SCHEMA, Id, TaskKey

Schema = dict[str, Any]


class PlanFile(Source):
    """The whole file; used for its JSON Schema and reference, since the loader reads each entry by itself."""

    plan: HeaderSource = Field(description="Thông tin chung của kế hoạch.")
    basis: dict[Id, BasisSource] = Field(default_factory=dict, description="Căn cứ pháp lý, mỗi văn bản một mã.")
    agencies: dict[Id, AgencySource] = Field(description="Các cơ quan, đơn vị, mỗi đơn vị một mã.")
    groups: dict[Id, GroupSource] = Field(
        default_factory=dict,
        description="Các nhóm cơ quan. Nhóm nghĩa là những thành viên đang tồn tại vào ngày được hỏi.",
    )
    objectives: dict[Id, ObjectiveSource] = Field(
        default_factory=dict, description="Mục tiêu chung của kế hoạch và cách đo."
    )
    tasks: dict[TaskKey, TaskSource] = Field(description="Bảng nhiệm vụ; khóa là số thứ tự trong kế hoạch.")
    cycles: dict[Id, CycleSource] = Field(description="Các chu kỳ báo cáo: hạn, mốc nhắc, hỏi những gì.")
    mail: MailSource = Field(default_factory=MailSource, description="Cách gửi thư (không bắt buộc).")
    calendar: CalendarSource = Field(
        default_factory=CalendarSource, description="Ngày nghỉ, ngày làm bù (không bắt buộc)."
    )


ENTRY_NAMES = {
    "HeaderSource": "Thông tin chung của kế hoạch",
    "BasisSource": "Một văn bản làm căn cứ",
    "AgencySource": "Một cơ quan, đơn vị",
    "GroupSource": "Một nhóm cơ quan",
    "ObjectiveSource": "Một mục tiêu của kế hoạch",
    "MeasureSource": "Cách đo một mục tiêu",
    "TaskSource": "Một nhiệm vụ",
    "FigureSource": "Một số liệu, hoặc câu hỏi có/không",
    "CycleSource": "Một chu kỳ báo cáo",
    "AnchorSource": "Hạn tính từ ngày của một căn cứ",
    "ReminderSource": "Một mốc nhắc",
    "MailSource": "Cách gửi thư",
    "CalendarSource": "Ngày nghỉ và ngày làm bù",
}
_DUE = {"oneOf": [{"required": ["due_before"]}, {"required": ["due_by"]}]}
_WHOM = {
    "if": {"properties": {"ask": {"const": "document"}}, "required": ["ask"]},
    "then": {"required": ["to"]},
    "else": {"required": ["tasks"]},
}


def plan_schema() -> Schema:
    """The schema as JSON values; deterministic, so that the file in the tree can be compared with it."""
    schema: Schema = _cleaned(PlanFile.model_json_schema(by_alias=True))
    for name, description in ENTRY_NAMES.items():
        schema["$defs"][name]["description"] = description
    cycle: Schema = schema["$defs"]["CycleSource"]
    steps: Schema = cycle["properties"]["remind"]
    steps["items"] = {"anyOf": [SIGNED_DISTANCE_SCHEMA, steps["items"]]}
    cycle.update(_WHOM, allOf=[_DUE])
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "plan.yaml",
        **schema,
        "description": "Kế hoạch được theo dõi, đôn đốc bằng Đôn Đốc.",
    }


def _cleaned(schema: Schema) -> Schema:
    """Without what an editor does not need: titles made of names, null, empty defaults."""
    kept: Schema = {
        key: _cleaned_part(key, value) for key, value in schema.items() if key not in {"title", "discriminator"}
    }
    if kept.get("default", 0) in (None, [], {}):
        del kept["default"]
    if "oneOf" in kept:
        kept["anyOf"] = kept.pop("oneOf")
    if "patternProperties" in kept:
        kept["additionalProperties"] = False
    any_of: list[Schema] = kept.pop("anyOf", [])
    choices = [choice for choice in any_of if choice != {"type": "null"}]
    if len(choices) == 1:
        return {**choices[0], **kept}
    if kept.get("type") == "boolean":
        kept.pop("examples", None)
    return {"anyOf": choices, **kept} if choices else kept


def _cleaned_part(key: str, value: object) -> object:
    if key in {"properties", "$defs"} and isinstance(value, dict):
        return {name: _cleaned(each) for name, each in value.items()}
    if key in {"examples", "default", "enum", "required"}:
        return value
    if isinstance(value, dict):
        return _cleaned(value)
    if isinstance(value, list):
        return [_cleaned(each) if isinstance(each, dict) else each for each in value]
    return value
