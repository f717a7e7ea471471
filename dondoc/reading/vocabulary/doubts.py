"""Từ làm cho một câu không còn là lời khẳng định: dự định, điều kiện, đề nghị, phủ định, nghi ngờ, năm khác.

Cán bộ có thể đọc và bổ sung: viết tiếng Việt có dấu, mỗi mục một cụm từ. Khi so sánh, chương trình bỏ dấu, bỏ hoa thường và
cách đặt dấu thanh, nên không cần viết các biến thể (``hòan thành``, ``da hoan thanh``).
"""

# ruff: noqa: E501 — danh sách từ dễ đọc, dễ thêm hơn khi mỗi nhóm nằm trên vài dòng dài
from __future__ import annotations

FUTURE = (
    "sẽ", "dự kiến", "phấn đấu", "cam kết", "quyết tâm", "hứa", "dự định", "hy vọng", "có kế hoạch", "sắp tới", "thời gian tới", "tuần sau", "tuần tới", "tháng sau", "tháng tới", "quý sau", "quý tới", "năm sau", "năm tới",
    "sang tuần", "sang tháng", "sang quý", "sang năm", "ngày mai", "nay mai", "tuần nữa", "tháng nữa", "ngày nữa", "chuẩn bị", "có thể", "khả năng",
    "will", "expected", "plan to", "planned", "should", "going to", "by the end", "hopefully",
)  # fmt: skip
# Trước "hoàn thành" không có "đã": là mục đích, yêu cầu, tên gọi, không phải kết quả ("để hoàn thành", "thời hạn hoàn thành").
PURPOSE = (
    "kế hoạch", "để", "nhằm", "yêu cầu", "đôn đốc", "chỉ đạo", "tập trung", "đẩy nhanh", "mục tiêu", "chỉ tiêu", "lộ trình", "thời hạn", "thời gian", "hạn", "tỷ lệ",
    "mức độ", "tiến độ", "kết quả", "báo cáo", "đảm bảo", "bảo đảm", "tiếp tục", "trước khi", "sau khi", "giúp", "đã giao", "giao cho", "giao các", "phân công", "việc",
    "nỗ lực", "cố gắng", "khẩn trương", "sớm", "phải", "cần", "định", "to be", "xác nhận", "đang", "chờ", "đặt ra", "theo dõi", "hướng dẫn",
)  # fmt: skip
# Trước một con số phần trăm: là mức phải đạt, không phải mức đã đạt.
AIM = ("kế hoạch", "mục tiêu", "chỉ tiêu", "yêu cầu", "để", "nhằm", "phải", "cần", "tối thiểu", "ít nhất")
CONDITION = ("nếu", "bao giờ", "chừng nào", "khi nào", "lúc nào", "trong trường hợp", "trường hợp được", "giả sử", "với điều kiện", "khi được", "khi có", "sau khi được", "if", "when", "unless", "provided")  # fmt: skip
REQUEST = (
    "đề nghị", "kính đề nghị", "xin phép", "xin lùi", "xin gia hạn", "gia hạn", "lùi hạn", "lùi thời hạn", "lùi thời gian", "xin hoãn", "xin chuyển",
    "mong", "kiến nghị", "đề xuất", "xin ý kiến", "please", "request", "extension", "xin được", "cho phép", "yêu cầu",
)  # fmt: skip
DELAY = (
    "gia hạn",
    "lùi hạn",
    "lùi thời hạn",
    "lùi thời gian",
    "xin lùi",
    "xin hoãn",
    "thêm thời gian",
    "kéo dài thời gian",
    "chuyển sang năm",
    "chuyển sang quý",
    "extension",
    "postpone",
)
NEGATION = ("chưa", "không", "ko", "chẳng", "không phải", "không thể", "khó có thể", "khó", "not", "never", "cannot", "can't", "hasn't", "haven't", "isn't")  # fmt: skip
HEDGE = ("hình như", "có lẽ", "nghe nói", "chắc là", "chắc đã", "không rõ", "chưa rõ", "không biết", "chưa biết", "có vẻ", "tôi nghĩ", "em nghĩ", "nghĩ là", "tưởng", "đáng lẽ", "lẽ ra", "đáng ra", "coi bộ", "coi như", "xem như", "tạm coi", "tạm xem", "tạm tính", "nghe đâu", "maybe", "probably", "perhaps", "nhớ là", "không chắc", "chưa chắc", "chắc", "I think", "supposed to")  # fmt: skip
# "các nhiệm vụ do Hội chủ trì": sau "do" là người làm, không phải lý do
IN_CHARGE = ("chủ trì", "phụ trách", "đảm nhiệm", "đảm nhận", "làm đầu mối", "chủ quản", "được giao chủ trì")
REASON = ("do", "vì", "bởi", "bởi vì", "lý do", "lí do", "nguyên nhân", "because", "due to", "tại vì")
# Việc bị dừng lại: đang làm hay không, cán bộ phải xem.
STOPPED = ("tạm dừng", "đã dừng", "bị dừng", "dừng thực hiện", "dừng lại", "tạm hoãn", "bị hoãn", "đình chỉ", "hủy bỏ", "bị ngập", "on hold", "cancelled", "postponed", "suspended")  # fmt: skip
# Nói rằng còn việc: đặt cạnh "đã hoàn thành" thì phải hỏi lại.
LEFTOVER = (
    "còn lại",
    "phần còn",
    "còn thiếu",
    "dở dang",
    "chưa",
    "tuy nhiên còn",
    "vẫn còn",
    "trừ",
    "ngoại trừ",
    "remaining",
    "except",
    "but",
)
OTHER_TIME = (
    "năm trước",
    "năm ngoái",
    "kỳ trước",
    "quý trước",
    "tháng trước",
    "cùng kỳ",
    "last year",
    "giai đoạn trước",
)
CORRECTION = (
    "nhầm", "điều chỉnh lại", "không phải đã", "không phải đang", "không phải là đã", "trước đây ghi", "lần trước", "báo sai", "ghi sai", "nhập sai",
    "by mistake", "wrongly",
)  # fmt: skip
# "báo … là nhầm, thực tế …": điều nói trước là sai, điều nói sau mới đúng.
MISTAKE = ("nhầm", "nhầm lẫn", "sai sót", "báo sai", "ghi sai", "nhập sai", "là sai", "chưa chính xác", "không chính xác", "chưa đúng", "không đúng", "by mistake", "wrong")  # fmt: skip
TRUTH = (
    "thực tế", "thực tế là", "thực ra", "thực ra là", "đúng ra là", "đúng phải là", "đúng là", "xin sửa lại", "xin sửa lại là", "xin sửa lại thành", "xin đính chính lại là",
    "nay xin báo lại", "nay báo lại là", "nay cập nhật lại là", "in fact", "actually",
)  # fmt: skip
