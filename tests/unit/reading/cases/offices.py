"""Reports with chapters, figures in per cent, and wordings met in mails of many offices."""

from __future__ import annotations

from tests.unit.reading.cases.case import Case, D, N, P, X

CASES = (
    # ── reports with chapters ──
    Case(
        "chapters",
        "I. TÌNH HÌNH CHUNG\nNăm 2026 có 04 cuộc họp, công việc được triển khai kịp thời.\n\nII. KẾT QUẢ THỰC HIỆN CÁC NHIỆM VỤ\n"
        "1. Nhiệm vụ 1: Đã hoàn thành.\n2. Về tập huấn (nhiệm vụ 3): đang thực hiện, đạt 80%, mở 16 lớp.\n\nIII. TỒN TẠI, HẠN CHẾ\n"
        "Nguồn lực còn hạn hẹp.\n\nIV. PHƯƠNG HƯỚNG NĂM 2027\nPhấn đấu mở 30 lớp tập huấn, số hóa 900 hồ sơ.",
        {1: D, 3: (P, 80, {"lop": 16})},
    ),
    Case("result-as-label", "NV1\nKết quả: đã hoàn thành\nNV4\nKết quả: chưa thực hiện", {1: D, 4: N}),
    Case("chapter-of-statuses", "Khó khăn: thiếu người.\nII. Kết quả năm 2026\nNV2: đã hoàn thành.", {2: D}),
    # ── percentages that are figures of the plan ──
    Case(
        "share-by-another-name",
        "NV12: đang thực hiện; tỷ lệ không tiền mặt 78,5%.",
        {12: (P, None, {"thanh-toan": 78.5})},
        tasks=(1, 12),
    ),
    Case(
        "share-of-this-year",
        "NV12: tỷ lệ không tiền mặt năm 2025 là 88%; năm 2026 là 91%; đang thực hiện.",
        {12: (P, None, {"thanh-toan": 91})},
        tasks=(1, 12),
    ),
    Case("share-or-progress", "NV1: đã hoàn thành.\nNV12: 85%.", {1: D}, review=True, tasks=(1, 12)),
    Case("progress-beside-a-share", "NV12: đang thực hiện, đạt 60%.", {12: (P, 60, {})}, tasks=(1, 12)),
    Case("percent-in-words", "NV2 đang làm khoảng năm mươi phần trăm nhé em", {2: (P, 50)}),
    Case("no-money-alone", "NV1: đã ban hành.\nNV4: chưa bố trí được kinh phí.", {1: D}, review=True),
    Case("no-money-as-reason", "NV4: chưa triển khai do chưa bố trí được kinh phí.", {4: N}),
    # ── wordings of many offices ──
    Case("beyond-the-plan-by", "NV3: hoàn thành vượt kế hoạch 25%.", {3: D}),
    Case("no-such-thing-arose", "NV4: trong năm không phát sinh hồ sơ còn hiệu lực phải số hóa.", {4: X}),
    Case("nobody-concerned", "NV8: trên địa bàn không có doanh nghiệp nào thuộc diện hỗ trợ.", {8: X}),
    Case("no-trouble-is-no-answer", "NV8: không có khó khăn thuộc phạm vi của Sở.", {}, review=True),
    Case("moved-is-no-team", "NV6: đã hoàn thành; đã di dời 12 tổ.", {6: (D, None, {"to": 12})}),
    Case("which-team", "NV6: đã hoàn thành, đội 12 tổ.", {6: (D, None, {})}, review=True),
    Case("goal-of-the-year", "NV4: đã hoàn thành mục tiêu năm.", {4: D}),
    Case("plan-and-no-more", "NV3: năm 2026 đã mở 26 lớp, hoàn thành kế hoạch.", {3: (D, None, {"lop": 26})}),
    Case("dotted-shorthand", "n/vụ 1 đã h.thành.", {1: D}),
    Case(
        "share-beside-a-fraction", "NV4: đang thực hiện. Đã số hóa 6/9 kho, tương đương 66,7% tiến độ.", {4: (P, 66.7)}
    ),
    Case("it-is-thought", "NV4: tưởng đã hoàn thành.", {}, review=True),
    Case(
        "in-turn-after-another",
        "Nhiệm vụ 1 đã hoàn thành, nhiệm vụ 8 và nhiệm vụ 10 đang thực hiện, lần lượt đạt 92,5% và 40%.",
        {1: D, 8: (P, 92.5), 10: (P, 40)},
    ),
    Case("piece-carried-over", "NV7 đang thực hiện, ước đạt 80%; phần của cấp xã chuyển sang năm 2027.", {7: (P, 80)}),
    Case("name-before-thi", "Việc số hóa hồ sơ, kết quả giải quyết thủ tục thì phòng làm xong rồi em.", {4: D}),
    Case(
        "last-year-in-brackets-behind-a-sentence",
        "NV3: Đã hoàn thành. Tổ chức 62 lớp với 5.480 học viên (năm 2025: 51 lớp, 4.900 học viên).",
        {3: (D, None, {"lop": 62, "hoc-vien": 5480})},
    ),
    Case(
        "tasks-across-a-drawn-table",
        "           |   NV1      |   NV4\n-----------+------------+--------------\nTrạng thái | Hoàn thành | Đang thực hiện\n"
        "Tỷ lệ      |   100%     |   85%",
        {1: D, 4: (P, 85)},
    ),
    Case(
        "all-that-we-lead",
        "Toàn bộ các nhiệm vụ do Sở Tài chính chủ trì trong năm 2026 theo Kế hoạch số 158/KH-UBND đều đã hoàn thành.",
        {1: D, 2: D, 3: D},
        tasks=(1, 2, 3),
    ),
    Case("not-for-lack-of-a-leader", "NV4: chưa thực hiện do thiếu người chủ trì.", {4: N}),
    Case(
        "verb-behind-what-is-counted",
        "NV7 đang thực hiện, đạt 75%, có 96 (chín mươi sáu) hệ thống kiểm tra.",
        {7: (P, 75, {"he-thong": 96})},
    ),
    Case(
        "apart-with-figures-only",
        "Nhiệm vụ 1 và nhiệm vụ 2 đã hoàn thành; riêng nhiệm vụ 2 đã đăng 356 tin bài.",
        {1: D, 2: (D, None, {"tin-bai": 356})},
    ),
    Case(
        "doing-something-else-and-asking",
        "Sở đang sắp xếp lại cán bộ nên xin lùi thời hạn báo cáo nhiệm vụ 3 và nhiệm vụ 4.",
        {},
        review=True,
    ),
    Case("slip-of-the-keys", "NV4: đã hoàn thàh.", {4: D}),
    Case(
        "form-left-open",
        "Nhiệm vụ 1: Ban hành kế hoạch chuyển đổi số hằng năm của cơ quan, địa phương\n- Tình trạng: đã hoàn thành\n"
        "Nhiệm vụ 2: Tuyên truyền, nâng cao nhận thức về chuyển đổi số trên các phương tiện thông tin đại chúng\n"
        "- Tình trạng: ........\n- Số tin bài đã đăng: ........ tin bài",
        {1: D},
    ),
    Case(
        "every-one-but",
        "Phường đã hoàn thành mọi nhiệm vụ được giao, ngoại trừ NV3 chưa thực hiện.",
        {1: D, 2: D, 3: N},
        tasks=(1, 2, 3),
    ),
    Case("both-and", "Sở TC: cả NV 1 lẫn NV 3 đều xong rồi nhé.", {1: D, 3: D}),
    Case("both-after-their-names", "Kế hoạch năm (NV1) và tập huấn kỹ năng (NV3) đều đã hoàn thành.", {1: D, 3: D}),
    Case("about-a-share", "Tập huấn (NV3) thì đang làm, cỡ 45% thôi.", {3: (P, 45)}),
    Case(
        "this-year-is-not-next-year",
        "NV3: năm 2025 đã hoàn thành; sang năm 2026 chưa thực hiện do chưa được giao vốn.",
        {3: N},
    ),
    Case("next-year", "NV3: sang năm 2027 hoàn thành.", {}, review=True),
    Case(
        "wrong-number-owned-up-to",
        "Sở xin đính chính thư hôm qua: NV3 đã hoàn thành với 21 lớp (thư trước gõ nhầm thành 12 lớp).",
        {3: (D, None, {"lop": 21})},
    ),
    Case("wrong-statement-owned-up-to", "NV3: đã hoàn thành (lần trước báo nhầm).", {}, review=True),
    Case(
        "the-plan-document",
        "Các nhiệm vụ giao Sở năm 2026 theo Kế hoạch 187/KH-UBND đều đã hoàn thành.",
        {1: D, 2: D},
        tasks=(1, 2),
    ),
    Case("percent-in-words-with-its-tones", "NV6: đang thực hiện, đạt tám mươi phần trăm.", {6: (P, 80)}),
    Case("percent-in-words-of-four", "NV6: đang thực hiện, đạt hai mươi tư phần trăm.", {6: (P, 24)}),
    Case(
        "tasks-from-to",
        "Nhiệm vụ từ 1 đến 3 đã hoàn thành. Nhiệm vụ 4 - 6 đang thực hiện.",
        {1: D, 2: D, 3: D, 4: P, 5: P, 6: P},
    ),
    Case("since-is-no-range", "Nhiệm vụ 2 đã hoàn thành, thực hiện nhiệm vụ từ 3 năm nay.", {2: D}),
    Case(
        "names-with-numbers-in-brackets",
        "Riêng số hóa hồ sơ (nhiệm vụ 4) và kiểm tra an toàn thông tin (nhiệm vụ 7) chưa thực hiện.",
        {4: N, 7: N},
    ),
    Case("unit-with-hyphens", "NV3: đã hoàn thành, mở 26 hội-nghị tập huấn.", {3: (D, None, {"lop": 26})}),
)
