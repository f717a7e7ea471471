"""Từ quanh các con số của số liệu: số viết bằng chữ, từ đứng trước và sau con số, câu trả lời có hay không.

Cán bộ có thể đọc và bổ sung: viết tiếng Việt có dấu, mỗi mục một cụm từ. Khi so sánh, chương trình bỏ dấu, bỏ hoa thường và
cách đặt dấu thanh, nên không cần viết các biến thể (``hòan thành``, ``da hoan thanh``).
"""

# ruff: noqa: E501 — danh sách từ dễ đọc, dễ thêm hơn khi mỗi nhóm nằm trên vài dòng dài
from __future__ import annotations

# ── Số viết bằng chữ ──
NUMBER_WORDS = {
    "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9, "mười": 10,
}  # fmt: skip
NUMBER_TENS = {"mươi": 10, "chục": 10, "tá": 12}
NUMBER_SCALES = {"nghìn": 1_000, "ngàn": 1_000, "triệu": 1_000_000, "tỷ": 1_000_000_000, "tỉ": 1_000_000_000}
NUMBER_JOINERS = ("linh", "lẻ")
# Trong thư không dấu, một mình các tiếng này thường không phải là số: sau (hội nghị), từ (buổi), nam (học viên), ta
TONELESS_DOUBTFUL = ("sáu", "tư", "năm", "tá")
# Đứng trước "năm" thì là năm tháng, không phải số 5
YEAR_BEFORE = ("trong", "cả", "hết", "cuối", "đầu", "giữa", "hằng", "hàng", "mỗi", "từng", "nhiều", "qua", "các", "những", "mấy", "vài", "từ", "đến", "một", "hai", "ba")  # fmt: skip
# Đứng sau chữ số: 3 nghìn, 3k, 2 chục, 5 trăm
DIGIT_SCALES = {"nghìn": 1_000, "ngàn": 1_000, "k": 1_000, "trăm": 100, "chục": 10, "tá": 12, "triệu": 1_000_000, "tr": 1_000_000, "tỷ": 1_000_000_000, "tỉ": 1_000_000_000}  # fmt: skip
# "lũy kế" một mình là số đến nay; kèm những từ này thì là số của nhiều năm
OF_MANY_YEARS = ("giai đoạn", "từ khi", "từ trước", "nhiệm kỳ", "từ năm", "các năm")
# Không nói rõ là bao nhiêu
VAGUE_NUMBERS = ("vài", "mấy", "dăm", "vài ba", "đôi ba", "vài chục", "mấy chục", "hàng chục", "hàng trăm", "hàng nghìn", "hàng ngàn", "vài trăm", "nhiều")  # fmt: skip
# Số đứng sau những tiếng này là số thứ tự hay ngày tháng, không phải số lượng: thôn 5, tháng 9, ngày 2
ORDINAL_NOUNS = (
    "tháng", "ngày", "quý", "năm", "mùng", "mồng", "thôn", "ấp", "khu", "khu phố", "khóm", "buôn", "bản", "xóm", "đợt", "lần", "khóa", "giai đoạn", "hạng", "điều", "khoản", "mục", "trang", "phòng",
    "tiểu khu", "khoảnh", "tổ dân phố", "nhiệm vụ", "nv", "thứ", "lễ", "dịp", "điểm số",
    "văn bản số", "công văn số", "quyết định số", "kế hoạch số", "thông báo số", "nghị quyết số", "chỉ thị số", "báo cáo số", "tờ trình số", "thông tư số", "nghị định số",
)  # fmt: skip
# Như trên, nhưng cũng có thể là "lớp (gồm) 30 học viên": số nhỏ thì không chắc
MAYBE_ORDINAL_NOUNS = ("lớp", "tổ", "đội", "nhóm", "khối")

# ── Con số trong câu là gì ──
# Đứng gần con số hơn "kế hoạch", "chỉ tiêu" thì con số là kết quả: "theo kế hoạch, đã mở 5 lớp"
REACHED = (
    "đã", "đạt", "đạt được", "th", "thực hiện được", "kết quả", "thực tế", "hiện có", "held", "reached", "completed", "trained",
)  # fmt: skip
# "kế hoạch 5 lớp, đã mở 3": con số không có đơn vị, đứng sau những từ này, là kết quả của điều vừa đếm
BEFORE_RESULT = ("đã", "thực hiện", "th", "đạt", "kết quả", "thực tế", "được", "giải quyết", "xử lý")
# Con số của bước trước, chưa phải là đã xử lý xong: "tiếp nhận 45 phản ánh" không trả lời "số phản ánh đã xử lý"
RECEIVED = ("phát hiện", "tiếp nhận", "nhận được", "nhận", "thụ lý", "ghi nhận", "xảy ra", "phát sinh", "lập biên bản", "được giao", "có", "thống kê", "rà soát được", "received")  # fmt: skip
# Giữa tên số liệu và con số: "số lớp đã mở là 3", "số mốc đã cắm được 204"
NAME_JOINERS = (
    "là", "đạt", "được", "bằng", "gồm", "có", "hiện có", "hiện", "nay", "đã", "tổ chức", "mở", "thực hiện", "khoảng", "ước", "là khoảng", "đến nay", "trong năm", "tổng cộng", "is",
)  # fmt: skip
# Quanh tên số liệu ở đầu một dòng, không làm nó thành số liệu khác
NAME_FILLERS_BEFORE = ("tổng số", "tổng", "về", "số liệu", "kết quả")
NAME_FILLERS_AFTER = (
    "trong năm", "trong kỳ", "trong quý", "đã sử dụng", "ước tính", "thực tế", "đến nay", "đã tổ chức", "đã mở", "đã thực hiện", "được tổ chức", "thực hiện", "tổ chức", "năm nay", "đạt được", "hiện có", "đạt", "là", "được", "kỳ này",
)  # fmt: skip
# Tiếng chỉ loại đứng giữa con số và đơn vị: "02 cuộc hội nghị", "30 em học sinh"
CLASSIFIERS = ("cuộc", "buổi", "đợt", "cái", "chiếc", "vị", "em", "đồng chí", "đ/c", "tấm", "con", "cây", "bộ", "lượt")
PLANNED = (
    "sẽ", "dự kiến", "kế hoạch", "phấn đấu", "chỉ tiêu", "mục tiêu", "cần", "đề nghị", "nếu", "đăng ký", "được giao", "kế hoạch giao", "chỉ tiêu giao", "kế hoạch được giao", "yêu cầu", "nhu cầu", "dự toán", "dự trù", "phải", "chuẩn bị", "planned", "will", "target",
    "kh", "kh giao", "sắp", "tiếp tục tổ chức", "tiếp tục mở", "năm sau", "năm tới", "quý tới", "quý sau", "tháng tới", "tháng sau", "thời gian tới", "đề xuất", "kiến nghị", "xin",
)  # fmt: skip
# Nhiều tiếng mà khác dấu là khác nghĩa: "dự trữ 320 áo phao" không phải là dự trù
TONES_MATTER = ("dự trù",)
REMAINING = (
    "còn", "còn lại", "thiếu", "chưa", "không", "bị hỏng", "tồn đọng", "còn nợ", "remaining", "not", "đã hủy", "bị hủy", "trừ", "ngoại trừ", "bị hoãn", "tạm hoãn", "vắng mặt",
)  # fmt: skip
DENIED = ("chưa", "không", "ko", "not")
COMPARED = (
    "tăng", "tăng thêm", "giảm", "vượt", "so với", "năm trước", "năm ngoái", "cùng kỳ", "kỳ trước", "quý trước", "tháng trước", "thêm", "hơn năm", "nhiều hơn", "ít hơn", "cao hơn", "thấp hơn",
    "từ năm trước", "giai đoạn trước", "last year", "trước đây", "trước đó", "nhầm", "chênh lệch", "chênh", "tinh giản", "cắt", "cắt giảm", "cắt bớt", "giảm bớt", "bớt", "hụt", "bổ sung", "bổ sung thêm", "dư", "tăng lên", "giảm đi",
)  # fmt: skip
# Trong tên số liệu ("Số đầu mối đã giảm"): số liệu ấy chính là phần tăng, giảm
DIFFERENCES = ("tăng", "tăng thêm", "giảm", "tinh giản", "cắt giảm", "bổ sung", "thêm")
# Những chữ này thì không: "Số mô hình giảm nghèo"
NO_DIFFERENCES = ("giảm nghèo", "giảm thiểu", "giảm nhẹ", "giảm phát thải", "tăng cường", "tăng trưởng", "tăng gia")
# Trước một số liệu tính bằng %: là mức phải đạt hay của kỳ trước
BEFORE_OTHER_SHARE = (
    "kế hoạch",
    "chỉ tiêu",
    "mục tiêu",
    "phấn đấu",
    "dự kiến",
    "sẽ",
    "năm trước",
    "cùng kỳ",
    "năm ngoái",
)
EACH = ("bình quân", "trung bình", "each", "per", "tối đa", "từng")  # "mỗi" thì đọc riêng, vì bỏ dấu thành "mới"
PART = ("trong đó", "trong số đó", "trong số này", "riêng", "kể cả", "of which", "including")
LISTED = ("bao gồm", "gồm", "gồm có", "cụ thể")
OF_TOTAL = ("trong tổng số", "trên tổng số", "trong tổng", "trên tổng", "trong số", "trên", "out of")
TOTAL = ("tổng cộng", "tổng số", "tổng", "tổng cả", "total", "cộng lại", "cả năm", "tất cả", "toàn bộ")
CUMULATIVE = ("cộng dồn", "lũy kế", "luỹ kế", "từ đầu giai đoạn", "cả giai đoạn", "từ khi triển khai", "từ trước đến nay", "từ trước tới nay", "từ đầu nhiệm kỳ", "từ khi thành lập", "từ trước")  # fmt: skip
# Tên số liệu có những chữ này ("Số hộ nghèo sau rà soát") thì hỏi hiện có, hiện còn bao nhiêu: "còn 214 hộ nghèo" là câu trả lời
STOCK_NAMES = ("sau rà soát", "hiện có", "hiện còn", "còn", "còn lại", "hiện nay", "đang", "duy trì", "tính đến", "cuối năm", "cuối kỳ", "đến nay", "tồn đọng")  # fmt: skip
# Tên số liệu chỉ gồm những chữ này thì cũng vậy: "Số hộ nghèo"
STOCK_THINGS = ("hộ nghèo", "hộ cận nghèo", "hộ nghèo, hộ cận nghèo", "nhà tạm", "nhà dột nát", "nhà tạm, nhà dột nát", "người nghiện", "người mù chữ", "người thất nghiệp")  # fmt: skip
# Trước con số ấy là số lúc đầu, chưa phải số sau cùng
AT_FIRST = ("đầu năm", "đầu kỳ", "ban đầu", "lúc đầu", "trước rà soát", "trước khi rà soát", "trước sáp nhập", "trước khi sáp nhập", "trước sắp xếp", "trước khi sắp xếp")  # fmt: skip
# "sau sáp nhập còn 12 tổ": số còn lại chính là số hiện có
REARRANGED = ("sáp nhập", "sắp xếp", "hợp nhất", "rà soát", "kiện toàn", "tổ chức lại", "tinh giản", "giải thể", "thanh lọc")  # fmt: skip
# Con số đứng ngay sau là số cuối cùng, không phải phần tăng, giảm
ENDED_AT = (
    "giảm xuống còn", "giảm còn", "giảm xuống", "xuống còn", "xuống chỉ còn", "giảm chỉ còn", "rút xuống còn", "rút còn", "thu gọn còn", "tinh gọn còn",
    "tăng lên", "tăng lên thành", "tăng lên đến", "tăng lên tới", "lên thành", "lên đến", "lên tới",
)  # fmt: skip
# Như trên, nhưng kèm "so với …" thì có thể là phần tăng, giảm
ENDED_AT_OR_BY = ("tăng lên", "giảm xuống")
# "thành lập 2 tổ, nâng tổng số lên 12 tổ": số mới hay tổng số, để cán bộ xem
RAISED = ("nâng tổng số", "nâng tổng", "nâng số", "đưa tổng số", "đưa số", "nâng lên", "đưa lên")
AFTER_PLANNED = ("không đạt", "không tổ chức", "không thực hiện", "không mở", "không hoàn thành", "không xử lý", "không giải quyết", "không triển khai", "không được", "còn thiếu", "sẽ", "dự kiến", "đang chờ", "chờ", "bị hoãn", "phải hoãn", "bị hủy", "phải hủy", "còn lại", "nữa")  # fmt: skip
# "đang … 4 vụ" là việc dở dang; nhưng "đang duy trì 8 tổ" là đang có 8 tổ
KEPT_UP = ("có", "duy trì", "hoạt động", "trực", "sử dụng", "quản lý", "vận hành", "khai thác", "phục vụ", "theo học", "nuôi", "chăm sóc", "bảo vệ", "lưu trữ", "sinh sống", "áp dụng", "làm việc", "công tác", "học", "ở", "hưởng", "nhận")  # fmt: skip
# Số do chính đơn vị ước lượng thì lấy (thư nhắc xin "số ước"); cận trên, cận dưới thì để cán bộ xem
ESTIMATED = ("khoảng", "ước", "ước đạt", "ước khoảng", "ước thực hiện", "chừng", "tầm", "độ", "khoảng chừng", "xấp xỉ", "about", "around", "approximately")  # fmt: skip
BOUNDED = ("hơn", "trên", "gần", "ngót", "dưới", "tối thiểu", "ít nhất", "không dưới", "không quá", "nhiều nhất", "tới", "over", "nearly", "more than", "less than", "under", "at least", "up to", "đến")  # fmt: skip
AFTER_BOUNDED = ("trở lên", "trở xuống", "hơn")
# Từng phần được đánh số: cộng lại khi kể đủ từ phần thứ nhất
ENUMERATORS = ("đợt", "lần", "lớp", "khóa", "quý", "kỳ", "học kỳ", "lớp thứ", "đợt thứ", "lần thứ", "giai đoạn")

# ── Số liệu có hay không ──
YES = ("có", "rồi", "đã có", "đã", "có ạ", "yes", "đúng", "x", "v", "có rồi", "rồi ạ", "đã xong", "xong", "✓", "✔", "☑", "true", "done", "hoàn thành", "đã hoàn thành", "ok")  # fmt: skip
NO = (
    "không", "chưa", "chưa có", "không có", "no", "ko", "không ạ", "chưa ạ", "not yet", "hong", "hok", "false", "chưa xong",
)  # fmt: skip
# Nhóm động từ cùng nghĩa trong tên số liệu; nhóm nào có dấu * thì "có …" cũng là trả lời đúng
ACTS = (
    ("phê duyệt", "duyệt", "ký duyệt", "ký phê duyệt", "thông qua", "approved"),
    ("*", "ban hành", "ký ban hành", "ra", "issued"),
    ("*", "thành lập", "lập"),
    ("kiện toàn", "củng cố", "kiện toàn lại"),
    ("*", "thiết lập", "lập", "mở", "set up"),
    ("*", "xây dựng", "lập"),
    ("kết nối", "liên thông", "đấu nối", "connected"),
    ("*", "tổ chức", "mở", "held", "organised", "organized"),
    ("*", "lắp đặt", "lắp", "installed"),
    ("*", "bố trí", "phân công", "cử", "assigned"),
    ("niêm yết",), ("công khai", "công bố"), ("công bố", "công khai"), ("*", "ký kết", "ký"), ("ký", "ký kết"), ("đăng tải", "đăng"),
    ("triển khai",), ("thực hiện",), ("hoàn thành", "làm xong"), ("*", "mua sắm", "mua"), ("trang bị",), ("bàn giao",), ("nghiệm thu",),
    ("sơ kết",), ("tổng kết",), ("kiểm tra",), ("rà soát",), ("cập nhật",), ("phân bổ",), ("giao",), ("gửi",), ("trình",), ("đưa vào sử dụng", "đi vào sử dụng", "đưa vào hoạt động", "đi vào hoạt động"), ("đưa vào vận hành", "đi vào vận hành", "vận hành"), ("đưa vào khai thác", "đi vào khai thác"), ("vận hành",), ("diễn tập",),
)  # fmt: skip
# "đưa Sàn vào vận hành" là "Sàn được đưa vào vận hành"
USES = ("vận hành", "sử dụng", "hoạt động", "khai thác", "phục vụ")
# Cho biết ai làm, ở đâu, khi nào: đi sau động từ mà câu vẫn là câu trả lời
AFTER_ACT = ("tại", "ngày", "theo", "bởi", "từ", "vào", "trong", "năm", "tháng", "xong", "rồi", "đầy đủ", "đúng", "kèm", "quý", "ạ", "và", "hoàn thành", "số", "ở", "cho", "trước", "đạt", "lúc", "hôm", "tuần", "r", "nhé", "kịp thời")  # fmt: skip
# Đứng trước thì chưa phải là đã làm
NOT_YET = ("sẽ", "dự kiến", "đang", "chuẩn bị", "dự thảo", "trình", "chờ", "nếu", "khi", "để", "đề nghị", "xin", "cần", "phải", "mong", "sau khi", "kế hoạch", "định", "phấn đấu", "sắp", "đề xuất", "will", "to be")  # fmt: skip

# ── Đơn vị viết tắt, viết cách khác (ngoài các tên khác trong kế hoạch) ──
UNIT_SPELLINGS = {
    "người": ("ng", "ngừi", "people", "persons"), "lượt người": ("lượt", "người", "ng", "lượt ng"), "lượt": ("lượt người",), "học viên": ("hv",), "đại biểu": ("đb", "db", "đbiểu"), "học sinh": ("hsinh",),
    "hộ": ("hộ dân", "hộ gia đình", "households"), "ha": ("héc ta", "hecta", "hectares"), "km": ("ki lô mét", "cây số"), "lớp": ("classes", "courses"), "trường hợp": ("th", "ca"), "vụ": ("vụ việc", "cases"), "doanh nghiệp": ("dn",), "hợp tác xã": ("htx",),
    "cán bộ": ("cb",), "cán bộ, công chức": ("cbcc",), "cuộc": ("events",), "tấn": ("tonnes",),
}  # fmt: skip
# Tiếng đi sau làm cho đơn vị thành một từ khác ("9 trường hợp" không phải là 9 trường)
UNIT_COMPOUNDS = {
    "trường": ("hợp", "học nghề", "lớp"), "điểm": ("cầu", "mới", "nhấn", "số"), "lớp": ("trưởng",), "cuộc": ("sống",), "bộ": ("phận", "môn", "đội"), "bài": ("học",), "nhà": ("nước", "trường", "thầu", "đầu"), "em": ("gái",),
    "cơ": ("sở", "quan"), "cán": ("bộ",), "tổ": ("chức", "trưởng", "hợp", "quốc"), "đội": ("trưởng", "ngũ"), "hộ": ("chiếu", "khẩu", "lý"), "máy": ("bay",), "mô": ("hình",), "công": ("trình", "chức", "dân", "an"), "giờ": ("học",), "bản": ("đồ",), "vụ": ("trưởng",), "thôn": ("trưởng",), "xã": ("hội", "viên"), "tin": ("học", "nhắn"), "trạm": ("trưởng",), "ngày": ("công",), "mẫu": ("đơn",), "học": ("phần",),
}  # fmt: skip
# Đi sau đơn vị mà không nói đó là thứ nào: "2 lớp với 60 người"
AFTER_UNIT = (
    "đã",
    "với",
    "và",
    "cho",
    "trong",
    "tại",
    "ở",
    "được",
    "từ",
    "ngày",
    "theo",
    "của",
    "có",
    "tham",
    "gồm",
    "là",
    "đạt",
    "so",
    "do",
    "năm",
    "đang",
    "còn",
    "này",
)
# Đơn vị đo cùng một thứ: số ghi bằng đơn vị khác thì để cán bộ đổi
MEASURES = (("mm", "cm", "m", "mét", "km", "ki lô mét", "cây số"), ("m2", "mét vuông", "ha", "héc ta", "hecta", "sào", "mẫu", "km2"), ("kg", "ki lô gam", "yến", "tạ", "tấn"), ("giờ", "phút", "ngày", "tuần", "tháng"), ("m3", "mét khối", "lít"), ("điểm",))  # fmt: skip
