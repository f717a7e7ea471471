from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cli.context import CommandContext
from cli.read import read_command

FOLDER = Path(__file__).parents[1] / "golden" / "samples" / "replies"
MAIL = FOLDER / "027-kho-khan-kien-nghi.eml"


def run(*arguments: str, mail: Path = MAIL) -> Result:
    plan = ("--plan", str(FOLDER / "plan.yaml"))
    return CliRunner().invoke(read_command, [str(mail), *plan, *arguments], obj=CommandContext("en"))


def test_json_has_the_documented_keys() -> None:
    values = json.loads(run("--request", "nam-2026/cong-an-tinh", "--json").output)

    documented = {
        "kind",
        "request",
        "matched_by",
        "sender",
        "text",
        "items",
        "obstacles",
        "proposals",
        "attachments",
        "review",
    }
    assert documented <= values.keys()
    assert values["request"] == {"period": "nam-2026", "agency": "cong-an-tinh"}
    assert [item["task"] for item in values["items"]] == [1, 8]
    assert values["obstacles"].startswith("kinh phí sửa chữa")


def test_every_key_is_explained() -> None:
    values = json.loads(run("--request", "nam-2026/cong-an-tinh", "--json").output)
    page = (Path(__file__).parents[2] / "docs" / "reference" / "replies.md").read_text("utf-8")

    assert [key for key in values if f"`{key}`" not in page] == []


def test_people_see_items_obstacles_and_proposals() -> None:
    output = run("--request", "nam-2026/cong-an-tinh").output

    assert "not started" in output or "done" in output
    assert "Proposals: đề nghị Sở Tài chính bố trí kinh phí năm 2027." in output


@pytest.mark.parametrize("wanted", ["nam-2026", "nam-2026/khong-co", "nam-1900/so-y-te", "/"])
def test_wrong_request_is_told(wanted: str) -> None:
    result = run("--request", wanted)

    assert result.exit_code != 0


def test_missing_file_is_told() -> None:
    assert run("--request", "nam-2026/so-y-te", mail=FOLDER / "none.eml").exit_code != 0
