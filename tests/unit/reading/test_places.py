"""A place in a list means a task of the list that the writer saw: that of the mail quoted, or of those that we sent."""

from __future__ import annotations

from dondoc.reading.reader import read_reply
from dondoc.reply import Reply
from tests.unit.reading.plans import PLAN, context, mail_of

FIRST_MAIL = "Đề nghị xác nhận:\n" + "\n".join(f"{n}. {PLAN.tasks[n].content}" for n in (1, 2, 3))
REMINDER = f"Nhắc việc, còn 02 nhiệm vụ:\n2. {PLAN.tasks[2].content}\n3. {PLAN.tasks[3].content}"
LAST_REMINDER = f"Nhắc việc, còn 01 nhiệm vụ:\n3. {PLAN.tasks[3].content} (chưa xác nhận)"


def _read(text: str, quoted: str = "", *, sent: tuple[str, ...] = ()) -> Reply:
    quotation = "\n".join(f"> {line}" for line in quoted.splitlines())
    text = f"{text}\n\nVào ngày 12/11/2026, Sở đã viết:\n{quotation}" if quoted else text
    return read_reply(mail_of(text), plan=PLAN, context=context((1, 2, 3)), sent_texts=sent)


def _statuses(reply: Reply) -> dict[int, str]:
    return {item.task: item.status for item in reply.items}


def test_the_first_task_is_the_first_of_the_list_quoted() -> None:
    assert _statuses(_read("Nhiệm vụ đầu tiên đã hoàn thành.", REMINDER)) == {2: "done"}


def test_the_first_task_is_the_first_asked_where_no_list_is_at_hand() -> None:
    assert _statuses(_read("Nhiệm vụ đầu tiên đã hoàn thành.")) == {1: "done"}


def test_a_place_that_differs_between_our_mails_is_unclear() -> None:
    reply = _read("Nhiệm vụ đầu tiên đã hoàn thành.", sent=(FIRST_MAIL, REMINDER))

    assert _statuses(reply) == {}
    assert [message.values["tasks"] for message in reply.review] == ["1 / 2"]


def test_a_place_that_is_the_same_in_all_our_mails_is_clear() -> None:
    assert _statuses(_read("Nhiệm vụ cuối cùng đang thực hiện.", sent=(FIRST_MAIL, REMINDER))) == {3: "in_progress"}


def test_an_answer_without_a_task_is_about_the_only_one_in_the_reminder_quoted() -> None:
    reply = _read("Nhiệm vụ trên đang thực hiện, đạt 65%.", LAST_REMINDER)

    assert _statuses(reply) == {3: "in_progress"}
    assert not reply.review


def test_an_answer_without_a_task_to_a_list_of_several_is_about_none() -> None:
    reply = _read("Nhiệm vụ trên đang thực hiện, đạt 65%.", REMINDER)

    assert _statuses(reply) == {}
    assert reply.review
