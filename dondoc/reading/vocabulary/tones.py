"""Dấu và tên người: những tiếng phải giữ dấu mới nhận ra, và họ của người.

Cán bộ có thể đọc và bổ sung: viết tiếng Việt có dấu, mỗi mục một cụm từ. Khi so sánh, chương trình bỏ dấu, bỏ hoa thường và
cách đặt dấu thanh, nên không cần viết các biến thể (``hòan thành``, ``da hoan thanh``).
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
    "dat": ("đạt", "dat", "đat"),  # không phải: đặt (lắp đặt), đất
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
    "tuong": ("tưởng",),  # không phải: tương (tương đương), tượng (đối tượng)
}
# ── Họ của người (không dấu): "Lê Hoàn Thành" là tên người, không phải tình trạng ──
SURNAMES = frozenset(
    """nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh doan luong trinh mai to ha cao lam ta
    luu dao truong nong vi lo giang vang sung thao ma mua trieu tan chu chau kieu quach thai tu ton ninh nghiem tang
    phung dong ban dieu thach son danh kim ksor siu ro bach be la lai tong""".split()  # noqa: SIM905
)
