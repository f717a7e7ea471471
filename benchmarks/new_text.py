"""How well the new text of replies is found in folders of examples, beside other libraries installed; run by hand.

    python -m benchmarks.new_text FOLDER…

Each FOLDER is a set of pairs: NAME.txt, NAME.html or NAME.eml, and NAME.expected with the text that should be found.
Printed are the mean overlap of words (F1) of each set, the mean of the sets, the mean of all pairs, and the share found
exactly, white space aside. Other libraries read HTML by themselves where they can.
"""

from __future__ import annotations

import importlib
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from collectors.mime import parse_mail  # noqa: E402 — the path above must come first
from dondoc.reading.html import lines_of_html  # noqa: E402
from dondoc.reading.lines import Line, lines_of_text  # noqa: E402
from dondoc.reading.quotation import new_text  # noqa: E402
from dondoc.reading.sent import sent_text  # noqa: E402

Reader = Callable[[str], str]
LANGUAGES = ["en", "de", "fr", "it", "es", "nl", "pl", "sv", "da", "cs", "ja", "ko", "zh"]


@dataclass(frozen=True, slots=True)
class Library:
    """How a library reads a plain text, and HTML where it can: it gives back HTML."""

    plain: Reader
    html: Reader | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A mail as it came, and the text that its owners expect."""

    folder: str
    lines: list[Line]
    plain: str
    html: str | None
    expected: str


@dataclass(frozen=True, slots=True)
class Score:
    """How much of an expected text was found, and whether it was found exactly."""

    overlap: float
    is_exact: bool


def _email_reply_parser() -> Library:
    return Library(importlib.import_module("email_reply_parser").EmailReplyParser.parse_reply)


def _mail_parser_reply() -> Library:
    module = importlib.import_module("mailparser_reply")
    known = importlib.import_module("mailparser_reply.constants").MAIL_LANGUAGES
    parser = module.EmailReplyParser(languages=[language for language in LANGUAGES if language in known])
    return Library(lambda text: parser.read(text).latest_reply)


def _quotequail() -> Library:
    module = importlib.import_module("quotequail")

    def kept(parts: Iterable[tuple[bool, str]]) -> str:
        return "\n".join(text for is_new, text in parts if is_new)

    return Library(
        lambda text: kept(module.quote(text, quote_intro_line=True)),
        lambda source: kept(module.quote_html(source, quote_intro_line=True)),
    )


def _talon() -> Library:
    module = importlib.import_module("talon.quotations")
    return Library(module.extract_from_plain, module.extract_from_html)


OTHERS: dict[str, Callable[[], Library]] = {
    "email_reply_parser": _email_reply_parser,
    "mail-parser-reply": _mail_parser_reply,
    "quotequail": _quotequail,
    "talon": _talon,
}


def shown(lines: Iterable[Line]) -> str:
    """Lines as a plain text, with quote marks."""
    return "\n".join(f"{'>' * line.depth}{' ' if line.depth else ''}{line.text}" for line in lines)


def example_of(file: Path) -> Example:
    """An example, read from the plain text where a mail has both."""
    expected = file.with_suffix(".expected").read_text("utf-8")
    plain, html = file.read_text("utf-8", "replace"), None
    if file.suffix == ".eml":
        mail = parse_mail(file.read_bytes(), received_at=None)
        plain, html = mail.text or "", None if mail.text else mail.html
    elif file.suffix == ".html":
        plain, html = "", plain
    lines = lines_of_text(plain) if html is None else lines_of_html(html)
    return Example(file.parent.name, lines, plain or shown(lines), html, expected)


def examples_in(folder: Path) -> list[Example]:
    """The pairs of a folder."""
    files = sorted(path for path in folder.iterdir() if path.suffix != ".expected")
    return [example_of(file) for file in files if file.with_suffix(".expected").exists()]


def read_by(library: Library, example: Example) -> str:
    """What a library finds; where it fails at HTML it is given the plain text."""
    if example.html is not None and library.html is not None:
        try:
            return "\n".join(line.text for line in lines_of_html(library.html(example.html)))
        except Exception:  # noqa: BLE001 — a foreign library, some of whose HTML code no longer fits its own needs
            return library.plain(example.plain) or ""
    return library.plain(example.plain) or ""


def overlap(found: str, expected: str) -> float:
    """F1 of the words of both texts."""
    words, wanted = (Counter(re.findall(r"\w+", unicodedata.normalize("NFC", t).lower())) for t in (found, expected))
    common = (words & wanted).total()
    return 1.0 if not words and not wanted else 2 * common / (words.total() + wanted.total())


def installed() -> dict[str, Library]:
    """Whatever other library can be imported."""
    found: dict[str, Library] = {}
    for name, load in OTHERS.items():
        try:
            found[name] = load()
        except ImportError:
            continue
    return found


def scores_of(example: Example, libraries: Mapping[str, Library]) -> dict[str, Score]:
    """How well each reader does at an example, ours first."""
    texts = {"dondoc": new_text(example.lines, sent_text(())).text}
    texts |= {name: read_by(library, example) for name, library in libraries.items()}
    wanted = example.expected
    return {name: Score(overlap(text, wanted), text.split() == wanted.split()) for name, text in texts.items()}


def main() -> None:
    libraries = installed()
    sets: dict[str, list[dict[str, Score]]] = {}
    for folder in map(Path, sys.argv[1:]):
        sets[folder.name] = [scores_of(example, libraries) for example in examples_in(folder)]
    for name in ("dondoc", *libraries):
        means = {folder: fmean(row[name].overlap for row in rows) for folder, rows in sets.items() if rows}
        pairs = [row[name] for rows in sets.values() for row in rows]
        for folder, mean in means.items():
            print(f"{name:20} {folder:30} F1 {mean:.3f} of {len(sets[folder])}")
        exact = fmean(score.is_exact for score in pairs)
        of_sets, of_pairs = fmean(means.values()), fmean(score.overlap for score in pairs)
        print(f"{name:20} mean of sets {of_sets:.3f}, of pairs {of_pairs:.3f}, exact {exact:.1%} of {len(pairs)}")


if __name__ == "__main__":
    main()
