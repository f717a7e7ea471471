"""How many replies a second are read, beside the standard library's bare MIME parse; run by hand."""

from __future__ import annotations

import email
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from collectors.mime import parse_mail  # noqa: E402 — the path above must come first
from dondoc.plan.load import load_plan  # noqa: E402
from dondoc.reading.context import context_for  # noqa: E402
from dondoc.reading.reader import read_reply  # noqa: E402
from dondoc.reply import RequestRef  # noqa: E402

FOLDER = ROOT / "tests" / "golden" / "samples" / "replies"
ROUNDS = 20


def measure(name: str, work: Callable[[], object], count: int) -> None:
    work()
    started = time.process_time()
    for _ in range(ROUNDS):
        work()
    seconds = time.process_time() - started
    print(f"{name:32} {count * ROUNDS / seconds:8.0f} mails a second of one core")


def bare_parse(raws: list[bytes]) -> None:
    for raw in raws:
        for part in email.message_from_bytes(raw).walk():
            part.get_payload(decode=True)


def main() -> None:
    plan = load_plan((FOLDER / "plan.yaml").read_bytes()).plan
    files = sorted(FOLDER.glob("*.eml"))
    raws = [file.read_bytes() for file in files]
    requests = [json.loads(file.with_suffix(".json").read_text("utf-8"))["request"].split("/") for file in files]
    contexts = [context_for(plan, RequestRef(*request)) for request in requests]
    mails = [parse_mail(raw, received_at=None) for raw in raws]
    pairs = list(zip(mails, contexts, strict=True))
    measure("read_reply", lambda: [read_reply(mail, plan=plan, context=context) for mail, context in pairs], len(files))
    measure("parse_mail", lambda: [parse_mail(raw, received_at=None) for raw in raws], len(files))
    measure("standard library, bare parse", lambda: bare_parse(raws), len(files))


if __name__ == "__main__":
    main()
