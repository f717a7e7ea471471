"""Thư do máy gửi: thư bị trả lại, trả lời tự động, báo đã đọc, quảng cáo; và vì sao một địa chỉ không nhận được thư.

Cán bộ có thể đọc và bổ sung: viết tiếng Việt có dấu, mỗi mục một cụm từ. Khi so sánh, chương trình bỏ dấu, bỏ hoa thường và
cách đặt dấu thanh. Các cụm từ ở đây được tìm ở bất cứ đâu trong tiêu đề hay trong thư, kể cả khi chỉ là đầu một từ.
"""

# ruff: noqa: E501 — danh sách từ dễ đọc, dễ thêm hơn khi mỗi nhóm nằm trên vài dòng dài
from __future__ import annotations

# ── Thư bị trả lại ──
BOUNCE_SUBJECTS = (
    "không gửi được", "không thể gửi", "thư bị trả lại", "gửi thư thất bại", "gửi thư không thành công", "không chuyển được thư", "không thể chuyển", "thông báo lỗi", "thông báo thất bại",
    "thông báo gửi lỗi", "thông báo gửi thất bại", "thư không gửi được", "gửi không thành công", "mail bị trả lại",
    "undeliver", "delivery status notification", "returned mail", "mail delivery failed", "mail delivery failure", "mail delivery system", "mail delivery subsystem", "failure notice",
    "delivery failed", "delivery has failed", "delivery failure", "undelivered mail", "could not be delivered",
)  # fmt: skip
# Chỉ tạm thời, hoặc vì bức thư: hộp thư đầy, thư quá lớn, bị coi là thư rác. Địa chỉ vẫn dùng được.
SOFT_FAILURES = (
    "hộp thư đầy", "hộp thư đã đầy", "hộp thư bị đầy", "hộp thư của người nhận đầy", "hộp thư của người nhận đã đầy", "hộp thư của người nhận bị đầy", "vượt hạn mức", "vượt quá hạn mức", "vượt dung lượng",
    "vượt quá dung lượng", "đầy hộp thư", "tạm thời", "thử lại sau", "quá lớn", "bị trì hoãn",
    "mailbox full", "mailbox is full", "quota", "overquota", "temporar", "try again", "greylist", "timeout", "time out", "timed out", "too large", "too big", "spam", "blocked", "blacklist",
    "rejected due to content", "message size", "connection refused", "delayed",
)  # fmt: skip
# Địa chỉ không còn dùng được
HARD_FAILURES = (
    "không tồn tại", "không tìm thấy", "không có người dùng", "người nhận không hợp lệ", "địa chỉ không hợp lệ", "tài khoản bị khóa", "tài khoản đã bị khóa", "tài khoản bị vô hiệu", "tài khoản đã bị vô hiệu", "không tìm thấy tên miền",
    "user unknown", "unknown user", "no such user", "does not exist", "doesn't exist", "not exist", "invalid recipient", "invalid mailbox", "invalid address", "address not found", "recipient rejected",
    "recipient address rejected", "no mailbox", "mailbox unavailable", "account disabled", "account has been disabled", "host not found", "host or domain name not found", "domain not found", "unrouteable", "disabled", "inactive",
)  # fmt: skip
# Nơi thư gốc được chép lại trong thư trả lại
COPIES_BELOW = ("copy of", "original", "undelivered", "bản sao", "thư gốc")

# ── Trả lời tự động, báo đã đọc ──
AUTO_SUBJECTS_AT_START = (
    "trả lời tự động", "tự động trả lời", "phản hồi tự động", "tự động phản hồi", "hồi đáp tự động", "thư trả lời tự động", "ra khỏi văn phòng", "vắng mặt", "đang vắng mặt", "nghỉ phép", "xác nhận đã đọc", "thư báo phát", "báo đã nhận",
    "automatic reply", "auto reply", "auto-reply", "autoreply", "auto response", "auto-response", "autoresponse", "auto generated", "auto-generated", "automatic response", "out of office", "out of the office", "vacation", "away from",
)  # fmt: skip
AUTO_SUBJECTS = (
    "trả lời tự động", "[tự động]", "[auto]", "(tự động)", "out of office", "automatic reply",
    "xác nhận tiếp nhận tự động", "xác nhận tiếp nhận thư", "xác nhận tiếp nhận văn bản", "xác nhận nhận tự động", "xác nhận nhận thư", "xác nhận nhận văn bản",
    "xác nhận đã tiếp nhận tự động", "xác nhận đã tiếp nhận thư", "xác nhận đã tiếp nhận văn bản", "xác nhận đã nhận tự động", "xác nhận đã nhận thư", "xác nhận đã nhận văn bản",
)  # fmt: skip

# ── Bản tin, quảng cáo ──
UNSUBSCRIBE = (
    "hủy đăng ký", "ngừng nhận thư", "ngừng nhận email", "bỏ theo dõi", "xem trên trình duyệt", "xem thư này trên trình duyệt",
    "unsubscribe", "view in browser", "view in your browser", "view this email in browser", "view this email in your browser",
)  # fmt: skip
# Lừa lấy mật khẩu hộp thư: hai cụm khác nhau trở lên
SCAMS = (
    "xác nhận tài khoản", "xác minh tài khoản", "kích hoạt lại", "sẽ bị khóa", "bị tạm khóa", "tạm ngưng hộp thư", "nâng cấp hộp thư", "dung lượng hộp thư", "đầy hộp thư", "hộp thư của bạn", "hết hạn mật khẩu", "mật khẩu của bạn", "trong vòng 24 giờ", "trong 24 giờ", "trong 48 giờ", "quản trị hệ thống thư",
    "verify your account", "confirm your account", "your mailbox", "mailbox storage", "password expires", "will be suspended", "within 24 hours",
)  # fmt: skip
# Hai cụm khác nhau trở lên thì là quảng cáo
ADVERTS = (
    "khuyến mại", "báo giá", "chào giá", "chào bán", "chào hàng", "chiết khấu", "bảng giá", "đơn hàng", "giảm giá", "ưu đãi", "hotline", "đặt hàng", "mua ngay", "kính gửi quý khách", "quý khách thân mến", "kính chào quý khách", "liên hệ tư vấn", "quý khách hàng", "trúng thưởng", "đăng ký ngay", "đầu tư", "vay vốn",
    "casino", "discount", "lottery", "winner",
)  # fmt: skip
