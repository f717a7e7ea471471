"""How long simulation takes: six years of the shipped plan, one year of plans with 1,000 tasks and 3,500 agencies.

Run: .venv/bin/python -m benchmarks.simulate. Each plan is played in a process of its own, so that memory is its own.
"""

from __future__ import annotations

import resource
import sys
import time
from datetime import date
from multiprocessing import get_context
from pathlib import Path

from benchmarks.plans import plan_text
from dondoc.plan.load import load_plan
from dondoc.simulate.behaviour import read_behaviour
from dondoc.simulate.play import simulate

REORGANISED = Path("examples/tai-to-chuc-2025.yaml")
ANSWER = "80%@-5d,15%@+4d"


def play(name: str, text: str, first: date, last: date) -> None:
    """Load, play and print seconds, mails and the process's greatest memory."""
    begun = time.perf_counter()
    plan = load_plan(text).plan
    loaded = time.perf_counter()
    played = simulate(plan, first, last, read_behaviour(ANSWER, 0))
    done = time.perf_counter()
    unit = 1 if sys.platform == "darwin" else 1024
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6
    items = sum(len(request.tasks) for request in played.status.requests)
    print(
        f"{name:48} load {loaded - begun:5.2f} s  play {done - loaded:6.2f} s  {len(played.mailings):6} mails"
        f"  {items:8} items  {megabytes:4.0f} MB",
        flush=True,
    )


def main() -> None:
    """Play every plan."""
    six_years = (date(2023, 1, 1), date(2028, 12, 31))
    year = (date(2026, 1, 1), date(2026, 12, 31))
    plans = (
        ("shipped plan, 2023-2028", Path("plan.yaml").read_text("utf-8"), *six_years),
        ("example of the reorganisation, 2023-2028", REORGANISED.read_text("utf-8"), *six_years),
        ("1,000 tasks, 3,500 agencies, 1 group a task", plan_text(1000, 3500, groups_a_task=1), *year),
        ("1,000 tasks, 3,500 agencies, 7 groups a task", plan_text(1000, 3500, groups_a_task=7), *year),
        ("1,000 tasks, each asked of all 3,500 agencies", plan_text(1000, 3500, groups_a_task=None), *year),
    )
    for arguments in plans:
        process = get_context("spawn").Process(target=play, args=arguments)
        process.start()
        process.join()


if __name__ == "__main__":
    main()
