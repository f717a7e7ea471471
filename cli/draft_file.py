"""Where a drafted plan is written: never over another file unasked, never one that does not load."""

from __future__ import annotations

import os
from pathlib import Path

from dondoc.errors import InputError
from dondoc.messages import Message, say
from dondoc.plan.load import LoadedPlan, load_plan

_SCHEMA = Path(__file__).resolve().parent.parent / "schema" / "plan.schema.json"


def schema_for(out: Path) -> str:
    """The schema as an editor finds it from the folder of `out`."""
    return Path(os.path.relpath(_SCHEMA, out.resolve().parent)).as_posix()


def refuse_existing(out: Path, *, is_forced: bool) -> None:
    """Raise InputError where a file would be lost."""
    if out.exists() and not is_forced:
        raise InputError(_is_there(out))


def write_draft(out: Path, text: str, *, is_forced: bool) -> LoadedPlan:
    """Write a draft that passes the check; raises PlanError, or InputError where it is there or cannot be written."""
    loaded = load_plan(text, file=str(out))
    try:
        with out.open("w" if is_forced else "x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise InputError(_is_there(out)) from None
    except OSError as error:
        raise InputError(say("cannot write {file}: {reason}", file=str(out), reason=error.strerror or "")) from error
    return loaded


def _is_there(out: Path) -> Message:
    return say("{file} is there already; choose another name with --out, or write over it with --force", file=str(out))
