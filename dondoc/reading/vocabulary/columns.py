"""Tên cột trong bảng, dấu đánh trong ô, và nhãn trong mẫu trả lời của chính hệ thống.

Cán bộ có thể đọc và bổ sung: viết tiếng Việt có dấu, mỗi mục một cụm từ. Khi so sánh, chương trình bỏ dấu, bỏ hoa thường và
cách đặt dấu thanh, nên không cần viết các biến thể (``hòan thành``, ``da hoan thanh``).
"""

# ruff: noqa: E501 — danh sách từ dễ đọc, dễ thêm hơn khi mỗi nhóm nằm trên vài dòng dài
from __future__ import annotations

COLUMN_RUNNING = ("stt", "tt", "số tt", "số thứ tự", "no", "no.", "#")
COLUMN_TASK_NUMBER = (
    "nhiệm vụ số",
    "số nhiệm vụ",
    "mã nhiệm vụ",
    "mã nv",
    "số nv",
    "nv số",
    "nv",
    "task",
    "nhiệm vụ",
    "mã",
    "số hiệu",
    "nhiệm vụ (nv)",
)
COLUMN_TASK = ("nhiệm vụ", "nội dung", "tên nhiệm vụ", "nội dung nhiệm vụ", "công việc", "nội dung công việc", "nhiệm vụ được giao", "nội dung thực hiện", "nhiệm vụ/nội dung", "task", "content")  # fmt: skip
COLUMN_STATUS = ("tình trạng", "trạng thái", "kết quả", "tiến độ", "kết quả thực hiện", "tình hình", "tình hình thực hiện", "mức độ hoàn thành", "tình trạng thực hiện", "trạng thái thực hiện", "tiến độ thực hiện", "status", "progress", "hiện trạng", "kết quả/tiến độ", "xác nhận")  # fmt: skip
COLUMN_PERCENT = ("tỷ lệ", "tỷ lệ hoàn thành", "tỷ lệ (%)", "%", "% hoàn thành", "tỷ lệ hoàn thành (%)", "tỷ lệ %", "mức độ (%)", "tiến độ (%)", "percent", "đạt (%)", "tỷ lệ thực hiện", "% thực hiện", "mức độ hoàn thành (%)", "khối lượng (%)")  # fmt: skip
COLUMN_IGNORED = ("hạn", "thời hạn", "thời gian", "thời gian hoàn thành", "thời gian thực hiện", "đơn vị", "đơn vị chủ trì", "chủ trì", "phối hợp", "cơ quan chủ trì", "cơ quan phối hợp", "trạng thái hiện ghi nhận", "đơn vị thực hiện", "deadline", "người phụ trách", "hạn hoàn thành", "đơn vị phối hợp", "cơ quan thực hiện", "đơn vị tính", "đvt")  # fmt: skip
COLUMN_OBSTACLES = ("khó khăn, vướng mắc", "khó khăn", "vướng mắc", "tồn tại, hạn chế", "nguyên nhân", "lý do", "lý do chưa hoàn thành", "nguyên nhân chưa hoàn thành", "tồn tại")  # fmt: skip
COLUMN_PROPOSALS = ("kiến nghị", "đề xuất", "đề xuất, kiến nghị", "kiến nghị, đề xuất", "đề nghị")
TICKS = ("x", "v", "✓", "✔", "☑", "☒", "√", "ü", "þ", "có", "[x]", "(x)")
FORM_STATUS = ("tình trạng", "trạng thái", "kết quả", "kết quả thực hiện", "tình hình thực hiện", "status")
FORM_PERCENT = ("tỷ lệ hoàn thành", "tỷ lệ", "tiến độ", "mức độ hoàn thành", "phần trăm hoàn thành", "percent", "đạt")
FORM_NOTE = ("ghi chú", "diễn giải", "kết quả cụ thể", "nội dung", "note")
FORM_EMPTY = ("chưa xác nhận", "chưa có xác nhận", "chưa trả lời", "chưa có")  # lời của hệ thống, không phải của đơn vị
