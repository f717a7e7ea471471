"""How the cells of the Excel form look: yellow where a clerk writes, grey where nothing belongs."""

from __future__ import annotations

from dataclasses import dataclass

from xlsxwriter import Workbook
from xlsxwriter.format import Format


@dataclass(frozen=True, slots=True)
class FormStyles:
    """The formats of one workbook."""

    title: Format
    text: Format
    bold: Format
    hint: Format
    heading: Format
    section: Format
    number: Format
    label: Format
    unit: Format
    figure: Format
    closed: Format
    choice: Format
    percent: Format
    value: Format
    note: Format

    @classmethod
    def of(cls, book: Workbook) -> FormStyles:
        """The formats, added to `book`."""
        base: dict[str, object] = {
            "font_name": "Times New Roman",
            "font_size": 12,
            "text_wrap": True,
            "valign": "vcenter",
        }
        cell = {**base, "border": 1, "border_color": "#9A9A9A"}
        # text format: what a clerk types stays as typed; an English Excel would turn 1.250 into 1,25
        open_cell = {**cell, "bg_color": "#FFF9DB", "locked": False, "num_format": "@"}

        def made(of: dict[str, object], **more: object) -> Format:
            return book.add_format({**of, **more})

        return cls(
            title=made(base, bold=True, font_size=14, align="center"),
            text=made(base),
            bold=made(base, bold=True),
            hint=made(base, font_size=11, italic=True, font_color="#444444"),
            heading=made(cell, bold=True, align="center", bg_color="#DCE6F1"),
            section=made(cell, bold=True, bg_color="#EEF3F8"),
            number=made(cell, bold=True, align="center"),
            label=made(cell),
            unit=made(cell, align="center", font_size=11),
            figure=made(cell, italic=True, indent=2),
            closed=made(cell, bg_color="#EDEDED"),
            choice=made(open_cell, align="center"),
            percent=made(open_cell, align="center", num_format="General"),
            value=made(open_cell, align="right"),
            note=made(open_cell, valign="top"),
        )
