"""Từ gọi tên nhiệm vụ: một nhiệm vụ, một dãy, tất cả, phần còn lại; và những câu không còn nói về nhiệm vụ ngay trên.

Cán bộ có thể đọc và bổ sung: viết tiếng Việt có dấu, mỗi mục một cụm từ. Khi so sánh, chương trình bỏ dấu, bỏ hoa thường và
cách đặt dấu thanh, nên không cần viết các biến thể (``hòan thành``, ``da hoan thanh``).
"""

# ruff: noqa: E501 — danh sách từ dễ đọc, dễ thêm hơn khi mỗi nhóm nằm trên vài dòng dài
from __future__ import annotations

TASK_WORDS = (
    "nhiệm vụ",
    "nhiệm vu",
    "nhệm vụ",
    "nhiện vụ",
    "nhiêm vụ",
    "nhiêmj vụ",
    "nhiem vuj",
    "nhịêm vụ",
    "nghiệm vụ",
    "niệm vụ",
    "nhiệmvụ",
    "nhiẹm vụ",
    "nhiem bu",
    "n.vụ",
    "n/vụ",
    "n-vụ",
    "nvụ",
    "nv",
    "tasks",
    "task",
    "nvu",
)
TASK_WORDS_AT_START = ("mục", "nội dung", "đầu việc", "việc", "công việc", "câu", "số", "stt")  # chỉ nhận ở đầu dòng
STATUS_FILLER = (
    "các",
    "những",
    "nhiệm vụ",
    "nội dung",
    "mục",
    "việc",
    "nv",
    "số",
    "gồm",
    "là",
    "đã",
    "đang",
    "thì",
    "có",
    "được",
)  # quanh tình trạng trong "Các nhiệm vụ đã hoàn thành: 1, 2, 5"
ORDINALS = {"thứ nhất": 1, "thứ hai": 2, "thứ ba": 3, "thứ tư": 4, "thứ năm": 5, "thứ sáu": 6, "thứ bảy": 7, "thứ tám": 8, "thứ chín": 9, "thứ mười": 10}  # fmt: skip
# Chỗ của nhiệm vụ trong danh sách đã gửi: "nhiệm vụ đầu tiên", "hai nhiệm vụ đầu", "nhiệm vụ cuối cùng"
FIRST_PLACES = ("đầu tiên", "đầu", "đầu danh sách")
LAST_PLACES = ("cuối cùng", "cuối", "cuối danh sách")
# … nhưng "nhiệm vụ đầu năm", "nhiệm vụ cuối kỳ" thì không phải
NO_PLACE_BEFORE = (
    "năm",
    "kỳ",
    "quý",
    "tháng",
    "tuần",
    "nhiệm kỳ",
    "giai đoạn",
    "học kỳ",
    "tư",
    "mối",
    "việc",
    "ra",
    "vào",
)
# "hai nhiệm vụ sau", "các nhiệm vụ dưới" không kèm số thì không rõ là những nhiệm vụ nào
UNCLEAR_PLACES = ("sau", "tiếp theo", "kế tiếp", "dưới", "giữa", "đầu", "cuối", "đầu tiên", "cuối cùng")
LIST_JOINERS = ("và", "lẫn", "cùng", "với", "hoặc", "and")
RANGE_JOINERS = ("đến", "tới", "đến hết", "to", "through")
# Danh từ chỉ nhiệm vụ trong câu nói chung: "tất cả các nội dung", "mọi việc"
TASK_NOUNS = ("nhiệm vụ", "nội dung", "đầu việc", "công việc", "phần việc", "mục", "việc", "chỉ tiêu", "nv")
EVERY = ("tất cả", "toàn bộ", "mọi", "100%", "100 %", "đầy đủ", "hết", "all")
# Cả câu là nói về mọi nhiệm vụ, dù không có danh từ
ALL_DONE_SPOKEN = (
    "hoàn thành hết", "hoàn thành cả", "hoàn thành tất cả", "hoàn thành toàn bộ", "hoàn thành xong hết", "hoàn thành xong cả", "hoàn thành xong tất cả", "hoàn thành xong toàn bộ",
    "xong hết", "xong cả", "xong tất cả", "xong toàn bộ", "xong xong hết", "thực hiện hết", "thực hiện cả", "thực hiện tất cả", "thực hiện toàn bộ",
    "thực hiện xong hết", "thực hiện xong cả", "thực hiện xong tất cả", "thực hiện xong toàn bộ",
    "đều hoàn thành", "đều xong", "đều thực hiện", "đều đã hoàn thành", "đều đã xong", "đều đã thực hiện", "đều đang hoàn thành", "đều đang thực hiện", "đều chưa hoàn thành", "đều chưa xong", "đều chưa thực hiện", "đều đang xong",
    "tất cả đã", "tất cả đang", "tất cả chưa", "tất cả đều đã", "tất cả đều đang", "tất cả đều chưa", "toàn bộ đã", "toàn bộ đang", "toàn bộ chưa", "toàn bộ đều đã", "toàn bộ đều đang", "toàn bộ đều chưa",
    "chưa thực hiện nhiệm vụ nào", "chưa triển khai nhiệm vụ nào", "chưa làm nhiệm vụ nào", "chưa hoàn thành nhiệm vụ nào", "chưa thực hiện được nhiệm vụ nào", "chưa triển khai được nhiệm vụ nào", "chưa làm được nhiệm vụ nào", "chưa hoàn thành được nhiệm vụ nào",
    "all done", "all completed", "all are done", "all are completed", "everything is done",
)  # fmt: skip
REST_SPOKEN = ("các nhiệm vụ khác", "the rest", "remaining task", "remaining tasks", "other task", "other tasks")
# Nói về nhiệm vụ của đơn vị, không rõ một hay nhiều: chỉ nhận khi đơn vị chỉ được hỏi một nhiệm vụ
ONE_OR_MORE = ("nhiệm vụ được giao", "nhiệm vụ theo kế hoạch")
# Câu mở đầu một danh sách, chưa nói gì về nhiệm vụ
OPENING_A_LIST = ("như sau", "dưới đây", "đính kèm", "kèm theo", "kém theo")
MOST_TASKS = ("hầu hết", "phần lớn", "đa số", "một số", "nhiều", "vài", "cơ bản", "most", "some")
# Những việc khác với việc vừa nói; "… sẽ báo cáo sau" thì không nói gì về việc vừa nói
OTHER_MATTERS = (
    "các nội dung còn lại", "các nội dung khác", "các nhiệm vụ còn lại", "các nhiệm vụ khác", "các phần còn lại", "các phần khác", "các mục còn lại", "các mục khác", "các việc còn lại", "các việc khác",
    "những nội dung còn lại", "những nhiệm vụ còn lại", "những việc còn lại", "những phần còn lại", "một số nội dung khác", "một số nhiệm vụ khác", "một số công việc khác", "một số việc khác", "nhiều nội dung khác",
    "nhiều nhiệm vụ khác", "nhiều công việc khác", "các công việc khác", "các công việc còn lại", "các hoạt động khác", "một số hoạt động khác",
)  # fmt: skip
REPORTED_LATER = ("báo cáo sau", "gửi sau", "gửi tiếp", "bổ sung sau", "báo sau", "cập nhật sau", "trả lời sau", "báo cáo tiếp", "báo cáo bổ sung", "gửi bổ sung")  # fmt: skip
# Không giúp nhận ra nhiệm vụ nào: bỏ qua khi so tên
EMPTY_WORDS = ("các", "và", "của", "cho", "về", "ở", "tại", "trong", "theo", "được", "năm", "với", "trên", "địa", "bàn", "tỉnh", "nhiệm", "vụ", "việc", "công", "tác", "hằng")  # fmt: skip
# Có trong tên nhiệm vụ cũng không gợi ra nhiệm vụ ấy: thư nào cũng dùng
COMMON_WORDS = ("kết quả", "đánh giá", "tình hình", "tình trạng", "tiến độ", "thực hiện", "tổ chức", "báo cáo", "triển khai", "đơn vị", "cơ quan", "nội dung", "số liệu", "hoàn thành", "kiến nghị", "khó khăn", "phản ánh", "xử lý", "phối hợp", "xây dựng", "tiếp tục", "thời gian", "công việc", "nhiệm vụ", "cán bộ", "địa phương")  # fmt: skip
# Nêu riêng một nhiệm vụ ra khỏi điều vừa nói
TURNS = (
    "duy chỉ có",
    "duy chỉ",
    "duy có",
    "chỉ có",
    "chỉ riêng",
    "riêng",
    "còn",
    "trừ",
    "ngoại trừ",
    "tuy nhiên",
    "nhưng",
    "song",
    "but",
    "except",
)
EXCEPT = (
    "duy chỉ có",
    "duy chỉ",
    "duy có",
    "chỉ riêng",
    "trừ",
    "ngoại trừ",
    "chỉ trừ",
    "ngoài",
    "except",
    "chỉ còn",
    "riêng",
)
# Đầu một câu không còn nói về nhiệm vụ ngay trên
NEW_SUBJECT = ("ngoài ra", "trên đây", "nhìn chung", "tóm lại", "trong thời gian tới", "thời gian tới", "kính mong", "rất mong", "mọi", "kính đề nghị", "sở kính", "đơn vị kính", "xin cảm ơn", "nếu cần", "chi tiết", "số liệu chi tiết", "in addition", "lưu ý", "mọi chi tiết", "mọi thông tin", "đầu mối liên hệ", "người liên hệ", "liên hệ")  # fmt: skip
# Lời chỉ xuống bản trích bên dưới: câu trả lời nằm trong danh sách, bảng, biểu mẫu được trích lại
POINTS_DOWN = (
    "đã điền", "xin điền", "điền vào", "điền ở", "điền bên", "điền đủ", "điền dưới", "điền đầy đủ", "điền trực tiếp", "điền theo", "điền trong", "điền phiếu", "điền biểu",
    "điền mẫu", "điền xong", "bên dưới", "ở dưới", "phía dưới", "ngay dưới", "dưới từng", "dưới mỗi", "bảng dưới", "danh sách dưới", "mục dưới", "dưới đây ạ", "trong phiếu", "vào phiếu", "theo phiếu", "chữ đỏ", "chữ xanh",
    "màu đỏ", "màu xanh", "tô đỏ", "bôi đỏ", "in đậm", "in nghiêng", "vào cột", "trong cột", "ở cột", "cột cuối", "cột bên", "trong mẫu", "trong biểu", "trong thư", "trong bảng", "vào bảng",
    "vào danh sách", "theo mẫu", "filled", "inline", "below",
)  # fmt: skip
