"""Vốn từ để đọc thư trả lời: mọi từ ngữ mà chương trình hiểu nằm ở đây, không nằm trong mã.

Cán bộ có thể đọc và bổ sung: viết tiếng Việt có dấu, mỗi mục một cụm từ. Khi so sánh, chương trình bỏ dấu, bỏ hoa thường và
cách đặt dấu thanh, nên không cần viết các biến thể (``hòan thành``, ``da hoan thanh``). Chỉ ``GUARDED`` giữ phân biệt dấu.
"""

# ruff: noqa: E501 — danh sách từ dễ đọc, dễ thêm hơn khi mỗi nhóm nằm trên vài dòng dài
from __future__ import annotations

# ── Từ một tiếng dễ lẫn khi bỏ dấu: trong thư có dấu, chỉ nhận đúng các cách viết sau (thư không dấu thì nhận hết). ──
GUARDED: dict[str, tuple[str, ...]] = {
    "chua": ("chưa", "chua"),  # không phải: chùa, chúa, chữa (sửa chữa)
    "da": ("đã", "da", "dã", "đả"),  # không phải: dạ, đá, đa
    "dang": ("đang", "dang"),  # không phải: đăng, Đảng, dạng, đáng
    "se": ("sẽ", "se", "sẻ"),  # không phải: sẻ chia… (hiếm)
    "do": ("do",),  # không phải: đó, độ, đo
    "vi": ("vì",),  # không phải: vị (đơn vị), vi (vi phạm)
    "neu": ("nếu",),  # không phải: nêu (nêu trên)
    "khi": ("khi",),  # không phải: khí
    "dat": ("đạt", "dat"),  # không phải: đặt (lắp đặt), đất
    "con": ("còn",),  # không phải: con
    "moi": ("mới",),  # không phải: mọi, mỗi, mời
    "tru": ("trừ",),  # không phải: trú, trụ
    "rieng": ("riêng", "rieng"),
    "het": ("hết", "het"),
    "ca": ("cả",),  # không phải: ca, cá
    "deu": ("đều", "deu"),
    "nam": ("năm",),  # không phải: nam
    "hay": ("hay",),  # không phải: hãy
    "xin": ("xin",),
    "can": ("cần",),  # không phải: căn, cán, cân
    "gan": ("gần",),  # không phải: gắn, gán
    "hon": ("hơn",),  # không phải: hôn
    "tren": ("trên",),
    "tam": ("tầm",),  # không phải: tám, tạm, tâm
    "uoc": ("ước", "uoc"),
    "duoi": ("dưới",),  # không phải: đuối, đuổi
    "lai": ("lại", "lai"),
    "xong": ("xong", "xog"),
    "chi": ("chị",),  # không phải: chỉ (chỉ tiêu), chi
    "co": ("có", "cô"),  # không phải: cơ (cơ sở)
    "chu": ("chú",),  # không phải: chủ (chủ trương)
    "tu": ("từ",),  # không phải: tư (tư vấn), tự
    "trong": ("trong",),  # không phải: trồng (trồng rừng)
    "quy": ("quý",),  # không phải: quy (quy hoạch)
    "dung": ("đúng",),  # không phải: dựng, dùng
    "dau": ("đầu",),  # không phải: đấu (đấu thầu)
    "thi": ("thì",),  # không phải: thi (thi công)
    "khong": ("không", "khong"),
    "ko": ("ko",),
    "mong": ("mong",),  # không phải: mỏng, móng
    "de": ("để",),  # không phải: đề, đê, dễ
    "so": ("số", "so"),
    "tang": ("tăng",),  # không phải: tặng, tầng
    "giam": ("giảm",),  # không phải: giám (giám sát)
}

# ── Tình trạng ──
DONE = (
    "đã hoàn thành", "hoàn thành", "đã hoàn tất", "hoàn tất", "đã hoàn thàn", "hoàn thàn", "đã hoành thành", "đã xong", "xong rồi", "xong",
    "đã làm xong", "làm xong", "đã thực hiện xong", "thực hiện xong", "đã triển khai xong", "triển khai xong",
    "đã tổ chức xong", "tổ chức xong", "đã kết thúc", "đã thực hiện hoàn thành", "đã HT", "HT",
    "done", "completed", "complete", "finished",
)  # fmt: skip
DONE_BARE = ("đã thực hiện",)  # chỉ là "đã xong" khi đứng một mình, không kèm việc gì cụ thể
PROGRESS = (
    "đang thực hiện", "đang triển khai", "đang tiến hành", "đang tổ chức", "đang làm", "đang TH", "đang tiếp tục",
    "đang trong quá trình", "đang hoàn thiện", "đang hoàn thành", "đang thi công", "đã và đang", "vẫn đang",
    "đang được thực hiện", "đang được triển khai", "đang dở dang", "đang gấp rút", "đang tích cực", "đang khẩn trương", "đang tập trung",
    "chuẩn bị hoàn thành", "sắp hoàn thành", "sắp xong",
    "in progress", "ongoing", "under way", "underway",
)  # fmt: skip
NOT_STARTED = (
    "chưa thực hiện", "chưa triển khai", "chưa tiến hành", "chưa tổ chức", "chưa làm", "chưa bắt đầu", "chưa TH",
    "chưa khởi động", "chưa thi công", "not started", "not yet started", "hasn't started", "has not started",
)  # fmt: skip
NOT_APPLICABLE = (
    "không phát sinh", "không có phát sinh", "ko phát sinh", "k phát sinh", "kg phát sinh", "kh phát sinh", "không thuộc chức năng", "không thuộc thẩm quyền",
    "không thuộc nhiệm vụ", "không thuộc phạm vi", "không thuộc lĩnh vực", "không thuộc trách nhiệm", "không áp dụng",
    "không thuộc đối tượng", "not applicable", "n/a",
)  # fmt: skip
# Chưa xong, nhưng chưa rõ đã bắt đầu hay chưa: phải kèm tỷ lệ hoặc "đang …" mới kết luận được.
NOT_DONE = (
    "chưa hoàn thành", "chưa hoàn tất", "chưa xong", "chưa HT", "không hoàn thành", "chưa đạt", "chưa thực hiện xong",
    "chưa triển khai xong", "chưa làm xong", "chưa kết thúc", "chưa thực hiện hết", "chưa triển khai hết",
    "chưa thực hiện đầy đủ", "chưa triển khai đầy đủ", "chưa tổ chức xong", "not done", "not completed", "not finished", "not complete",
    "incomplete", "unfinished",
)  # fmt: skip
PARTIAL = (
    "cơ bản hoàn thành", "hoàn thành cơ bản", "về cơ bản đã hoàn thành", "cơ bản đã hoàn thành", "cơ bản xong", "đã cơ bản hoàn thành",
    "gần hoàn thành", "gần xong", "gần như hoàn thành", "gần như xong", "hoàn thành một phần", "hoàn thành phần lớn",
    "đã hoàn thành một phần", "đã hoàn thành phần lớn", "hoàn thành một số", "đã hoàn thành một số", "hoàn thành bước đầu",
    "bước đầu hoàn thành", "hoàn thành giai đoạn", "đã hoàn thành giai đoạn", "hoàn thành đợt", "đã hoàn thành đợt", "hoàn thành bước",
    "đã hoàn thành bước", "hoàn thành hơn nửa", "được một nửa", "một phần", "almost done", "nearly done", "partly done",
    "partially done", "partially completed", "hầu như hoàn thành", "hoàn thành hầu hết", "đã hoàn thành hầu hết",
)  # fmt: skip
# Có làm, nhưng câu chữ không nói đã xong hay chưa: để cán bộ xem.
VAGUE = (
    "đã triển khai", "đã tổ chức", "đã trình", "đã tham mưu", "đã ban hành", "đã xây dựng", "đã thực hiện", "đã lắp đặt",
    "đã bắt đầu", "thực hiện thường xuyên", "thường xuyên thực hiện", "tiếp tục thực hiện", "tiếp tục triển khai",
    "chưa phát sinh", "không thực hiện", "không triển khai", "không tổ chức", "tạm dừng", "tạm hoãn", "đã hoãn", "bị hoãn", "hủy bỏ",
    "đã dừng", "dừng thực hiện", "thực hiện tốt", "cancelled", "postponed", "delayed", "on hold", "chưa thực hiện được đầy đủ",
)  # fmt: skip

# "đang …" không phải là đang làm nhiệm vụ
NOT_DOING = (
    "chờ", "đợi", "xin", "đề nghị", "gặp", "vướng", "thiếu", "bị", "có", "trình", "thẩm định", "xem xét", "lấy ý kiến", "tham mưu",
    "dự thảo", "soạn thảo", "nghỉ", "ốm", "đi", "là", "dùng", "sử dụng", "nợ", "tạm",
)  # fmt: skip
# Đứng trước tình trạng thì tình trạng đó là của một phần việc, không phải của cả nhiệm vụ.
SOME_SUBJECTS = (
    "một số",
    "nhiều",
    "vài",
    "đa số",
    "phần lớn",
    "hầu hết",
    "cấp xã",
    "cấp huyện",
    "cấp tỉnh",
    "some",
    "most",
)
PART_SUBJECTS = (
    "phần", "khâu", "bước", "giai đoạn", "đợt", "kế hoạch", "hồ sơ", "thủ tục", "việc", "dự thảo", "gói thầu", "thiết kế", "cấp xã", "cấp huyện", "cấp tỉnh", "chuẩn bị", "khảo sát", "đấu thầu",
    "phê duyệt", "nhiều", "vài", "đa số", "phần lớn", "hầu hết", "nội dung", "hạng mục", "some", "most", "part", "phase",
)  # fmt: skip
# Đếm những thứ này thì mới là đếm từng phần của nhiệm vụ ("đã hoàn thành 02 hạng mục").
PART_UNITS = (
    "hạng mục", "gói", "nhiệm vụ", "xã", "thôn", "phường", "dự án", "công trình", "chỉ tiêu", "mục tiêu", "tiêu chí", "nửa", "rưỡi",
    "trên", "trong", "số",
)  # fmt: skip
PARTLY = (
    "cơ bản",
    "gần như",
    "gần",
    "hầu như",
    "phần lớn",
    "một phần",
    "tương đối",
    "almost",
    "nearly",
    "partly",
    "mostly",
    "bước đầu",
)
# Việc làm một lần là xong: "đã ban hành …" trả lời trọn nhiệm vụ "Ban hành …".
ONE_SHOT = (
    "ban hành",
    "phê duyệt",
    "thành lập",
    "ký kết",
    "thiết lập",
    "công bố",
    "khánh thành",
    "nghiệm thu",
    "kiện toàn",
)

# ── Điều làm cho một câu không còn là lời khẳng định ──
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
CONDITION = ("nếu", "trong trường hợp", "trường hợp được", "giả sử", "với điều kiện", "khi được", "khi có", "sau khi được", "if", "when", "unless", "provided")  # fmt: skip
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
HEDGE = ("hình như", "có lẽ", "nghe nói", "chắc là", "chắc đã", "không rõ", "chưa rõ", "có vẻ", "maybe", "probably", "perhaps", "perhaps", "nhớ là")  # fmt: skip
REASON = ("do", "vì", "bởi", "bởi vì", "lý do", "lí do", "nguyên nhân", "because", "due to", "tại vì")
QUESTION = (
    "cho hỏi", "xin hỏi", "được không", "phải không", "đúng không", "không ạ?", "hay chưa", "chưa ạ?", "chưa?", "không?", "thế nào ạ", "thì sao",
    "như thế nào", "hướng dẫn giúp", "cho em hỏi", "muốn hỏi", "có phải", "hỏi là", "có cần",
)  # fmt: skip
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
CORRECTION = ("nhầm", "điều chỉnh lại", "không phải", "trước đây ghi", "lần trước")

# Những gì được phép đi ngay sau "hoàn thành" mà vẫn là "đã hoàn thành nhiệm vụ"
AFTER_DONE = (
    "nhiệm vụ", "từ", "vào", "trong", "ngày", "tháng", "năm", "quý", "đúng", "trước", "sớm", "theo", "rồi", "ạ", "nhé", "nha", "nhá", "xong", "hết", "tất cả", "toàn bộ", "với", "gồm",
    "tốt", "xuất sắc", "đầy đủ", "kế hoạch năm", "kế hoạch đề ra", "kế hoạch được giao", "chỉ tiêu được giao", "chỉ tiêu đề ra", "chỉ tiêu kế hoạch", "mục tiêu đề ra", "yêu cầu đề ra",
    "cả", "như", "và", "anh", "chị", "em", "bác", "cô", "chú", "thưa", "hôm", "đạt", "vượt", "nv", "cuối", "đầu", "so với", "là", "nhưng", "tuy", "song", "còn", "riêng", "trừ", "ngoại trừ", "thì",
    "gửi", "on", "in", "with", "by", "at", "since", "before", "task", "tasks", "all", "the", "and", "kèm", "có", "các nhiệm vụ", "vui lòng", "cảm ơn", "trân trọng",
    "c", "a", "e", "ak", "nhe", "rùi", "r", "việc này", "nhiệm vụ này", "công việc này", "nội dung này", "cùng", "lâu rồi", "xin",
)  # fmt: skip
# ── Phần trăm ──
PERCENT_BEFORE = ("đạt", "được", "đc", "dc", "hoàn thành", "thực hiện", "triển khai", "tiến độ", "khối lượng", "khoảng", "ước", "ước đạt", "mới", "làm", "ht", "th", "là", "tỷ lệ", "xong", "tầm", "chừng", "done", "progress", "complete", "at", "about", "completed", "lên", "tới", "đến", "bằng", "hiện", "đang", "trên", "hơn", "gần", "mức", "tiến hành")  # fmt: skip
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

# ── Số liệu ──
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

# ── Gọi tên nhiệm vụ ──
TASK_WORDS = ("nhiệm vụ", "nhiệm vu", "n.vụ", "nvụ", "nv", "tasks", "task", "nvu")
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
LIST_JOINERS = ("và", "cùng", "với", "hoặc", "and")
RANGE_JOINERS = ("đến", "tới", "đến hết", "to", "through")
ALL_TASKS = ("tất cả", "toàn bộ", "mọi", "cả", "đều", "hết", "100%", "đầy đủ", "all", "everything", "các")
REST_TASKS = ("còn lại", "khác", "remaining", "the rest", "other")
MOST_TASKS = ("hầu hết", "phần lớn", "đa số", "một số", "nhiều", "vài", "cơ bản", "most", "some")
EXCEPT = ("trừ", "ngoại trừ", "chỉ trừ", "ngoài", "except", "chỉ còn", "riêng")

# ── Mục khó khăn, đề xuất trong thư ──
OBSTACLES = ("khó khăn, vướng mắc", "khó khăn vướng mắc", "khó khăn", "vướng mắc", "tồn tại, hạn chế", "tồn tại", "hạn chế", "tồn tại, hạn chế, khó khăn", "khó khăn, hạn chế", "khó khăn và vướng mắc", "khó khăn, tồn tại", "những khó khăn, vướng mắc", "một số khó khăn", "một số khó khăn, vướng mắc", "obstacles", "difficulties", "nguyên nhân")  # fmt: skip
PROPOSALS = ("đề xuất, kiến nghị", "kiến nghị, đề xuất", "đề xuất", "kiến nghị", "đề nghị", "kiến nghị, đề nghị", "đề xuất kiến nghị", "kiến nghị đề xuất", "đề nghị, kiến nghị", "những kiến nghị", "một số kiến nghị", "proposals", "proposal", "giải pháp", "phương hướng", "đề xuất và kiến nghị", "kiến nghị và đề xuất")  # fmt: skip
OTHER_SECTIONS = ("phương hướng", "nhiệm vụ trọng tâm", "kế hoạch thời gian tới", "nhiệm vụ thời gian tới", "phương hướng, nhiệm vụ", "thời gian tới", "phương hướng nhiệm vụ", "dự kiến thời gian tới", "nhiệm vụ, giải pháp", "phương hướng, nhiệm vụ thời gian tới", "kế hoạch năm sau")  # fmt: skip
NOTHING = ("không", "không có", "không ạ", "không.", "chưa có", "none", "no", "-", "không có ạ", "ko", "ko có", "không phát sinh", "0", "/", "không có gì")  # fmt: skip

# Đầu một câu không còn nói về nhiệm vụ ngay trên
NEW_SUBJECT = ("ngoài ra", "trên đây", "nhìn chung", "tóm lại", "trong thời gian tới", "thời gian tới", "kính mong", "rất mong", "mọi", "kính đề nghị", "sở kính", "đơn vị kính", "xin cảm ơn", "nếu cần", "chi tiết", "số liệu chi tiết", "in addition", "lưu ý", "mọi chi tiết", "mọi thông tin", "đầu mối liên hệ", "người liên hệ", "liên hệ")  # fmt: skip
# "không phát sinh …" mấy điều này thì không phải là "nhiệm vụ không phát sinh"
PROBLEMS = (
    "khó khăn",
    "vướng mắc",
    "kinh phí",
    "chi phí",
    "sai phạm",
    "tồn tại",
    "sự cố",
    "vấn đề",
    "rủi ro",
    "khiếu nại",
)

# ── Họ của người (không dấu): "Lê Hoàn Thành" là tên người, không phải tình trạng ──
SURNAMES = frozenset(
    """nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh doan luong trinh mai to ha cao lam ta
    luu dao truong nong vi lo giang vang sung thao ma mua trieu tan chu chau kieu quach thai tu ton ninh nghiem tang
    phung dong ban dieu thach son danh kim ksor siu ro bach be la lai tong""".split()  # noqa: SIM905
)

# ── Cột trong bảng ──
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

# ── Nhãn trong mẫu trả lời của chính hệ thống ──
FORM_STATUS = ("tình trạng", "trạng thái", "kết quả", "kết quả thực hiện", "tình hình thực hiện", "status")
FORM_PERCENT = ("tỷ lệ hoàn thành", "tỷ lệ", "tiến độ", "mức độ hoàn thành", "phần trăm hoàn thành", "percent", "đạt")
FORM_NOTE = ("ghi chú", "diễn giải", "kết quả cụ thể", "nội dung", "note")
FORM_EMPTY = ("chưa xác nhận", "chưa có xác nhận", "chưa trả lời", "chưa có")  # lời của hệ thống, không phải của đơn vị
