import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.form_layout import OBSTACLES, PROPOSALS, RowKey, parse_key

ids = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True)
keys = st.one_of(
    st.builds(RowKey, task=st.integers(min_value=0, max_value=999_999_999), figure=st.none() | ids),
    st.builds(RowKey, figure=ids),
    st.sampled_from([OBSTACLES, PROPOSALS]),
)


@given(keys)
def test_a_key_written_into_a_cell_is_read_back(key: RowKey) -> None:
    assert parse_key(str(key)) == key


@pytest.mark.parametrize(
    "cell",
    [None, 3.0, True, "", "3", "dondoc:", "dondoc:3/", "dondoc:3 ", "dondoc:3\n", "dondoc:figure/", "dondoc:x/y/z"],
)
def test_anything_else_is_no_key(cell: str | float | bool | None) -> None:
    assert parse_key(cell) is None
