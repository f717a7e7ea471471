import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.errors import InputError
from dondoc.events.replies import RecordedItem
from dondoc.review_words import item_words, parse_item


@pytest.mark.parametrize(
    ("text", "item"),
    [
        pytest.param("3=done", RecordedItem(task=3, status="done"), id="a status"),
        pytest.param(
            " 3 = in_progress , percent = 40 , lop=2 ",
            RecordedItem(task=3, status="in_progress", percent=40, figures={"lop": 2.0}),
            id="spaces, percentage and figure",
        ),
        pytest.param(
            "3=done,co=có,khac=KHÔNG,nua=yes,het=no",
            RecordedItem(task=3, status="done", figures={"co": True, "khac": False, "nua": True, "het": False}),
            id="yes and no",
        ),
        pytest.param(
            "3=done,note=theo công văn = 12", RecordedItem(task=3, status="done", note="theo công văn = 12"), id="note"
        ),
        pytest.param("3=done,lop=1", RecordedItem(task=3, status="done", figures={"lop": 1.0}), id="one is a number"),
    ],
)
def test_the_short_form_is_understood(text: str, item: RecordedItem) -> None:
    parsed = parse_item(text)

    assert parsed == item
    assert {name: type(value) for name, value in parsed.figures.items()} == {
        name: type(value) for name, value in item.figures.items()
    }


@pytest.mark.parametrize(
    "text",
    [
        "",
        "done",
        "3",
        "3=",
        "3=xong",
        "x=done",
        "²=done",
        "-3=done",
        "3=done,lop",
        "3=done,=2",
        "3=done,lop=hai",
        "3=done,percent=nhiều",
        "3=done,percent=",
        "3=done,lop=nan",
        "3=done,lop=1e999",
        "3=done,lop=-2",
        "3=done,percent=250",
        "3=done,percent=-1",
        "3=done,percent=inf",
        "3=done,lop=2,lop=3",
        "3=done,percent=10,percent=20",
        "3=done,hai lớp, ba lớp",
    ],
)
def test_anything_else_is_refused_with_a_plain_word(text: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_item(text)

    assert text in str(caught.value)


figures = st.dictionaries(
    st.from_regex(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", fullmatch=True).filter(lambda name: name not in {"percent", "note"}),
    st.booleans() | st.integers(min_value=0, max_value=10**9).map(float),
    max_size=4,
)


@given(
    st.integers(min_value=1, max_value=999),
    st.sampled_from(["done", "in_progress", "not_started", "not_applicable"]),
    st.none() | st.integers(min_value=0, max_value=100).map(float),
    figures,
)
def test_what_is_shown_may_be_typed_back(
    task: int, status: str, percent: float | None, said: dict[str, float | bool]
) -> None:
    item = RecordedItem.model_validate({"task": task, "status": status, "percent": percent, "figures": said})

    assert parse_item(item_words(item)) == item
