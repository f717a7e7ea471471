import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.text import fold, initials, name_key, nearest, squeeze


@pytest.mark.parametrize("spelling", ["Hoà", "Hòa", "hoa", "HOÀ", unicodedata.normalize("NFD", "Hòa")])
def test_folded_spellings_are_the_same(spelling: str) -> None:
    assert fold(spelling) == "hoa"


def test_the_letter_d_with_a_stroke_folds_to_d() -> None:
    assert fold("Đặng đào Ðà ðức") == "dang dao da duc"


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_white_space_is_one_space() -> None:
    assert squeeze("  Sở\u00a0\n Y  tế ") == "Sở Y tế"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("Khánh Hoà", "khánh hòa", True, id="placement of the tone mark"),
        pytest.param("thuỷ lợi", "Thủy  lợi", True, id="placement and spaces"),
        pytest.param("má", "mà", False, id="another tone"),
        pytest.param("ma", "má", False, id="a missing tone"),
        pytest.param("tạ", "ta", False, id="the dot below"),
        pytest.param("bán", "bân", False, id="another vowel"),
    ],
)
def test_names_are_compared_with_their_tones_but_not_their_placement(one: str, other: str, same: bool) -> None:
    assert (name_key(one) == name_key(other)) is same
    assert (name_key(unicodedata.normalize("NFD", one)) == name_key(other)) is same


def test_the_nearest_name_is_found_in_spite_of_slips() -> None:
    known = ("so-y-te", "so-tai-chinh", "cong-an-tinh")

    assert nearest("so-y-tee", known) == "so-y-te"
    assert nearest("Sở-tài-chính", known) == "so-tai-chinh"
    assert nearest("xyz", known) is None
    assert nearest("so-y-te", ()) is None


@pytest.mark.parametrize(
    ("slug", "expected"),
    [("so-y-te", "SYT"), ("so-tnmt", "STNMT"), ("xa-1", "X1"), ("quan-12", "Q12"), ("ubnd-tinh", "UT"), ("a", "A")],
)
def test_initials_tell_agencies_apart(slug: str, expected: str) -> None:
    assert initials(slug) == expected
