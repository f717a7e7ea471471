"""Cuối thư: chức danh người ký, cách xưng hô, thông tin liên hệ, lời miễn trừ. Những dòng ấy được cắt ra và để riêng.

Cán bộ có thể đọc và bổ sung: viết tiếng Việt có dấu, mỗi mục một cụm từ. Khi so sánh, chương trình bỏ dấu, bỏ hoa thường và
cách đặt dấu thanh, nên không cần viết các biến thể.
"""

# ruff: noqa: E501 — danh sách từ dễ đọc, dễ thêm hơn khi mỗi nhóm nằm trên vài dòng dài
from __future__ import annotations

# Một dòng chỉ có chức danh: từ đó trở xuống là phần ký
SIGNERS = (
    "chủ tịch", "phó chủ tịch", "giám đốc", "phó giám đốc", "trưởng phòng", "phó trưởng phòng", "chánh văn phòng", "phó chánh văn phòng", "chi cục trưởng", "bí thư", "hiệu trưởng", "người lập biểu",
    "thủ trưởng đơn vị", "trưởng ban", "chánh thanh tra",
)  # fmt: skip
# Ký thay cho ai: "TM. Ủy ban nhân dân", "KT. Giám đốc"
SIGNED_FOR = (
    "ủy ban", "ubnd", "giám đốc", "chủ tịch", "trưởng", "ban", "sở", "chánh", "thủ trưởng", "cục", "chi cục", "hội", "đoàn", "ban chấp hành", "ban thường vụ", "bí thư", "hiệu trưởng", "phó",
)  # fmt: skip
# Trước tên người trong phần ký
TITLES_OF_PEOPLE = ("ông", "bà", "đồng chí", "ths", "ts", "cn", "ks", "bs")
# Trước số điện thoại hay địa chỉ
CONTACTS = ("đt", "điện thoại", "sđt", "tel", "phone", "mobile", "di động", "fax", "email", "e-mail", "địa chỉ", "website", "zalo", "hotline", "số máy", "dđ", "mob", "liên hệ", "trụ sở", "address")  # fmt: skip
# Đầu một lời cảnh báo mà máy chủ đặt lên trên thư: chỉ đoạn ấy được để riêng, dưới đó là thư
BANNERS = (
    "cảnh báo:", "cảnh báo bảo mật:", "cảnh báo an ninh:", "lưu ý thư này", "lưu ý: thư này", "lưu ý email này", "lưu ý: email này", "thư này được gửi từ bên ngoài", "email này được gửi từ bên ngoài",
    "[cảnh báo]", "[email ngoài]", "[thư ngoài]", "đây là email từ bên ngoài", "đây là thư từ bên ngoài", "thư này đến từ bên ngoài", "email này đến từ bên ngoài", "thư từ bên ngoài", "email từ bên ngoài", "thư bên ngoài:", "bạn thường không nhận được email", "bạn không thường xuyên nhận được email", "bạn có thể nhận được thư này",
    "caution:", "warning:", "external email", "external sender", "external message", "external:", "[external]", "this email originated", "this message originated", "this message was sent from outside",
    "you don't often get email", "some people who received this message don't often get email",
)  # fmt: skip
# Đầu những câu đi tiếp sau một lời cảnh báo ở trên thư
WARNINGS = (
    "vui lòng không bấm", "vui lòng không nhấp", "vui lòng không mở", "xin đừng bấm", "đừng bấm", "đừng mở", "không bấm vào", "không nhấp vào", "không mở tệp", "không mở file", "không mở liên kết",
    "không cung cấp mật khẩu", "không cung cấp thông tin cá nhân", "hãy cẩn thận", "hãy thận trọng",
    "hãy cẩn trọng", "chỉ mở tệp", "chỉ mở liên kết", "chỉ bấm vào", "tìm hiểu lý do", "tìm hiểu vì sao",
    "do not", "please do not", "don't click", "be careful", "exercise caution", "please be careful", "learn why",
)  # fmt: skip
# Đầu một lời miễn trừ, cảnh báo do máy chủ thêm vào
DISCLAIMERS = (
    "thông báo bảo mật", "cảnh báo bảo mật", "lưu ý bảo mật", "tuyên bố miễn trừ", "miễn trừ trách nhiệm", "thư điện tử này và", "thư điện tử này có", "thư điện tử này chỉ", "thư điện tử này chứa", "thư điện tử này được",
    "nội dung thư này", "nội dung của thư này", "nội dung thư điện tử này", "nội dung của thư điện tử này", "nội dung email này", "nội dung của email này", "email này và", "email này có", "email này chỉ", "email này chứa",
    "thư này và", "thư này chỉ dành", "thư này có thể chứa", "thông tin trong thư", "thông tin trong email", "bạn có thể nhận được thư này", "cảnh báo:", "lưu ý thư này", "lưu ý: thư này", "lưu ý email này", "lưu ý: email này",
    "hãy cân nhắc trước khi in", "xin cân nhắc trước khi in", "vì môi trường", "bảo vệ môi trường",
    "disclaimer", "confidentiality", "this email", "this e-mail", "this mail", "this message", "this communication", "the information contained in this", "the information in this", "the contents of this",
    "important notice", "privileged", "caution:", "please consider the environment",
)  # fmt: skip
