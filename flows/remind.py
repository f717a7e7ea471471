"""The daily flow that sends whatever is due. Order only: what is due, and to whom, is decided in the core."""

from __future__ import annotations

from collections import Counter
from datetime import date

from prefect import flow, get_run_logger

from app.deliver import waiting_mails
from app.remind import queue_due
from app.watch import tell_of_plan
from app.wiring import current_office
from flows.artifacts import publish_due, publish_status
from flows.naming import day_of_run, remind_name
from flows.retries import tried_again
from flows.sending import send_wave
from flows.tether import end_with_service


@flow(name="remind", flow_run_name=remind_name, on_running=[end_with_service])
def remind(as_of: date | None = None) -> int:
    """Gửi mọi thư nhắc đến hạn tính đến ngày `as_of` (để trống: ngày chạy theo lịch); trả về số thư đã gửi.

    Chạy lại cùng một ngày, hoặc chạy bù sau nhiều ngày nghỉ, không gửi trùng thư nào.
    """
    with tried_again():
        return _send_what_is_due(as_of)


def _send_what_is_due(as_of: date | None) -> int:
    log = get_run_logger()
    office = current_office(as_of)
    day = day_of_run(office, as_of)
    queue_due(office, day)
    tell_of_plan(office)
    outcomes = send_wave(office, waiting_mails(office.status()))
    publish_due(office, day, outcomes)
    publish_status(office, day)
    counts = Counter(outcomes.values())
    log.info("ngày %s: %s", day.isoformat(), dict(counts) or "không có thư nào đến hạn")
    return counts["sent"]
