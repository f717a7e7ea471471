"""Sending a wave from a flow: one Prefect task an agency, one connection for all of them."""

from __future__ import annotations

from collections.abc import Sequence

from prefect import task
from prefect.cache_policies import NO_CACHE
from prefect.runtime import task_run

from app.deliver import Outcome, Wave
from app.office import Office
from dondoc.status import MailStatus

CHUNK_BEYOND = 200
"""Up to this many mails get a task of their own; more share tasks, so that the UI stays readable."""


def _name() -> str:
    """The agency's id: the run graph's font has no Vietnamese letters."""
    return str((task_run.get_parameters() or {}).get("label", ""))


@task(task_run_name=_name, cache_policy=NO_CACHE)
def deliver(label: str, wave: Wave, mails: Sequence[MailStatus]) -> list[Outcome]:
    """Send the mails of one agency (or of one chunk), each at most once."""
    del label
    return wave.deliver(mails)


def send_wave(office: Office, keys: Sequence[str]) -> dict[str, Outcome]:
    """Send these mails; the outcome of each. To be called inside a flow, in whose thread the connection lives."""
    mails = office.status().mails
    outcomes: dict[str, Outcome] = dict.fromkeys(keys, "again-later")
    with office.notifier.connected() as line:
        wave = Wave(office, line)
        for label, chunk in _chunks([mails[key] for key in keys]):
            if wave.is_over:
                break
            results = deliver(label, wave, chunk)
            outcomes.update(zip((mail.key for mail in chunk), results, strict=True))
    return outcomes


def _chunks(mails: Sequence[MailStatus]) -> list[tuple[str, list[MailStatus]]]:
    size = 1 if len(mails) <= CHUNK_BEYOND else -(-len(mails) // CHUNK_BEYOND)
    parts = [list(mails[start : start + size]) for start in range(0, len(mails), size)]
    return [
        (part[0].queued.agency or "cán bộ đầu mối", part) if size == 1 else (f"{len(part)} thư", part) for part in parts
    ]
