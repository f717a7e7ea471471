"""Tasks without a table whose own sentence names the leader."""

from __future__ import annotations

import pytest

from dondoc.drafting.listed_tasks import tasks_in_list
from dondoc.drafting.raw_task import RawTask


def tasks(*items: str) -> tuple[RawTask, ...]:
    return tasks_in_list(["KẾ HOẠCH", "I. NHIỆM VỤ", *items, "II. TỔ CHỨC THỰC HIỆN", "Sở Nội vụ đôn đốc, tổng hợp."])


@pytest.mark.parametrize(
    ("item", "content", "lead", "support", "when"),
    [
        (
            "1. In tờ rơi; Sở Y tế chủ trì, phối hợp với Công an tỉnh tổ chức trong năm 2026.",
            "In tờ rơi", "Sở Y tế", "Công an tỉnh", "trong năm 2026",
        ),
        (
            "1. Diễn đàn hằng năm (Sở Y tế chủ trì; Tỉnh đoàn, Công an tỉnh phối hợp).",
            "Diễn đàn hằng năm", "Sở Y tế", "Tỉnh đoàn, Công an tỉnh", "hằng năm",
        ),
        ("1. Dạy bơi: giao Sở Y tế, Sở Nội vụ chủ trì.", "Dạy bơi", "Sở Y tế, Sở Nội vụ", "", ""),
        (
            "1. Họp, bàn; trong đó chủ trì; Sở Y tế chủ trì, quý II/2026.",
            "Họp, bàn; trong đó chủ trì", "Sở Y tế", "", "quý II/2026",
        ),
    ],
    ids=["behind a semicolon", "in brackets", "behind a colon", "not where no name stands"],
)  # fmt: skip
def test_sentence_is_parted_into_task_and_parties(item: str, content: str, lead: str, support: str, when: str) -> None:
    (task,) = tasks(item)

    assert (task.content, task.lead, task.support, task.when) == (content, lead, support, when)


def test_item_without_a_leader_between_others_is_kept_and_doubted() -> None:
    found = tasks("1. In tờ rơi; Sở Y tế chủ trì.", "2. Phát thanh hằng tuần.")

    assert [(task.content, task.lead, bool(task.doubts)) for task in found] == [
        ("In tờ rơi", "Sở Y tế", False),
        ("Phát thanh hằng tuần.", "", True),
    ]


def test_last_part_of_the_plan_is_asked_only_where_nothing_else_holds_tasks() -> None:
    assert [task.content for task in tasks("1. In tờ rơi.")] == ["In tờ rơi."]
    assert [task.lead for task in tasks()] == ["Sở Nội vụ"]
