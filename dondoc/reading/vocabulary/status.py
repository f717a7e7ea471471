"""Từ nói tình trạng của một nhiệm vụ, và những từ đi kèm làm cho nó chỉ là tình trạng của một phần việc.

Cán bộ có thể đọc và bổ sung: viết tiếng Việt có dấu, mỗi mục một cụm từ. Khi so sánh, chương trình bỏ dấu, bỏ hoa thường và
cách đặt dấu thanh, nên không cần viết các biến thể (``hòan thành``, ``da hoan thanh``).
"""

# ruff: noqa: E501 — danh sách từ dễ đọc, dễ thêm hơn khi mỗi nhóm nằm trên vài dòng dài
from __future__ import annotations

DONE = (
    "đã hoàn thành", "hoàn thành", "đã hoàn tất", "hoàn tất", "đã hoàn thàn", "hoàn thàn", "đã hoành thành", "đã xong", "xong rồi", "xong",
    "đã làm xong", "làm xong", "đã thực hiện xong", "thực hiện xong", "đã triển khai xong", "triển khai xong",
    "đã tổ chức xong", "tổ chức xong", "đã kết thúc", "đã thực hiện hoàn thành", "đã HT", "HT",
    "done", "completed", "complete", "finished",
)  # fmt: skip
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
# Những gì được phép đi ngay sau "hoàn thành" mà vẫn là "đã hoàn thành nhiệm vụ"
AFTER_DONE = (
    "nhiệm vụ", "từ", "vào", "trong", "ngày", "tháng", "năm", "quý", "đúng", "trước", "sớm", "theo", "rồi", "ạ", "nhé", "nha", "nhá", "xong", "hết", "tất cả", "toàn bộ", "với", "gồm",
    "tốt", "xuất sắc", "đầy đủ", "kế hoạch năm", "kế hoạch đề ra", "kế hoạch được giao", "chỉ tiêu được giao", "chỉ tiêu đề ra", "chỉ tiêu kế hoạch", "mục tiêu đề ra", "yêu cầu đề ra",
    "cả", "như", "và", "anh", "chị", "em", "bác", "cô", "chú", "thưa", "hôm", "đạt", "vượt", "nv", "cuối", "đầu", "so với", "là", "nhưng", "tuy", "song", "còn", "riêng", "trừ", "ngoại trừ", "thì",
    "gửi", "on", "in", "with", "by", "at", "since", "before", "task", "tasks", "all", "the", "and", "kèm", "có", "các nhiệm vụ", "vui lòng", "cảm ơn", "trân trọng",
    "c", "a", "e", "ak", "nhe", "rùi", "r", "việc này", "nhiệm vụ này", "công việc này", "nội dung này", "cùng", "lâu rồi", "xin",
)  # fmt: skip
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
