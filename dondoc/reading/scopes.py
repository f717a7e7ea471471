"""The text cut into pieces that each speak of certain tasks: who says what of which task, in order of appearance."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from dondoc.plan.model import Figure
from dondoc.reading.bare_numbers import is_empty_group
from dondoc.reading.claims import has_claim
from dondoc.reading.dittos import likens_to_several, points_elsewhere, without_likened
from dondoc.reading.figure_index import figure_index
from dondoc.reading.folded import Folded, folded, pattern_of
from dondoc.reading.formlines import form_value, is_left_open, is_unticked_task
from dondoc.reading.hints import Hint, hinted_task
from dondoc.reading.index import PlanIndex
from dondoc.reading.lines import Line
from dondoc.reading.mentions import Mention, leading_number
from dondoc.reading.naming import TaskNames
from dondoc.reading.pairing import TURN, Scope
from dondoc.reading.places import Orders
from dondoc.reading.relating import related
from dondoc.reading.scoped import Scoped, Unplaced, WholeStatement
from dondoc.reading.sections import SectionKind, heading_of, is_chapter, split_inline
from dondoc.reading.sentences import is_question, sentences
from dondoc.reading.status_heads import is_status_head
from dondoc.reading.tables import TableRow, rows_of
from dondoc.reading.vocabulary import naming
from dondoc.reading.whole_cuts import Cut, others_cut, whole_cut
from dondoc.reading.wholes import is_reported_later, whole_in

_BULLET = re.compile(r"^\s*(?:[-+*•·●○▪►◦→]|o\s|\(?[a-z0-9]{1,2}[).]\s)")
_NEW_SUBJECT = re.compile(rf"\s*[-+*•]?\s*(?:{pattern_of(naming.NEW_SUBJECT)})(?![a-z0-9_])")
_HEAD_MARKS = " -+*•.)0123456789"
_DETAIL = re.compile(r"\s*(?:trong\s+d[o_]|cu\s+the)(?![a-z0-9_])")


class Cutter:
    """Reads line after line and keeps the scope that is open; one cutter a mail."""

    def __init__(
        self,
        index: PlanIndex,
        asked: tuple[int, ...],
        *,
        is_toned: bool,
        year: int | None,
        common: Mapping[str, Figure] | None = None,
        orders: Orders = (),
    ) -> None:
        """`common` are the figures asked once of the agency: their lines speak of no task; `year` is reported on.

        `orders` are those in which the writer may have seen the tasks listed.
        """
        self._year = year
        self._index = index
        self._asked = asked
        labels = frozenset(figure_index(common or {}).labels)
        self._names = TaskNames(index, asked, orders or (tuple(sorted(asked)),), labels)
        self._is_toned = is_toned
        self._scope: Scope | None = None
        self._section: SectionKind | None = None
        self._heading = ""
        self._is_gap = False
        self._is_numbered = False
        self._is_in_chapter = False
        self._place = 0
        self.found = Scoped()

    def read(self, lines: Sequence[Line], context: int | None = None) -> None:
        """Cut up one block of new text; `context` is the task whose quoted line stands right above it."""
        self._close()
        self._section = None
        if context is not None:
            self._open(Scope((context,), "context"))
        position = 0
        while position < len(lines):
            count = self._table(lines, position)
            if not count:
                self._line(lines, position)
            position += count or 1

    def _table(self, lines: Sequence[Line], position: int) -> int:
        """Read the table that begins here; how many lines it takes."""
        if position and lines[position - 1].cells:
            return 0  # the rest of a table without its head says something else
        end = position
        while end < len(lines) and lines[end].cells:
            end += 1
        if end == position:
            return 0
        rows = rows_of(lines[position:end], self._index, self._asked, self._year, self._names.orders)
        if rows is None:
            return 0
        for row in rows:
            self._row(row)
        self._close()
        return end - position

    def _row(self, row: TableRow) -> None:
        self._place += 1
        texts = [self._fold(text) for text in row.texts if text.strip()]
        if row.tasks:
            heading = self._fold(row.heading).plain
            self.found.scopes.append(Scope(row.tasks, "row", texts, heading, line=self._place))
        else:
            self.found.scopes.append(Scope((), "loose", texts, line=self._place))
            self.found.loose.extend(text for text in texts if has_claim(self._masked(text)))
        for kind, text in row.sections:
            self.found.sections.add(kind, text)

    def _fold(self, text: str) -> Folded:
        return folded(text, toned=self._is_toned)

    def _line(self, lines: Sequence[Line], position: int) -> None:
        line = lines[position]
        self._place += 1
        if line.is_blank:
            self._is_gap = True
            return
        text = self._fold(line.text)
        if self._names.is_common(text) or is_empty_group(text.plain) or is_unticked_task(text.plain):
            self._close()
            return
        mentions = self._names.by_number(text)
        if not self._in_section(text, mentions) and not self._is_heading(lines[position + 1 :], text, mentions):
            self._statement(text)
        self._is_gap = False

    def _in_section(self, text: Folded, mentions: Sequence[Mention]) -> bool:
        """Whether the line belongs to a section that is no result; a task's own answer, or a new chapter, ends it."""
        heading = heading_of(text.text)
        if heading is not None and not (heading[1] == 0 and mentions):
            kind, begin = heading
            if kind == "results":
                return self._ends_section()
            self.found.sections.add(kind, text.text[begin:])
            self._section = kind if begin else None
            self._is_in_chapter = is_chapter(text.text)
            if (begin == 0 and self._scope is not None and self._is_gap) or begin:
                self._close()
            return True
        if self._section is None or (self._is_in_chapter and is_chapter(text.text)):
            self._section = None  # the next chapter ends one
            return False
        is_answer = bool(mentions) and not text.plain[: mentions[0].start].strip(_HEAD_MARKS)
        if is_answer and has_claim(self._masked(text)):
            self._section = None
            return False
        self.found.sections.add(self._section, text.text)
        return True

    def _ends_section(self) -> bool:
        """ "KẾT QUẢ THỰC HIỆN" ends what came before it; under a task it is only the label of its answer."""
        was_open = self._section is not None
        self._section = None
        return was_open

    def _is_heading(self, below: Sequence[Line], text: Folded, mentions: Sequence[Mention]) -> bool:
        """Take up a status written above a list of tasks ("Các nhiệm vụ đã hoàn thành:")."""
        if mentions or (self._is_waiting() and not self._heading) or form_value(text.text) is not None:
            return False
        if not is_status_head(text, below, self._index, self._asked):
            return False
        self._close()
        self._heading = text.plain
        return True

    def _masked(self, text: Folded) -> str:
        return self._index.masked(text.text, text.plain)

    def _statement(self, text: Folded) -> None:
        text, pieces = split_inline(text)
        for kind, piece in pieces:
            self.found.sections.add(kind, piece)
        value = "" if is_left_open(text.text) else form_value(text.text)
        if value is not None:
            if self._scope is not None:
                self._scope.says(self._fold(value))
            return
        text = self._at_head(text)
        for place, (start, end) in enumerate(sentences(text.plain)):
            sentence = text.slice(start, end)
            self._sentence(self._named_within(sentence) if place else sentence)

    def _at_head(self, text: Folded) -> Folded:
        """Open a scope for a task named at the line's head by a bare number or by its words; the rest of the line."""
        number = leading_number(text)
        self._is_numbered = number is not None
        rest = text.slice(number.end, len(text.text)) if number else text
        if self._names.by_number(rest if number else text):
            return rest
        named = self._names.at_head(rest)
        if named is not None:
            self._open(Scope(named.tasks, "name"))
            return rest.slice(named.end, len(rest.text))
        if number is not None:
            self._open(Scope(number.tasks, "list", is_range=number.is_range))
            return rest
        self._leave_scope(text)
        return text

    def _named_within(self, sentence: Folded) -> Folded:
        """Open a scope for a task that a further sentence names by its words; the rest of it."""
        named = self._names.within(sentence)
        if named is None:
            return sentence
        self._open(Scope(named.tasks, "name"))
        return sentence.slice(named.end, len(sentence.text))

    def _leave_scope(self, text: Folded) -> None:
        """A paragraph of its own after a blank line no longer speaks of the task above."""
        is_apart = self._is_gap and not _BULLET.match(text.plain) and not self._is_waiting()
        if is_apart or _NEW_SUBJECT.match(text.plain):
            self._close()
            self._heading = ""

    def _is_waiting(self) -> bool:
        """Whether the open scope has named its task but said nothing yet."""
        return self._scope is not None and not self._scope.texts

    def _open(self, scope: Scope) -> None:
        scope.heading = self._heading
        scope.is_numbered = self._is_numbered
        scope.line = self._place
        self._scope = scope
        self.found.scopes.append(scope)

    def _close(self) -> None:
        self._scope = None

    def _sentence(self, text: Folded) -> None:
        masked = self._masked(text)
        mentions = self._names.in_sentence(text, masked, is_waiting=self._is_waiting())
        if is_question(masked):
            self.found.questions.append(text.text.strip())
        others = others_cut(text, masked, mentions)
        if others is not None:
            self.found.wholes.append(others.statement)
            text, masked, mentions = others.text, others.masked, others.mentions
        whole = self._cut_whole(text, masked, mentions)
        if whole is not None:
            text, masked, mentions = whole.text, whole.masked, whole.mentions
        if mentions:
            known = len(self.found.scopes)
            self._relate(text, masked, mentions)
            for scope in self.found.scopes[known:] if whole is not None and not _DETAIL.match(masked) else ():
                scope.is_turn = True
        elif text.plain.strip():
            self._unnamed(text, masked)

    def _unnamed(self, text: Folded, masked: str) -> None:
        """A sentence that names no task: about the one that is open, perhaps about another, or about none."""
        if is_reported_later(text.plain):
            return
        if points_elsewhere(masked) and whole_in(masked) is not None:
            self.found.wholes.append(WholeStatement("vague", text))
            return
        if self._scope is None:
            self.found.scopes.append(Scope((), "loose", [text], line=self._place))
            self.found.loose.append(text)
            return
        hinted = None if self._is_waiting() else hinted_task(text, masked, self._index, self._asked)
        if hinted is not None and hinted not in self._scope.tasks:
            self.found.hints.append(Hint(hinted, text))
        self._scope.says(text)

    def _relate(self, text: Folded, masked: str, mentions: Sequence[Mention]) -> None:
        """Give a sentence to the tasks it names, unless it was only heard or pairs with none of them."""
        for mention in mentions:
            if mention.doubt:
                self.found.unplaced.append(Unplaced(mention.doubt, text))
        if TURN.search(masked, 0, mentions[0].start) and points_elsewhere(masked[: mentions[0].start]):
            self.found.wholes.append(WholeStatement("vague", text))
        if likens_to_several(text, mentions):
            self.found.heard.extend(Scope(mention.tasks, "number", [text]) for mention in mentions)
            return
        found = related(text, masked, without_likened(text, mentions))
        if found.is_heard:
            self.found.heard.extend(found.scopes)
            return
        for scope in found.scopes:
            self._open(scope)
        if found.is_in_turn:
            self._close()

    def _cut_whole(self, text: Folded, masked: str, mentions: Sequence[Mention]) -> Cut | None:
        """Take a statement about all tasks out of the sentence; None where it holds none."""
        if not mentions and self._is_inside_answer(masked):
            return None
        cut = whole_cut(text, masked, mentions)
        if cut is not None:
            self.found.wholes.append(cut.statement)
            if not mentions:
                self._close()
        return cut

    def _is_inside_answer(self, masked: str) -> bool:
        """Whether the sentence still speaks of the task above: it names no tasks, or that one waits for words."""
        if self._scope is None or self._scope.origin == "list":
            return False
        return "nhiem vu" not in masked or self._is_waiting()
