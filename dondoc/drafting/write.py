"""A Draft as the text of plan.yaml: every section with its comments, ready to be checked by `dondoc check`."""

from __future__ import annotations

from collections.abc import Iterator

from dondoc.drafting.cycle import DraftCycle
from dondoc.drafting.draft import Draft, DraftTask
from dondoc.drafting.roster import Party
from dondoc.drafting.yaml_text import alone, comment, ids, inline, look
from dondoc.plan.model import Agency, Group
from dondoc.plan.suggest import slug
from dondoc.text import fold

_MAX_QUOTE = 200


def written_plan(draft: Draft, *, schema: str, source: str) -> str:
    """The whole file; `schema` is where an editor finds the schema, `source` the name of the document."""
    parts = (
        _top(source, schema),
        *(write(draft) for write in (_head, _basis, _agencies, _groups, _aims, _tasks, _cycles, _rest)),
    )
    return "\n".join("\n".join(part) + "\n" for part in map(list, parts) if part)


def _top(source: str, schema: str) -> Iterator[str]:
    yield f"# yaml-language-server: $schema={schema}"
    yield "#"
    yield comment(f"Bản nháp kế hoạch, lập tự động từ {source}. Đọc lại từng dòng trước khi dùng, nhất là các dòng ghi")
    yield "# “CẦN XEM LẠI”; xem xong dòng nào thì xóa ghi chú ở dòng đó. Sau mỗi lần sửa, chạy: dondoc check"
    yield (
        '# Ý nghĩa từng khóa: docs/reference/plan.md. Văn bản nằm trong { } mà có dấu phẩy thì đặt trong ngoặc kép "…".'
    )


def _head(draft: Draft) -> Iterator[str]:
    head = draft.head
    sure = draft.is_coordinator_sure
    lines: list[tuple[str, str, str | None]] = [
        ("code", head.code, head.doubts.get("code")),
        *([("number", alone(head.number), None)] if head.number else []),
        ("title", alone(head.title), head.doubts.get("title")),
        ("issued_by", alone(head.issuer), head.doubts.get("issued_by")),
        ("issued_on", str(head.issued_on), head.doubts.get("issued_on")),
        ("starts", str(head.starts), head.doubts.get("starts")),
        ("ends", str(head.ends), head.doubts.get("ends")),
        ("timezone", "Asia/Ho_Chi_Minh", None),
        ("language", "vi", None),
        ("coordinator", draft.coordinator, None if sure else "văn bản không nêu cơ quan đầu mối, tạm lấy cơ quan này"),
        ("reports_to", draft.issuer, None),
    ]
    yield "plan:"
    if not head.number:
        yield look("văn bản không ghi số, ký hiệu; khi có thì thêm dòng number: …", "  ")
    for key, value, doubt in lines:
        if doubt:
            yield look(doubt, "  ")
        if key == "coordinator" and sure:
            yield comment(f"theo câu: “{_quote(draft.coordinator_source)}”", "  ")
        yield f"  {key}: {value}"


def _basis(draft: Draft) -> Iterator[str]:
    if draft.cycles.basis:
        yield "basis:"
    for basis in draft.cycles.basis:
        yield f"  {basis.id}:"
        yield f"    title: {alone(basis.title)}"
        if basis.date:
            yield f"    date: {basis.date}"
        else:
            yield look("văn bản không ghi ngày; thêm date: nếu một chu kỳ tính từ ngày này", "    ")


def _agencies(draft: Draft) -> Iterator[str]:
    yield (
        "# Mọi địa chỉ .example dưới đây là địa chỉ tạm, PHẢI THAY bằng địa chỉ thật của văn thư "
        "từng cơ quan trước khi dùng."
    )
    yield "# Khi một cơ quan sáp nhập: ghi until (ngày cuối cùng) và successor (cơ quan kế thừa), đừng xóa dòng cũ."
    yield "agencies:"
    domain = (slug(draft.roster.place) or "don-vi").replace("-", "")
    for agency in draft.roster.agencies.values():
        if agency.id in draft.roster.unsure:
            yield look(f"chưa chắc đây là tên một cơ quan: “{agency.name}”", "  ")
        address = (
            ""
            if draft.roster.is_taken_over(agency.id)
            else f"vanthu.{agency.id.replace('-', '')[:40]}@{domain}.example"
        )
        yield f"  {agency.id}: {{{', '.join(_agency(agency, address))}}}"


def _agency(agency: Agency, address: str) -> Iterator[str]:
    yield f"name: {inline(agency.name)}"
    if agency.short:
        yield f"short: {inline(agency.short)}"
    email = agency.email or ((address,) if address else ())
    for key, values in (("email", email), ("cc", agency.cc), ("accept_from", agency.accept_from)):
        if values:
            yield f"{key}: {inline(values[0]) if len(values) == 1 else _quoted(values)}"
    if agency.superior:
        yield f"superior: {agency.superior}"
    if agency.since:
        yield f"from: {agency.since}"
    if agency.until:
        yield f"until: {agency.until}"
    if agency.successor:
        yield f"successor: {ids(agency.successor)}"


def _quoted(values: tuple[str, ...]) -> str:
    return f"[{', '.join(inline(value) for value in values)}]"


def _groups(draft: Draft) -> Iterator[str]:
    if draft.roster.groups:
        yield "groups:"
    for group in draft.roster.groups.values():
        yield from _group(draft, group)


def _group(draft: Draft, group: Group) -> Iterator[str]:
    yield f"  {group.id}:"
    yield f"    name: {alone(group.name)}"
    if not draft.roster.is_taken_over(group.id):
        why = (
            "mới gồm cơ quan mà văn bản nêu tên"
            if group.members
            else "văn bản không nêu tên cơ quan nào thuộc nhóm này"
        )
        yield look(f"{why}; bổ sung cho đủ (thêm cơ quan vào mục agencies trước)", "    ")
    yield f"    members: {ids(group.members)}"
    if group.without:
        yield f"    except: {ids(group.without)}"


def _aims(draft: Draft) -> Iterator[str]:
    if draft.aims:
        yield "# Muốn đo một mục tiêu bằng số liệu của các nhiệm vụ: thêm measure, xem docs/reference/plan.md."
        yield "objectives:"
    for name, text in draft.aims:
        yield f"  {name}:"
        yield f"    text: {alone(text)}"


def _tasks(draft: Draft) -> Iterator[str]:
    yield (
        "# content, lead_text, support_text: đúng từng chữ của văn bản, kể cả lỗi gõ. lead, support: mã để biết hỏi ai."
    )
    yield "tasks:"
    section: tuple[str, ...] = ()
    for task in draft.tasks:
        if task.section != section:
            yield from (comment(title, "  ") for title in task.section if title not in section)
            section = task.section
        yield from _task(task)


def _task(task: DraftTask) -> Iterator[str]:
    for doubt in dict.fromkeys(task.doubts):
        yield look(doubt, "  ")
    yield f"  {task.number}:" + (f"   # trong văn bản: {inline(task.mark)}" if task.mark else "")
    yield f"    content: {alone(task.content)}"
    yield from _party("lead", task.lead)
    if task.support.ids or task.support.text:
        yield from _party("support", task.support)
    if task.when:
        yield f"    when: {task.when}" + (f"   # văn bản ghi: {inline(task.when_text)}" if task.when_text else "")
    if task.product:
        yield comment(f"sản phẩm: {task.product}", "    ")


def _party(key: str, party: Party) -> Iterator[str]:
    yield f"    {key}: {ids(party.ids)}"
    if party.text:
        yield f"    {key}_text: {alone(party.text)}"


def _cycles(draft: Draft) -> Iterator[str]:
    yield "cycles:"
    for remark in dict.fromkeys(draft.cycles.remarks):
        yield look(remark, "  ")
    for cycle in draft.cycles.found.values():
        yield from _cycle(cycle)


def _cycle(cycle: DraftCycle) -> Iterator[str]:
    if cycle.source:
        yield comment(f"theo câu: “{_quote(cycle.source)}”", "  ")
    for doubt in cycle.doubts:
        yield look(doubt, "  ")
    yield f"  {cycle.id}:"
    yield f"    title: {alone(cycle.title)}"
    yield f"    every: {cycle.every}"
    yield f"    {cycle.due_key}: {cycle.due}"
    yield from (f"    {key}: {value}" for key, value in cycle.extra.items())
    yield f"    remind: [{', '.join(cycle.remind)}]"


def _rest(draft: Draft) -> Iterator[str]:
    yield "mail:"
    yield f"  from_name: {alone(_sender(draft))}"
    yield "  working_days_only: true"
    yield "  footer: Không gửi tài liệu mật qua hệ thống này."
    yield ""
    yield "calendar:"
    yield "  country: VN"
    yield "  # Thêm ngày nghỉ, ngày làm bù khi có quyết định, thí dụ: off: [2027-02-05], work: [2026-08-22]"


def _sender(draft: Draft) -> str:
    """The coordinator's name with the place it belongs to, as it signs."""
    name, level, place = draft.roster.agencies[draft.coordinator].name, draft.roster.level, draft.roster.place
    if not place or fold(place) in fold(name):
        return name
    return f"{name} {place}" if name.endswith(f" {level}") else f"{name} {level} {place}"


def _quote(text: str) -> str:
    return text if len(text) <= _MAX_QUOTE else f"{text[:_MAX_QUOTE].rsplit(' ', 1)[0]} …"
