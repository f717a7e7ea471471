"""Từ quanh tỷ lệ phần trăm: tỷ lệ của nhiệm vụ hay của việc khác, chính xác hay không.

Cán bộ có thể đọc và bổ sung: viết tiếng Việt có dấu, mỗi mục một cụm từ. Khi so sánh, chương trình bỏ dấu, bỏ hoa thường và
cách đặt dấu thanh, nên không cần viết các biến thể (``hòan thành``, ``da hoan thanh``).
"""

# ruff: noqa: E501 — danh sách từ dễ đọc, dễ thêm hơn khi mỗi nhóm nằm trên vài dòng dài
from __future__ import annotations

PERCENT_BEFORE = ("đạt", "được", "lm", "is", "đc", "dc", "hoàn thành", "thực hiện", "triển khai", "tiến độ", "khối lượng", "khoảng", "ước", "ước đạt", "mới", "làm", "ht", "th", "là", "tỷ lệ", "xong", "tầm", "chừng", "done", "progress", "complete", "at", "about", "completed", "lên", "tới", "đến", "bằng", "hiện", "đang", "trên", "hơn", "gần", "mức", "tiến hành", "tương đương", "tương ứng", "cỡ", "độ", "áng chừng", "ước chừng")  # fmt: skip
PERCENT_NOT = ("tăng", "giảm", "cao hơn", "thấp hơn", "vượt", "thêm", "giải ngân", "chiếm", "trong đó", "từ", "có", "với", "cho", "còn", "khuyến mại", "lãi suất", "up", "down", "by")  # fmt: skip
PERCENT_AFTER = (
    "kế hoạch", "khối lượng", "tiến độ", "công việc", "nhiệm vụ", "chỉ tiêu", "so với kế hoạch", "rồi", "ạ", "nhé", "thôi", "chị", "anh", "em", "của", "nha", "theo", "và", "dự kiến",
    "do", "vì", "tính", "đến", "trong", "done", "complete", "completed", "nội dung", "yêu cầu", "còn", "nhưng", "hiện", "đang", "đã", "sẽ", "khi", "rùi", "phần", "mục tiêu", "tuy", "với", "gồm", "từ", "xin", "trở", "thì",
)  # fmt: skip
# "65% kế hoạch vốn", "90% khối lượng đường băng" là tỷ lệ của vốn, của đường băng; "65% kế hoạch năm" là của nhiệm vụ.
PERCENT_OF = ("kế hoạch", "khối lượng", "công việc", "nội dung", "chỉ tiêu", "mục tiêu", "yêu cầu", "phần")
PERCENT_OF_TASK = (
    "công việc", "năm", "quý", "tháng", "cả", "giao", "được giao", "đề ra", "đặt ra", "chung", "toàn", "này", "tổng", "phải", "cần", "hằng năm", "hàng năm", "nhiệm vụ",
    "a", "là", "xây lắp", "xây dựng", "thực hiện", "công trình", "dự án", "đợt", "thi công",
)  # fmt: skip
# Tỷ lệ của chính nhiệm vụ, dù đứng sau "tỷ lệ …"
OWN_RATES = ("tỷ lệ hoàn thành", "tỷ lệ thực hiện", "tiến độ", "khối lượng")
# Những chữ khác hay đứng giữa dấu câu và con số, không làm nó thành tỷ lệ của việc khác
OF_PROGRESS = (
    "đã", "đang", "mới", "chỉ", "chỉ mới", "còn", "còn lại", "khác", "trên", "nhiệm vụ", "công việc", "việc", "nội dung", "kế hoạch", "chỉ tiêu", "mục tiêu", "yêu cầu", "kết quả", "tỷ lệ", "tổng", "tổng thể", "chung", "tính", "toàn bộ", "cả", "tất cả", "này", "thời điểm", "báo cáo",
    "hết", "ngày", "tháng", "quý", "năm", "nay", "so với", "theo", "của", "là", "và", "nhưng", "thì", "các", "cũng", "cơ bản", "dự án", "công trình", "thi công", "xây dựng", "giá trị", "phần trăm", "tính đến", "chặng đường", "tức là", "tức", "nghĩa là", "trong", "với", "ở", "em", "mình", "xong",
    "task", "work", "we", "are", "it", "so", "far", "now", "currently", "around", "roughly", "in", "the", "of", "to", "has", "reached", "been",
)  # fmt: skip
# Tỷ lệ của một việc khác trong cùng vế câu ("độ che phủ rừng hiện đạt 61%")
OTHER_RATES = ("độ che phủ", "độ bao phủ", "độ phủ", "chỉ số", "tỷ trọng", "tỷ suất", "hiệu suất", "mức độ hài lòng", "mức hài lòng", "sự hài lòng", "mức sinh", "mức chi")  # fmt: skip
# Ở đâu trước con số cũng làm nó thành tỷ lệ của tiền, hay mức tăng giảm
MONEY_AND_GROWTH = ("tăng", "giảm", "vượt", "giải ngân", "bố trí", "phân bổ", "được cấp")
BELOW_PERCENT = ("dưới", "chưa tới", "chưa đến", "chưa được", "chưa đạt", "không đến", "under", "less than")
NOT_EXACT_PERCENT = ("gần", "dưới", "chưa tới", "chưa đến", "chưa được", "chưa đạt", "không đến", "nearly", "xấp xỉ")
