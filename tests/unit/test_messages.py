import pytest

from dondoc.messages import Message, say


def test_a_sentence_is_filled_with_its_values() -> None:
    assert str(say("{count} mails to {whom}", count=3, whom="Sở Y tế")) == "3 mails to Sở Y tế"


def test_a_translation_is_used_with_the_same_values() -> None:
    message = say("{count} mails", count=3)

    assert message.render({"{count} mails": "{count} thư"}.__getitem__) == "3 thư"


@pytest.mark.parametrize("broken", ["{số} thư", "{} thư", "{count thư", "{count!z}", "{0} thư"])
def test_a_translation_with_an_unknown_place_falls_back_to_english(broken: str) -> None:
    assert say("{count} mails", count=3).render(lambda _: broken) == "3 mails"


def test_braces_in_a_value_are_no_places() -> None:
    assert str(say("read {text}", text="{evil} {0}")) == "read {evil} {0}"


def test_sentences_with_the_same_words_are_the_same() -> None:
    assert say("a {b}", b=1) == Message("a {b}", {"b": 1})
