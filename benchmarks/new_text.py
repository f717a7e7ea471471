"""How well the new text of replies is found in folders of examples, beside other libraries installed; run by hand.

    python -m benchmarks.new_text FOLDER…

Each FOLDER holds pairs: NAME.txt, NAME.html or NAME.eml, and NAME.expected with the text that should be found. Printed
are the mean overlap of words (F1) and the share found exactly, white space aside.
"""

from __future__ import annotations

import importlib
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from collectors.mime import parse_mail  # noqa: E402 — the path above must come first
from dondoc.reading.html import lines_of_html  # noqa: E402
from dondoc.reading.lines import Line, lines_of_text  # noqa: E402
from dondoc.reading.quotation import new_text  # noqa: E402
from dondoc.reading.sent import sent_text  # noqa: E402

Reader = Callable[[str], str]
OTHERS: dict[str, Callable[[], Reader]] = {
    "email_reply_parser": lambda: importlib.import_module("email_reply_parser").EmailReplyParser.parse_reply,
    "mail-parser-reply": lambda: (
        lambda text: (
            (
                importlib.import_module("mailparser_reply").EmailReplyParser(languages=["en", "de", "fr"]).read(text)
            ).latest_reply
        )
    ),
    "talon": lambda: importlib.import_module("talon.quotations").extract_from_plain,
}


def lines_of(file: Path) -> list[Line]:
    """The lines of an example, from the plain text where a mail has both."""
    if file.suffix == ".eml":
        mail = parse_mail(file.read_bytes(), received_at=None)
        return lines_of_text(mail.text) if mail.text else lines_of_html(mail.html or "")
    text = file.read_text("utf-8", "replace")
    return lines_of_html(text) if file.suffix == ".html" else lines_of_text(text)


def overlap(found: str, expected: str) -> float:
    """F1 of the words of both texts."""
    words, wanted = (Counter(re.findall(r"\w+", unicodedata.normalize("NFC", t).lower())) for t in (found, expected))
    common = (words & wanted).total()
    return 1.0 if not words and not wanted else 2 * common / (words.total() + wanted.total())


def readers() -> dict[str, Reader]:
    """Whatever other library can be imported."""
    found: dict[str, Reader] = {}
    for name, load in OTHERS.items():
        try:
            found[name] = load()
            found[name]("x")
        except ImportError:
            found.pop(name, None)
    return found


def main() -> None:
    others = readers()
    for folder in map(Path, sys.argv[1:]):
        rows: dict[str, list[tuple[float, bool]]] = {}
        for file in sorted(path for path in folder.iterdir() if path.with_suffix(".expected").exists()):
            if file.suffix == ".expected":
                continue
            expected, lines = file.with_suffix(".expected").read_text("utf-8"), lines_of(file)
            plain = "\n".join(f"{'>' * line.depth}{' ' if line.depth else ''}{line.text}" for line in lines)
            texts = {"dondoc": new_text(lines, sent_text(())).text} | {
                n: read(plain) or "" for n, read in others.items()
            }
            for name, text in texts.items():
                rows.setdefault(name, []).append((overlap(text, expected), text.split() == expected.split()))
        for name, scores in rows.items():
            mean, exact = (sum(score[at] for score in scores) / len(scores) for at in (0, 1))
            print(f"{folder.name:30} {name:20} F1 {mean:.3f}, exact {exact:6.1%} of {len(scores)}")


if __name__ == "__main__":
    main()
