"""Từ nói tình trạng của một nhiệm vụ, và những từ đi kèm làm cho nó chỉ là tình trạng của một phần việc.

Cán bộ có thể đọc và bổ sung: viết tiếng Việt có dấu, mỗi mục một cụm từ. Khi so sánh, chương trình bỏ dấu, bỏ hoa thường và
cách đặt dấu thanh, nên không cần viết các biến thể (``hòan thành``, ``da hoan thanh``); cách viết tắt đã có ở ``shorthand``.
"""

# ruff: noqa: E501 — danh sách từ dễ đọc, dễ thêm hơn khi mỗi nhóm nằm trên vài dòng dài
from __future__ import annotations

# ── Đã xong ──
DONE = (
    "đã hoàn thành", "hoàn thành", "đã hoàn tất", "hoàn tất", "đã xong", "xong rồi", "xong", "đã làm xong", "làm xong", "đã thực hiện xong",
    "đã làm trọn vẹn", "hoàn thành trọn vẹn", "đã hoàn thành trọn vẹn", "đã về đích", "đã tổ chức thực hiện đạt yêu cầu", "đã thực hiện đạt yêu cầu", "thực hiện xong", "thi công xong", "đã thi công xong", "tiến hành xong", "xử lý xong", "đã xử lý xong", "giải quyết xong", "đã giải quyết xong", "đã triển khai xong", "triển khai xong", "đã tổ chức xong", "tổ chức xong", "đã thực hiện hoàn thành",
    "đã kết thúc", "nhiệm vụ kết thúc", "kết thúc", "ok rồi", "ok hết", "đã ok", "ok xong", "ổn rồi", "xử lý dứt điểm", "giải quyết dứt điểm",
    "làm rồi", "đã làm rồi", "thực hiện rồi", "đã thực hiện rồi", "làm hết rồi", "đã làm hết", "đã làm hết rồi", "thực hiện hết rồi", "đã thực hiện hết",
    "done", "completed", "complete", "finished",
)  # fmt: skip
# Xong, nếu cạnh đó không còn chỉ tiêu, số phải làm hay phần còn lại nào.
DONE_UNLESS_MORE = (
    "đã nghiệm thu", "đã được nghiệm thu", "đã bàn giao", "đã đưa vào sử dụng", "đã đưa vào vận hành", "đã đưa vào khai thác",
    "đã đưa vào hoạt động", "đã đi vào hoạt động", "đã đi vào vận hành", "đã được đưa vào sử dụng", "đã được đưa vào vận hành",
    "đã được bàn giao", "đã vận hành chính thức", "đạt và vượt chỉ tiêu", "đạt và vượt kế hoạch", "đạt và vượt mức kế hoạch", "đạt và vượt mức chỉ tiêu", "đạt chỉ tiêu", "đạt kế hoạch", "vượt chỉ tiêu", "vượt kế hoạch",
    "vượt mức kế hoạch", "vượt mức chỉ tiêu", "đã thực hiện đầy đủ", "đã thực hiện đủ", "đã làm đủ", "đã làm đầy đủ", "đã khánh thành", "đã được khánh thành", "đã triển khai đầy đủ", "đã tổ chức đầy đủ",
)  # fmt: skip
# Những từ chỉ là "đã xong" khi đứng với việc mà chính nhiệm vụ nêu ("đã tổ chức thành công" cho nhiệm vụ "Tổ chức …").
DONE_WELL = ("thành công", "thành công tốt đẹp", "đúng kế hoạch", "theo đúng kế hoạch", "đạt yêu cầu")
# ── Đang làm ──
PROGRESS = (
    "đang thực hiện", "đang triển khai", "đang tiến hành", "đang tổ chức", "đang làm", "đang tiếp tục",
    "đang trong quá trình", "đang trong giai đoạn", "đang ở giai đoạn", "đang hoàn thiện", "đang hoàn thành", "đang thi công", "đã và đang", "vẫn đang",
    "đang được thực hiện", "đang được triển khai", "đang dở dang", "đang gấp rút", "đang tích cực", "đang khẩn trương", "đang tập trung",
    "chuẩn bị hoàn thành", "sắp hoàn thành", "sắp xong", "còn dở dang", "còn dang dở", "vẫn dở dang", "dở dang", "dang dở", "còn dở", "làm dở", "đang dở",
    "mới bắt đầu", "vừa bắt đầu", "đã bắt đầu thực hiện", "đã bắt đầu triển khai", "đã bắt đầu làm", "bắt đầu triển khai rồi", "bắt đầu làm rồi",
    "vừa mới bắt đầu", "mới bắt tay", "vừa bắt tay", "mới khởi động", "vừa khởi động", "mới khởi công", "vừa khởi công", "vừa triển khai", "vừa mới triển khai", "vừa mới làm",
    "mới được phân nửa", "mới được một nửa", "làm được phân nửa", "làm được hơn phân nửa", "làm được hơn một nửa", "làm được nửa chừng", "làm nửa chừng", "mới được nửa chừng", "được nửa chừng",
    "đang ở bước", "đang ở khâu", "đang trong khâu", "đang trong bước", "đang ở công đoạn",
    "bước đầu triển khai", "bước đầu thực hiện", "bước đầu đã triển khai", "bước đầu đã thực hiện", "đã bước đầu triển khai",
    "mới triển khai", "mới thực hiện", "mới làm", "đã khởi công", "triển khai được một phần", "thực hiện được một phần", "làm được một phần",
    "làm được một nửa", "thực hiện được một nửa", "triển khai được một nửa", "đã triển khai một phần", "đã thực hiện một phần", "đã làm một phần",
    "mới xong một phần", "mới xong một nửa", "mới hoàn thành một phần", "mới hoàn thành một nửa", "mới hoàn thành được một phần",
    "đang từng bước", "đang lần lượt", "đang đẩy nhanh", "đang được đẩy nhanh", "đang phối hợp",
    "in progress", "ongoing", "on going", "under way", "underway", "half done", "partly under way", "still working on", "working on",
)  # fmt: skip
# ── Chưa làm ──
NOT_STARTED = (
    "chưa thực hiện", "chưa triển khai", "chưa tiến hành", "chưa tổ chức", "chưa làm", "chưa bắt đầu", "chưa khởi công", "chưa bắt tay",
    "chưa mần", "chưa khởi động", "chưa thi công", "chưa đụng tới", "chưa đụng đến", "chưa đụng vào", "chưa động tới", "chưa động đến", "chưa có gì",
    "chưa đến kỳ", "chưa đến hạn", "chưa đến thời hạn", "chưa đến thời gian", "chưa đến thời điểm", "chưa đến đợt", "chưa tới kỳ", "chưa tới hạn",
    "chưa tới đợt", "chưa tới thời gian", "chưa tới lịch", "chưa đến lịch", "chưa vào vụ", "chưa đến mùa",
    "chưa start", "chưa bắt tay vào", "not started", "not yet started", "hasn't started", "has not started", "has not been started", "not been started", "hasn't been started", "yet to start",
)  # fmt: skip
# Động từ làm việc nói chung: "chưa … thực hiện", "năm sau mới làm"
WORK_VERBS = ("thực hiện", "triển khai", "tiến hành", "tổ chức", "làm", "bắt đầu", "thi công", "khởi động", "khởi công", "xây dựng")  # fmt: skip
# "chưa thực hiện … hết, xong, đầy đủ": đã làm một phần
ENOUGH = ("xong", "hết", "đầy đủ", "triệt để", "dứt điểm", "toàn bộ", "đồng bộ", "đạt", "nhiều", "rộng rãi", "sâu rộng", "mạnh")  # fmt: skip
# Sau "đã thực hiện" mà vẫn là đã thực hiện cả nhiệm vụ
AFTER_BARE_ACT = ("ạ", "nhé", "rồi", "xong", "theo", "từ", "vào", "đúng", "đầy đủ", "tốt", "ngày", "tháng")
# Sau "không phát sinh" mà vẫn là cả nhiệm vụ không phát sinh
AFTER_NOT_APPLICABLE = ("trong", "tại", "năm", "kỳ", "quý", "ở", "nhiệm vụ", "việc", "của", "ạ", "đối với", "do", "vì", "nên", "như", "tháng", "hoạt động", "nội dung", "công việc", "nhé", "trên", "e", "c", "chị", "anh", "em")  # fmt: skip
# ── Không phải làm ──
NOT_APPLICABLE = (
    "không phát sinh", "không có phát sinh", "không thuộc chức năng", "không còn thuộc chức năng", "không còn thuộc nhiệm vụ", "không còn thuộc thẩm quyền", "không thuộc thẩm quyền", "không thuộc nhiệm vụ", "không thuộc phạm vi",
    "không thuộc lĩnh vực", "không thuộc trách nhiệm", "không thuộc đối tượng", "không thuộc địa bàn", "không thuộc sở", "không thuộc đơn vị", "không thuộc cơ quan", "không thuộc ngành", "không áp dụng", "không liên quan",
    "không phải nhiệm vụ của", "không phải là nhiệm vụ của", "không phải chức năng", "không phải thẩm quyền", "không phải việc của",
    "không có nhiệm vụ này", "không có nội dung này", "không có nội dung phát sinh", "không có nội dung thực hiện", "không có đối tượng",
    "không có chức năng", "không có hoạt động này", "không có việc này", "không được giao nhiệm vụ", "không được giao thực hiện", "không được giao chủ trì", "không được giao việc này", "không được giao nội dung này", "không được phân công",
    "not applicable", "does not apply", "n/a",
)  # fmt: skip
# "không có hộ nào thuộc diện phải di dời": sau "không có …" những chữ này nói rằng không ai phải làm
CONCERNED = ("thuộc diện", "thuộc đối tượng", "thuộc trường hợp", "nằm trong diện", "nằm trong vùng", "thuộc phạm vi", "cần thực hiện", "phải thực hiện")  # fmt: skip
# ── Chưa xong, nhưng chưa rõ đã bắt đầu hay chưa: phải kèm tỷ lệ hoặc "đang …" mới kết luận được. ──
NOT_DONE = (
    "chưa hoàn thành", "chưa hoàn tất", "chưa xong", "không hoàn thành", "chưa đạt", "chưa thực hiện xong",
    "chưa triển khai xong", "chưa làm xong", "chưa kết thúc", "chưa thực hiện hết", "chưa triển khai hết",
    "chưa thực hiện đầy đủ", "chưa triển khai đầy đủ", "chưa tổ chức xong", "not done", "not completed", "not finished", "not complete",
    "incomplete", "unfinished",
)  # fmt: skip
PARTIAL = (
    "cơ bản hoàn thành", "hoàn thành cơ bản", "về cơ bản đã hoàn thành", "cơ bản đã hoàn thành", "cơ bản xong", "đã cơ bản hoàn thành",
    "tạm xong", "tạm hoàn thành", "tạm thời hoàn thành", "tạm thời xong", "gần hoàn thành", "gần xong", "gần như hoàn thành", "gần như xong", "hoàn thành một phần", "hoàn thành phần lớn",
    "đã hoàn thành một phần", "đã hoàn thành phần lớn", "hoàn thành một số", "đã hoàn thành một số", "hoàn thành bước đầu",
    "bước đầu hoàn thành", "hoàn thành giai đoạn", "đã hoàn thành giai đoạn", "hoàn thành đợt", "đã hoàn thành đợt", "hoàn thành bước",
    "đã hoàn thành bước", "hoàn thành hơn nửa", "được một nửa", "một phần", "almost done", "nearly done", "partly done",
    "partially done", "partially completed", "almost complete", "almost completed", "mostly done", "hầu như hoàn thành", "hoàn thành hầu hết", "đã hoàn thành hầu hết",
)  # fmt: skip
# ── Có làm, nhưng câu chữ không nói đã xong hay chưa: để cán bộ xem. ──
VAGUE = (
    "đã triển khai", "đã tổ chức", "đã trình", "đã tham mưu", "đã ban hành", "đã xây dựng", "đã thực hiện", "đã làm", "đã lắp đặt",
    "đã bắt đầu", "thực hiện thường xuyên", "thường xuyên thực hiện", "tiếp tục thực hiện", "tiếp tục triển khai",
    "chưa phát sinh", "không thực hiện", "không triển khai", "không tổ chức", "tạm dừng", "tạm hoãn", "đã hoãn", "bị hoãn", "hủy bỏ",
    "đã dừng", "dừng thực hiện", "thực hiện tốt", "cancelled", "postponed", "delayed", "on hold", "chưa thực hiện được đầy đủ",
)  # fmt: skip

# "đang …" không phải là đang làm nhiệm vụ
NOT_DOING = (
    "chờ", "đợi", "xin", "đề nghị", "đề xuất", "kiến nghị", "gặp", "vướng", "thiếu", "bị", "có", "xem xét", "nghỉ", "ốm", "đi", "là", "dùng", "sử dụng", "nợ", "tạm",
    "chưa", "không", "cần", "phải", "rất", "còn", "hết", "được giao", "phụ trách", "công tác", "nằm", "bận", "hỏng", "mắc", "khó", "ngập", "tồn tại", "quá tải",
    "sẵn sàng", "dự kiến", "tính", "nghĩ", "mong", "hy vọng", "muốn", "quan tâm", "lo", "kẹt", "ùn", "chậm", "trễ", "dừng", "ngừng", "hoãn", "vận hành", "hoạt động", "tiếp tục", "quản lý",
    "sửa", "tổng hợp", "báo cáo", "họp", "hỏi", "gửi", "cập nhật số liệu", "theo dõi", "chuẩn bị", "kiểm đếm lại",
)  # fmt: skip
# ── Đã làm một bước, còn chờ bước sau: "đã trình UBND tỉnh, đang chờ phê duyệt", "đã gửi lấy ý kiến, chưa ban hành" ──
STEPS_TAKEN = (
    "trình", "trình ký", "gửi", "tham mưu", "lập", "xây dựng", "dự thảo", "soạn thảo", "soạn", "lấy ý kiến", "xin ý kiến", "gửi lấy ý kiến", "có dự thảo", "hoàn thiện hồ sơ", "hoàn chỉnh hồ sơ",
    "hoàn thiện dự thảo", "nộp hồ sơ", "nộp", "chuyển", "chuyển hồ sơ", "hoàn thành dự thảo", "xong dự thảo", "thẩm định", "họp thẩm định", "triển khai", "tổ chức",
)  # fmt: skip
# Gửi những thứ này không phải là một bước của nhiệm vụ
NO_STEPS = ("báo cáo", "hỏi", "đề nghị", "kiến nghị", "đề xuất", "trả lại", "không đồng ý", "tạm dừng")
WAITING = ("chờ", "đợi", "dự kiến", "sẽ", "trong tháng này sẽ")
STEPS_AWAITED = (
    "phê duyệt", "được phê duyệt", "duyệt", "thẩm định", "ý kiến", "cho ý kiến", "góp ý", "ký", "ký duyệt", "ký ban hành", "ban hành", "được ban hành", "thông qua", "được thông qua", "xem xét", "chấp thuận", "quyết định", "kết quả",
    "kết quả thẩm định", "kết quả phê duyệt", "trả lời", "nghiệm thu", "tổng kết",
)  # fmt: skip
# "đang xin kinh phí", "đang tìm nguồn vốn" không nói rằng việc đã bắt đầu
RESOURCES = ("kinh phí", "vốn", "ngân sách", "nguồn", "chủ trương", "biên chế", "mặt bằng", "dự toán")
# Ai đang làm: "UBND xã đang lắp đặt" là nói về nhiệm vụ, "các hệ thống đang vận hành" thì không.
DOERS = (
    "sở", "phòng", "ban", "ubnd", "ủy ban", "chi cục", "cục", "công ty", "đơn vị", "chúng tôi", "chúng em", "bên em", "bên tôi", "bên mình", "em", "tôi", "mình", "bọn em",
    "xã", "huyện", "phường", "thị trấn", "thành phố", "tỉnh", "trung tâm", "nhà thầu", "văn phòng", "viện", "trường", "bệnh viện", "chủ đầu tư", "tư vấn", "tổ", "hạt", "vườn",
    "công an", "bộ chỉ huy", "hội", "đoàn", "ngành", "các xã", "các đơn vị", "các phòng", "các ngành", "cơ quan", "dự thảo", "hồ sơ", "đề án", "phương án", "kế hoạch", "dự án", "công trình", "we", "they",
)  # fmt: skip
NOWADAYS = (
    "hiện", "hiện nay", "hiện tại", "nay", "đến nay", "tới nay", "bây giờ", "hiện thời", "vẫn", "cũng", "thì", "mà", "nhưng", "và", "nên", "đều", "còn", "dạ", "ạ", "hiện giờ", "đến giờ",
    "đến thời điểm này", "đến thời điểm hiện tại", "tại thời điểm báo cáo", "kết quả", "tình trạng", "tình hình", "tiến độ", "trạng thái", "trong đó", "rồi",
)  # fmt: skip
# Đứng trước tình trạng thì tình trạng đó là của một phần việc, không phải của cả nhiệm vụ.
SOME_SUBJECTS = ("một số", "nhiều", "vài", "đa số", "phần lớn", "hầu hết", "cấp xã", "cấp huyện", "cấp tỉnh", "some", "most")  # fmt: skip
# Những phần này chưa làm, chuyển sang năm sau thì cả nhiệm vụ vẫn có thể đang làm.
PIECES = ("phần", "hạng mục", "gói", "gói thầu", "đoạn", "khâu", "giai đoạn", "đợt", "tuyến")
PART_SUBJECTS = (
    "phần", "khâu", "bước", "giai đoạn", "đợt", "kế hoạch", "hồ sơ", "thủ tục", "việc", "dự thảo", "gói thầu", "thiết kế", "cấp xã", "cấp huyện", "cấp tỉnh", "chuẩn bị", "khảo sát", "đấu thầu",
    "cuộc họp", "buổi họp", "phiên họp", "buổi làm việc", "phê duyệt", "nhiều", "vài", "đa số", "phần lớn", "hầu hết", "nội dung", "hạng mục", "giải ngân", "quyết toán", "thẩm định", "dự toán", "tờ trình", "some", "most", "part", "phase",
)  # fmt: skip
# Đếm những thứ này thì mới là đếm từng phần của nhiệm vụ ("đã hoàn thành 02 hạng mục").
PART_UNITS = (
    "hạng mục", "gói", "nhiệm vụ", "xã", "thôn", "phường", "dự án", "công trình", "chỉ tiêu", "mục tiêu", "tiêu chí", "nửa", "rưỡi",
    "trên", "trong", "số",
)  # fmt: skip
PARTLY = ("cơ bản", "gần như", "gần", "hầu như", "phần lớn", "một phần", "tương đối", "half", "almost", "nearly", "partly", "mostly", "bước đầu")  # fmt: skip
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
# Nhiệm vụ làm ra một văn bản thì xong khi văn bản ấy được ban hành, phê duyệt, thông qua.
PAPERS = ("đề án", "kế hoạch", "phương án", "quy chế", "quy hoạch", "quyết định", "nghị quyết", "chương trình", "quy định", "quy trình", "bộ tiêu chí", "tài liệu", "hướng dẫn", "báo cáo", "danh mục")  # fmt: skip
PAPERS_AGREED = ("được phê duyệt", "phê duyệt", "ban hành", "được ban hành", "ký ban hành", "được ký ban hành", "được thông qua", "ký duyệt", "được ký duyệt")  # fmt: skip
# Văn bản khác với văn bản mà nhiệm vụ đòi hỏi: ban hành xong chúng chưa phải là xong nhiệm vụ.
OTHER_PAPERS = ("dự thảo", "công văn", "văn bản", "kế hoạch", "tờ trình", "thông báo", "giấy mời", "hồ sơ", "dự toán", "chủ trương", "thiết kế", "thành phần", "đề cương", "danh mục", "kinh phí", "nguồn", "nhiệm vụ", "xong phần", "một phần", "một số")  # fmt: skip
# Những gì được phép đi ngay sau "hoàn thành" mà vẫn là "đã hoàn thành nhiệm vụ"
AFTER_DONE = (
    "nhiệm vụ", "từ", "vào", "trong", "ngày", "tháng", "năm", "quý", "đúng", "trước", "sớm", "theo", "rồi", "ạ", "nhé", "nha", "nhá", "xong", "hết", "tất cả", "toàn bộ", "với", "gồm", "luôn", "dứt điểm", "xuôi",
    "hoàn toàn", "triệt để", "tốt", "xuất sắc", "đầy đủ", "kế hoạch năm", "kế hoạch đề ra", "kế hoạch được giao", "chỉ tiêu được giao", "chỉ tiêu đề ra", "chỉ tiêu kế hoạch", "mọi", "mục tiêu đề ra", "mục tiêu năm", "chỉ tiêu năm", "nhiệm vụ năm", "yêu cầu đề ra",
    "cả", "như", "và", "anh", "chị", "em", "bác", "cô", "chú", "thưa", "hôm", "đạt", "vượt", "nv", "cuối", "đầu", "so với", "đề ra", "là", "nhưng", "tuy", "song", "còn", "riêng", "trừ", "ngoại trừ", "thì",
    "tại kế hoạch", "tại quyết định", "tại công văn", "tại văn bản", "tại báo cáo", "tại thông báo", "tại tờ trình", "bằng văn bản", "bằng quyết định", "đã lâu", "từ lâu", "hồi", "bữa", "tuần", "muộn", "trễ", "quá hạn", "chậm hơn", "chậm so với", "gửi", "as", "too", "already", "now", "on", "in", "with", "by", "at", "since", "before", "task", "tasks", "all", "the", "and", "kèm", "có", "các nhiệm vụ", "vui lòng", "cảm ơn", "trân trọng",
    "c", "a", "e", "ak", "nhe", "rùi", "r", "việc này", "nhiệm vụ này", "công việc này", "nội dung này", "công tác này", "nội dung được giao", "công việc được giao", "phần việc được giao", "cùng", "lâu rồi", "xin", "bàn giao", "nghiệm thu", "đưa vào",
)  # fmt: skip
# "xong thì báo lại", "làm xong sẽ gửi": xong rồi mới làm việc khác, chưa phải là đã xong
NEXT_AFTER = ("thì", "sẽ", "mới", "em báo", "em sẽ", "sở báo", "sở sẽ", "báo lại", "báo sau", "gửi sau", "báo cáo sau")
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
# ── Như câu trả lời ngay trên: "NV2: -nt-" (dấu ngoặc kép, // trong bảng cũng vậy). Tỷ lệ cũng được lấy theo. ──
SAME_EXACTLY = ("nt", "n.t", "n/t", "như trên", "như nhiệm vụ trên", "như mục trên", "như dòng trên", "như nội dung trên", "giống trên", "giống như trên", "y như trên", "y trên", "ditto", "same as above")  # fmt: skip
# Cùng tình trạng, nhưng không chắc cùng tỷ lệ
SAME = ("tương tự", "tương tự như trên", "tương tự như vậy", "tương tự trên", "cũng vậy", "cũng thế", "cũng như vậy", "cũng như thế", "y vậy", "y chang", "y hệt", "giống vậy", "giống thế", "giống nhau", "như vậy", "như thế")  # fmt: skip
# Trỏ về thư trước, báo cáo trước: cán bộ phải tự xem lại
AS_BEFORE = ("như thư trước", "như báo cáo trước", "như lần trước", "như kỳ trước", "như đã báo cáo", "như báo cáo đã gửi", "như thư đã gửi", "không thay đổi so với báo cáo trước", "không thay đổi so với thư trước", "giữ nguyên như trước")  # fmt: skip
# Những từ này chỉ có nghĩa như trên khi kèm tên nhiệm vụ: "như NV4"
SAME_AS = ("như", "giống", "giống như", "y như", "giống hệt", "same as")
BEFORE_SAME = ("kết quả", "tình trạng", "tình hình", "tiến độ", "trạng thái", "cũng", "thì", "đều", "vẫn", "là", "dạ", "ạ", "hiện", "thực hiện", "và")  # fmt: skip
AFTER_SAME = ("như", "với", "của", "ở", "kết quả", "tình trạng", "tiến độ", "nhiệm vụ", "nv", "mục", "nội dung", "việc", "trên", "ngay trên", "ở trên", "nêu trên", "phía trên", "trước", "vừa nêu", "ạ", "nhé", "nha", "luôn", "anh", "chị", "em", "này")  # fmt: skip
# "NV1: chưa làm, NV2: cũng chưa": lặp lại tình trạng của nhiệm vụ ngay trên, nếu đúng là tình trạng ấy
ECHOES = {
    "done": ("cũng rồi", "cũng rồi ạ"),
    "in_progress": ("cũng đang", "cũng đang vậy"),
    "not_started": ("cũng chưa", "cũng chưa có", "cũng chưa luôn"),
}
# Dấu thay cho lời
DONE_SIGNS = ("✅", "✔", "☑")
