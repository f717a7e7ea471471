"""Cách viết tắt, viết vội trên điện thoại của những từ nói tình trạng, để không phải viết lại từng cụm từ.

"chưa làm" có trong danh sách tình trạng thì "chưa lm", "ch làm" cũng được hiểu. Chỉ nhận trong các cụm từ ấy.
"""

from __future__ import annotations

SHORTHAND: dict[str, tuple[str, ...]] = {
    "hoàn thành": ("ht", "hoàn thàn", "hoành thành", "hoàn thanh", "hthanh"),
    "thực hiện": ("th", "thực hiên", "t.hiện"),
    "triển khai": ("tk", "t.khai"),
    "phát sinh": ("p/s", "ps", "p.sinh"),
    "đang": ("đag", "đg"),
    "chưa": ("ch", "chư"),
    "không": ("ko", "k", "kg", "kh", "hok", "hông"),
    "được": ("đc", "đựơc"),
    "làm": ("lm",),
    "rồi": ("rùi", "roài", "r"),
    "xong": ("xog", "xg"),
    "vẫn": ("vẩn",),
    "ok": ("oke", "okie", "okê", "oki"),
}
