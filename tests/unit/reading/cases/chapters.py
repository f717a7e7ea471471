"""Reports whose chapters are numbered 1, 2, 3: those numbers name no tasks, and general remarks are no answer."""

from __future__ import annotations

from tests.unit.reading.cases.case import Case, D, N, P

_FOUR = (1, 2, 3, 4)
CASES = (
    Case(
        "chapters-with-named-tasks",
        "1. Đánh giá chung\nCác nhiệm vụ cơ bản hoàn thành.\n2. Kết quả thực hiện\nNV1: đã hoàn thành\nNV2: đang thực hiện 50%\n"
        "3. Khó khăn, vướng mắc\nThiếu kinh phí.\n4. Đề xuất, kiến nghị\nCấp kinh phí.",
        {1: D, 2: (P, 50)},
        tasks=_FOUR,
    ),
    Case(
        "chapters-in-a-line-each",
        "1. Đánh giá chung: Sở đã hoàn thành tốt nhiệm vụ được giao.\n2. Kết quả thực hiện: NV1 đã hoàn thành; NV2 đang làm 50%.\n"
        "3. Khó khăn: không\n4. Kiến nghị: không",
        {1: D, 2: (P, 50)},
        tasks=_FOUR,
    ),
    Case(
        "chapters-that-tell-no-task",
        "1. Công tác chỉ đạo: đã ban hành 3 văn bản, hoàn thành.\n2. Kết quả: đã hoàn thành\n3. Khó khăn: chưa có kinh phí",
        {},
        True,
        tasks=_FOUR,
    ),
    Case(
        "chapter-of-another-name",
        "1. Sự quan tâm của lãnh đạo: đã hoàn thành phân công.\n2. Kết quả: đã hoàn thành\n3. Khó khăn: không",
        {},
        True,
        tasks=_FOUR,
    ),
    Case(
        "chapter-behind-the-results",
        "1. Kết quả thực hiện\nNV1: đã hoàn thành\n2. Công tác phối hợp: đã thực hiện\n3. Kiến nghị: không",
        {1: D},
        True,
        tasks=_FOUR,
    ),
    Case(
        "tasks-by-number-in-a-chapter",
        "1) Đặc điểm tình hình\nĐơn vị đã hoàn thành sáp nhập.\n2) Kết quả thực hiện\n1: đã hoàn thành\n2: đang thực hiện",
        {1: D, 2: P},
        tasks=_FOUR,
    ),
    Case(
        "all-in-the-last-chapter",
        "1. Thuận lợi: được quan tâm, đã hoàn thành kiện toàn.\n2. Khó khăn: thiếu cán bộ\n3. Kết quả: tất cả các nhiệm vụ đã hoàn thành.",
        {1: D, 2: D, 3: D, 4: D},
        tasks=_FOUR,
    ),
    Case(
        "chapters-numbered-twice",
        "1. Kết quả thực hiện các nhiệm vụ:\n1.1. NV1: đã hoàn thành\n1.2. NV2: chưa thực hiện\n2. Khó khăn: NV2 chưa có kinh phí",
        {1: D, 2: N},
        tasks=_FOUR,
    ),
    Case(
        "headings-under-each-task",
        "NV1\n1. Kết quả: đã hoàn thành\n2. Khó khăn: không có\nNV2\n1. Kết quả: đang thực hiện 40%\n2. Khó khăn: thiếu vốn",
        {1: D, 2: (P, 40)},
        tasks=_FOUR,
    ),
    Case(
        "tasks-then-obstacles",
        "1. Đã hoàn thành\n2. Đang thực hiện 50%\n3. Khó khăn: thiếu vốn",
        {1: D, 2: (P, 50)},
        tasks=(1, 2),
    ),
    Case(
        "results-on-the-line-of-their-heading",
        "Kết quả: 1. Đã hoàn thành\n2. Đang thực hiện",
        {1: D, 2: P},
        tasks=(1, 2),
    ),
    Case(
        "third-task-or-chapter",
        "1. Đã hoàn thành\n2. Đang thực hiện 50%\n3. Khó khăn: thiếu vốn",
        {},
        True,
        tasks=_FOUR,
    ),
    Case(
        "plans-of-the-next-year",
        "1. Kết quả\na) NV1 đã hoàn thành\nb) NV2 đang thực hiện 30%\n2. Hạn chế và nguyên nhân\nNV2 chậm do thiếu vốn\n"
        "3. Nhiệm vụ trọng tâm năm 2027\nHoàn thành NV2",
        {1: D, 2: (P, 30)},
        tasks=_FOUR,
    ),
)
