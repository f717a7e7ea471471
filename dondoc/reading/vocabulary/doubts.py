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
    "nỗ lực", "cố gắng", "luôn", "luôn luôn", "năm nào", "các năm", "những năm", "nhiều năm", "hằng năm", "hàng năm", "khẩn trương", "sớm", "phải", "cần", "định", "to be", "xác nhận", "đang", "chờ", "đặt ra", "theo dõi", "hướng dẫn",
)  # fmt: skip
# Trước một con số phần trăm: là mức phải đạt, không phải mức đã đạt.
AIM = ("kế hoạch", "mục tiêu", "chỉ tiêu", "yêu cầu", "để", "nhằm", "phải", "cần", "tối thiểu", "ít nhất")
# Ước đến một ngày còn xa thì con số phần trăm là dự báo; "ước đến nay", "ước đến hết tháng này" là mức đã đạt.
FORECAST = ("ước cả năm", "ước thực hiện cả năm", "ước hết năm", "ước đến hết năm", "ước đến cuối năm", "cả năm ước", "hết năm ước", "cuối năm ước", "đến hết năm", "đến cuối năm", "tới cuối năm", "tới hết năm")  # fmt: skip
CONDITION = ("nếu", "bao giờ", "chừng nào", "khi nào", "lúc nào", "trong trường hợp", "trường hợp được", "giả sử", "với điều kiện", "khi được", "khi có", "sau khi được", "if", "when", "unless", "provided")  # fmt: skip
# Đứng trước tên nhiệm vụ: điều chỉ giả định
SUPPOSED = ("giá như", "giá mà", "phải chi", "ước gì", "nếu", "nếu như", "nếu mà", "giả sử", "ví như", "if only")
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
HEDGE = ("hình như", "suýt", "suýt nữa", "xém", "tạm coi", "tạm coi là", "coi là", "tạm xem", "xem là", "tạm tính", "có lẽ", "nghe nói", "chắc là", "chắc đã", "không rõ", "chưa rõ", "không biết", "chưa biết", "chưa nắm", "chưa nắm được", "chưa nắm rõ", "không nắm được", "có vẻ", "tôi nghĩ", "em nghĩ", "nghĩ là", "tưởng", "đáng lẽ", "lẽ ra", "đáng ra", "coi bộ", "coi như", "xem như", "nghe đâu", "maybe", "probably", "perhaps", "nhớ là", "không chắc", "chưa chắc", "chắc", "I think", "supposed to")  # fmt: skip
# Cả thư chỉ là bản thảo cho nội bộ xem
DRAFTS = ("dự thảo trả lời", "dự thảo thư trả lời", "dự thảo văn bản trả lời", "bản nháp", "chưa gửi chính thức", "chưa phải bản chính thức", "chưa phải số liệu chính thức", "số liệu chưa chính thức", "xem giúp em bản", "xem giúp em dự thảo", "draft reply", "not final")  # fmt: skip
# "nhiệm vụ 3 của Nghị quyết 05": văn bản khác, không phải kế hoạch này
DOCUMENTS = (
    "kế hoạch",
    "nghị quyết",
    "quyết định",
    "chương trình",
    "đề án",
    "chỉ thị",
    "thông báo",
    "công văn",
    "kết luận",
    "nghị định",
    "thông tư",
)
# "theo báo cáo của …", "theo trao đổi với …": những nơi này nói thay thì để cán bộ hỏi lại chính đơn vị.
HEARD_BY = ("báo cáo", "thông tin", "trao đổi", "số liệu", "thông báo", "phản ánh", "văn bản", "xác nhận", "phản hồi")
OTHER_OFFICES = ("đơn vị bạn", "đơn vị khác", "đơn vị phối hợp", "chi nhánh", "ngân hàng", "công an tỉnh", "công an thành phố", "bộ chỉ huy", "bộ đội", "cơ quan chủ trì", "đơn vị chủ trì", "cơ quan khác", "sở", "báo chí", "ban quản lý", "doanh nghiệp")  # fmt: skip
# Đứng trước lời trong ngoặc kép: lời ấy là mệnh lệnh được dẫn lại, không phải kết quả.
ORDERS = (
    "kết luận",
    "chỉ đạo",
    "yêu cầu",
    "giao",
    "nêu",
    "nêu rõ",
    "nhấn mạnh",
    "quy định",
    "ý kiến",
)
# Nói từng phần rồi mới nói cả nhiệm vụ: chỉ lấy điều nói về cả nhiệm vụ.
TAKEN_TOGETHER = ("tính chung", "tính tổng thể", "tính chung cả nhiệm vụ", "chung cả nhiệm vụ", "tính cả nhiệm vụ", "chung toàn nhiệm vụ", "tính trên cả nhiệm vụ", "tổng thể nhiệm vụ", "nhìn chung", "nói chung", "tựu trung", "tựu chung", "đánh giá chung", "overall")  # fmt: skip
# "các nhiệm vụ do Hội chủ trì": sau "do" là người làm, không phải lý do
IN_CHARGE = ("chủ trì", "phụ trách", "đảm nhiệm", "đảm nhận", "làm đầu mối", "chủ quản", "được giao chủ trì")
REASON = ("do", "vì", "bởi", "bởi vì", "lý do", "lí do", "nguyên nhân", "because", "due to", "tại vì")
# Sau lý do, mở đầu điều được khẳng định
THEREFORE = ("nên", "do đó", "vì vậy", "vì thế", "do vậy", "cho nên", "therefore")
# Việc bị dừng lại: đang làm hay không, cán bộ phải xem.
STOPPED = ("tạm dừng", "đã dừng", "bị dừng", "dừng thực hiện", "dừng lại", "tạm hoãn", "bị hoãn", "đình chỉ", "hủy bỏ", "bị ngập", "on hold", "cancelled", "postponed", "suspended")  # fmt: skip
# Nói rằng còn việc: đặt cạnh "đã hoàn thành" thì phải hỏi lại.
LEFTOVER = (
    "làm lại",
    "thực hiện lại",
    "trả lại",
    "sửa lại",
    "chỉnh sửa lại",
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
# "trừ lớp ở huyện thì đã hoàn thành": chưa phải là đã xong cả
EXCEPT = ("trừ", "ngoại trừ", "chỉ trừ", "ngoài việc còn", "except for")
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
# Thư này sửa thư trước
CORRECTING = (
    "đính chính",
    "xin sửa",
    "xin sửa lại",
    "sửa lại",
    "điều chỉnh lại",
    "báo lại",
    "báo cáo lại",
    "cập nhật lại",
    "correction",
)
TRUTH = (
    "thực tế", "thực tế là", "thực ra", "thực ra là", "đúng ra", "đúng ra là", "chính xác là", "thực chất", "đúng phải là", "đúng là", "xin sửa lại", "xin sửa lại là", "xin sửa lại thành", "xin đính chính lại là",
    "nay xin báo lại", "nay báo lại là", "nay cập nhật lại là", "in fact", "actually",
)  # fmt: skip
