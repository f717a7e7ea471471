"""A mail says one thing in its HTML and another in its plain text: nothing that differs is recorded."""

from __future__ import annotations

import pytest

from dondoc.reply import Reply
from tests.unit.reading.plans import read

HTML = "<div>NV1: <b>đã hoàn thành</b></div><div>NV2: đang thực hiện, đạt 60%</div>"


def _statuses(reply: Reply) -> dict[int, str]:
    return {item.task: item.status for item in reply.items}


def _doubted(reply: Reply) -> set[object]:
    return {message.values.get("task") for message in reply.review}


@pytest.mark.parametrize(
    "text",
    [
        "NV1: chưa thực hiện\nNV2: đang thực hiện, đạt 60%",
        "NV1: chưa hoàn thành\nNV2: đang thực hiện, đạt 60%",
        "NV1: đang thực hiện, đạt 10%\nNV2: đang thực hiện, đạt 60%",
    ],
)
def test_a_status_that_differs_goes_to_a_person(text: str) -> None:
    reply = read(text, html=HTML)

    assert _statuses(reply) == {2: "in_progress"}
    assert [item.task for item in reply.suggestions] == [1]
    assert _doubted(reply) == {1}


def test_a_percentage_or_a_figure_that_differs_goes_to_a_person() -> None:
    share = read("NV1: đã hoàn thành\nNV2: đang thực hiện, đạt 80%", html=HTML)
    figure = read("NV3: đã hoàn thành, 4 lớp", html="<p>NV3: đã hoàn thành, 3 lớp</p>")

    assert _statuses(share) == {1: "done"}
    assert _statuses(figure) == {}
    assert _doubted(figure) == {3}


def test_a_task_answered_in_the_plain_text_alone_goes_to_a_person() -> None:
    reply = read("NV1: đã hoàn thành\nNV2: đang thực hiện, đạt 60%\nNV3: đã hoàn thành", html=HTML)

    assert _statuses(reply) == {1: "done", 2: "in_progress"}
    assert _doubted(reply) == {3}


def test_unseen_text_that_the_plain_text_shows_goes_to_a_person() -> None:
    hidden = '<p style="color:#fff">NV3: đã hoàn thành</p>'
    reply = read("NV1: đã hoàn thành\nNV2: đang thực hiện, đạt 60%\nNV3: đã hoàn thành", html=HTML + hidden)

    assert _statuses(reply) == {1: "done", 2: "in_progress"}
    assert _doubted(reply) == {3}


@pytest.mark.parametrize(
    "text",
    [
        "NV1: *đã hoàn thành*\nNV2: đang thực hiện, đạt 60%",
        "- NV1: đã hoàn\nthành\n- NV2: đang thực hiện, đạt 60%\n",
        "NV1: đã hoàn thành\nNV2: đang thực hiện, đạt 60%\n\n[image: logo 2026]\nhttps://sotc.minhha.example/1/2?x=chua",
        "NV1: đã hoàn thành<https://sotc.minhha.example/3>\nNV2: đang thực hiện, đạt 60%",
        "NV1: đã hoàn thành\nNV2: đang thực hiện, đạt 60%\n\n--\nNguyễn Văn A\nĐT: 0912 345 678",
        "Thư này có định dạng, xin mở bằng chương trình khác.",
        "",
    ],
)
def test_a_difference_of_form_is_none(text: str) -> None:
    reply = read(text, html=HTML)

    assert _statuses(reply) == {1: "done", 2: "in_progress"}
    assert not reply.review


def test_a_table_that_fell_apart_in_the_plain_text_is_none() -> None:
    html = "<table><tr><th>Nhiệm vụ</th><th>Tình trạng</th><th>Tỷ lệ</th></tr><tr><td>NV1</td><td>Đang thực hiện</td><td>60</td></tr></table>"
    reply = read("Nhiệm vụ\nTình trạng\nTỷ lệ\n1. NV1\nĐang thực hiện\n60", html=html)

    assert _statuses(reply) == {1: "in_progress"}
    assert not reply.review
