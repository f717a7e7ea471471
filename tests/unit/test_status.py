"""What is known of requests and periods after what happened: answers, timeliness, ends, reports."""

from datetime import date

import pytest

from dondoc.events.periods import PeriodClosed, RequestAmended, RequestHandedOver, RequestWithdrawn
from dondoc.events.plans import PlanAdopted
from dondoc.events.replies import DocumentReceived, MailQuarantined, ReceivedAttachment, StatementRecorded
from dondoc.events.reports import ReportApproved, ReportRendered
from dondoc.fold import fold
from dondoc.status import Status
from tests.unit.happened import DUE, PERIOD, REF, asked, period_opened, place, records, request_after, said

FILE = ReceivedAttachment(name="ke-hoach.pdf", size=3, sha256="f" * 64)


def test_nothing_recorded_is_nothing_known() -> None:
    assert fold([]) == Status()
    assert fold([]).request(REF) is None


def test_a_later_answer_replaces_the_earlier_and_keeps_figures_and_note_it_does_not_repeat() -> None:
    request = request_after(
        asked("so-a", 1),
        said(1, "in_progress", percent=40, figures={"lop": 2, "co": True}, note="hai lớp"),
        said(1, "done", reply="r2", on=date(2026, 11, 9), figures={"lop": 3}),
    )

    confirmation = request.confirmations[1]
    assert (confirmation.status, confirmation.percent, confirmation.note) == ("done", None, "hai lớp")
    assert confirmation.figures == {"lop": 3, "co": True}
    assert (confirmation.first_on, confirmation.said_on, confirmation.reply) == (
        date(2026, 11, 2),
        date(2026, 11, 9),
        "r2",
    )


def test_an_older_reply_settled_later_does_not_replace_what_was_said_after_it() -> None:
    request = request_after(
        asked("so-a", 1),
        said(1, "done", reply="r2", on=date(2026, 12, 2), figures={"lop": 3}),
        said(1, "in_progress", reply="r1#reviewed", on=date(2026, 11, 9), figures={"lop": 2, "co": True}, note="cũ"),
    )

    confirmation = request.confirmations[1]
    assert (confirmation.status, confirmation.reply, confirmation.said_on) == ("done", "r2", date(2026, 12, 2))
    assert (confirmation.figures, confirmation.note) == ({"lop": 3, "co": True}, "cũ")


def test_an_older_reply_settled_later_still_decides_timeliness() -> None:
    request = request_after(
        asked("so-a", 1),
        said(1, reply="r2", on=date(2026, 12, 2)),
        said(1, reply="r1#reviewed", on=date(2026, 11, 9)),
    )

    assert request.timeliness(DUE) == "on_time"


def test_a_correction_after_the_deadline_does_not_make_an_agency_late() -> None:
    request = request_after(
        asked("so-a", 1), said(1, "in_progress", on=DUE), said(1, reply="r2", on=date(2026, 12, 10))
    )

    assert request.timeliness(DUE) == "on_time"


@pytest.mark.parametrize(
    ("answers", "timeliness"),
    [
        pytest.param({}, "silent", id="nothing said"),
        pytest.param({1: DUE}, "partial", id="one of two"),
        pytest.param({1: DUE, 2: DUE}, "on_time", id="the last good day counts"),
        pytest.param({1: date(2026, 11, 2), 2: date(2026, 11, 30)}, "late", id="the last item a day late"),
        pytest.param({3: DUE}, "silent", id="only what was not asked"),
    ],
)
def test_timeliness_is_that_of_the_last_item_asked(answers: dict[int, date], timeliness: str) -> None:
    request = request_after(asked("so-a", 1, 2), *(said(task, on=day) for task, day in answers.items()))

    assert request.timeliness(DUE) == timeliness


def test_a_task_taken_away_no_longer_keeps_a_request_incomplete() -> None:
    request = request_after(
        asked("so-a", 1, 2),
        said(1),
        RequestAmended(**place(), on=date(2026, 11, 5), tasks=(1,), change=1),
    )

    assert (request.is_complete, request.missing, request.changes) == (True, (), 1)


def test_a_withdrawn_request_is_not_open_and_opens_again_in_the_next_round() -> None:
    withdrawn = (asked("so-a", 1, 2), said(1), RequestWithdrawn(period=PERIOD, agency="so-a", on=date(2026, 11, 5)))

    assert not request_after(*withdrawn).is_open
    again = request_after(*withdrawn, asked("so-a", 1, 2, nth=2))
    assert (again.is_open, again.round, again.missing) == (True, 2, (2,))


def test_a_request_handed_over_is_not_open_and_keeps_its_answers() -> None:
    handed = RequestHandedOver(period=PERIOD, agency="so-a", on=date(2026, 11, 5), to=("so-d",), tasks=(2,))

    request = request_after(asked("so-a", 1, 2), said(1), handed)

    assert (request.is_open, request.handed_over, set(request.confirmations)) == (False, handed, {1})


def test_requests_ended_without_an_answer_do_not_count() -> None:
    status = fold(
        records(
            period_opened(),
            asked("so-a", 1),
            asked("so-b", 1),
            asked("so-c", 1),
            said(1, agency="so-b"),
            RequestWithdrawn(period=PERIOD, agency="so-a", on=date(2026, 11, 5)),
            RequestWithdrawn(period=PERIOD, agency="so-b", on=date(2026, 11, 5)),
        )
    )

    assert [request.agency for request in status.periods[PERIOD].counted] == ["so-b", "so-c"]


def test_a_document_request_is_complete_with_the_first_file_and_keeps_every_file() -> None:
    first, later = date(2026, 11, 20), date(2026, 12, 5)
    came = DocumentReceived(**place(), reply="r1", on=first, files=(FILE,))
    again = DocumentReceived(**place(), reply="r2", on=later, files=(FILE,))
    opened = asked("so-a", is_document=True)

    assert request_after(opened).missing == (0,)
    request = request_after(opened, came, again)
    assert (request.missing, request.completed_on, len(request.documents)) == ((), first, 2)
    assert request.timeliness(DUE) == "on_time"


def test_statements_accumulate_once_each_and_figures_are_the_latest() -> None:
    def statement(reply: str, **values: object) -> StatementRecorded:
        return StatementRecorded.model_validate({**place(), "reply": reply, "on": DUE, **values})

    request = request_after(
        asked("so-a", 1),
        statement("r1", figures={"kinh-phi": 10.0, "khac": 1.0}, obstacles="thiếu người", proposals=""),
        statement("r2", figures={"kinh-phi": 12.0}, obstacles="thiếu người", proposals="bổ sung"),
        statement("r3", obstacles="thiếu tiền"),
    )

    assert request.figures == {"kinh-phi": 12.0, "khac": 1.0}
    assert [(one.text, one.reply) for one in request.obstacles] == [("thiếu người", "r1"), ("thiếu tiền", "r3")]
    assert [one.text for one in request.proposals] == ["bổ sung"]


def test_a_period_opens_closes_and_collects_its_reports() -> None:
    rendered = ReportRendered(period=PERIOD, on=DUE, edition=1, files={})
    approved = ReportApproved(period=PERIOD, on=DUE, edition=1)
    closed = PeriodClosed(period=PERIOD, on=date(2026, 12, 30), plan_version=4)

    opened = fold(records(period_opened())).periods[PERIOD]
    assert (opened.is_open, opened.opened_on) == (True, date(2026, 10, 30))
    period = fold(records(period_opened(), closed, rendered, approved)).periods[PERIOD]
    assert (period.is_open, period.closed_on, period.plan_version) == (False, date(2026, 12, 30), 4)
    assert (period.reports, period.approved) == ((rendered,), (approved,))


def test_a_request_of_a_period_that_was_never_opened_is_still_known() -> None:
    status = fold(records(asked("so-a", 1)))

    assert (status.periods[PERIOD].is_open, status.periods[PERIOD].opened_on) == (False, None)
    assert [request.ref for request in status.requests] == [REF]


def test_the_newest_version_of_the_plan_is_the_one_adopted() -> None:
    status = fold(
        records(
            PlanAdopted(version=1, sha256="1", text="a"),
            PlanAdopted(version=2, sha256="2", text="b"),
            MailQuarantined(on=DUE, sha256="q" * 64, error="ValueError"),
        )
    )

    assert status.adopted is not None
    assert (status.adopted.version, status.last_seq) == (2, 3)
    assert [kept.sha256 for kept in status.quarantined] == ["q" * 64]
