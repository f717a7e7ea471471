"""A real Postfix that refuses: some addresses for now, some for good, some senders because they are too quick."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.deliver import deliver_all, ready_mails, waiting_mails
from app.remind import queue_due
from dondoc.status import MailStatus
from tests.app.desk import OPENS
from tests.crash.real import RealOffice
from tests.servers.postfix import MAILS_A_MINUTE

pytestmark = pytest.mark.server


def write_to(real: RealOffice, addresses: dict[str, str]) -> None:
    """The plan with other addresses for some of its agencies."""
    plan = real.settings.plan.read_text(encoding="utf-8")
    for agency, address in addresses.items():
        assert f"email: {agency}@tinh.example" in plan
        plan = plan.replace(f"email: {agency}@tinh.example", f"email: {address}")
    real.settings.plan.write_text(plan, encoding="utf-8")


def wave(real: RealOffice, *, smtp_port: int = 0) -> dict[str, MailStatus]:
    """What became of the mail to each agency, after one wave."""
    with real.office(OPENS, smtp_port=smtp_port) as office:
        queue_due(office, OPENS)
        deliver_all(office, waiting_mails(office.status()))
        return {mail.queued.agency: mail for mail in office.status().mails.values()}


def test_refused_addresses_are_told_one_by_one_and_all_others_get_the_mail(real: RealOffice) -> None:
    write_to(real, {"dv-1": "[gone@khac.example, dv-1@tinh.example, barred@khac.example]"})

    mails = wave(real)

    assert {mail.state for mail in mails.values()} == {"sent"}
    assert {address: words[:9] for address, words in mails["dv-1"].refused.items()} == {
        "gone@khac.example": "550 5.1.1",
        "barred@khac.example": "554 5.7.1",
    }
    assert all(not mail.refused for agency, mail in mails.items() if agency != "dv-1")
    assert sorted(real.delivered().values()) == [1] * 5
    assert {address for address in real.world.addresses if "khac.example" in address} == set()


def test_addresses_put_off_get_the_mail_later_by_themselves_and_no_other_gets_it_twice(real: RealOffice) -> None:
    write_to(real, {"dv-1": "[later@khac.example, dv-1@tinh.example, full@khac.example]"})

    def tried_on(day: date) -> dict[tuple[str, ...], MailStatus]:
        """Each mail to dv-1 by whom it is to, after one wave on that day."""
        with real.office(day) as office:
            deliver_all(office, ready_mails(office.status(), office.clock.now()))
            return {mail.queued.recipients: mail for mail in office.status().mails.values() if is_to_dv_1(mail)}

    wave(real)
    at_first = tried_on(OPENS)
    with real.postfix.taking("later@khac.example"):
        next_day = tried_on(OPENS + timedelta(days=1))
    in_the_end = tried_on(OPENS + timedelta(days=6))

    later, full = ("later@khac.example",), ("full@khac.example",)
    assert [(mail.state, mail.words[:9]) for who, mail in at_first.items() if who in (later, full)] == [
        ("queued", "450 4.2.0"),
        ("queued", "452 4.2.2"),
    ]
    assert (next_day[later].state, next_day[full].state) == ("sent", "queued")
    assert in_the_end[full].state == "failed"
    assert in_the_end[full].words.endswith(": Recipient address rejected: Mailbox full")
    assert sorted(real.delivered().values()) == [1] * 4 + [2], "the same mail, at two addresses"
    assert [len(real.world.mails(to)) for to in ("dv-1@tinh.example", *later)] == [1, 1]


def is_to_dv_1(mail: MailStatus) -> bool:
    return mail.queued.agency == "dv-1"


@pytest.mark.parametrize(
    ("address", "state", "code"),
    [("gone", "failed", 550), ("later", "queued", 450), ("full", "queued", 452)],
)
def test_a_mail_whose_only_address_is_refused_waits_or_ends_and_stops_no_other(
    real: RealOffice, address: str, state: str, code: int
) -> None:
    write_to(real, {"dv-1": f"{address}@khac.example"})

    mails = wave(real)

    assert (mails["dv-1"].state, mails["dv-1"].words.partition(f"{code} ")[1]) == (state, f"{code} ")
    others = {agency: mail.state for agency, mail in mails.items() if agency != "dv-1"}
    assert set(others.values()) == {"sent"}
    assert sorted(real.delivered().values()) == [1] * 4


def test_a_server_that_leaves_at_one_address_keeps_the_other_mails_only_until_the_next_wave(real: RealOffice) -> None:
    write_to(real, {"dv-1": "leaving@khac.example"})
    assert wave(real)["dv-1"].words.find("421") > 0

    with real.office(OPENS) as office:
        deliver_all(office, ready_mails(office.status(), office.clock.now()))
        mails = {mail.queued.agency: mail for mail in office.status().mails.values()}

    assert {agency for agency, mail in mails.items() if mail.state != "sent"} == {"dv-1"}
    assert mails["dv-1"].attempt == 1, "its own turn comes later"
    assert sorted(real.delivered().values()) == [1] * 4


def test_a_server_that_takes_so_many_mails_a_minute_is_not_asked_again_for_each_of_the_rest(real: RealOffice) -> None:
    first = wave(real, smtp_port=real.postfix.limited)

    states = sorted(mail.state for mail in first.values())
    assert states == ["queued"] * (5 - MAILS_A_MINUTE) + ["sent"] * MAILS_A_MINUTE
    assert sum(mail.attempt > 0 for mail in first.values()) <= MAILS_A_MINUTE + 2
    second = wave(real)
    assert sorted(real.delivered().values()) == [1] * 5
    assert second.keys() == first.keys()
