"""Đầu mục trong thư: khó khăn, kiến nghị, mục khác; và những chữ nói rằng không có gì.

Cán bộ có thể đọc và bổ sung: viết tiếng Việt có dấu, mỗi mục một cụm từ. Khi so sánh, chương trình bỏ dấu, bỏ hoa thường và
cách đặt dấu thanh, nên không cần viết các biến thể (``hòan thành``, ``da hoan thanh``).
"""

# ruff: noqa: E501 — danh sách từ dễ đọc, dễ thêm hơn khi mỗi nhóm nằm trên vài dòng dài
from __future__ import annotations

OBSTACLES = ("khó khăn, vướng mắc", "khó khăn vướng mắc", "khó khăn", "vướng mắc", "tồn tại, hạn chế", "tồn tại", "hạn chế", "tồn tại, hạn chế, khó khăn", "khó khăn, hạn chế", "khó khăn và vướng mắc", "khó khăn, tồn tại", "những khó khăn, vướng mắc", "một số khó khăn", "một số khó khăn, vướng mắc", "obstacles", "difficulties", "nguyên nhân")  # fmt: skip
PROPOSALS = ("đề xuất, kiến nghị", "kiến nghị, đề xuất", "đề xuất", "kiến nghị", "đề nghị", "kiến nghị, đề nghị", "đề xuất kiến nghị", "kiến nghị đề xuất", "đề nghị, kiến nghị", "những kiến nghị", "một số kiến nghị", "proposals", "proposal", "giải pháp", "phương hướng", "đề xuất và kiến nghị", "kiến nghị và đề xuất")  # fmt: skip
OTHER_SECTIONS = ("phương hướng", "nhiệm vụ trọng tâm", "kế hoạch thời gian tới", "nhiệm vụ thời gian tới", "phương hướng, nhiệm vụ", "thời gian tới", "phương hướng nhiệm vụ", "dự kiến thời gian tới", "nhiệm vụ, giải pháp", "phương hướng, nhiệm vụ thời gian tới", "kế hoạch năm sau", "đánh giá chung", "nhận xét chung", "nhận xét, đánh giá", "nhận xét", "tình hình chung", "đặc điểm tình hình")  # fmt: skip
NOTHING = ("không", "không có", "không ạ", "không.", "chưa có", "none", "no", "-", "không có ạ", "ko", "ko có", "không phát sinh", "0", "/", "không có gì")  # fmt: skip
