"""Complete mails and the reading expected of each; see the `why` of each case."""

from __future__ import annotations

import json
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from collectors.mime import parse_mail
from dondoc.mail import InboundMail
from dondoc.plan.load import load_plan
from dondoc.plan.model import Plan
from dondoc.reading.context import context_for
from dondoc.reading.reader import read_reply, typed_text
from dondoc.reading.sent import sent_text
from dondoc.reply import Reply, RequestRef

FOLDER = Path(__file__).parent / "samples"
REPLIES = sorted((FOLDER / "replies").glob("*.eml"))
QUOTATIONS = sorted((FOLDER / "quotations").glob("*.eml"))


@cache
def plan() -> Plan:
    return load_plan((FOLDER / "replies" / "plan.yaml").read_bytes()).plan


def mail_in(file: Path) -> InboundMail:
    return parse_mail(file.read_bytes(), received_at=None)


@cache
def case(file: Path) -> tuple[dict[str, Any], Reply]:
    expected = json.loads(file.with_suffix(".json").read_text("utf-8"))
    period, agency = expected["request"].split("/")
    return expected, read_reply(mail_in(file), plan=plan(), context=context_for(plan(), RequestRef(period, agency)))


def squeezed(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def name(file: Path) -> str:
    return file.stem


@pytest.mark.parametrize("file", REPLIES, ids=name)
def test_items_are_exactly_those_expected(file: Path) -> None:
    expected, reply = case(file)

    found = {item.task: (item.status, dict(item.figures)) for item in reply.items}

    assert found == {item["task"]: (item["status"], item["figures"]) for item in expected["items"]}


@pytest.mark.parametrize("file", REPLIES, ids=name)
def test_percentages_are_those_of_the_tasks(file: Path) -> None:
    expected, reply = case(file)
    wanted = {item["task"]: item["percent"] for item in expected["items"] if item["status"] != "done"}

    assert {item.task: item.percent for item in reply.items if item.status != "done"} == wanted


@pytest.mark.parametrize("file", REPLIES, ids=name)
def test_kind_is_recognised(file: Path) -> None:
    expected, reply = case(file)

    assert reply.kind == expected["kind"]


@pytest.mark.parametrize("file", [f for f in REPLIES if case(f)[0]["kind"] == "reply"], ids=name)
def test_a_person_is_asked_where_and_only_where_needed(file: Path) -> None:
    expected, reply = case(file)

    assert bool(reply.review) == expected["review"], reply.review


@pytest.mark.parametrize("file", [f for f in REPLIES if case(f)[0].get("text") is not None], ids=name)
def test_new_text_of_a_reply_stands_alone(file: Path) -> None:
    expected, reply = case(file)

    assert squeezed(reply.text) == squeezed(expected["text"])


@pytest.mark.parametrize("file", QUOTATIONS, ids=name)
def test_new_text_under_any_client_stands_alone(file: Path) -> None:
    typed = typed_text(mail_in(file), sent_text(()))

    assert squeezed(typed.text) == squeezed(file.with_suffix(".txt").read_text("utf-8"))
