"""How numbers are told: what there is now, what it grew or fell to, separators of thousands."""

from __future__ import annotations

from tests.unit.reading.cases.case import Case, D, P

_POOR = (13,)
_HOMES = (14,)
_GROUPS = (6,)
CASES = (
    # ── what there is now, for a figure that asks just that ──
    Case(
        "stock-left",
        "NV13: đã hoàn thành, toàn xã còn 214 hộ nghèo, 63 hộ thoát nghèo",
        {13: (D, None, {"ho-ngheo": 214, "thoat-ngheo": 63})},
        tasks=_POOR,
    ),
    Case(
        "stock-left-toneless",
        "nv13 da xong, con 97 ho ngheo, 31 ho thoat ngheo",
        {13: (D, None, {"ho-ngheo": 97, "thoat-ngheo": 31})},
        tasks=_POOR,
    ),
    Case(
        "stock-left-beside-start",
        "NV13: đã hoàn thành, còn 371 hộ nghèo (đầu năm 445 hộ)",
        {13: (D, None, {"ho-ngheo": 371})},
        tasks=_POOR,
    ),
    Case(
        "stock-start-first",
        "NV13: đã hoàn thành, đầu năm có 445 hộ nghèo, đến nay chỉ còn 371 hộ nghèo",
        {13: (D, None, {"ho-ngheo": 371})},
        tasks=_POOR,
    ),
    Case("stock-start-only", "NV13: đang thực hiện, đầu năm có 445 hộ nghèo", {13: (P, None, {})}, tasks=_POOR),
    Case(
        "stock-still-left",
        "NV13: đã hoàn thành; sau rà soát còn lại 214 hộ nghèo",
        {13: (D, None, {"ho-ngheo": 214})},
        tasks=_POOR,
    ),
    Case(
        "stock-fell-to",
        "NV13: đã hoàn thành, giảm từ 445 xuống còn 371 hộ nghèo",
        {13: (D, None, {"ho-ngheo": 371})},
        tasks=_POOR,
    ),
    Case("stock-fell-by", "NV13: đã hoàn thành, giảm 74 hộ nghèo", {13: (D, None, {})}, tasks=_POOR),
    Case(
        "stock-labelled",
        "NV13: đã hoàn thành\n- Tổng số hộ nghèo hiện còn: 214 hộ",
        {13: (D, None, {"ho-ngheo": 214})},
        tasks=_POOR,
    ),
    Case("stock-expected", "NV13: đang thực hiện, dự kiến còn 200 hộ nghèo", {13: (P, None, {})}, tasks=_POOR),
    Case("stock-undone", "NV13: đang thực hiện, còn 20 hộ chưa rà soát", {13: (P, None, {})}, tasks=_POOR),
    Case("stock-bound", "NV13: đã hoàn thành, còn dưới 200 hộ nghèo", {13: (D, None, {})}, True, tasks=_POOR),
    Case(
        "stock-there-is",
        "NV13: đang thực hiện, hiện có 35 mô hình, đến nay toàn xã có 12 câu lạc bộ",
        {13: (P, None, {"mo-hinh": 35, "cau-lac-bo": 12})},
        tasks=_POOR,
    ),
    Case(
        "rest-is-no-stock",
        "NV14: đang thực hiện, đã xây 30 căn, còn 12 căn chưa xây",
        {14: (P, None, {"can-nha": 30})},
        tasks=_HOMES,
    ),
    Case(
        "stock-named-rest",
        "NV14: đang thực hiện, đã xây 30 căn, còn 5 nhà tạm",
        {14: (P, None, {"can-nha": 30, "nha-tam": 5})},
        tasks=_HOMES,
    ),
    # ── what it grew or fell to, and by how much ──
    Case("grew-to", "NV14: đang thực hiện, tăng lên 148 căn", {14: (P, None, {"can-nha": 148})}, tasks=_HOMES),
    Case("grew-by", "NV14: đang thực hiện, tăng 148 căn so với năm trước", {14: (P, None, {})}, tasks=_HOMES),
    Case(
        "grew-to-or-by",
        "NV14: đang thực hiện, tăng lên 148 căn so với năm trước",
        {14: (P, None, {})},
        True,
        tasks=_HOMES,
    ),
    Case("fell-to", "NV14: đang thực hiện, giảm xuống còn 12 vụ", {14: (P, None, {"tai-nan": 12})}, tasks=_HOMES),
    Case(
        "fell-to-from",
        "NV14: đang thực hiện, giảm còn 12 vụ (cùng kỳ 20 vụ)",
        {14: (P, None, {"tai-nan": 12})},
        tasks=_HOMES,
    ),
    Case(
        "fell-to-toneless",
        "nv14 dang lam, giam xuong con 12 vu tai nan",
        {14: (P, None, {"tai-nan": 12})},
        tasks=_HOMES,
    ),
    Case(
        "reached-up-to",
        "NV14: đang thực hiện, số vụ tai nạn lên tới 12 vụ",
        {14: (P, None, {"tai-nan": 12})},
        tasks=_HOMES,
    ),
    Case("difference-asked", "NV14: đang thực hiện, giảm xuống 12 đầu mối", {14: (P, None, {})}, tasks=_HOMES),
    Case(
        "difference-asked-and-rest",
        "NV14: đang thực hiện, giảm 3 đầu mối, xuống còn 12 đầu mối",
        {14: (P, None, {"dau-moi": 3})},
        tasks=_HOMES,
    ),
    Case("raised-to", "NV6: đang thực hiện, nâng tổng số lên 56 tổ", {6: (P, None, {"to": 56})}, tasks=_GROUPS),
    Case(
        "raised-by-and-to",
        "NV6: đang thực hiện, thành lập mới 2 tổ, nâng tổng số lên 56 tổ",
        {6: (P, None, {})},
        True,
        tasks=_GROUPS,
    ),
    Case("grew-from-to", "NV6: đang thực hiện, từ 50 tổ tăng lên 56 tổ", {6: (P, None, {"to": 56})}, tasks=_GROUPS),
    Case("merged-to", "NV6: đang thực hiện, sau sáp nhập còn 12 tổ", {6: (P, None, {"to": 12})}, tasks=_GROUPS),
    # ── separators of thousands ──
    Case("english-thousands", "NV4: đã hoàn thành, 12,480 hồ sơ", {4: (D, None, {"ho-so": 12480})}),
    Case(
        "english-thousands-behind-name",
        "NV4: đã hoàn thành\nSố hồ sơ đã số hóa: 12,480",
        {4: (D, None, {"ho-so": 12480})},
    ),
    Case(
        "english-thousands-beside-a-decimal",
        "NV3: đang thực hiện 12,5%, 3,000 người",
        {3: (P, 12.5, {"hoc-vien": 3000})},
    ),
    Case("thousands-with-space", "NV4: đã hoàn thành, 1 250 hồ sơ", {4: (D, None, {"ho-so": 1250})}),
    Case("thousands-with-apostrophe", "NV4: đã hoàn thành, 1’250 hồ sơ", {4: (D, None, {"ho-so": 1250})}),
    Case("which-class-or-thousands", "NV3: đã hoàn thành, lớp 1 250 học viên", {3: (D, None, {})}, True),
    Case("thousands-torn-apart", "NV4: đã hoàn thành, số hóa 12, 480 hồ sơ", {4: (D, None, {})}, True),
    Case(
        "two-counts-beside", "NV3: đã hoàn thành\nSố lớp: 5, 120 học viên", {3: (D, None, {"lop": 5, "hoc-vien": 120})}
    ),
    Case("factors", "NV3: đã hoàn thành, 3 lớp x 50 người", {3: (D, None, {"lop": 3})}, True),
    Case("half-a-thing", "NV4: đã hoàn thành, 1.250,5 hồ sơ", {4: (D, None, {})}, True),
    Case("rest-to-do", "NV6: đang thực hiện, lập được 50 tổ, còn 6 tổ", {6: (P, None, {"to": 50})}, tasks=_GROUPS),
)
