"""Agencies and groups as Vietnamese plans name them: usual full names, abbreviations, and words that name nobody."""

from __future__ import annotations

import re
from dataclasses import dataclass

DEPARTMENTS = (
    "Thông tin và Truyền thông",
    "Nội vụ",
    "Tư pháp",
    "Tài chính",
    "Kế hoạch và Đầu tư",
    "Công Thương",
    "Xây dựng",
    "Giao thông vận tải",
    "Văn hóa và Thể thao",
    "Văn hóa, Thể thao và Du lịch",
    "Du lịch",
    "Khoa học và Công nghệ",
    "Giáo dục và Đào tạo",
    "Ngoại vụ",
    "Nông nghiệp và Phát triển nông thôn",
    "Nông nghiệp và Môi trường",
    "Tài nguyên và Môi trường",
    "Lao động - Thương binh và Xã hội",
    "Y tế",
    "Dân tộc và Tôn giáo",
    "Quy hoạch - Kiến trúc",
    "An toàn thực phẩm",
)
"""What stands behind "Sở", before and after the reorganisation of 2025."""


@dataclass(frozen=True, slots=True)
class Known:
    """An agency that most provinces have: its id and short name here, and other ways to write it."""

    id: str
    name: str
    short: str | None = None
    also: tuple[str, ...] = ()


_AGENCIES = """
cong-an-tinh | Công an tỉnh | CA tỉnh | Công an
van-phong-ubnd | Văn phòng Ủy ban nhân dân tỉnh | VP UBND tỉnh | Văn phòng UBND; VP UBND
van-phong-hdnd-ubnd | Văn phòng HĐND và UBND | VP HĐND&UBND | Văn phòng Hội đồng nhân dân và Ủy ban nhân dân
thanh-tra-tinh | Thanh tra tỉnh | |
ban-dan-toc | Ban Dân tộc | |
bo-chqs | Bộ Chỉ huy Quân sự tỉnh | Bộ CHQS tỉnh | BCH Quân sự; BCHQS
bo-chbdbp | Bộ Chỉ huy Bộ đội Biên phòng tỉnh | BĐBP tỉnh | BCH BĐBP; Bộ CHBĐBP; Bộ đội Biên phòng; Bộ Chỉ huy BĐBP
dai-ptth | Đài Phát thanh và Truyền hình | Đài PT-TH | Đài Phát thanh - Truyền hình; Đài PTTH; Đài PT&TH
ban-tuyen-giao | Ban Tuyên giáo Tỉnh ủy | Ban TG Tỉnh ủy | Ban Tuyên giáo
ban-tgdv | Ban Tuyên giáo và Dân vận Tỉnh ủy | Ban TG&DV Tỉnh ủy | Ban Tuyên giáo và Dân vận
ban-dan-van | Ban Dân vận Tỉnh ủy | | Ban Dân vận
mttq-tinh | Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh | UBMTTQ tỉnh | UBMTTQVN; UBMTTQ Việt Nam; UB MTTQ Việt Nam; MTTQ
mttq-tinh | Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh | UBMTTQ tỉnh | Ủy ban MTTQ Việt Nam; Ủy ban MTTQVN; Ủy ban MTTQ
mttq-tinh | Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh | UBMTTQ tỉnh | Mặt trận Tổ quốc; Mặt trận Tổ quốc Việt Nam
tinh-doan | Tỉnh đoàn | | Đoàn TNCS Hồ Chí Minh; Đoàn TNCS HCM; Đoàn Thanh niên; Đoàn Thanh niên Cộng sản Hồ Chí Minh
hoi-lhpn | Hội Liên hiệp Phụ nữ tỉnh | Hội LHPN tỉnh | Hội Phụ nữ; Hội LHPN Việt Nam
hoi-nong-dan | Hội Nông dân tỉnh | Hội ND tỉnh |
hoi-ccb | Hội Cựu chiến binh tỉnh | Hội CCB tỉnh |
hoi-nct | Hội Người cao tuổi | Hội NCT |
ldld-tinh | Liên đoàn Lao động tỉnh | LĐLĐ tỉnh |
bhxh-tinh | Bảo hiểm xã hội tỉnh | BHXH tỉnh |
cuc-thue | Cục Thuế tỉnh | |
cuc-thong-ke | Cục Thống kê | |
kbnn | Kho bạc Nhà nước tỉnh | KBNN |
tand-tinh | Tòa án nhân dân tỉnh | TAND tỉnh |
vksnd-tinh | Viện kiểm sát nhân dân tỉnh | VKSND tỉnh |
cuc-thads | Cục Thi hành án dân sự tỉnh | Cục THADS tỉnh |
"""


def _known(line: str) -> Known:
    made, name, short, also = (part.strip() for part in line.split("|"))
    return Known(made, name, short or None, tuple(filter(None, (each.strip() for each in also.split(";")))))


AGENCIES = tuple(_known(line) for line in _AGENCIES.strip().splitlines())
"""Usual agencies besides departments; several lines of one id add further spellings."""

HEADS = re.compile(
    r"(?:so|ubnd|uy ban|ub|hdnd|hoi dong|cong an|ca|cac|hoi|ban|bao|dai|van phong|vp|bo"
    r"|lien doan|ldld|tinh doan|doan|thanh doan"
    r"|huyen doan|chi cuc|cuc|truong|trung tam|thanh tra|toa an|tand|vien|vksnd|ngan hang"
    r"|kho bac|kbnn|bao hiem|bhxh|mat tran|mttq"
    r"|ubmttq\w*|quan khu|bch\w*|bdbp|tong|cong ty|phong|dang uy|thanh uy|huyen uy|thi uy"
    r"|quan uy|tinh uy|tap doan|hiep hoi"
    r"|lien minh|lien hiep|quy bao|quy ho|quy phat|benh vien|thu vien|bao tang|thue|hai quan"
    r"|buu dien|vnpt|viettel|dien luc"
    r"|don vi|co quan|chu tich|thu truong|nguoi dung dau|doanh nghiep|to chuc|dai hoc|hoc vien"
    r"|cong thong tin|ban quan ly|bql"
    r"|dia phuong|cap uy|mot so|quan chung|vung|hat|tram|nha xuat ban|nha hat|lien doi)(?![a-z0-9])"
)
"""How the name of somebody begins."""

GENERIC = re.compile(
    r"(?:doanh nghiep|to chuc|ca nhan|ho (?:gia dinh|dan)|truong hoc|cac truong|nha truong|nha thau)(?![a-z])"
)
"""Words for many of a kind: whoever is called so must be named by a person."""
INNER_COMMA = re.compile(r"(?:trung tam|phong|ban|chi cuc|van phong|bo)(?![a-z])")
"""Offices whose name may hold a comma: Phòng Kinh tế, Hạ tầng và Đô thị."""

PLACES = re.compile(
    r"(?:huyen|thi xa|thanh pho|quan|tx\.?|tp\.?|dac khu|xa|phuong|thi tran)(?=\s+[A-ZĐÀ-Ỹ])", re.IGNORECASE
)
_PARTED = r"(?:\s*[,;/-]\s*|\s+)(?:va\s+)?(?:cac\s+)?"
_DISTRICT = r"(?:huyen|thi xa|thanh pho|tx|tp|quan)"
_COMMUNE = r"(?:xa|phuong|thi tran|dac khu)"
_UNIT = rf"(?:{_DISTRICT}|{_COMMUNE})(?![a-z])"
COMMITTEES = re.compile(
    rf"(?:(?:chu tich )?(?:ubnd|uy ban nhan dan)\s+cac\s+|cac\s+){_UNIT}(?:{_PARTED}{_UNIT})*"
    r"|(?:chu tich )?(?:ubnd|uy ban nhan dan)\s+(?:cac cap|cap (?:huyen|xa)(?:(?:,| va) (?:cap )?xa)?)"
)
OF_EACH = re.compile(
    r"(?!so |va )[a-z]+(?: (?!va )[a-z&-]+){0,5}? "
    rf"(?:cac {_UNIT}(?:{_PARTED}{_UNIT})*|cap (?:huyen|xa)(?![a-z]))(?! [a-z])"
)
"""Something that each district or commune has: TTYT các huyện, thị xã, thành phố."""

DEPARTMENT_GROUP = re.compile(
    r"(?:thu truong )?(?:cac )?so(?:\s*[,;/-]?\s*(?:va )?(?:cac )?(?:ban(?! quan)|nganh"
    r"|hoi, doan the|doan the|dia phuong|don vi|co quan|hoi)(?![a-z]))+"
    r"|cac (?:so|ban|nganh)(?:,? (?:ban|nganh|doan the|dia phuong)(?![a-z]))*(?![a-z])(?!\s*:)"
)
_AND = r"(?:,| va|, va|/)\s*(?:cac )?"
_OF_PRESS = r"(?:bao chi|thong tan|thong tin dai chung|truyen thong)"
_ANYBODY = r"(?:co quan|don vi|dia phuong|to chuc)"
_BESIDE = r"(?:co quan|don vi|dia phuong|to chuc|ca nhan|doanh nghiep|doan the|ban, nganh)"
_WHERE = r"(?: (?:cap tinh|cua tinh|thuoc tinh|trong tinh|tren dia ban(?: tinh)?))?"
_POLITICAL = r"(?:to chuc chinh tri(?: ?- ?xa hoi)?(?:,? (?:xa hoi|doan the))*|to chuc ct-xh|to chuc doan the)"
_UNION = r"(?:doan the(?: chinh tri(?: ?- ?xa hoi)?)?|hoi,? doan the|hoi quan chung)"
_ROOMS = r"cac phong,? ban(?:,? (?:nganh|doan the|don vi))*(?: chuyen mon)?"
_KINDS = (
    (
        "co-quan-bao-chi",
        "Các cơ quan báo chí",
        rf"cac co quan {_OF_PRESS}(?:(?:,| va)? (?:{_OF_PRESS}|tren|dia ban|cua|tinh))*",
    ),
    ("doan-the", "Các đoàn thể", rf"(?:cac )?(?:{_POLITICAL}|{_UNION})(?: (?:cap )?tinh)?"),
    (
        "co-quan-don-vi",
        "Các cơ quan, đơn vị, địa phương",
        rf"(?:cac )?{_ANYBODY}(?:{_AND}{_BESIDE})*{_WHERE}(?![a-z])(?!\s+(?!co |lien quan|khac|duoc)[a-z])",
    ),
    ("phong-ban", "Các phòng, ban", rf"{_ROOMS}(?: (?:thuoc|cua|truc thuoc) (?:ubnd |so )?[a-z]+)?"),
)
GROUPS = tuple((kind, name, re.compile(rf"{pattern}(?![a-z])")) for kind, name, pattern in _KINDS)
DISTRICTS = "ubnd-cap-huyen"
COMMUNES = "ubnd-cap-xa"
OFFICES = "so-ban-nganh"
UNIONS = "doan-the"
PRESS = "co-quan-bao-chi"
EVERYBODY = "co-quan-don-vi"
GROUP_NAMES = {
    OFFICES: "Các Sở, ban, ngành",
    DISTRICTS: "UBND các huyện, thị xã, thành phố",
    COMMUNES: "UBND các xã, phường, đặc khu",
    **{kind: name for kind, name, _ in GROUPS},
}
RELATED = re.compile(
    r"\s*(?:(?:khac|va to chuc|, to chuc|, ca nhan|va ca nhan)\s+)*(?:co\s+)?(?:lien quan|khac"
    r"|phu hop|duoc (?:giao|phan cong)|co chuc nang)(?![a-z])(?:\s+(?:khac"
    r"|tren dia ban(?: tinh)?))?"
)
AREA = re.compile(
    r"\s*(?:(?:thuoc|cua|o|trong|tren dia ban|toan)\s+)?(?:ubnd )?(?:cap )?(?:tinh"
    r"|thanh pho)(?![a-z])|\s+tren dia ban|\s+truc thuoc(?: tinh)?"
)


def has_district(plain: str) -> bool:
    """Whether a phrase about committees names the district level."""
    return bool(re.search(rf"{_DISTRICT}(?![a-z])|cac cap", plain))


def has_commune(plain: str) -> bool:
    """Whether a phrase about committees names the commune level."""
    return bool(re.search(rf"(?<!thi ){_COMMUNE}(?![a-z])|cac cap", plain))
