"""Sentences in the reader's language: gettext catalogs with English message ids; Vietnamese is the default."""

from __future__ import annotations

import gettext
from functools import cache
from pathlib import Path

from dondoc.messages import Translate, untranslated

LOCALE_FOLDER = Path(__file__).resolve().parent.parent / "locale"
LANGUAGES = ("vi", "en")


@cache
def translator(language: str = "vi") -> Translate:
    """The function that puts message ids into `language`; English ids are their own text.

    A missing catalog raises FileNotFoundError: a silent fall back to English would hide a broken installation.
    """
    if language == "en":
        return untranslated
    return gettext.translation("dondoc", LOCALE_FOLDER, languages=[language]).gettext
