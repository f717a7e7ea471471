"""plan.yaml as it is written: the models that check each field and from which the JSON Schema and reference are made.

Descriptions are Vietnamese because they are the hover text in the officer's editor. Each field's first example is also
what stands in for a faulty value while the rest of the file is checked.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Discriminator, Field, Tag, model_validator

from dondoc.plan.model import Every, FigureKind, Tone
from dondoc.plan.scalars import one_or_many
from dondoc.plan.types import (
    DUE_DAY_SCHEMA,
    Addresses,
    Code,
    CountedTo,
    Day,
    Days,
    Distance,
    DueDay,
    Flag,
    Goal,
    Id,
    Length,
    Reference,
    References,
    Senders,
    SignedDistance,
    TaskNumbers,
    Text,
    Texts,
    When,
    one_or_list,
)


class Source(BaseModel):
    """A mapping of the file: no key beyond its own, and an empty value is a value not given."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _leave_out_empty(cls, data: object) -> object:
        if not isinstance(data, dict):
            return data
        return {key: value for key, value in data.items() if value is not None or key not in known_keys(cls)}


def known_keys(model: type[BaseModel]) -> dict[str, str]:
    """The keys as written in the file, each with the name of its field."""
    return {field.alias or name: name for name, field in model.model_fields.items()}


class HeaderSource(Source):
    """The key `plan`."""

    code: Code = Field(
        description="Mã ngắn của kế hoạch (chữ in hoa không dấu, chữ số), có trong tiêu đề mọi thư và mã yêu cầu.",
        examples=["QCN"],
    )
    number: Text | None = Field(None, description="Số, ký hiệu văn bản.", examples=["2842/KH-UBND"])
    title: Text = Field(
        description="Tên gọi đầy đủ của kế hoạch.", examples=["Triển khai Đề án truyền thông về quyền con người"]
    )
    issued_by: Text = Field(description="Cơ quan ban hành.", examples=["Ủy ban nhân dân tỉnh Khánh Hòa"])
    issued_on: Day = Field(description="Ngày ban hành (năm-tháng-ngày).", examples=["2023-03-27"])
    starts: Day = Field(description="Ngày đầu tiên kế hoạch có hiệu lực.", examples=["2023-03-27"])
    ends: Day = Field(description="Ngày cuối cùng của kế hoạch.", examples=["2028-12-31"])
    timezone: Text = Field(description="Múi giờ của cơ quan.", examples=["Asia/Ho_Chi_Minh"])
    language: Literal["vi", "en"] = Field(description="Ngôn ngữ của kế hoạch.", examples=["vi"])
    coordinator: Reference = Field(
        description="Cơ quan đầu mối: gửi thư, đôn đốc, tổng hợp (mã trong mục agencies).", examples=["so-tttt"]
    )
    reports_to: Reference = Field(description="Cơ quan nhận báo cáo tổng hợp.", examples=["ubnd-tinh"])


class BasisSource(Source):
    """An entry of `basis`."""

    title: Text = Field(description="Tên văn bản làm căn cứ.", examples=["Quyết định số 1079/QĐ-TTg ngày 14/9/2022 …"])
    date: Day | None = Field(
        None, description="Ngày văn bản; cần có khi một chu kỳ tính từ ngày này.", examples=["2022-09-14"]
    )


class AgencySource(Source):
    """An entry of `agencies`."""

    name: Text = Field(description="Tên đầy đủ của cơ quan, đơn vị.", examples=["Sở Thông tin và Truyền thông"])
    short: Text | None = Field(None, description="Tên viết tắt, dùng trong bảng biểu.", examples=["Sở TT&TT"])
    email: Addresses = Field((), description="Địa chỉ thư nhận yêu cầu báo cáo.", examples=["vanthu@so-a.example"])
    cc: Addresses = Field((), description="Địa chỉ nhận bản sao mọi thư.", examples=["lanhdao@so-a.example"])
    accept_from: Senders = Field(
        (), description="Địa chỉ hoặc tên miền (@…) khác cũng được trả lời thay.", examples=["@so-a.example"]
    )
    superior: Reference | None = Field(
        None, description="Cơ quan cấp trên, nhận bản sao khi nhắc lần cuối.", examples=["ubnd-tinh"]
    )
    since: Day | None = Field(
        None, alias="from", description="Cơ quan có từ ngày này (kể cả ngày đó).", examples=["2023-01-01"]
    )
    until: Day | None = Field(
        None, description="Cơ quan còn đến hết ngày này (kể cả ngày đó).", examples=["2025-02-28"]
    )
    successor: References = Field(
        (),
        description="Cơ quan kế thừa từ ngày hôm sau: nhận việc còn dở và thay vai trò chủ trì.",
        examples=["so-vhttdl"],
    )


class GroupSource(Source):
    """An entry of `groups`."""

    name: Text = Field(description="Tên nhóm như ghi trong kế hoạch.", examples=["Các Sở, ban, ngành"])
    members: References = Field(
        description="Các cơ quan (hoặc nhóm khác) thuộc nhóm.", examples=[["so-noi-vu", "so-tai-chinh"]]
    )
    without: References = Field(
        (), alias="except", description="Các cơ quan hoặc nhóm được bỏ ra khỏi nhóm.", examples=[["so-noi-vu"]]
    )


class MeasureSource(Source):
    """The key `measure` of an objective."""

    figure: Reference = Field(description="Mã chỉ tiêu mà các nhiệm vụ hỏi (mục figures).", examples=["lop"])
    of: References = Field(
        description="Tính trên những cơ quan hoặc nhóm nào.", examples=[["so-ban-nganh", "ubnd-cap-huyen"]]
    )
    goal: Goal = Field(
        description="Mức phải đạt: tỷ lệ (100%) với câu hỏi có/không, con số với số lượng.", examples=["100%"]
    )


_MEASURE = {"figure": "co-che-phat-ngon", "of": ["so-ban-nganh"], "goal": "100%"}


class ObjectiveSource(Source):
    """An entry of `objectives`."""

    text: Text = Field(description="Lời văn của mục tiêu.", examples=["100% cơ quan thực hiện cơ chế phát ngôn"])
    measure: MeasureSource | None = Field(None, description="Cách đo mục tiêu (không bắt buộc).", examples=[_MEASURE])


class FigureSource(Source):
    """An entry of `figures`, in a task or a cycle."""

    name: Text = Field(description="Tên chỉ tiêu.", examples=["Số lớp tập huấn"])
    unit: Text | None = Field(None, description="Đơn vị tính.", examples=["lớp"])
    also: Texts = Field((), description="Cách gọi khác có thể gặp trong thư trả lời.", examples=[["khóa tập huấn"]])
    kind: FigureKind = Field(
        "number", description="number: con số (mặc định); yesno: có hay không.", examples=["yesno"]
    )


class TaskSource(Source):
    """An entry of `tasks`; its key is the number in the plan."""

    content: Text = Field(description="Nội dung nhiệm vụ, đúng như kế hoạch.", examples=["Tập huấn bồi dưỡng …"])
    lead: References = Field(
        description="Cơ quan chủ trì: đơn vị hoặc nhóm; được hỏi khi báo cáo.", examples=[["so-tttt"]]
    )
    lead_text: Text | None = Field(
        None,
        description="Cột chủ trì đúng như kế hoạch, khi mã chưa nói hết.",
        examples=["Công an tỉnh và các cơ quan liên quan"],
    )
    support: References = Field((), description="Cơ quan phối hợp: đơn vị hoặc nhóm.", examples=[["cong-an-tinh"]])
    support_text: Text | None = Field(
        None,
        description="Cột phối hợp đúng như kế hoạch, khi mã chưa nói hết.",
        examples=["Công an tỉnh; các cơ quan, đơn vị liên quan"],
    )
    ask_support: Flag = Field(default=False, description="true: hỏi cả cơ quan phối hợp.", examples=["true"])
    when: When = Field(
        None, description="Năm thực hiện (2023-2028), danh sách năm, hoặc all-year.", examples=["2023-2028"]
    )
    figures: dict[Id, FigureSource] = Field(
        default_factory=dict,
        description="Số liệu, câu hỏi có/không kèm theo khi xác nhận.",
        examples=[{"lop": {"name": "Số lớp tập huấn", "unit": "lớp"}}],
    )


class AnchorSource(Source):
    """A deadline counted from a legal basis."""

    after: Length = Field(description="Sau bao lâu: N days, months hoặc years.", examples=["3 years"])
    of: Reference = Field(description="Kể từ ngày của căn cứ nào (mục basis).", examples=["qd-1079"])


def _due_kind(value: object) -> str:
    return "anchor" if isinstance(value, dict | AnchorSource) else "days"


_DueDays = Annotated[tuple[DueDay, ...], BeforeValidator(one_or_many), one_or_list(DUE_DAY_SCHEMA)]
DueSource = Annotated[
    Annotated[AnchorSource, Tag("anchor")] | Annotated[_DueDays, Tag("days")], Discriminator(_due_kind)
]


class ReminderSource(Source):
    """A step of `remind`, in full or as its offset alone."""

    at: SignedDistance = Field(description="Cách hạn bao lâu: -14d, +1d, -5wd.", examples=["-14d"])
    tone: Tone = Field("remind", description="Giọng thư: first, remind, overdue, escalate.", examples=["overdue"])
    cc: References = Field((), description="Nhận bản sao: superior (cấp trên) hoặc mã đơn vị.", examples=[["superior"]])


def _as_step(value: object) -> object:
    return {"at": value} if isinstance(value, str) else value


_Step = Annotated[ReminderSource, BeforeValidator(_as_step)]


class CycleSource(Source):
    """An entry of `cycles`."""

    title: Text = Field(
        description="Tên báo cáo; {year} là năm báo cáo, {period} là kỳ.", examples=["Báo cáo kết quả năm {year}"]
    )
    every: Every = Field(description="Chu kỳ: year, half, quarter, month, once.", examples=["year"])
    due_before: DueSource | None = Field(
        None, description="Trước ngày này: hạn chót là ngày liền trước.", examples=["30/11"]
    )
    due_by: DueSource | None = Field(None, description="Chậm nhất ngày này: kể cả ngày đó.", examples=["14/12"])
    counted_to: CountedTo | None = Field(None, description="Ngày chốt số liệu.", examples=["14/12"])
    opens: Distance | None = Field(
        None, description="Mở trước hạn bao lâu (d: ngày, wd: ngày làm việc, w: tuần).", examples=["30d"]
    )
    closes: Distance | None = Field(None, description="Đóng sau hạn bao lâu.", examples=["30d"])
    tasks: TaskNumbers = Field(None, description="all: mọi nhiệm vụ, hoặc danh sách số thứ tự.", examples=["all"])
    ask: Literal["lead", "lead+support", "document"] = Field(
        "lead",
        description="Hỏi ai: lead (chủ trì), lead+support (cả phối hợp), document (mỗi đơn vị gửi một văn bản).",
        examples=["lead"],
    )
    to: References = Field(
        (), description="Với ask: document — hỏi những đơn vị, nhóm nào.", examples=[["so-ban-nganh"]]
    )
    period: Literal["previous"] | None = Field(
        None, alias="for", description="previous: báo cáo về kỳ liền trước.", examples=["previous"]
    )
    remind: Annotated[tuple[_Step, ...], BeforeValidator(one_or_many)] = Field(
        (), description="Các mốc nhắc, tính từ hạn chót.", examples=[["-14d", "-7d"]]
    )
    figures: dict[Id, FigureSource] = Field(
        default_factory=dict,
        description="Số liệu hỏi chung mỗi đơn vị một lần, không theo nhiệm vụ.",
        examples=[{"kinh-phi": {"name": "Kinh phí thực hiện", "unit": "triệu đồng"}}],
    )
    report: Reference = Field("nam", description="Bộ mẫu báo cáo trong renderers/templates.", examples=["nam"])


class MailSource(Source):
    """The key `mail`."""

    from_name: Text | None = Field(None, description="Tên người gửi hiện trong thư.", examples=["Sở TT&TT tỉnh"])
    working_days_only: Flag = Field(
        default=True,
        description="true: thư rơi vào ngày nghỉ được gửi vào ngày làm việc liền trước.",
        examples=["true"],
    )
    footer: Text | None = Field(
        None, description="Dòng ghi chú cuối mỗi thư.", examples=["Không gửi tài liệu mật qua hệ thống này."]
    )


class CalendarSource(Source):
    """The key `calendar`."""

    country: Text = Field("VN", description="Nước có ngày nghỉ lễ được áp dụng.", examples=["VN"])
    off: Days = Field((), description="Ngày nghỉ mà lịch chung chưa có.", examples=[["2027-02-05"]])
    work: Days = Field((), description="Ngày làm bù.", examples=[["2026-08-22"]])
