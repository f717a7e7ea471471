"""The flow that takes in replies: fetch, store, read, record, acknowledge. One task a mail; a bad one stops nothing."""

from __future__ import annotations

from collections import Counter
from datetime import date

from prefect import flow, get_run_logger, task
from prefect.cache_policies import NO_CACHE
from prefect.runtime import task_run

from app.adoption import adopt_plan
from app.collect import Desk, Taken, open_desk, take
from app.deliver import ready_mails
from app.doubt import release_doubtful
from app.remind import queue_acknowledgements
from app.watch import tell_of_plan
from app.wiring import current_office
from dondoc.mail import RawMail
from flows.artifacts import publish_status, publish_taken
from flows.naming import collect_name, day_of_run
from flows.sending import send_wave
from flows.tether import end_with_service


def _name() -> str:
    return f"đọc thư {(task_run.get_parameters() or {}).get('number', '')}"


@task(task_run_name=_name, cache_policy=NO_CACHE)
def read_one(number: int, desk: Desk, raw: RawMail) -> Taken:
    """Store, read, record and move one mail."""
    del number
    return take(desk, raw)


@flow(name="collect", flow_run_name=collect_name, on_running=[end_with_service])
def collect(as_of: date | None = None) -> int:
    """Thu mọi thư trả lời đang chờ trong hộp thư, ghi nhận và báo lại cho đơn vị; trả về số thư đã ghi nhận."""
    log = get_run_logger()
    office = current_office(as_of)
    day = day_of_run(office, as_of)
    adopt_plan(office)
    looked_at, desk = office.clock.now(), open_desk(office, day)
    taken = [read_one(number, desk, raw) for number, raw in enumerate(office.collector.fetch(), 1)]
    release_doubtful(office, looked_at)
    queue_acknowledgements(office, day)
    tell_of_plan(office)
    send_wave(office, ready_mails(office.status(), office.clock.now()))  # and what an earlier wave left behind
    counts = Counter(one.fate for one in taken)
    if taken:
        publish_taken(office, taken)
        publish_status(office, day)
    log.info("ngày %s: %s", day.isoformat(), dict(counts) or "không có thư mới")
    return counts["recorded"]
