"""Cách viết tắt, viết vội trên điện thoại của những từ nói tình trạng, để không phải viết lại từng cụm từ.

"chưa làm" có trong danh sách tình trạng thì "chưa lm", "ch làm" cũng được hiểu. Chỉ nhận trong các cụm từ ấy.
"""

from __future__ import annotations

SHORTHAND: dict[str, tuple[str, ...]] = {
    "hoàn thành": (
        "ht",
        "hoàn thàn",
        "hoành thành",
        "hoàn thanh",
        "hthanh",
        "h.thành",
        "h/thành",
        "hoàn thàh",
        "hoàn thnh",
        "hoàn thnah",
        "hoàn tahnh",
        "hoàn thahn",
        "hoàn htành",
        "hoàn thànhh",
        "hoàn thànhf",
        "hoàn thàng",
        "haon thành",
        "hoàm thành",
        "hoàn tành",
        "hoàn thàmh",
        "hoàn thành thành",
        "hoàn thah",
        "hàon thành",
        "hoần thành",
    ),
    "thực hiện": (
        "th",
        "thực hiên",
        "t.hiện",
        "thực hiệ",
        "thự hiện",
        "thực hện",
        "thực hiệnn",
        "thực hiẹn",
        "thục hiện",
        "thựchiện",
    ),
    "triển khai": ("tk", "t.khai", "triển khi", "triên khai", "triển khại", "triẻn khai", "trển khai"),
    "phát sinh": ("p/s", "ps", "p.sinh"),
    "đang": ("đag", "đg"),
    "chưa": ("ch", "chư"),
    "không": ("ko", "k", "kg", "kh", "hok", "hông"),
    "được": ("đc", "đựơc"),
    "làm": ("lm", "mần"),
    "rồi": ("rùi", "roài", "r"),
    "xong": ("xog", "xg"),
    "vẫn": ("vẩn",),
    "ok": ("oke", "okie", "okê", "oki"),
}

# Viết tắt cả cụm bằng chữ cái đầu, chỉ nhận khi đứng một mình ở chỗ của tình trạng: "NV3: ĐHT", "NV4: CTH do …".
# Chữ tắt đọc được hai cách ("ĐTH" là đang hay đã thực hiện) thì để ở AMBIGUOUS: kèm tỷ lệ thì là đang làm,
# không thì để cán bộ xem.
ABBREVIATIONS: dict[str, tuple[str, ...]] = {
    "đã hoàn thành": ("ĐHT",),
    "chưa hoàn thành": ("CHT",),
    "chưa thực hiện": ("CTH",),
    "chưa triển khai": ("CTK",),
    "không phát sinh": ("KPS",),
}
AMBIGUOUS = ("ĐTH", "ĐTK")
# Sau chữ tắt chỉ có thể là hết câu, dấu câu, con số, hoặc những từ này
AFTER_ABBREVIATION = (
    "đạt", "được", "khoảng", "do", "vì", "từ", "nhé", "ạ", "rồi", "trong", "ngày", "tháng", "tất cả", "hết", "toàn bộ",
    "nv", "nhiệm vụ",
)  # fmt: skip
# Trước chữ tắt, ngoài dấu câu và đầu câu, chỉ có thể là những từ này
BEFORE_ABBREVIATION = (
    "hiện", "vẫn", "nay", "đều", "là", "tình trạng", "trạng thái", "kết quả", "tiến độ", "cũng",
)  # fmt: skip
