"""Từ quanh các con số: tỷ lệ phần trăm, số đếm, số ước, có hay không.

Cán bộ có thể đọc và bổ sung: viết tiếng Việt có dấu, mỗi mục một cụm từ. Khi so sánh, chương trình bỏ dấu, bỏ hoa thường và
cách đặt dấu thanh, nên không cần viết các biến thể (``hòan thành``, ``da hoan thanh``).
"""

# ruff: noqa: E501 — danh sách từ dễ đọc, dễ thêm hơn khi mỗi nhóm nằm trên vài dòng dài
from __future__ import annotations

PERCENT_BEFORE = ("đạt", "được", "lm", "is", "đc", "dc", "hoàn thành", "thực hiện", "triển khai", "tiến độ", "khối lượng", "khoảng", "ước", "ước đạt", "mới", "làm", "ht", "th", "là", "tỷ lệ", "xong", "tầm", "chừng", "done", "progress", "complete", "at", "about", "completed", "lên", "tới", "đến", "bằng", "hiện", "đang", "trên", "hơn", "gần", "mức", "tiến hành")  # fmt: skip
PERCENT_NOT = ("tăng", "giảm", "cao hơn", "thấp hơn", "vượt", "thêm", "giải ngân", "chiếm", "trong đó", "từ", "có", "với", "cho", "còn", "khuyến mại", "lãi suất", "up", "down", "by")  # fmt: skip
PERCENT_AFTER = (
    "kế hoạch", "khối lượng", "tiến độ", "công việc", "nhiệm vụ", "chỉ tiêu", "so với kế hoạch", "rồi", "ạ", "nhé", "thôi", "chị", "anh", "em", "của", "nha", "theo", "và", "dự kiến",
    "do", "vì", "tính", "đến", "trong", "done", "complete", "completed", "nội dung", "yêu cầu", "còn", "nhưng", "hiện", "đang", "đã", "sẽ", "khi", "rùi", "phần", "mục tiêu", "tuy", "với", "gồm", "từ", "xin", "trở", "thì",
)  # fmt: skip
# "65% kế hoạch vốn", "90% khối lượng đường băng" là tỷ lệ của vốn, của đường băng; "65% kế hoạch năm" là của nhiệm vụ.
PERCENT_OF = ("kế hoạch", "khối lượng", "công việc", "nội dung", "chỉ tiêu", "mục tiêu", "yêu cầu", "phần")
PERCENT_OF_TASK = (
    "công việc", "năm", "quý", "tháng", "cả", "giao", "được giao", "đề ra", "đặt ra", "chung", "toàn", "này", "tổng", "phải", "cần", "hằng năm", "hàng năm", "nhiệm vụ",
    "a", "là", "thực hiện", "công trình", "dự án", "đợt", "thi công",
)  # fmt: skip
APPROXIMATE = ("khoảng", "hơn", "trên", "gần", "ước", "ước đạt", "ước khoảng", "chừng", "tầm", "xấp xỉ", "ngót", "dưới", "tối thiểu", "ít nhất", "about", "over", "nearly", "more than", "around")  # fmt: skip
BELOW_PERCENT = ("dưới", "chưa tới", "chưa đến", "chưa được", "chưa đạt", "không đến", "under", "less than")
NOT_EXACT_PERCENT = ("gần", "dưới", "chưa tới", "chưa đến", "chưa được", "chưa đạt", "không đến", "nearly", "xấp xỉ")
NUMBER_WORDS = {
    "không": 0, "một": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9, "mười": 10,
}  # fmt: skip
MULTIPLIERS = {"nghìn": 1_000, "ngàn": 1_000, "triệu": 1_000_000, "tỷ": 1_000_000_000, "tỉ": 1_000_000_000}
# Tiếng đi sau làm cho đơn vị thành một từ khác ("9 trường hợp" không phải là 9 trường)
UNIT_COMPOUNDS = {"truong": ("hop",), "diem": ("cau", "moi", "nhan"), "lop": ("truong",), "cuoc": ("song",), "bo": ("phan", "mon"), "bai": ("hoc",), "nha": ("nuoc", "truong"), "em": ("gai",), "co": ("so", "quan"), "can": ("bo",)}  # fmt: skip
# Con số không phải kết quả đã đạt
FIGURE_NOT_REACHED = ("sẽ", "dự kiến", "kế hoạch", "phấn đấu", "còn", "thiếu", "chưa", "chỉ tiêu", "mục tiêu", "cần", "đề nghị", "nếu", "bình quân", "trung bình", "tăng", "giảm", "so với", "trong đó", "bao gồm", "năm trước", "năm ngoái", "cùng kỳ", "đăng ký", "không", "theo", "planned", "each", "will", "hỏng", "thêm")  # fmt: skip
FIGURE_TOTAL = ("tổng cộng", "tổng số", "tổng", "total", "cộng dồn", "lũy kế", "luỹ kế", "cả năm")
YES = ("có", "rồi", "đã có", "đã", "có ạ", "yes", "đúng", "x", "v", "có rồi")
NO = ("không", "chưa", "chưa có", "không có", "no", "ko", "không ạ", "chưa ạ", "not yet")
