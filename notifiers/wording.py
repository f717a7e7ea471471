"""The templates of the mails: the office's own before ours, in a sandbox; no word of outside people is alive."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, ChoiceLoader, Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from dondoc.letters import words
from dondoc.letters.drafts import mailto
from dondoc.letters.letter import Draft
from dondoc.messages import Message, Translate
from dondoc.numbers_vi import count_vi, day_vi, weekday_vi
from dondoc.text import plain

TEMPLATES = Path(__file__).parent / "templates"

_BRIEF = 100
_FOR_HTML = "for-html/"


def _is_escaped(name: str | None) -> bool:
    return name is not None and (name.endswith(".html.j2") or name.startswith(_FOR_HTML))


class _ForHtml(BaseLoader):
    """Gives each file once more under a name that marks it as part of a page."""

    def __init__(self, files: BaseLoader) -> None:
        self._files = files

    def get_source(self, environment: Environment, template: str) -> tuple[str, str | None, Callable[[], bool] | None]:
        return self._files.get_source(environment, template.removeprefix(_FOR_HTML))


class _Wording(ImmutableSandboxedEnvironment):
    """Compiles what text and HTML share, such as the sentences, once for each.

    A macro is escaped as the file says that it stands in, not as the one that calls it; yet what it gives counts as
    safe there. So an HTML template gets an edition of its own, in which every value is escaped.
    """

    def join_path(self, template: str, parent: str) -> str:
        return f"{_FOR_HTML}{template}" if _is_escaped(parent) and not _is_escaped(template) else template


@lru_cache(maxsize=8)
def environment(own_templates: Path | None) -> ImmutableSandboxedEnvironment:
    """Compiled templates are kept for the life of the process; one that changes on disk is compiled anew."""
    folders = [folder for folder in (own_templates, TEMPLATES) if folder is not None]
    files: BaseLoader = ChoiceLoader([FileSystemLoader(folder) for folder in folders])
    made = _Wording(
        loader=_ForHtml(files),
        autoescape=_is_escaped,
        finalize=_readable,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= _filters()
    made.globals["MATTERS"] = tuple(words.MATTERS)
    return made


def _filters() -> dict[str, Any]:  # Any: a filter takes what its template gives it
    return {
        "brief": _brief,
        "day": day_vi,
        "weekday": weekday_vi,
        "count": count_vi,
        "deadline": words.deadline_vi,
        "plan": words.plan_vi,
        "kind": words.kind_vi,
        "asked": words.asked_vi,
        "tasks": words.tasks_vi,
        "matter": words.matter_vi,
        "headline": words.matters_vi,
        "said": _said,
        "link": _link,
    }


def _readable(value: object) -> object:
    """What is put into a mail, without characters that nobody sees; what is a page's already has been through here."""
    return plain(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _brief(text: str) -> str:
    """The beginning of a task's wording, enough to recognise it."""
    return text if len(text) <= _BRIEF else f"{text[:_BRIEF].rpartition(' ')[0].rstrip(',;.')}…"


@pass_context
def _said(context: Context, message: Message) -> str:
    translate: Translate = context["translate"]
    return message.render(translate)


def _link(draft: Draft, address: str) -> str:
    return mailto(address, draft)
