"""The text cut into pieces that each speak of certain tasks: who says what of which task, in order of appearance."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from dondoc.plan.model import Figure
from dondoc.reading.bare_numbers import is_empty_group
from dondoc.reading.claims import has_claim
from dondoc.reading.elsewhere import NOWHERE, Elsewhere
from dondoc.reading.figure_index import figure_index
from dondoc.reading.folded import Folded, folded, pattern_of
from dondoc.reading.formlines import form_value, is_left_open, is_unticked_task
from dondoc.reading.hearsay import without_orders
from dondoc.reading.index import PlanIndex
from dondoc.reading.lines import Line
from dondoc.reading.mentions import Mention, leading_number
from dondoc.reading.naming import TaskNames
from dondoc.reading.outcome import joined
from dondoc.reading.pairing import Scope
from dondoc.reading.places import Orders
from dondoc.reading.scoped import Heard, Scoped
from dondoc.reading.sections import Chapters, SectionKind, chapter_number, heading_of, is_chapter, split_inline
from dondoc.reading.sentences import sentences
from dondoc.reading.speaking import OpenScope, SentenceReader
from dondoc.reading.status_heads import is_list_title, is_status_head
from dondoc.reading.tables import TableRow, rows_of
from dondoc.reading.vocabulary import naming

_BULLET = re.compile(r"^\s*(?:[-+*•·●○▪►◦→]|o\s|\(?[a-z0-9]{1,2}[).]\s)")
_NEW_SUBJECT = re.compile(rf"\s*[-+*•]?\s*(?:{pattern_of(naming.NEW_SUBJECT)})(?![a-z0-9_])")
_HEAD_MARKS = " -+*•.)0123456789"


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
        elsewhere: Elsewhere = NOWHERE,
    ) -> None:
        """`common` are the figures asked once of the agency: their lines speak of no task; `year` is reported on.

        `orders` are those in which the writer may have seen the tasks listed; `elsewhere` tells what is others' word.
        """
        self._year = year
        self._index = index
        self._asked = asked
        labels = frozenset(figure_index(common or {}).labels)
        self._names = TaskNames(index, asked, orders or (tuple(sorted(asked)),), labels)
        self._is_toned = is_toned
        self._section: SectionKind | None = None
        self._is_gap = False
        self._is_in_chapter = False
        self._is_told = False
        self._chapters = Chapters()
        self._open = OpenScope()
        self._sentences = SentenceReader(self._names, self._open, elsewhere)

    @property
    def found(self) -> Scoped:
        """Everything cut so far."""
        return self._open.found

    def read(self, lines: Sequence[Line], context: int | None = None) -> None:
        """Cut up one block of new text; `context` is the task whose quoted line stands right above it."""
        self._open.end()
        self._section = None
        if context is not None:
            self._open.begin(Scope((context,), "context"))
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
        is_slipped = self._is_slipped(rows)
        for row in rows:
            self._row(row, is_slipped=is_slipped)
        self._open.end()
        return end - position

    def _is_slipped(self, rows: Sequence[TableRow]) -> bool:
        """Whether statuses stand in lines of their own beside tasks without any: nobody can tell which is whose."""
        silent = [row for row in rows if row.tasks and not row.heading and not self._tells_status(row)]
        return bool(silent) and any(not row.tasks and self._tells_status(row) for row in rows)

    def _tells_status(self, row: TableRow) -> bool:
        return any(has_claim(self._masked(self._fold(text))) for text in row.texts)

    def _row(self, row: TableRow, *, is_slipped: bool) -> None:
        self._open.line += 1
        texts = [self._fold(text) for text in row.texts if text.strip()]
        if row.tasks and is_slipped:
            self.found.heard.append(Heard(row.tasks, joined(texts)))
        elif row.tasks:
            heading = self._fold(row.heading).plain
            self.found.scopes.append(Scope(row.tasks, "row", texts, heading, line=self._open.line))
        else:
            self.found.scopes.append(Scope((), "loose", texts, line=self._open.line))
            self.found.loose.extend(text for text in texts if has_claim(self._masked(text)))
        for kind, text in row.sections:
            self.found.sections.add(kind, text)

    def _fold(self, text: str) -> Folded:
        return folded(text, toned=self._is_toned)

    def _line(self, lines: Sequence[Line], position: int) -> None:
        line = lines[position]
        self._open.line += 1
        if line.is_blank:
            self._is_gap = True
            return
        text = self._fold(without_orders(line.text))
        if self._names.is_common(text) or is_empty_group(text.plain) or is_unticked_task(text.plain):
            self._open.end()
            return
        mentions = self._names.by_number(text)
        if not self._in_section(text, mentions) and not self._is_heading(lines[position + 1 :], text, mentions):
            self._statement(text)
        self._is_gap = False

    def _in_section(self, text: Folded, mentions: Sequence[Mention]) -> bool:
        """Whether the line belongs to a section that is no result; a task's own answer, or a new chapter, ends it."""
        heading = heading_of(text.text, self._year)
        if heading is not None and not (heading[1] == 0 and mentions):
            kind, begin = heading
            self._number_chapter(text, kind)
            if kind == "results":
                return self._in_results(text, begin)
            self.found.sections.add(kind, text.text[begin:])
            self._section = kind if begin else None
            self._is_told = bool(text.text[begin:].strip())
            self._is_in_chapter = is_chapter(text.text)
            if (begin == 0 and self._open.scope is not None and self._is_gap) or begin:
                self._open.end()
            return True
        if self._section is None or (self._is_in_chapter and is_chapter(text.text)):
            self._section = None  # the next chapter ends one
            return False
        is_answer = bool(mentions) and not text.plain[: mentions[0].start].strip(_HEAD_MARKS)
        is_title = is_answer and self._is_told and not text.plain[mentions[0].end :].strip(" :.-")
        if is_title or (is_answer and has_claim(self._masked(text))):
            self._section = None
            return False
        self.found.sections.add(self._section, text.text)
        return True

    def _number_chapter(self, text: Folded, kind: SectionKind) -> None:
        """ "2. Kết quả …": numbers count chapters, and so did those before it that were not named as tasks."""
        number = chapter_number(text.plain)
        if number is None:
            return
        self._chapters.open(number)
        if self._open.scope is not None and self._open.scope.origin == "list":
            self._open.end()
        if kind in {"results", "other"} or number in self._asked:
            self.found.drop_chapters(number)

    def _in_results(self, text: Folded, begin: int) -> bool:
        """ "KẾT QUẢ THỰC HIỆN" ends what came before it; under a task it is only the label of its answer."""
        is_chapter_end = self._section is not None or chapter_number(text.plain) is not None
        self._section = None
        if is_chapter_end and text.text[begin:].strip(" :-*"):
            self._statement(text.slice(begin, len(text.text)))
        return is_chapter_end

    def _is_heading(self, below: Sequence[Line], text: Folded, mentions: Sequence[Mention]) -> bool:
        """Take up a status written above a list of tasks ("Các nhiệm vụ đã hoàn thành:")."""
        if mentions or form_value(text.text) is not None:
            return False
        is_title = is_list_title(text, below, self._index, self._asked)
        if self._open.is_waiting and not self._open.heading and not is_title:
            return False
        is_status = is_status_head(text, below, self._index, self._asked)
        if not is_status and not (self._open.heading and is_title):
            return False
        self._open.end()
        self._open.heading = text.plain if is_status else ""
        return True

    def _masked(self, text: Folded) -> str:
        return self._names.masked(text)

    def _statement(self, text: Folded) -> None:
        text, pieces = split_inline(text)
        for kind, piece in pieces:
            self.found.sections.add(kind, piece)
        value = "" if is_left_open(text.text) else form_value(text.text)
        if value is not None:
            if self._open.scope is not None:
                self._open.scope.says(self._fold(value))
                return
            text = self._fold(value)
            if leading_number(text) is None:
                return
        text = self._at_head(text)
        for place, (start, end) in enumerate(sentences(text.plain)):
            sentence = text.slice(start, end)
            self._sentences.read(self._named_within(sentence) if place else sentence)

    def _at_head(self, text: Folded) -> Folded:
        """Open a scope for a task named at the line's head by a bare number or by its words; the rest of the line."""
        number = leading_number(text)
        self._open.is_numbered = number is not None
        rest = text.slice(number.end, len(text.text)) if number else text
        if self._names.by_number(rest if number else text):
            return rest
        named = self._names.at_head(rest)
        if named is not None:
            self._open.begin(Scope(named.tasks, "name"))
            return rest.slice(named.end, len(rest.text))
        if number is not None and self._chapters.goes_on(number.tasks[0]):
            self._open.end()
        elif number is not None:
            self._open.begin(Scope(number.tasks, "list", is_range=number.is_range))
        else:
            self._leave_scope(text)
        return rest

    def _named_within(self, sentence: Folded) -> Folded:
        """Open a scope for a task that a further sentence names by its words; the rest of it."""
        named = self._names.within(sentence)
        if named is None:
            return sentence
        scope = self._open.scope
        if scope is not None and self._open.is_waiting and named.tasks != scope.tasks:
            self.found.heard.append(Heard((*scope.tasks, *named.tasks), sentence))  # "NV8." before the words of task 9
            self._open.end()
            return sentence.slice(len(sentence.text), len(sentence.text))
        self._open.begin(Scope(named.tasks, "name"))
        return sentence.slice(named.end, len(sentence.text))

    def _leave_scope(self, text: Folded) -> None:
        """A paragraph of its own after a blank line no longer speaks of the task above."""
        is_apart = self._is_gap and not _BULLET.match(text.plain) and not self._open.is_waiting
        if is_apart or _NEW_SUBJECT.match(text.plain):
            self._open.end()
            self._open.heading = ""
