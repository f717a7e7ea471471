"""Tasks named by their place in the list, and what is said of the rest of them."""

from __future__ import annotations

from tests.unit.reading.cases.case import Case, D, N, P

_FIRST = (1, 2, 3)
_ODD = (2, 5)
CASES = (
    Case("first-and-last", "Nhiệm vụ đầu tiên đã hoàn thành, nhiệm vụ cuối cùng chưa làm.", {2: D, 5: N}, tasks=_ODD),
    Case("last-alone", "Nhiệm vụ cuối: chưa thực hiện", {3: N}, tasks=_FIRST),
    Case("two-first", "Hai nhiệm vụ đầu đã hoàn thành.", {1: D, 2: D}, tasks=_FIRST),
    Case("two-first-toneless", "2 nhiem vu dau tien da xong", {1: D, 2: D}, tasks=_FIRST),
    Case("two-last", "Hai nhiệm vụ cuối chưa thực hiện", {2: N, 3: N}, tasks=_FIRST),
    Case(
        "all-but-the-last",
        "Tất cả nhiệm vụ đã hoàn thành, trừ nhiệm vụ cuối cùng đang thực hiện 70%",
        {1: D, 2: D, 3: (P, 70)},
        tasks=_FIRST,
    ),
    Case(
        "two-first-and-the-one-left",
        "Hai nhiệm vụ đầu đã hoàn thành, nhiệm vụ còn lại đang thực hiện 50%.",
        {1: D, 2: D, 3: (P, 50)},
        tasks=_FIRST,
    ),
    Case("one-left", "NV1 và NV2 đã hoàn thành, nhiệm vụ còn lại đang làm 40%", {1: D, 2: D, 3: (P, 40)}, tasks=_FIRST),
    Case("two-left", "NV1 đã xong, hai nhiệm vụ còn lại đang thực hiện", {1: D, 2: P, 3: P}, tasks=_FIRST),
    Case("three-left-of-two", "NV1 đã xong, ba nhiệm vụ còn lại đang thực hiện", {1: D}, True, tasks=_FIRST),
    Case("one-of-two-left", "NV1 đã hoàn thành, nhiệm vụ còn lại đang làm 40%", {1: D}, True, tasks=_FIRST),
    Case("beginning-of-the-year", "Nhiệm vụ đầu năm đã hoàn thành.", {}, True, tasks=_FIRST),
    Case("which-two", "Hai nhiệm vụ sau chưa thực hiện", {}, True, tasks=_FIRST),
    Case("which-later-ones", "Nhiệm vụ đầu đã hoàn thành; các nhiệm vụ sau đang làm", {1: D}, True, tasks=_FIRST),
    Case("more-than-asked", "Bốn nhiệm vụ đầu đã hoàn thành", {}, True, tasks=_FIRST),
    # ── "thứ hai": its number and its place ──
    Case(
        "ordinals-agree", "Nhiệm vụ thứ nhất đã xong. Nhiệm vụ thứ hai đang làm 80%.", {1: D, 2: (P, 80)}, tasks=_FIRST
    ),
    Case("ordinal-differs", "Nhiệm vụ thứ hai đã hoàn thành.", {}, True, tasks=_ODD),
    Case("ordinal-in-digits-differs", "Nhiệm vụ thứ 2 đã hoàn thành.", {}, True, tasks=_ODD),
    Case("number-is-a-number", "Nhiệm vụ số 2 đã hoàn thành.", {2: D}, tasks=_ODD),
    Case("ordinal-past-the-list", "Nhiệm vụ thứ năm đã hoàn thành.", {5: D}, tasks=_ODD),
    Case("ordinal-not-asked", "Nhiệm vụ thứ nhất đã xong. Nhiệm vụ thứ hai đang làm.", {1: D}, True, tasks=(1, 3)),
    Case(
        "rest-of-an-unclear-one", "Nhiệm vụ thứ hai đang làm, các nhiệm vụ còn lại đã hoàn thành.", {}, True, tasks=_ODD
    ),
    Case(
        "table-of-unclear-ordinals",
        "Nhiệm vụ | Tình trạng\nNhiệm vụ thứ nhất | Đã hoàn thành\nNhiệm vụ thứ hai | Đang thực hiện",
        {},
        True,
        tasks=_ODD,
    ),
)
