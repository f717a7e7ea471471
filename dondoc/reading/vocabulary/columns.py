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
COLUMN_STATUS = ("tình trạng", "trạng thái", "kết quả", "tiến độ", "kết quả thực hiện", "tình hình", "tình hình thực hiện", "mức độ hoàn thành", "tình trạng thực hiện", "trạng thái thực hiện", "tiến độ thực hiện", "status", "progress", "hiện trạng", "kết quả/tiến độ", "xác nhận", "thực hiện", "kết quả đạt được", "số lượng", "số thực hiện", "đã thực hiện", "kết quả năm nay", "thực hiện năm nay", "giá trị", "th", "kq", "result")  # fmt: skip
COLUMN_PERCENT = ("tỷ lệ", "tỷ lệ hoàn thành", "tỷ lệ (%)", "%", "% hoàn thành", "tỷ lệ hoàn thành (%)", "tỷ lệ %", "mức độ (%)", "tiến độ (%)", "percent", "đạt (%)", "tỷ lệ thực hiện", "% thực hiện", "mức độ hoàn thành (%)", "khối lượng (%)")  # fmt: skip
COLUMN_IGNORED = ("hạn", "thời hạn", "thời gian", "thời gian hoàn thành", "thời gian thực hiện", "đơn vị", "đơn vị chủ trì", "chủ trì", "phối hợp", "cơ quan chủ trì", "cơ quan phối hợp", "trạng thái hiện ghi nhận", "đơn vị thực hiện", "deadline", "người phụ trách", "hạn hoàn thành", "đơn vị phối hợp", "cơ quan thực hiện")  # fmt: skip
# Đơn vị đo của con số ở cột bên cạnh: "lớp", "người"; tên số liệu ở cột riêng: "Số lớp tập huấn"
COLUMN_UNIT = ("đơn vị tính", "đvt", "đv tính", "đ.v.t", "unit")
COLUMN_MEASURE = ("chỉ tiêu", "tên chỉ tiêu", "chỉ số", "số liệu", "tên số liệu", "chỉ tiêu báo cáo", "tiêu chí", "nội dung số liệu", "chỉ tiêu, số liệu", "indicator", "figure")  # fmt: skip
# ── Cột không phải kết quả của kỳ này: kế hoạch, kỳ trước, so sánh. Số trong đó không bao giờ được ghi nhận. ──
# Đứng đầu tên cột, hoặc ở trong tên cột mà tên ấy không có chữ nào ở COLUMN_ACTUAL
COLUMN_PLANNED = ("kế hoạch", "kh", "chỉ tiêu", "chỉ tiêu giao", "được giao", "giao", "mục tiêu", "dự kiến", "phấn đấu", "nhu cầu", "đăng ký", "định mức", "phải thực hiện", "cần", "dự toán", "còn lại", "còn thiếu", "chưa đạt", "target", "planned")  # fmt: skip
COLUMN_ACTUAL = (
    "thực hiện",
    "th",
    "kết quả",
    "kq",
    "đạt",
    "hoàn thành",
    "tiến độ",
    "thực tế",
    "tình hình",
    "actual",
    "result",
)
# Ở bất cứ đâu trong tên cột; năm khác với năm báo cáo ("năm 2025") cũng vậy
COLUMN_ELSEWHEN = ("năm trước", "năm ngoái", "cùng kỳ", "kỳ trước", "quý trước", "tháng trước", "năm sau", "năm tới", "kỳ sau", "giai đoạn", "lũy kế", "tăng", "giảm", "tăng/giảm", "chênh lệch", "so sánh", "so với năm", "so với cùng kỳ", "last year")  # fmt: skip
# Một phần của kỳ báo cáo: bên cạnh cột cả kỳ thì chỉ cột cả kỳ là kết quả
COLUMN_PART_OF_YEAR = ("quý", "tháng", "đợt", "lần", "học kỳ", "đầu năm", "cuối năm", "6 tháng", "9 tháng")
COLUMN_WHOLE = ("cả năm", "tổng", "tổng số", "tổng cộng", "cộng", "total")
# Dòng cộng ở cuối bảng, không phải một nhiệm vụ
ROW_TOTAL = ("tổng", "tổng số", "tổng cộng", "cộng", "total")
COLUMN_OBSTACLES = ("khó khăn, vướng mắc", "khó khăn", "vướng mắc", "tồn tại, hạn chế", "nguyên nhân", "lý do", "lý do chưa hoàn thành", "nguyên nhân chưa hoàn thành", "tồn tại")  # fmt: skip
COLUMN_PROPOSALS = ("kiến nghị", "đề xuất", "đề xuất, kiến nghị", "kiến nghị, đề xuất", "đề nghị")
TICKS = ("x", "v", "✓", "✔", "☑", "☒", "√", "ü", "þ", "có", "[x]", "(x)")
FORM_STATUS = ("tình trạng", "trạng thái", "kết quả", "kết quả thực hiện", "tình hình thực hiện", "status")
FORM_PERCENT = ("tỷ lệ hoàn thành", "tỷ lệ", "tiến độ", "mức độ hoàn thành", "phần trăm hoàn thành", "percent", "đạt")
FORM_NOTE = ("ghi chú", "diễn giải", "kết quả cụ thể", "nội dung", "note")
FORM_EMPTY = ("chưa xác nhận", "chưa có xác nhận", "chưa trả lời", "chưa có")  # lời của hệ thống, không phải của đơn vị
