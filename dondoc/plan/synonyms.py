"""Words that officers write for the keys and fixed values of plan.yaml: Vietnamese ones and other English ones.

Only for suggestions; nothing here is ever read as the key itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from dondoc.text import fold

_WORDS: dict[str, str] = {
    # sections
    "plan": "ke hoach|thong tin chung|header",
    "basis": "can cu|can cu phap ly|legal basis",
    "agencies": "don vi|co quan|cac don vi|cac co quan|danh sach don vi|agency|units|organisations",
    "groups": "nhom|cac nhom|nhom don vi",
    "objectives": "muc tieu|muc dich|goals|targets",
    "tasks": "nhiem vu|cac nhiem vu|cong viec|danh muc nhiem vu|noi dung cong viec",
    "cycles": "chu ky|ky bao cao|chu ky bao cao|bao cao|periods|reports",
    "mail": "thu|thu dien tu|gui thu",
    "calendar": "lich|ngay nghi|holidays",
    # the plan
    "code": "ma|ma ke hoach|ky hieu",
    "number": "so|so ke hoach|so hieu|so ky hieu|con so|so luong|int|integer|float|count|numeric",
    "issued_by": "noi ban hanh|co quan ban hanh|don vi ban hanh|issuer|signed by",
    "issued_on": "ngay ban hanh|ngay ky|issued|date issued",
    "starts": "bat dau|ngay bat dau|tu ngay|start|start date|begins",
    "ends": "ket thuc|ngay ket thuc|den ngay|end|end date",
    "timezone": "mui gio|tz|time zone",
    "language": "ngon ngu|lang",
    "coordinator": "dau moi|co quan dau moi|don vi dau moi|co quan chu tri|chu tri",
    "reports_to": "bao cao cho|noi nhan bao cao|noi nhan|gui bao cao|report to|recipient",
    # agencies and groups
    "name": "ten|ten don vi|ten co quan|ten goi|ten day du|title|label",
    "short": "viet tat|ten viet tat|ten ngan|ten tat|abbreviation|short name",
    "email": "thu|mail|dia chi|dia chi thu|dia chi thu dien tu|hop thu|thu dien tu|to|address",
    "cc": "ban sao|dong gui|dong kinh gui",
    "accept_from": "nhan tu|chap nhan tu|dia chi khac|also from",
    "superior": "cap tren|co quan cap tren|cap tren truc tiep|parent|boss",
    "from": "tu|tu ngay|bat dau|since|start",
    "until": "den|den ngay|den het|ket thuc|to|till|end",
    "successor": "ke thua|don vi ke thua|co quan ke thua|thay the|succeeded by|replaced by",
    "members": "thanh vien|cac thanh vien|gom|bao gom|don vi|agencies|list",
    "except": "tru|ngoai tru|loai tru|exclude|without",
    # objectives and figures
    "text": "noi dung|loi van|muc tieu|content|title|name",
    "measure": "cach do|do luong|do bang|metric",
    "figure": "so lieu|chi tieu|figures|indicator",
    "of": "cua|trong|tinh tren|ke tu|tu",
    "goal": "muc dat|dat|muc tieu|chi tieu|target",
    "unit": "don vi|don vi tinh|dvt",
    "also": "cach goi khac|ten khac|con goi la|hoac|aliases|alias|synonyms",
    "kind": "loai|kieu|type",
    # tasks
    "content": "noi dung|ten nhiem vu|nhiem vu|ten|title|name|text|description",
    "lead": "chu tri|don vi chu tri|co quan chu tri|thuc hien|don vi thuc hien|phu trach|owner|responsible|coordinator",
    "support": "phoi hop|don vi phoi hop|co quan phoi hop|supporting|with",
    "support_text": "phoi hop nguyen van",
    "lead_text": "chu tri nguyen van",
    "ask_support": "hoi phoi hop|hoi ca phoi hop",
    "when": "thoi gian|thoi gian thuc hien|thoi han|nam|khi nao|years|year|time|period",
    "figures": "so lieu|chi tieu|cac chi tieu|cac so lieu|numbers|indicators|metrics",
    # cycles
    "title": "tieu de|ten|ten bao cao|ten ky|name|label",
    "every": "chu ky|dinh ky|moi|lap lai|tan suat|frequency|period|repeat|repeats",
    "due_before": "truoc|truoc ngay|before|due before",
    "due_by": "han|han chot|han nop|thoi han|han bao cao|cham nhat|deadline|due|due date|due on|by|until",
    "counted_to": "chot so lieu|ngay chot|ngay chot so lieu|tinh den|so lieu den",
    "opens": "mo|mo truoc|open|open before",
    "closes": "dong|dong sau|close|close after",
    "ask": "hoi|hoi ai",
    "to": "gui den|gui toi|hoi don vi|noi nhan|recipients",
    "for": "cho ky|ve ky|ky bao cao",
    "remind": "nhac|nhac nho|nhac viec|lich nhac|moc nhac|don doc|reminder|reminders",
    "report": "mau|mau bao cao|bao cao|template",
    "at": "luc|moc|ngay|vao|offset|day|when",
    "tone": "giong|giong thu|muc do|level",
    "after": "sau|sau khi",
    # mail and calendar
    "from_name": "ten nguoi gui|nguoi gui|sender",
    "working_days_only": "chi ngay lam viec|ngay lam viec|workdays only|business days only",
    "footer": "chan thu|cuoi thu|ghi chu",
    "country": "nuoc|quoc gia",
    "off": "nghi|ngay nghi|holidays|days off",
    "work": "lam bu|ngay lam bu|ngay lam viec|workdays",
    "date": "ngay|ngay ban hanh|ngay ky|issued on",
    # fixed values
    "year": "nam|hang nam|hang nam 1 lan|yearly|annual|annually|1 nam|12 thang",
    "half": "nua nam|6 thang|06 thang|sau thang|half year|halfyear|semester|hang 6 thang",
    "quarter": "quy|hang quy|quarterly|3 thang|03 thang",
    "month": "thang|hang thang|monthly",
    "once": "mot lan|1 lan|dot xuat|one time|single",
    "yesno": "co khong|bool|boolean|yes no|dung sai|true false",
    "vi": "tieng viet|viet nam|vietnamese|vn",
    "en": "tieng anh|english",
    "previous": "ky truoc|truoc|last|lien truoc|prev",
    "lead+support": "chu tri va phoi hop|ca hai|all|both|lead and support|tat ca",
    "document": "van ban|cong van|tai lieu",
    "first": "lan dau|dau tien",
    "overdue": "qua han|tre han|late",
    "escalate": "cap tren|bao cap tren|len cap tren|escalation",
}  # fmt: skip


def synonym(word: str, known: Iterable[str]) -> str | None:
    """The known word that `word` says in other words."""
    phrase = re.sub(r"[\W_]+", " ", fold(word)).strip()
    return next((name for name in known if phrase in _PHRASES.get(name, ())), None)


_PHRASES = {name: frozenset(phrases.split("|")) for name, phrases in _WORDS.items()}
