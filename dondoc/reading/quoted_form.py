"""A form filled in inside the quotation: recognised by the choice of statuses that only a form offers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dondoc.reading.formlines import form_value, is_form_question
from dondoc.reading.lines import Line


def filled_form(quoted: Sequence[Line]) -> list[Line]:
    """The quoted form's lines, where it is one and at least one status was filled in; else nothing."""
    questions = [line for line in quoted if is_form_question(line.text)]
    if not any(form_value(line.text) for line in questions):
        return []
    first = quoted.index(questions[0])
    start = max((i for i in range(first) if quoted[i].is_blank), default=max(first - 3, 0))
    last = max(i for i, line in enumerate(quoted) if is_form_question(line.text))
    end = next((i for i in range(last, len(quoted)) if quoted[i].is_blank), len(quoted))
    return [replace(line, depth=0) for line in quoted[start:end]]
