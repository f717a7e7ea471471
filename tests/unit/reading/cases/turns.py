"""Turns of speech that say less than they seem to, or more: negated lists, jokes, drafts, names, parts and wholes."""

from __future__ import annotations

from tests.unit.reading.cases.case import Case, D, N, P, X

CASES = (
    # ── none of them ──
    Case(
        "none-of-these",
        "Không có nhiệm vụ nào trong số các nhiệm vụ NV2, NV5 và NV8 đến nay được Sở hoàn thành. Riêng NV1 đã hoàn thành.",
        {1: D},
        review=True,
    ),
    # ── a heading that promises ──
    Case(
        "list-to-be-done",
        "I. Các nhiệm vụ đã hoàn thành\n- NV1\n- NV2: 27 tin bài\nII. Các nhiệm vụ phấn đấu hoàn thành trước ngày 31/12/2026\n"
        "- NV5\n- NV8\nIII. Các nhiệm vụ chưa thực hiện\n- NV9",
        {1: D, 2: D, 9: N},
        review=True,
    ),
    Case(
        "list-without-status",
        "Các nhiệm vụ đã hoàn thành:\n- NV1\n- NV2\nCác nhiệm vụ dự kiến tổ chức quý I/2027:\n- NV5",
        {1: D, 2: D},
        review=True,
    ),
    # ── a table whose lines slipped ──
    Case(
        "slipped-lines",
        "TT | Nhiệm vụ | Trạng thái\n1 | NV1, NV2 | \n2 |  | Đã hoàn thành\n3 | NV5 | Đã hoàn thành\n4 | NV8, NV9 | Chưa thực hiện\n"
        "5 |  | Đang thực hiện 50%",
        {},
        review=True,
    ),
    # ── about something else ──
    Case(
        "a-meeting",
        "NV8: ngày 10/11/2026 lãnh đạo Sở đã họp về NV8, cuộc họp đã hoàn thành tốt chương trình đề ra.",
        {},
        review=True,
    ),
    Case("a-joke", "NV9 mà hoàn thành 100% thì em khao cả phòng chị một chầu hải sản.", {}, review=True),
    Case(
        "a-draft",
        "Anh xem giúp em bản dự thảo trả lời Sở, chưa gửi chính thức:\n“NV1: đã hoàn thành. NV2: đã hoàn thành.”\nAnh duyệt thì "
        "em mới gửi ạ.",
        {},
        review=True,
    ),
    Case("a-draft-as-a-step", "NV1: đang thực hiện, đã có dự thảo trả lời.", {1: P}),
    Case(
        "one-or-another-status",
        "NV1 đã hoàn thành. NV2, NV5 em chưa nắm được là đã hoàn thành hay đang thực hiện, đang hỏi lại.",
        {1: D},
        review=True,
    ),
    Case(
        "wrong-in-the-system",
        "Trên hệ thống đang ghi NV5 của Sở “đã hoàn thành, 100%” là chưa đúng, đề nghị kiểm tra lại.",
        {},
        review=True,
    ),
    Case(
        "another-plan",
        "Về Kế hoạch cải cách hành chính số 12/KH-UBND, Sở báo cáo: NV1 đã hoàn thành; NV7 đã hoàn thành.",
        {},
        review=True,
    ),
    Case("this-plan", "Về Kế hoạch số 145/KH-UBND, Sở báo cáo: NV1 đã hoàn thành.", {1: D}),
    Case(
        "a-plan-of-its-own",
        "Thực hiện Kế hoạch số 145/KH-UBND và Kế hoạch số 12/KH-UBND của UBND huyện, NV1 đã hoàn thành.",
        {1: D},
    ),
    Case(
        "number-and-words-differ",
        "NV1. Ban hành kế hoạch chuyển đổi số: đã hoàn thành.\n"
        "NV8. Tổ chức hội nghị, hội thảo về chuyển đổi số: chưa thực hiện.",
        {1: D},
        review=True,
    ),
    Case(
        "the-rest-as-before",
        "Sở chỉ cập nhật 02 nhiệm vụ: NV4 đã hoàn thành; NV8 đang thực hiện, đạt 30%. Các nhiệm vụ còn lại như thư trước.",
        {4: D, 8: (P, 30)},
        review=True,
    ),
    Case("done-no", "NV1: Hoàn thành: Không", {}, review=True),
    Case("shared-out", "NV3: 60% hoàn thành, 40% đang thực hiện.", {}, review=True),
    Case("so-much-to-go", "NV3: còn 25% nữa là xong.", {3: P}),
    Case("the-report-itself", "NV3: báo cáo đã hoàn thành.", {}, review=True),
    Case("reported-by-the-agency", "Sở báo cáo đã hoàn thành NV3.", {3: D}),
    Case("awaited", "NV3: đang chờ NV4 hoàn thành.", {}, review=True),
    Case("among-those", "NV8: đang thực hiện; 12 doanh nghiệp, 80% trong số đó là hộ gia đình.", {8: P}),
    Case(
        "if-only",
        "Giá như kinh phí về sớm thì nhiệm vụ 5 đã hoàn thành rồi. Nhiệm vụ 1 đã hoàn thành.",
        {1: D},
        review=True,
    ),
    Case("irony", "Còn nhiệm vụ 9 thì “đã hoàn thành xuất sắc” trên mặt báo, chứ ra tận nơi mà xem!", {}, review=True),
    Case("status-in-quotation-marks", "NV9: “đã hoàn thành”.", {9: D}),
    # ── more than it seems ──
    Case(
        "only-that-one",
        "Sở đã làm xong hết các nhiệm vụ được giao, duy chỉ có nhiệm vụ 8 là đang làm dở, mới được 30%.",
        {1: D, 2: D, 8: (P, 30)},
        tasks=(1, 2, 8),
    ),
    Case(
        "statuses-in-turn",
        "Nhiệm vụ 1, nhiệm vụ 2 và nhiệm vụ 6 có tình trạng lần lượt là: đã hoàn thành, đã hoàn thành, đang thực hiện.",
        {1: D, 2: D, 6: P},
    ),
    Case(
        "typed-wrongly",
        "NV6: đang thực hiện, đạt 60%. À em gõ nhầm, NV6 đang thực hiện, đạt 80% mới đúng ạ.",
        {6: (P, 80)},
    ),
    Case(
        "said-the-other-day",
        "Hôm trước Sở có báo nhiệm vụ 8 đang thực hiện, đạt 40%. Nay Sở xin cập nhật: nhiệm vụ 8 đã hoàn thành.",
        {8: D},
    ),
    Case("at-the-goal", "NV1 và NV3 đã về đích, hoàn thành trọn vẹn.", {1: D, 3: D}),
    Case("long-since", "Nhiệm vụ 1 xong đã lâu.", {1: D}),
    Case("three-quarters", "NV6 thì đang thực hiện, đã đi được ba phần tư chặng đường, tức là 75%.", {6: (P, 75)}),
    Case(
        "by-which-paper", "NV1 đã hoàn thành tại Kế hoạch số 9/KH-STC ngày 08/5/2026 và Công văn số 8/STC-VP.", {1: D}
    ),
    Case(
        "parts-and-on-the-whole",
        "Về NV4: gói 1 đã hoàn thành 100%, gói 2 thi công đạt 35%, gói 4 chưa thực hiện. Nhìn chung NV4 đang thực hiện.",
        {4: P},
    ),
    Case("what-a-man-is-called", "NV9: dong chi Hoan Thanh phu trach, chua thuc hien", {9: N}),
    Case(
        "what-a-company-is-called",
        "NV8: chưa thực hiện; nhà thầu là Công ty TNHH Xây dựng Hoàn Thành 100 mới nhận mặt bằng.",
        {8: N},
    ),
    Case("done-with-capitals", "NV8: Đã Hoàn Thành", {8: D}),
    Case(
        "said-by-another-agency",
        "NV8: không còn thuộc chức năng, nhiệm vụ của Sở; Sở Khoa học và Công nghệ cho biết đã hoàn thành.",
        {8: X},
    ),
    Case(
        "in-turn-with-a-status",
        "Sở đã hoàn thành NV1; NV5 và NV8 đang thực hiện, lần lượt đạt 60% và 45%; NV9 chưa thực hiện.",
        {1: D, 5: (P, 60), 8: (P, 45), 9: N},
    ),
    Case(
        "choices-left-standing",
        "NV2: (đã hoàn thành/đang thực hiện/chưa thực hiện): đang thực hiện, đạt 40%\n"
        "NV5: (đã hoàn thành/đang thực hiện/chưa thực hiện): đã hoàn thành",
        {2: (P, 40), 5: D},
    ),
    Case("choices-only", "NV2: đã hoàn thành/đang thực hiện/chưa thực hiện", {}, review=True),
    Case(
        "next-years-own",
        "Sở: nhiệm vụ 1 đã hoàn thành; nhiệm vụ 1 của năm 2027 chưa thực hiện.",
        {1: D},
    ),
    Case(
        "not-counting",
        "NV3 đã hoàn thành, 25 lớp, chưa kể 7 lớp lồng ghép của Đoàn Thanh niên.",
        {3: (D, None, {"lop": 25})},
    ),
    Case("never-so-early", "NV3: chưa năm nào Sở hoàn thành sớm như năm nay, đã hoàn thành từ tháng 9.", {3: D}),
    Case("not-only", "NV3 không những đã hoàn thành mà còn vượt kế hoạch.", {3: D}),
    Case(
        "this-year-alone",
        "NV7: đã hoàn thành. Lũy kế từ năm 2024 đến nay đã kiểm tra 214 hệ thống; riêng năm 2026 kiểm tra 47 hệ thống.",
        {7: (D, None, {"he-thong": 47})},
    ),
    # ── slips of the keyboard ──
    Case(
        "slips", "Nhiệm vụ 4: đã hoàn thnàh.\nNhiệm vu 5: đang thực hiên.\nNhệm vụ 1: đã hoàn tành", {4: D, 5: P, 1: D}
    ),
    Case(
        "count-above-a-yes-or-no",
        "NV4: đang thực hiện\nSố hồ sơ đã số hóa: 10\nĐã kết nối nền tảng dùng chung: Chưa",
        {4: (P, None, {"ho-so": 10})},
    ),
    Case(
        "column-of-percent",
        "TT | Nhiệm vụ | Tình trạng | % | Số liệu\n1 | Nhiệm vụ 2 | Đang thực hiện | 75 | 18 tin bài\n"
        "2 | Nhiệm vụ 12 | Đang thực hiện | 30 |",
        {2: (P, 75, {"tin-bai": 18}), 12: (P, 30)},
        tasks=(2, 12),
    ),
    Case(
        "number-with-the-words-of-another",
        "Nhiệm vụ 1: đã hoàn thành.\nNhiệm vụ 8 (Tổ chức hội nghị, hội thảo về chuyển đổi số): đã hoàn thành.",
        {1: D},
        review=True,
    ),
    Case(
        "number-with-its-own-words",
        "Nhiệm vụ 9 (Tổ chức hội nghị, hội thảo về chuyển đổi số): đã hoàn thành.",
        {9: D},
    ),
    Case("building-works", "NV4 đang thực hiện: đã hoàn thành 70% khối lượng xây lắp.", {4: (P, 70)}),
    Case("verb-of-the-figure", "NV4: đang làm, có 876 hồ sơ đã số hóa.", {4: (P, None, {"ho-so": 876})}),
)
