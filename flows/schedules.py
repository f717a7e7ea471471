"""When each flow runs. One definition, for `dondoc up` and for prefect.yaml alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scheduled:
    """One deployment: the flow `name` in `entrypoint`, every `cron` in the plan's timezone (None: only by hand)."""

    name: str
    deployment: str
    entrypoint: str
    cron: str | None
    description: str
    parameters: Mapping[str, object]


SCHEDULES = (
    Scheduled(
        "remind",
        "hang-ngay",
        "flows/remind.py:remind",
        "30 7 * * *",
        "Gửi thư nhắc đến hạn, mỗi ngày lúc 07:30.",
        {},
    ),
    Scheduled(
        "collect",
        "nam-phut",
        "flows/collect.py:collect",
        "*/5 * * * *",
        "Thu thư trả lời, năm phút một lần.",
        {},
    ),
    Scheduled(
        "report",
        "hang-ngay",
        "flows/report.py:report",
        "0 8 * * *",
        "Cập nhật tiến độ; dự thảo báo cáo khi một kỳ khép lại và chờ cán bộ duyệt.",
        {"wait_for_approval": True},
    ),
    Scheduled(
        "review",
        "xem-thu",
        "flows/review.py:review",
        None,
        "Xem và ghi nhận một thư trả lời đang chờ; điền biểu mẫu rồi chạy.",
        {},
    ),
    Scheduled(
        "adopt",
        "ap-dung",
        "flows/adopt.py:adopt",
        None,
        "Đồng ý với kế hoạch đã sửa đang chờ; điền biểu mẫu rồi chạy.",
        {},
    ),
    Scheduled(
        "watch",
        "hang-gio",
        "flows/watch.py:watch",
        "17 * * * *",
        "Trông coi mỗi giờ: báo cán bộ khi có việc không thể chờ.",
        {},
    ),
)
TAGS = ("dondoc",)
EVENT_PERIOD_CLOSED = "dondoc.period.closed"
