"""Reading one reply from end to end: new text, meaning, figures, and what a person must look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dondoc.mail import InboundMail
from dondoc.messages import Message, say
from dondoc.plan.model import Plan
from dondoc.reading.alternatives import doubt_differences, may_differ
from dondoc.reading.bounces import bounces_of
from dondoc.reading.context import RequestContext
from dondoc.reading.elsewhere import elsewhere_of
from dondoc.reading.folded import is_toned
from dondoc.reading.forms import figure_values, read_form_answer
from dondoc.reading.html import lines_of_html
from dondoc.reading.index import PlanIndex, index_of
from dondoc.reading.items import cycle_figures, items_of
from dondoc.reading.kind import kind_of
from dondoc.reading.lines import Line, lines_of_text, unwrapped
from dondoc.reading.loose import doubt_loose, is_open, relate_loose
from dondoc.reading.moments import When
from dondoc.reading.named import check_named, named_in
from dondoc.reading.outcome import Items
from dondoc.reading.places import listed_in, orders_of
from dondoc.reading.purport import doubt_of_all
from dondoc.reading.quotation import NewText, new_text
from dondoc.reading.quoted_form import filled_form, points_down
from dondoc.reading.quoted_task import context_task
from dondoc.reading.scoped import Scoped
from dondoc.reading.scopes import Cutter
from dondoc.reading.sent import SentText, sent_text
from dondoc.reply import Reply, Sender

MAX_TEXT = 400_000
MAX_READ = 40_000


def read_reply(
    mail: InboundMail, *, plan: Plan, context: RequestContext | None, sent_texts: Sequence[str] = ()
) -> Reply:
    """Read a mail; only what is certain and comes from an address on file is in `items`.

    `context` is the request it was matched to, None where there is none; `sent_texts` are our mails of that request.
    """
    lines = _lines_of(mail)
    typed = new_text(lines, sent_text(sent_texts))
    office = context.office if context else ()
    is_known = context is not None and context.knows(mail.sender)
    kind = kind_of(mail, typed.text, office, is_known=is_known)
    sender = Sender(mail.sender or "", is_known)
    reply = Reply(
        kind=kind, request=context.ref if context else None, sender=sender, text=typed.text, aside=typed.aside
    )
    if kind == "bounce":
        return _read_bounce(reply, mail, office)
    if kind != "reply":
        return reply
    if context is None:
        return replace(reply, review=(say("the mail names no request that is known"),))
    return _read_answer(reply, _Letter(mail, lines, typed, sent_texts), plan, context)


def typed_text(mail: InboundMail, sent: SentText) -> NewText:
    """The new text of a mail, from its HTML where that holds text, else from its plain text."""
    return new_text(_lines_of(mail), sent)


def _lines_of(mail: InboundMail) -> list[Line]:
    lines = lines_of_html(mail.html) if mail.html else []
    return lines if any(not line.is_blank for line in lines) else _plain_lines(mail)


def _plain_lines(mail: InboundMail) -> list[Line]:
    return lines_of_text((mail.text or "")[:MAX_TEXT])


def _read_bounce(reply: Reply, mail: InboundMail, office: tuple[str, ...]) -> Reply:
    bounces = bounces_of(mail, office)
    if not bounces:
        return replace(reply, text="", review=(say("a mail came back, but it does not say for which address"),))
    gravest_first = tuple(sorted(bounces, key=lambda bounce: not bounce.is_hard))
    return replace(reply, text="", bounces=gravest_first, review=tuple(bounce.reason for bounce in gravest_first))


def _read_answer(reply: Reply, letter: _Letter, plan: Plan, context: RequestContext) -> Reply:
    index = index_of(plan)
    mail, typed = letter.mail, letter.typed
    items, scoped, form_text = _read_typed(letter, plan, context)
    whole = f"{typed.text}\n{form_text}"
    if letter.has_other_text:
        doubt_differences(items, _read_typed(letter.in_plain_text(), plan, context)[0])
    figures = cycle_figures(whole[:MAX_READ], context.figures, is_toned=is_toned(whole))
    values = dict(figures.values)
    if len(typed.text) > MAX_READ:
        items.doubt(say("the mail is too long to be read whole"))
    for form in mail.forms:
        read_form_answer(form, plan.tasks, context.tasks, items)
        values |= figure_values(form.figures, context.figures, 0, items)
    obstacles = _joined(scoped.sections.text("obstacles"), *(form.obstacles for form in mail.forms))
    proposals = _joined(scoped.sections.text("proposals"), *(form.proposals for form in mail.forms))
    reply = replace(
        reply,
        text="\n\n".join(filter(None, (typed.text, form_text))),
        items=tuple(items.certain[task] for task in sorted(items.certain)),
        suggestions=tuple(items.likely[task] for task in sorted(items.likely) if task not in items.certain),
        figures=values,
        obstacles=obstacles,
        proposals=proposals,
        has_document=context.is_document and any(not attachment.warnings for attachment in mail.attachments),
        review=tuple(items.review),
    )
    return _guarded(_with_documents(reply, mail, index, context), mail, plan, context)


@dataclass(frozen=True, slots=True)
class _Letter:
    """A mail with its lines, the new text in them, and what we sent before."""

    mail: InboundMail
    lines: Sequence[Line]
    typed: NewText
    sent_texts: Sequence[str]

    @property
    def has_other_text(self) -> bool:
        """Whether the plain text beside the HTML may say something else."""
        is_beside = bool(self.mail.html and self.mail.text and self.mail.text.strip() and self.typed.blocks)
        return is_beside and may_differ(self.lines, (self.mail.text or "")[:MAX_TEXT])

    def in_plain_text(self) -> _Letter:
        """The same mail as its plain text has it."""
        lines = _plain_lines(self.mail)
        return replace(self, lines=lines, typed=new_text(lines, sent_text(self.sent_texts)))


def _read_typed(letter: _Letter, plan: Plan, context: RequestContext) -> tuple[Items, Scoped, str]:
    """What the new text says: the items, its pieces, and what was filled in inside the quotation."""
    typed, sent_texts, index = letter.typed, letter.sent_texts, index_of(plan)
    scoped, form_text = _cut(typed, plan, context, sent_texts)
    when = _when(letter.mail, context)
    items = items_of(scoped, index, context.tasks, when)
    if is_open(items, scoped):
        listed = listed_in(typed.quoted, sent_texts, index, context.tasks)
        tasks = listed[0] if len(listed) == 1 and len(listed[0]) == 1 else context.tasks
        items = relate_loose(items, scoped, index, tasks, when)
    check_named(items, named_in(f"{typed.text}\n{form_text}"[:MAX_READ], index), context.tasks)
    doubt_loose(items, scoped, index, context, when)
    return items, scoped, form_text


def _when(mail: InboundMail, context: RequestContext) -> When:
    return When(context.year, mail.sent_at.date() if mail.sent_at else None)


def _cut(typed: NewText, plan: Plan, context: RequestContext, sent_texts: Sequence[str]) -> tuple[Scoped, str]:
    index = index_of(plan)
    tasks = [context_task(block.before, index, context.tasks) if block.before else None for block in typed.blocks]
    is_pointed = points_down(typed.text) and not any(tasks)
    form = filled_form(typed.quoted, context.tasks, index, is_pointed=is_pointed)
    form_text = "\n".join(line.text for line in form)
    cutter = Cutter(
        index,
        context.tasks,
        is_toned=is_toned(f"{typed.text}\n{form_text}"),
        common=context.figures,
        year=context.year,
        elsewhere=elsewhere_of(plan, context.ref.agency),
        orders=orders_of(typed.text, typed.quoted, sent_texts, index, context.tasks),
    )
    for block, task in zip(typed.blocks, tasks, strict=True):
        cutter.read(unwrapped(_limited(block.lines)), task)
    if form:
        cutter.read(unwrapped(form))
    return cutter.found, form_text


def _limited(lines: Sequence[Line]) -> list[Line]:
    """As much as a person would write."""
    total, kept = 0, []
    for line in lines:
        total += len(line.text)
        if total > MAX_READ:
            break
        kept.append(line)
    return kept


def _joined(*texts: str | None) -> str | None:
    return "\n".join(text.strip() for text in texts if text and text.strip()) or None


def _with_documents(reply: Reply, mail: InboundMail, index: PlanIndex, context: RequestContext) -> Reply:
    """Attached documents are read as suggestions, for tasks of which the mail itself says nothing."""
    said = {item.task for item in (*reply.items, *reply.suggestions)}
    review = list(reply.review)
    suggestions = list(reply.suggestions)
    for document in mail.documents:
        cutter = Cutter(
            index, context.tasks, is_toned=is_toned(document.text), common=context.figures, year=context.year
        )
        cutter.read(unwrapped(_limited(lines_of_text(document.text[:MAX_TEXT]))))
        found = items_of(cutter.found, index, context.tasks, _when(mail, context))
        fresh = {task: item for task, item in {**found.likely, **found.certain}.items() if task not in said}
        if fresh:
            said |= fresh.keys()
            suggestions.extend(fresh[task] for task in sorted(fresh))
            tasks = ", ".join(map(str, sorted(fresh)))
            review.append(
                say("the attached document {name} seems to answer tasks {tasks}", name=document.name, tasks=tasks)
            )
    return replace(reply, suggestions=tuple(suggestions), review=tuple(review))


def _guarded(reply: Reply, mail: InboundMail, plan: Plan, context: RequestContext) -> Reply:
    """Nothing is recorded from an address that is not on file, and nothing is put aside without a word."""
    review = list(reply.review)
    for attachment in mail.attachments:
        review.extend(attachment.warnings)
    review.extend(mail.faults)
    if not (reply.items or review or reply.has_document or reply.figures or reply.obstacles or reply.proposals):
        review.append(_silence(reply, mail, context))
    reply = replace(reply, review=tuple(review))
    if reply.sender is None or not reply.sender.is_known:
        reason = say("{address} is not an address on file for this agency", address=mail.sender or "?")
        return _held_back(reply, reason)
    doubt = doubt_of_all(reply.text, plan) if reply.items else None
    return _held_back(reply, doubt) if doubt is not None else reply


def _held_back(reply: Reply, reason: Message) -> Reply:
    """All that was read as mere suggestions, for `reason`."""
    said = {item.task for item in reply.items}
    suggestions = (*reply.items, *(item for item in reply.suggestions if item.task not in said))
    return replace(
        reply,
        items=(),
        figures={},
        obstacles=None,
        proposals=None,
        has_document=False,
        suggestions=suggestions,
        review=(reason, *reply.review),
    )


def _silence(reply: Reply, mail: InboundMail, context: RequestContext) -> Message:
    """Why there is nothing to record."""
    if mail.attachments and not reply.text.strip():
        return say(
            "there is no text, only attached files: {names}",
            names=", ".join(file.name for file in mail.attachments[:5]),
        )
    if mail.attachments:
        return say(
            "the answer may be in the attached files: {names}",
            names=", ".join(file.name for file in mail.attachments[:5]),
        )
    if context.is_document:
        return say("a document was asked for, and none is attached")
    if not reply.text.strip():
        return say("there is no new text in the mail")
    return say("nothing in the text could be read as the status of a task")
