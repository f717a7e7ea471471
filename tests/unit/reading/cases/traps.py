"""What tempts a careless reader: forecasts, other years, rates of other things, hearsay, orders that are quoted."""

from __future__ import annotations

from tests.unit.reading.cases.case import Case, D, N, P

CASES = (
    # ── a forecast is no progress ──
    Case("estimate-for-the-year", "NV7: đang thực hiện, hiện đạt 60%; ước đến ngày 31/12/2026 đạt 95%.", {7: (P, 60)}),
    Case("estimate-for-the-year-alone", "NV7: đang thực hiện, ước cả năm đạt 95%.", {7: P}),
    Case("by-the-end-of-the-year", "NV7: hiện đạt 55%, đến hết năm ước đạt 90%.", {7: (P, 55)}),
    Case("estimate-of-today", "NV7: đang thực hiện, ước đến nay đạt 60%.", {7: (P, 60)}),
    Case("estimate-by-a-day-gone", "NV7: đang thực hiện, ước đến 31/10/2026 đạt 60%.", {7: (P, 60)}),
    # ── what was in another year ──
    Case("percent-of-another-year", "NV7: đang thực hiện; năm 2025 kiểm tra 29 hệ thống, đạt 97% kế hoạch.", {7: P}),
    Case(
        "another-year-behind-the-answer",
        "NV3: đang thực hiện, đạt 80%; đã mở 13 lớp. Năm 2025 Sở mở 18 lớp, hoàn thành vượt kế hoạch.",
        {3: (P, 80, {"lop": 13})},
    ),
    Case(
        "another-year-goes-on",
        "NV3: đang thực hiện, đạt 80%. Năm 2025 Sở mở 18 lớp. Hoàn thành vượt kế hoạch.",
        {},
        review=True,
    ),
    Case(
        "figures-of-another-year",
        "Năm 2025, Sở đã hoàn thành NV3 với 04 lớp tập huấn, 120 học viên. Sang năm 2026, NV3 chưa thực hiện.",
        {3: (N, None, {})},
    ),
    # ── rates of other things ──
    Case("cover-rate", "NV4: đang thực hiện, độ phủ mạng toàn xã hiện đạt 61,4%.", {4: P}),
    Case("index", "NV4: đang thực hiện, chỉ số hài lòng đạt 91%.", {4: P}),
    Case("quality-of-something", "NV4: đang thực hiện, chất lượng nước hiện đạt 61%.", {}, review=True),
    Case("a-word-of-the-title", "NV4: đang thực hiện, số hóa hồ sơ đạt 61%.", {4: (P, 61)}),
    Case("doing-so-much", "NV4: đang xử lý được 50% nha chị", {4: (P, 50)}),
    Case("on-the-phone", "NV4 đg lm dc 60% nha c, nv6 đg th đc 70%", {4: (P, 60), 6: (P, 70)}),
    # ── not said by the agency of itself ──
    Case(
        "report-of-another-office",
        "Đối với NV4, theo báo cáo của Chi nhánh Viễn thông, Chi nhánh đã hoàn thành.",
        {},
        review=True,
    ),
    Case("told-by-another-office", "NV4: theo thông tin từ Công an tỉnh thì đã hoàn thành.", {}, review=True),
    Case("report-of-its-own-rooms", "NV4: theo báo cáo của các phòng, đã hoàn thành.", {4: D}),
    Case(
        "heard-say-before-its-name",
        "Chị ơi, em nghe anh Tuấn bên Trung tâm nói hình như NV5 đã xong, để em hỏi lại. NV1 thì đã hoàn thành.",
        {1: D},
        review=True,
    ),
    Case("another-agency-as-subject", "NV3: bên Sở Khoa học và Công nghệ làm xong rồi.", {}, review=True),
    Case("sent-to-another-agency", "NV3: đã hoàn thành, đã gửi Sở Khoa học và Công nghệ tổng hợp.", {3: D}),
    Case("with-another-agency", "NV3: phối hợp với Sở Khoa học và Công nghệ, đã hoàn thành.", {3: D}),
    Case("its-own-name", "NV3: Sở Tài chính đã hoàn thành.", {3: D}),
    # ── another document, or nobody knows which task ──
    Case("task-of-another-document", "Nhiệm vụ 3 của Kế hoạch 58 đã hoàn thành.", {}, review=True),
    Case("in-another-document", "Trong Nghị quyết 05, nhiệm vụ 3 đã hoàn thành.", {}, review=True),
    Case("task-of-this-plan", "Nhiệm vụ 3 của Kế hoạch số 145/KH-UBND đã hoàn thành.", {3: D}),
    Case("one-or-the-other", "NV3 hoặc NV4 đã hoàn thành.", {}, review=True),
    # ── done, and not quite ──
    Case("to-be-done-again", "NV3: đã xong nhưng phải làm lại do sai mẫu.", {}, review=True),
    Case("nearly", "NV3: suýt nữa thì hoàn thành.", {}, review=True),
    Case("taken-for-done", "NV3: tạm coi là đã hoàn thành.", {}, review=True),
    Case("but-for-one-place", "NV3: trừ lớp ở huyện thì đã hoàn thành.", {}, review=True),
    Case("handed-on", "NV3: đã bàn giao nhiệm vụ cho UBND xã.", {}, review=True),
    Case("always", "Sở luôn hoàn thành mọi nhiệm vụ được giao.", {}, review=True),
    Case("every-year", "Năm nào Sở cũng hoàn thành tất cả nhiệm vụ.", {}, review=True),
    # ── orders that are quoted ──
    Case(
        "quoted-order",
        "Tại Thông báo số 215/TB-UBND, Chủ tịch UBND tỉnh kết luận: “Sở Tài chính chủ trì, hoàn thành nhiệm vụ 5 trước "
        "ngày 31/10/2026, báo cáo kết quả 100%”. Đến nay nhiệm vụ 5 đang thực hiện, đạt 45%.",
        {5: (P, 45)},
    ),
    Case("quoted-name-of-a-task", "Nhiệm vụ 4 “Số hóa hồ sơ” đã hoàn thành.", {4: D}),
    # ── chapters about the next year ──
    Case(
        "tasks-of-the-next-year",
        "II. KẾT QUẢ\n1. Nhiệm vụ 3: đã hoàn thành.\n2. Nhiệm vụ 7: đã hoàn thành, kiểm tra 21 hệ thống.\n"
        "III. NHIỆM VỤ NĂM 2027\nHoàn thành 100% việc số hóa; mở 03 lớp.\nIV. KIẾN NGHỊ\nKhông.",
        {3: D, 7: D},
    ),
    Case("tasks-of-this-year", "II. NHIỆM VỤ NĂM 2026\nNV3: đã hoàn thành.\nNV7: chưa thực hiện.", {3: D, 7: N}),
    # ── all of them ──
    Case(
        "none-left-undone",
        "Đến nay Sở đã hoàn thành toàn bộ các nhiệm vụ được giao năm 2026, không còn nhiệm vụ nào chưa hoàn thành.",
        {1: D, 2: D},
        tasks=(1, 2),
    ),
    Case("all-of-them-listed", "Sở đã hoàn thành 02/02 nhiệm vụ được giao năm 2026 (NV1, NV3).", {1: D, 3: D}),
    Case(
        "joined-by-with",
        "Nhiệm vụ 1, 2 với 6 đã xong hết rồi. Nhiệm vụ 3 đang làm, cỡ 60%.",
        {1: D, 2: D, 6: D, 3: (P, 60)},
    ),
    Case("percent-with-a-slip-of-tones", "Nhiệm vụ 6: đang thưc hiện, đat 58%", {6: (P, 58)}),
    Case("toneless-only-so-much", "NV1, NV2 hoan thanh. NV3 moi dat 90%.", {1: D, 2: D, 3: (P, 90)}),
    Case(
        "figures-of-the-only-task",
        "Báo cáo các đồng chí, Sở Tài chính đã hoàn thành nhiệm vụ được giao, mở 25 lớp tập huấn, 3.120 học viên.",
        {3: (D, None, {"lop": 25, "hoc-vien": 3120})},
        tasks=(3,),
    ),
    # ── words that only look alike without their tones ──
    Case("no-surplus-in-data", "NV7: đã hoàn thành, cập nhật dữ liệu 31 hệ thống.", {7: (D, None, {"he-thong": 31})}),
    Case("no-shortage-in-attracting", "NV3: đã hoàn thành, thu hút 120 học viên.", {3: (D, None, {"hoc-vien": 120})}),
    Case("no-millions-in-offices", "NV6: đang thực hiện, củng cố 4 tổ tại 6 trụ sở.", {6: (P, None, {"to": 4})}),
    Case(
        "part-of-another-figure",
        "NV9: đã hoàn thành, 12 hội nghị, trong đó 450 đại biểu tham dự.",
        {9: (D, None, {"hoi-nghi": 12, "dai-bieu": 450})},
    ),
    # ── wishes ──
    Case(
        "a-wish",
        "NV7: Chưa thực hiện.\nNV8: Chưa thực hiện.\nKính chúc quý Sở hoàn thành xuất sắc tất cả các nhiệm vụ năm 2026!",
        {7: N, 8: N},
    ),
    Case("a-wish-for-all", "Chúc các anh chị hoàn thành tốt mọi nhiệm vụ được giao!", {}, review=True),
    Case("no-wish", "Sở đã tổ chức và hoàn thành tất cả các nhiệm vụ.", {1: D, 2: D}, tasks=(1, 2)),
    # ── put right within the mail ──
    Case(
        "named-twice",
        "NV1: đã hoàn thành\nNV7: đã hoàn thành\nEm xin đính chính: NV7 ở trên em ghi nhầm, NV7 chưa hoàn thành, đang "
        "thực hiện, đạt 80%.",
        {1: D, 7: (P, 80)},
    ),
    Case(
        "the-mail-before",
        "Đính chính thư ngày 21/11: thư trước ghi NV10 đã hoàn thành là nhầm. Đúng ra NV10 đang thực hiện, đạt 70%.",
        {10: (P, 70)},
    ),
    Case(
        "corrected-in-brackets",
        "Em xin đính chính NV8: đã hoàn thành, hỗ trợ 143 doanh nghiệp (thư trước em ghi nhầm).",
        {8: (D, None, {"doanh-nghiep": 143})},
    ),
    Case(
        "last-year-first",
        "NV9: năm ngoái đã hoàn thành với 2 hội nghị, 96 đại biểu; năm nay chưa tổ chức.",
        {9: (N, None, {})},
    ),
    Case("done-in-april", "Nhiệm vụ 1 phường làm xong hồi tháng 4, nhiệm vụ 2 cũng xong luôn.", {1: D, 2: D}),
    Case("kept-in-store", "NV6: đã hoàn thành, dự trữ đủ cho 12 tổ.", {6: (D, None, {"to": 12})}),
    Case(
        "both-years-in-one-sentence",
        "NV9: đang thực hiện; năm ngoái có 25 hội nghị, năm nay mới có 9 hội nghị.",
        {9: (P, None, {"hoi-nghi": 9})},
    ),
    # ── parts, then the whole ──
    Case(
        "taken-together",
        "Về NV4: phần cấp tỉnh đã hoàn thành; phần cấp xã mới đạt 30%. Tính chung cả nhiệm vụ thì đang thực hiện, đạt 45%.",
        {4: (P, 45)},
    ),
)
