"""Answers that point to another: -nt-, như trên, tương tự NV1, cũng vậy."""

from __future__ import annotations

from tests.unit.reading.cases.case import Case, D, N, P

CASES = (
    Case("ditto-in-a-list", "NV1: đã hoàn thành\nNV2: -nt-\nNV3: đang thực hiện 50%", {1: D, 2: D, 3: (P, 50)}),
    Case("ditto-in-a-line", "NV1 đã hoàn thành; NV2 nt; NV3 đang làm", {1: D, 2: D, 3: P}),
    Case("ditto-in-a-numbered-list", "1. đã hoàn thành\n2. -nt-\n3. nt", {1: D, 2: D, 3: D}, tasks=(1, 2, 3)),
    Case("ditto-with-share", "NV1: đang thực hiện, đạt 45%\nNV2: như trên", {1: (P, 45), 2: (P, 45)}),
    Case(
        "ditto-with-figures",
        "NV1: đã hoàn thành\nNV2: -nt-, 45 tin bài\nNV3: nt (3 lớp)",
        {1: D, 2: (D, None, {"tin-bai": 45}), 3: (D, None, {"lop": 3})},
    ),
    Case("ditto-takes-no-figures", "NV3: đã hoàn thành, 120 người\nNV9: nt", {3: D, 9: (D, None, {})}),
    Case(
        "ditto-in-a-table",
        'Nhiệm vụ | Tình trạng | Tỷ lệ\nNV1 | Đang thực hiện | 60\nNV2 | -nt- | 70\nNV3 | " | nt',
        {1: (P, 60), 2: (P, 70), 3: (P, 70)},
    ),
    Case(
        "ditto-beside-a-figure",
        "Nhiệm vụ | Tình trạng | Số hồ sơ đã số hóa\nNV1 | Đã hoàn thành | \nNV4 | như trên | 120",
        {1: D, 4: (D, None, {"ho-so": 120})},
    ),
    Case(
        "ditto-of-a-stranger",
        "Nhiệm vụ | Tình trạng\nNV1 | Đã hoàn thành\nViệc khác của sở | Chưa thực hiện\nNV3 | -nt-",
        {1: D},
        True,
    ),
    Case(
        "ditto-of-a-remark",
        "Nhiệm vụ | Tình trạng | Ghi chú\nNV1 | Đã hoàn thành | Xem phụ lục\nNV3 | | -nt-",
        {1: D},
        True,
    ),
    Case("like-a-task", "NV1: đã hoàn thành\nNV2: tương tự NV1", {1: D, 2: D}),
    Case("like-a-later-task", "NV3: tương tự như NV5\nNV5: chưa thực hiện", {3: N, 5: N}),
    Case("as-a-task", "NV4: chưa thực hiện do thiếu kinh phí\nNV5: như NV4", {4: N, 5: N}),
    Case("like-the-one-above", "NV1: đã hoàn thành\nNV2: kết quả tương tự nhiệm vụ trên", {1: D, 2: D}),
    Case("so-too", "NV1 đã xong, NV2 cũng thế, NV3 cũng vậy ạ", {1: D, 2: D, 3: D}),
    Case("not-yet-either", "NV1: chưa làm\nNV2: cũng chưa", {1: N, 2: N}),
    Case("already-too", "NV1: chưa làm\nNV2: cũng rồi", {1: N}, True),
    Case("like-with-share", "NV1: đang thực hiện, đạt 60%\nNV2: tương tự NV1", {1: (P, 60)}, True),
    Case("like-but", "NV1: đã hoàn thành\nNV2: tương tự, nhưng còn chậm", {1: D}, True),
    Case("like-several", "NV1: đã xong\nNV2: tương tự NV1, NV3: chưa làm", {1: D}, True),
    Case("ditto-above-all", "NV3: như trên\nNV1: đã hoàn thành", {1: D}, True),
    Case("ditto-below-two", "NV1 đã xong, NV2 đang làm\nNV3: như trên", {1: D, 2: P}, True),
    Case("ditto-of-no-task", "NV20: đã hoàn thành\nNV2: như trên", {}, True),
    Case("the-others-likewise", "NV1: đã hoàn thành. Các nhiệm vụ khác tương tự.", {1: D}, True),
    Case("another-agency-likewise", "Xã Phước Lâm cũng tương tự, riêng NV3 đã hoàn thành.", {3: D}, True),
)
