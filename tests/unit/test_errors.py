import pickle

import pytest

from dondoc.errors import (
    DondocError,
    DuplicateEvent,
    InputError,
    LedgerError,
    MailError,
    MessageError,
    PermanentMailError,
    PlanError,
    SettingsError,
    TemporaryMailError,
    UncertainMailError,
)
from dondoc.messages import say
from dondoc.plan.load import load_plan

EVERY = (InputError, SettingsError, LedgerError, DuplicateEvent)
MAIL = (MailError, TemporaryMailError, PermanentMailError, UncertainMailError)


@pytest.mark.parametrize("kind", [*EVERY, *MAIL])
def test_an_error_survives_the_way_to_another_process(kind: type[MessageError]) -> None:
    error = kind(say("{count} mails", count=3))

    back = pickle.loads(pickle.dumps(error))

    assert (type(back), str(back), back.message) == (kind, "3 mails", error.message)


@pytest.mark.parametrize("kind", MAIL)
def test_a_mail_error_keeps_the_code_of_the_server(kind: type[MailError]) -> None:
    back = pickle.loads(pickle.dumps(kind(say("no"), 451)))

    assert (back.code, str(back)) == (451, "no")
    assert kind(say("no")).code == 0


def test_a_plan_error_tells_every_fault() -> None:
    with pytest.raises(PlanError) as caught:
        load_plan(b"plan: {}\nagencies: {}\n", file="plan.yaml")

    back = pickle.loads(pickle.dumps(caught.value))
    assert back.faults == caught.value.faults
    assert len(back.faults) > 1
    assert str(back).count("plan.yaml:") >= len(back.faults)


def test_every_error_of_ours_is_one_family() -> None:
    assert all(issubclass(kind, DondocError) for kind in (*EVERY, *MAIL, PlanError))
    assert issubclass(DuplicateEvent, LedgerError)
    assert all(issubclass(kind, MailError) for kind in MAIL)
