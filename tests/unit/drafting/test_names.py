"""Who is named in a cell: names with commas, lists that leave words out, groups, and nobody in particular."""

from __future__ import annotations

import pytest

from dondoc.drafting.names import names_in


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Báo Hà Nam, Đài Phát thanh và Truyền hình tỉnh", ["Báo Hà Nam", "Đài Phát thanh và Truyền hình tỉnh"]),
        ("Sở Văn hóa, Thể thao và Du lịch; Sở Y tế", ["Sở Văn hóa, Thể thao và Du lịch", "Sở Y tế"]),
        ("Sở Công Thương và Sở Tài chính", ["Sở Công Thương", "Sở Tài chính"]),
        ("Các Sở: Tài chính, Kế hoạch và Đầu tư, Y tế", ["Sở Tài chính", "Sở Kế hoạch và Đầu tư", "Sở Y tế"]),
        ("UBND các huyện: Vạn Ninh, Diên Khánh", ["UBND huyện Vạn Ninh", "UBND huyện Diên Khánh"]),
        ("UBND thành phố Nha Trang, thị xã Ninh Hòa", ["UBND thành phố Nha Trang", "UBND thị xã Ninh Hòa"]),
        ("Sở Y tế (chủ trì), Sở NN và PTNT", ["Sở Y tế", "Sở NN và PTNT"]),
    ],
)  # fmt: skip
def test_agencies_are_parted_where_one_name_ends(cell: str, names: list[str]) -> None:
    assert [each.name for each in names_in(cell) if each.kind == "agency"] == names


@pytest.mark.parametrize(
    ("cell", "groups"),
    [
        ("Các Sở, ban, ngành, UBND các huyện, thị xã, thành phố", ["so-ban-nganh", "ubnd-cap-huyen"]),
        ("các sở, ban, ngành, đoàn thể cấp tỉnh; UBND cấp xã", ["so-ban-nganh", "doan-the", "ubnd-cap-xa"]),
        ("UBND các xã, phường, đặc khu", ["ubnd-cap-xa"]),
        ("các cơ quan báo chí và các tổ chức chính trị - xã hội", ["co-quan-bao-chi", "doan-the"]),
        ("Các cơ quan, đơn vị, địa phương", ["co-quan-don-vi"]),
        ("TTYT các huyện, thị xã, thành phố", []),
    ],
)
def test_groups_are_recognised_in_their_usual_wordings(cell: str, groups: list[str]) -> None:
    found = names_in(cell)

    assert all(each.kind == "group" for each in found)
    assert [kind for each in found for kind in each.groups] == groups


@pytest.mark.parametrize(
    "name",
    [
        "Trung tâm Văn hóa, Thể thao và Truyền thông huyện",
        "Phòng Kinh tế, Hạ tầng và Đô thị",
        "Doanh nghiệp viễn thông",
        "tổ dân phố",
    ],
)
def test_name_that_may_be_several_or_nobody_stays_whole_and_unsure(name: str) -> None:
    found = names_in(f"{name}; Sở Y tế")

    assert [(each.kind, each.name, each.is_sure) for each in found] == [
        ("agency", name, False),
        ("agency", "Sở Y tế", True),
    ]


@pytest.mark.parametrize(
    "name", ["Trạm y tế cấp xã", "Công an cấp xã", "Trung tâm y tế các huyện", "Các thôn, tổ dân phố"]
)
def test_what_every_place_has_is_a_group(name: str) -> None:
    assert [(each.kind, each.name) for each in names_in(f"Sở Y tế, {name}")] == [
        ("agency", "Sở Y tế"),
        ("group", name),
    ]


@pytest.mark.parametrize(
    "phrase",
    ["các cơ quan liên quan", "các cơ quan, đơn vị liên quan", "các cơ quan có liên quan", "các sở, ngành liên quan"],
)
def test_related_agencies_are_nobody_in_particular(phrase: str) -> None:
    found = names_in(f"Sở Thông tin và Truyền thông và {phrase}")

    assert [(each.kind, each.name) for each in found] == [
        ("agency", "Sở Thông tin và Truyền thông"),
        ("related", phrase),
    ]


def test_what_does_not_look_like_an_agency_is_marked_unsure() -> None:
    (found,) = names_in("Hạ tầng số")

    assert not found.is_sure
