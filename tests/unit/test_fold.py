"""Whatever happened in whatever order: a fold loses nothing, mixes nobody up, and may go on later."""

from hypothesis import given
from hypothesis import strategies as st

from dondoc.events.mails import MailClaimed, MailSent
from dondoc.events.periods import RequestAmended, RequestWithdrawn
from dondoc.events.records import Body
from dondoc.fold import Folding, fold
from dondoc.reply import RequestRef
from tests.unit.happened import DUE, PERIOD, asked, queued, received, records, said

agencies = st.sampled_from(["so-a", "so-b", "so-c"])
happenings = st.lists(
    st.tuples(agencies, st.sampled_from(["ask", "amend", "withdraw", "said", "mail", "claim", "sent", "reply"])),
    max_size=40,
)


def _body(number: int, agency: str, what: str) -> Body:
    at = {"period": PERIOD, "agency": agency}
    match what:
        case "ask":
            return asked(agency, 1, 2, nth=number)
        case "amend":
            return RequestAmended(period=PERIOD, agency=agency, on=DUE, tasks=(number,), change=number)
        case "withdraw":
            return RequestWithdrawn(period=PERIOD, agency=agency, on=DUE, round=number)
        case "said":
            return said(1, agency=agency, reply=str(number), figures={str(number): number})
        case "mail":
            return queued(f"{agency}-m", agency)
        case "claim":
            return MailClaimed.model_validate({**at, "mail": f"{agency}-m", "attempt": number})
        case "sent":
            return MailSent.model_validate({**at, "mail": f"{agency}-m"})
        case _:
            return received(f"{agency}-r{number}", agency)


@given(happenings)
def test_what_happens_to_others_never_changes_a_request(whole: list[tuple[str, str]]) -> None:
    log = records(*(_body(number, agency, what) for number, (agency, what) in enumerate(whole, 1)))

    together = fold(log)

    for agency in ("so-a", "so-b", "so-c"):
        alone = fold(record for record in log if record.body.agency == agency)
        ref = RequestRef(PERIOD, agency)
        assert together.request(ref) == alone.request(ref)


@given(happenings, st.integers(min_value=0, max_value=40))
def test_answers_once_given_never_disappear(whole: list[tuple[str, str]], cut: int) -> None:
    log = records(*(_body(number, agency, what) for number, (agency, what) in enumerate(whole, 1)))

    before, after = fold(log[:cut]), fold(log)

    for request in before.requests:
        later = after.request(request.ref)
        assert later is not None
        assert request.confirmations.keys() <= later.confirmations.keys()
        assert request.replies.keys() <= later.replies.keys()


@given(happenings, st.integers(min_value=0, max_value=40))
def test_a_fold_that_goes_on_is_the_fold_of_everything(whole: list[tuple[str, str]], cut: int) -> None:
    log = records(*(_body(number, agency, what) for number, (agency, what) in enumerate(whole, 1)))
    folding = Folding()
    for record in log[:cut]:
        folding.add(record)
    folding.status()

    for record in log[cut:]:
        folding.add(record)

    assert folding.status() == fold(log)
