"""What our mails invite agencies to send is read as it was meant, whatever their mail program quotes below it."""

from __future__ import annotations

import pytest

from dondoc.letters.letter import AskedTask, Draft
from dondoc.mail import InboundMail
from dondoc.reading.context import RequestContext
from dondoc.reading.reader import read_reply
from dondoc.reply import Reply, RequestRef
from tests.adapters.composing import FORM, composed
from tests.unit.letters.cases import CODE, COMPLETE, CYCLE, MAILED, PLAN
from tests.unit.letters.every import acknowledgement, reminder

LETTER = reminder(MAILED, "remind")
MAIL = composed(LETTER, FORM)
CONTEXT = RequestContext(
    RequestRef("nam-2026", "so-y-te"),
    (1, 2, 6, 12),
    CYCLE.figures,
    known=("vanthu@syt.example",),
    office=("nhacviec@stttt.example",),
    code=CODE,
    year=2026,
)


def read(*, text: str | None = None, html: str | None = None, sent: tuple[str, ...] = (MAIL.quotable,)) -> Reply:
    mail = InboundMail("0" * 64, 1, "m@syt.example", "vanthu@syt.example", subject="Re", text=text, html=html)
    return read_reply(mail, plan=PLAN, context=CONTEXT, sent_texts=sent)


def statuses(reply: Reply) -> dict[int, str]:
    return {item.task: item.status for item in reply.items}


def pressed(draft: Draft, *fill: tuple[str, str]) -> str:
    text = "\n".join(draft.lines)
    for blank, answer in fill:
        text = text.replace(blank, blank + answer)
    return text


@pytest.mark.parametrize(("button", "status"), [(0, "done"), (1, "in_progress"), (2, "not_applicable")])
def test_button_of_a_task_confirms_that_task(button: int, status: str) -> None:
    for task in LETTER.missing:
        assert statuses(read(text=pressed(task.drafts[button]))) == {task.number: status}


@pytest.mark.parametrize(("button", "status"), [(0, "done"), (1, "in_progress"), (2, "not_applicable")])
def test_button_for_all_confirms_all(button: int, status: str) -> None:
    reply = read(text=pressed(LETTER.drafts[button]))

    assert statuses(reply) == dict.fromkeys((1, 2, 6, 12), status)
    assert reply.review == ()


def test_figures_filled_into_a_ready_answer_are_read() -> None:
    answer = pressed(LETTER.missing[0].drafts[0], ("(hội nghị): ", "3"), ("(cuộc thi): ", "5"))

    (item,) = read(text=answer).items

    assert dict(item.figures) == {"hoi-nghi": 3, "cuoc-thi": 5}


@pytest.mark.parametrize(("answer", "value"), [("có", True), ("không", False)])
def test_yes_or_no_filled_into_a_ready_answer_is_read(answer: str, value: bool) -> None:
    (item,) = read(text=pressed(LETTER.missing[1].drafts[0], ("(có/không): ", answer))).items

    assert dict(item.figures) == {"co-che": value}


@pytest.mark.parametrize("task", LETTER.missing, ids=lambda task: f"NV{task.number}")
def test_figures_left_blank_are_not_made_up(task: AskedTask) -> None:
    (item,) = read(text=pressed(task.drafts[0])).items

    assert dict(item.figures) == {}


@pytest.mark.parametrize("kind", ["text", "html"])
def test_our_own_words_coming_back_confirm_nothing(kind: str) -> None:
    reply = read(text=MAIL.text) if kind == "text" else read(html=MAIL.html)

    assert reply.items == ()


@pytest.mark.parametrize("kind", ["text", "html"])
def test_answer_above_an_unmarked_quotation_is_the_only_thing_read(kind: str) -> None:
    answer = "NV1: đã hoàn thành, 2 hội nghị"

    reply = read(text=f"{answer}\n\n{MAIL.text}") if kind == "text" else read(html=f"<p>{answer}</p>{MAIL.html}")

    assert statuses(reply) == {1: "done"}
    assert dict(reply.items[0].figures) == {"hoi-nghi": 2}


def test_correction_replaces_what_was_said() -> None:
    letter = acknowledgement(COMPLETE)
    told = composed(letter)
    assert letter.correction is not None

    reply = read(text="\n".join(letter.correction.lines).replace("60%", "80%"), sent=(MAIL.quotable, told.quotable))

    assert {item.task: item.percent for item in reply.items}[6] == 80


def test_acknowledgement_coming_back_confirms_nothing() -> None:
    told = composed(acknowledgement(COMPLETE))

    for quoted in (told.text, "\n".join(f"> {line}" for line in told.text.split("\n"))):
        assert read(text=f"Cảm ơn.\n\n{quoted}", sent=(MAIL.quotable, told.quotable)).items == ()
