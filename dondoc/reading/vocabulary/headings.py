"""Đầu mục trong thư: kết quả, khó khăn, kiến nghị, mục khác; và những chữ nói rằng không có gì.

Cán bộ có thể đọc và bổ sung: viết tiếng Việt có dấu, mỗi mục một cụm từ. Khi so sánh, chương trình bỏ dấu, bỏ hoa thường và
cách đặt dấu thanh, nên không cần viết các biến thể (``hòan thành``, ``da hoan thanh``).
"""

# ruff: noqa: E501 — danh sách từ dễ đọc, dễ thêm hơn khi mỗi nhóm nằm trên vài dòng dài
from __future__ import annotations

OBSTACLES = ("khó khăn, vướng mắc", "khó khăn vướng mắc", "khó khăn", "vướng mắc", "tồn tại, hạn chế", "tồn tại", "hạn chế", "tồn tại, hạn chế, khó khăn", "khó khăn, hạn chế", "khó khăn và vướng mắc", "khó khăn, tồn tại", "những khó khăn, vướng mắc", "một số khó khăn", "một số khó khăn, vướng mắc", "obstacles", "difficulties", "nguyên nhân")  # fmt: skip
PROPOSALS = ("đề xuất, kiến nghị", "kiến nghị, đề xuất", "đề xuất", "kiến nghị", "đề nghị", "kiến nghị, đề nghị", "đề xuất kiến nghị", "kiến nghị đề xuất", "đề nghị, kiến nghị", "những kiến nghị", "một số kiến nghị", "proposals", "proposal", "giải pháp", "đề xuất và kiến nghị", "kiến nghị và đề xuất")  # fmt: skip
OTHER_SECTIONS = ("phương hướng", "nhiệm vụ trọng tâm", "kế hoạch thời gian tới", "nhiệm vụ thời gian tới", "phương hướng, nhiệm vụ", "thời gian tới", "phương hướng nhiệm vụ", "dự kiến thời gian tới", "nhiệm vụ, giải pháp", "phương hướng, nhiệm vụ thời gian tới", "kế hoạch năm sau", "đánh giá chung", "nhận định chung", "thông tin chung", "khái quát chung", "khái quát tình hình", "thuận lợi", "ưu điểm", "mặt được", "bài học kinh nghiệm", "công tác chỉ đạo", "công tác chỉ đạo, điều hành", "công tác lãnh đạo, chỉ đạo", "công tác lãnh đạo, chỉ đạo, điều hành", "công tác chỉ đạo điều hành", "chỉ đạo, điều hành", "nhận xét chung", "nhận xét, đánh giá", "nhận xét", "tình hình chung", "đặc điểm tình hình")  # fmt: skip
# Mở đầu một mục, khi đi với năm sau năm báo cáo: "III. Nhiệm vụ năm 2027"
AHEAD = ("nhiệm vụ", "kế hoạch", "phương hướng", "phương hướng, nhiệm vụ", "chương trình", "mục tiêu", "chỉ tiêu", "định hướng", "dự kiến", "giải pháp", "nhiệm vụ, giải pháp", "công tác")  # fmt: skip
RESULTS = ("kết quả thực hiện", "kết quả triển khai", "kết quả đạt được", "kết quả", "tình hình thực hiện", "tình hình triển khai", "tình hình, kết quả thực hiện", "kết quả cụ thể", "tình hình và kết quả thực hiện", "nội dung báo cáo", "tiến độ thực hiện", "results")  # fmt: skip
# Những gì có thể đi sau đầu mục ở trên: "kết quả thực hiện các nhiệm vụ được giao năm 2026"
HEADING_TAILS = ("các", "nhiệm vụ", "nội dung", "chỉ tiêu", "được giao", "chủ trì", "trong năm", "năm", "quý", "tháng", "kỳ", "kế hoạch", "công tác", "thời gian tới", "tiếp theo", "tới", "sau", "trong kỳ", "6 tháng", "cuối năm", "đầu năm", "của đơn vị", "trong quá trình thực hiện", "trong tổ chức thực hiện", "(nếu có)", "cụ thể", "như sau", "theo")  # fmt: skip
NOTHING = ("không", "không có", "không ạ", "không.", "chưa có", "none", "no", "-", "không có ạ", "ko", "ko có", "không phát sinh", "0", "/", "không có gì")  # fmt: skip
