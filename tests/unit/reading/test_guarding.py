"""Who may confirm, and what is kept before a person."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dondoc.form import AnsweredRow, FormAnswer
from dondoc.mail import AttachedText, Attachment, InboundMail
from dondoc.messages import say
from dondoc.reading.reader import read_reply
from dondoc.reply import Reply
from tests.unit.reading.plans import PLAN, SENDER, context, mail_of, read

FILE = Attachment("Bao cao.pdf", "application/pdf", b"%PDF-1.7")


def reading(mail: InboundMail, *, is_document: bool = False, tasks: tuple[int, ...] = (1, 3, 5)) -> Reply:
    return read_reply(mail, plan=PLAN, context=context(tasks, is_document=is_document))


@pytest.mark.parametrize(
    "sender", [SENDER, SENDER.upper(), "phong.nv@sotc.minhha.example", "vanthu+cds@sotc.minhha.example"]
)
def test_addresses_on_file_confirm(sender: str) -> None:
    assert len(read("NV1: đã hoàn thành", sender=sender).items) == 1


@pytest.mark.parametrize(
    "sender", ["ai.do@gmail.example", "vanthu@sotc.minhha.example.evil.example", "cds@sokhcn.minhha.example", ""]
)
def test_right_code_from_a_strange_address_confirms_nothing(sender: str) -> None:
    reply = read("NV1: đã hoàn thành", sender=sender)

    assert reply.items == ()
    assert [item.status for item in reply.suggestions] == ["done"] or reply.kind != "reply"
    assert reply.review


def test_mail_of_no_known_request_waits_for_a_person() -> None:
    reply = read_reply(mail_of("NV1: đã hoàn thành"), plan=PLAN, context=None)

    assert (reply.items, bool(reply.review)) == ((), True)


@pytest.mark.parametrize("text", ["", None, "Trân trọng./.", "Sở gửi kèm báo cáo."])
def test_attachment_alone_is_received_and_needs_a_look(text: str | None) -> None:
    reply = reading(replace(mail_of(text), attachments=(FILE,)))

    assert (reply.items, bool(reply.review)) == ((), True)


def test_document_asked_for_is_noticed() -> None:
    reply = reading(replace(mail_of("Sở gửi kèm kế hoạch."), attachments=(FILE,)), is_document=True, tasks=())

    assert (reply.has_document, reply.review) == (True, ())


def test_document_with_a_warning_is_not_taken_for_the_one_asked_for() -> None:
    odd = replace(FILE, warnings=(say("the attached file {name} is a program and was not opened", name="x.exe"),))

    reply = reading(replace(mail_of("Sở gửi kèm."), attachments=(odd,)), is_document=True, tasks=())

    assert (reply.has_document, bool(reply.review)) == (False, True)


def test_attached_text_is_suggested_and_never_recorded() -> None:
    mail = replace(
        mail_of("Sở gửi kèm báo cáo."),
        documents=(AttachedText("Bao cao.docx", "NV1: đã hoàn thành\nNV3: đang thực hiện 50%"),),
    )

    reply = reading(mail)

    assert reply.items == ()
    assert {item.task: item.status for item in reply.suggestions} == {1: "done", 3: "in_progress"}
    assert reply.review


def test_attached_text_that_repeats_the_mail_needs_no_look() -> None:
    mail = replace(mail_of("NV1: đã hoàn thành"), documents=(AttachedText("Bao cao.docx", "NV1: đã hoàn thành"),))

    assert reading(mail).review == ()


def form(*rows: AnsweredRow, **changes: object) -> InboundMail:
    return replace(mail_of("Sở gửi biểu mẫu."), forms=(FormAnswer("CDS-2026-STC-7KF3", rows, **changes),))  # type: ignore[arg-type]


def test_form_is_read_exactly() -> None:
    rows = (
        AnsweredRow(1, "Đã hoàn thành"),
        AnsweredRow(3, "Đang thực hiện", 60.0, {"lop": 4.0, "hoc-vien": "1.250"}, "hai đợt"),
        AnsweredRow(5, "Đang thực hiện", 40.0, {"ket-noi": "Không"}),
    )

    reply = reading(form(*rows, figures={"kinh-phi": 120.0}, obstacles="Thiếu máy", proposals=""))

    assert [(i.task, i.status, i.percent, dict(i.figures)) for i in reply.items] == [
        (1, "done", None, {}),
        (3, "in_progress", 60, {"lop": 4, "hoc-vien": 1250}),
        (5, "in_progress", 40, {"ket-noi": False}),
    ]
    assert (dict(reply.figures), reply.obstacles, reply.proposals, reply.review) == (
        {"kinh-phi": 120},
        "Thiếu máy",
        None,
        (),
    )


@pytest.mark.parametrize(
    "row",
    [
        AnsweredRow(1, "Đã hoàn thành", 60.0),
        AnsweredRow(1, "Đang thực hiện", 100.0),
        AnsweredRow(1, "Chưa thực hiện", 20.0),
        AnsweredRow(1, "", 60.0),
        AnsweredRow(1, "gần xong"),
        AnsweredRow(1, "Đã hoàn thành", "nhiều"),
        AnsweredRow(11, "Đã hoàn thành"),
    ],
    ids=str,
)
def test_form_row_that_contradicts_itself_goes_to_a_person(row: AnsweredRow) -> None:
    reply = reading(form(row))

    assert (reply.items, bool(reply.review)) == ((), True)


def test_figure_that_is_no_number_is_left_out_and_named() -> None:
    reply = reading(form(AnsweredRow(3, "Đã hoàn thành", None, {"lop": "vài"})))

    assert [dict(item.figures) for item in reply.items] == [{}]
    assert reply.review


def test_text_and_form_that_differ_go_to_a_person() -> None:
    mail = replace(form(AnsweredRow(1, "Đã hoàn thành")), text="NV1: chưa thực hiện")

    assert (reading(mail).items, bool(reading(mail).review)) == ((), True)


def test_untouched_rows_say_nothing() -> None:
    reply = reading(form(AnsweredRow(1, ""), AnsweredRow(3, "Đã hoàn thành")))

    assert [item.task for item in reply.items] == [3]


def test_figures_asked_once_of_the_agency_are_read_from_text() -> None:
    reply = read("NV1: đã hoàn thành.\nKinh phí thực hiện: 1,2 tỷ đồng")

    assert dict(reply.figures) == {"kinh-phi": 1200}


def test_obstacles_and_proposals_are_kept_apart() -> None:
    reply = read(
        "NV1: đã hoàn thành.\nKhó khăn, vướng mắc: thiếu kinh phí.\nĐề xuất, kiến nghị:\n- Bố trí kinh phí.\n- Tập huấn thêm."
    )

    assert (reply.obstacles, reply.proposals) == ("thiếu kinh phí.", "Bố trí kinh phí.\nTập huấn thêm.")


def test_obstacles_said_to_be_none_are_none() -> None:
    assert read("NV1: đã hoàn thành.\nKhó khăn: không có.\nKiến nghị: Không").obstacles is None
