"""A small plan to begin with, out of a few answers: valid at once, with a comment on each part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dondoc.drafting.heading import level_of, place_of
from dondoc.drafting.roster import Roster
from dondoc.drafting.standard import short_of
from dondoc.drafting.yaml_text import alone, inline
from dondoc.plan.model import DayMonth


@dataclass(frozen=True, slots=True)
class Contact:
    """An agency and the address of its records office."""

    name: str
    email: str


@dataclass(frozen=True, slots=True)
class Answers:
    """What was asked; the plan is in force from `starts` to the end of `last_year`."""

    code: str
    title: str
    issuer: Contact
    coordinator: Contact
    agencies: tuple[Contact, ...]
    due_before: DayMonth
    starts: date
    last_year: int


def starter_plan(answers: Answers, *, schema: str) -> str:
    """The text of plan.yaml; every agency asked once a year about one task that stands as an example."""
    ids = _ids(answers)
    parts = (
        _head(answers, ids, schema),
        _agencies(answers, ids),
        _tasks(answers, ids),
        _cycles(answers),
        _rest(answers),
    )
    return "\n".join("\n".join(part) + "\n" for part in parts)


def _ids(answers: Answers) -> dict[str, str]:
    """The id of each name; two spellings of one agency have the same."""
    roster = Roster(place_of(answers.issuer.name), level_of(answers.issuer.name))
    return {contact.name: roster.agency(contact.name) for contact in _everybody(answers)}


def _everybody(answers: Answers) -> tuple[Contact, ...]:
    return (answers.issuer, answers.coordinator, *answers.agencies)


def _head(answers: Answers, ids: dict[str, str], schema: str) -> Iterator[str]:
    yield f"# yaml-language-server: $schema={schema}"
    yield "#"
    yield (
        "# Kế hoạch viết thành dữ liệu: ai làm gì, báo cáo khi nào, nhắc ra sao. Sửa tệp này là "
        "sửa mọi thư nhắc, biểu mẫu và báo cáo."
    )
    yield "# Sửa xong chạy: dondoc check. Ý nghĩa từng khóa: docs/reference/plan.md. Dòng bắt đầu bằng # là ghi chú."
    yield ""
    yield "plan:"
    yield f"  code: {answers.code}   # mã ngắn, có trong tiêu đề mọi thư"
    yield "  # number: 123/KH-UBND   # số, ký hiệu văn bản, khi có"
    yield f"  title: {alone(answers.title)}"
    yield f"  issued_by: {alone(answers.issuer.name)}"
    yield f"  issued_on: {answers.starts}   # ngày ban hành: năm-tháng-ngày"
    yield f"  starts: {answers.starts}"
    yield f"  ends: {answers.last_year}-12-31"
    yield "  timezone: Asia/Ho_Chi_Minh"
    yield "  language: vi"
    yield f"  coordinator: {ids[answers.coordinator.name]}   # cơ quan đầu mối: gửi thư, đôn đốc, tổng hợp"
    yield f"  reports_to: {ids[answers.issuer.name]}   # nơi nhận báo cáo tổng hợp"


def _agencies(answers: Answers, ids: dict[str, str]) -> Iterator[str]:
    yield "# Mỗi cơ quan một mã (chữ thường không dấu, nối bằng dấu -) và một địa chỉ thư của văn thư."
    yield (
        "# superior: nơi nhận bản sao khi quá hạn nhiều ngày. Văn bản nằm trong { } mà có dấu "
        'phẩy thì đặt trong ngoặc kép "…".'
    )
    yield "# Khi một cơ quan sáp nhập: ghi until (ngày cuối cùng) và successor (cơ quan kế thừa), đừng xóa dòng cũ."
    yield "agencies:"
    seen: set[str] = set()
    for contact in _everybody(answers):
        if ids[contact.name] in seen:
            continue
        seen.add(ids[contact.name])
        short = short_of(contact.name)
        superior = f", superior: {ids[answers.issuer.name]}" if ids[contact.name] != ids[answers.issuer.name] else ""
        middle = f", short: {inline(short)}" if short else ""
        yield (
            f"  {ids[contact.name]}: {{name: {inline(contact.name)}{middle}, email: {inline(contact.email)}{superior}}}"
        )
    yield ""
    yield "# Nhóm: nhiều cơ quan gọi chung một tên. Thêm cơ quan vào nhóm là mọi nhiệm vụ của nhóm đều hỏi cơ quan đó."
    yield "groups:"
    yield "  don-vi-thuc-hien:"
    yield "    name: Các cơ quan, đơn vị thực hiện"
    yield f"    members: [{', '.join(dict.fromkeys(ids[contact.name] for contact in _asked(answers)))}]"


def _asked(answers: Answers) -> tuple[Contact, ...]:
    return answers.agencies or (answers.coordinator,)


def _tasks(answers: Answers, ids: dict[str, str]) -> Iterator[str]:
    yield (
        "# Bảng nhiệm vụ: khóa là số thứ tự trong kế hoạch. lead: cơ quan chủ trì, được hỏi; "
        "support: cơ quan phối hợp, chỉ nêu tên."
    )
    yield "tasks:"
    yield "  1:"
    yield "    content: Triển khai kế hoạch tại cơ quan, đơn vị   # thay bằng nội dung nhiệm vụ, đúng như văn bản"
    yield "    lead: [don-vi-thuc-hien]"
    if answers.agencies:
        yield f"    support: [{ids[answers.coordinator.name]}]"
    yield f"    when: {_years(answers)}   # năm thực hiện; hoặc all-year: thường xuyên trong năm"
    yield "    figures:   # số liệu, câu hỏi có/không kèm theo; bỏ đi nếu không cần"
    yield '      hoi-nghi: {name: "Số hội nghị, lớp tập huấn", unit: cuộc, also: [hội nghị, lớp tập huấn]}'
    yield "      co-ke-hoach: {name: Đã ban hành kế hoạch thực hiện, kind: yesno}"


def _years(answers: Answers) -> str:
    first = answers.starts.year
    return str(first) if first == answers.last_year else f"{first}-{answers.last_year}"


def _cycles(answers: Answers) -> Iterator[str]:
    day = answers.due_before
    yield (
        "# Chu kỳ báo cáo. every: year, half, quarter, month hoặc once. due_before: trước ngày "
        "(hạn cuối là ngày liền trước);"
    )
    yield "# due_by: chậm nhất ngày. remind: các mốc nhắc tính từ hạn cuối (d: ngày, wd: ngày làm việc, w: tuần)."
    yield "cycles:"
    yield "  nam:"
    yield "    title: Báo cáo kết quả thực hiện năm {year}"
    yield "    every: year"
    yield f"    due_before: {day.day}/{day.month}"
    yield "    opens: 30d   # mở trước hạn 30 ngày"
    yield "    closes: 30d   # nhận trả lời muộn thêm 30 ngày"
    yield "    tasks: all"
    yield "    remind:"
    yield from (f"      - {step}" for step in ("-30d", "-14d", "-7d", "-1d"))
    yield "      - {at: +1d, tone: overdue}"
    yield "      - {at: +7d, tone: escalate, cc: [superior]}"


def _rest(answers: Answers) -> Iterator[str]:
    yield "mail:"
    yield f"  from_name: {alone(answers.coordinator.name)}"
    yield "  working_days_only: true   # thư rơi vào ngày nghỉ được gửi vào ngày làm việc liền trước"
    yield "  footer: Không gửi tài liệu mật qua hệ thống này."
    yield ""
    yield "calendar:"
    yield "  country: VN"
    yield "  # Thêm ngày nghỉ, ngày làm bù khi có quyết định, thí dụ: off: [2027-02-05], work: [2026-08-22]"
