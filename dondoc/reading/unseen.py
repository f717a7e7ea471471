"""Text of an HTML mail that nobody sees: written in the colour of its background, or too small; it is taken out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import html

MIN_CONTRAST = 0.12
"""Of 1 between black and white: "#f0f0f0" on white is not seen, pale grey ("#c0c0c0") is."""
MIN_PIXELS = 3.0
_SUSPICIOUS = tuple(  # one by one: each begins with letters that are found quickly
    map(
        re.compile,
        (
            r"color\s*[:=]\s*[\"']?\s*(?:white|snow|ivory|transparent|#[ef]|rgba?\(\s*2[2-5])",
            r"background(?:-color)?\s*:\s*(?:black|#[0-9a-d]|rgba?\(\s*(?!2[2-5]))",
            r"bgcolor\s*=\s*[\"']?\s*(?:black|#[0-9a-d])",
            r"font-size\s*:\s*[0-2]?(?:\.\d+)?(?:px|pt|em|rem|%|\s|;|[\"'])",
            r"text-indent\s*:\s*-",
            r"position\s*:\s*absolute",
        ),
    )
)
_COLOUR = re.compile(r"(?<![-\w])color\s*:\s*([^;!]+)")
_BACKGROUND = re.compile(r"(?<![-\w])background(?:-color|-image)?\s*:\s*([^;!]+)")
_SIZE = re.compile(r"(?<![-\w])font-size\s*:\s*(\d*\.?\d+)\s*(px|pt|em|rem|%)?")
_AWAY = re.compile(r"text-indent\s*:\s*-\d{3,}|(?<![-\w])(?:left|top)\s*:\s*-\d{3,}\s*px")
_HEX = re.compile(r"#(?:([0-9a-f])([0-9a-f])([0-9a-f])|([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2}))(?![0-9a-f])")
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*(?:[,/]\s*(0?\.\d+|[01])\s*)?\)")
_NAMED = {"white": 1.0, "snow": 0.98, "ivory": 0.99, "whitesmoke": 0.96, "black": 0.0}
_POINTS, _EM = 4 / 3, 16.0
_PIXELS = {"px": 1.0, "pt": _POINTS, "em": _EM, "rem": _EM, "%": _EM / 100, None: 1.0}


@dataclass(frozen=True, slots=True)
class _Look:
    """How bright text and background are (None where a style does not tell), and what else hides the text."""

    text: float | None = 0.0
    background: float | None = 1.0
    is_tiny: bool = False
    is_away: bool = False

    @property
    def is_unseen(self) -> bool:
        if self.is_tiny or self.is_away:
            return True
        return self.text is not None and self.background is not None and abs(self.text - self.background) < MIN_CONTRAST


_PLAIN = _Look()


def drop_unseen(root: html.HtmlElement, source: str) -> None:
    """Take out of the tree the text that is not seen; `source` tells quickly that there can be none."""
    lowered = source.lower()
    if not any(pattern.search(lowered) for pattern in _SUSPICIOUS):
        return
    looks: dict[html.HtmlElement, _Look] = {}
    for element in root.xpath("//*[@style or @color or @bgcolor]"):  # in the order of the text: parents come first
        looks[element] = _look(element, _inherited(element, looks))
    if any(look.is_unseen for look in looks.values()):
        _drop(root, looks)


def _drop(root: html.HtmlElement, looks: Mapping[html.HtmlElement, _Look]) -> None:
    seen: dict[html.HtmlElement, bool] = {}
    for element in root.iter():
        is_parent_seen = seen.get(element.getparent(), True)
        seen[element] = not looks[element].is_unseen if element in looks else is_parent_seen
        if not seen[element] and isinstance(element.tag, str):
            element.text = None
        if element.tail and not is_parent_seen:
            element.tail = None


def _inherited(element: html.HtmlElement, looks: Mapping[html.HtmlElement, _Look]) -> _Look:
    return next((looks[above] for above in element.iterancestors() if above in looks), _PLAIN)


def _look(element: html.HtmlElement, parent: _Look) -> _Look:
    style = (element.get("style") or "").lower()
    text, background = _last(_COLOUR, style, element.get("color")), _last(_BACKGROUND, style, element.get("bgcolor"))
    size = _SIZE.search(style)
    return _Look(
        parent.text if text is None else _brightness(text),
        parent.background if background is None or _is_clear(background) else _brightness(background),
        is_tiny=parent.is_tiny if size is None else float(size[1]) * _PIXELS[size[2]] < MIN_PIXELS,
        is_away=parent.is_away or _AWAY.search(style) is not None,
    )


def _last(pattern: re.Pattern[str], style: str, attribute: str | None) -> str | None:
    """What a style says last, else what the element's attribute says."""
    found = pattern.findall(style)
    value = found[-1] if found else attribute
    return value.strip().lower() if value else None


def _is_clear(value: str) -> bool:
    """Whether a background lets the one behind it through."""
    rgb = _RGB.search(value)
    is_see_through = rgb is not None and rgb[4] is not None and float(rgb[4]) == 0
    return is_see_through or value in {"transparent", "none", "inherit", "initial", "unset", "repeat"}


def _brightness(value: str) -> float | None:
    """From 0, black, to 1, white; None for pictures and what is not known."""
    if "url(" in value or "gradient" in value:
        return None
    if found := _HEX.search(value):
        digits = [digit for digit in found.groups() if digit]
        red, green, blue = (int(digit * (3 - len(digit)), 16) for digit in digits)
    elif found := _RGB.search(value):
        red, green, blue = (int(part) for part in found.groups()[:3])
    else:
        return next((_NAMED[word] for word in value.split() if word in _NAMED), None)
    return (0.299 * red + 0.587 * green + 0.114 * blue) / 255
