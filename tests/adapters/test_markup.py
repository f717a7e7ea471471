"""HTML and Markdown show what agencies wrote; nothing of it becomes markup."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from lxml import html
from lxml.etree import _Element
from markdown_it import MarkdownIt

from dondoc.report.build import build_report
from dondoc.report.model import Report
from renderers.html import HtmlRenderer
from renderers.markdown import MarkdownRenderer, escape
from tests.unit.report.builder import CLOSES, period, plan, request, said, statement, status

HOSTILE = (
    "<script>alert(1)</script> [bấm vào đây](http://x.example) **đậm** | ô | `mã` ![ảnh](x) <a href=x>y</a>\n"
    "# tiêu đề\n> trích &lt;b&gt;"
)


def shown(element: _Element) -> str:
    return "".join(str(text) for text in element.itertext())


def hostile_report() -> Report:
    asked = replace(request("so-tttt", (3,), said(3, note=HOSTILE)), obstacles=(statement(HOSTILE),))
    return build_report(plan(), status(asked), period(), as_of=CLOSES, previous=None)


def test_html_holds_no_element_that_an_agency_wrote() -> None:
    page = html.fromstring(HtmlRenderer().render(hostile_report()).decode())

    assert not page.xpath("//script | //a | //img | //link | //iframe")
    assert "[bấm vào đây](http://x.example)" in shown(page)


def test_markdown_holds_no_element_that_an_agency_wrote() -> None:
    text = MarkdownRenderer().render(hostile_report()).decode()

    page = html.fromstring(MarkdownIt("commonmark").enable("table").render(text))

    assert not page.xpath("//script | //a | //img | //code | //pre")
    assert not [element for element in page.iter("strong", "h1", "h2") if "đậm" in shown(element)]
    assert "[bấm vào đây](http://x.example) **đậm** | ô | `mã`" in shown(page)


@pytest.mark.parametrize(
    "text",
    [
        "- gạch",
        "1. một",
        "# mục",
        "+ cộng",
        "=== gạch",
        "> trích",
        "a_b_c",
        "50% & <b>",
        "&amp;",
        "\\",
        "~~xóa~~",
        "http://khac.example/a",
        "HTTPS://khac.example",
        "ftp://khac.example",
        "www.khac.example",
        "WWW.khac.example",
    ],
)
def test_an_escaped_line_shows_as_it_was_written(text: str) -> None:
    page = html.fromstring(MarkdownIt("commonmark").render(escape(text)))

    assert page.tag == "p"
    assert shown(page) == text


@pytest.mark.parametrize(
    "text", ["xem http://khac.example/a", "HTTPS://khac.example", "www.khac.example", "(www.a.example)"]
)
def test_no_address_of_the_web_is_left_for_a_reader_to_make_a_link_of(text: str) -> None:
    """GitHub's Markdown, which Prefect's UI speaks, links a bare ``http://`` or ``www.``."""
    assert re.search(r"(?i)(?:https?|ftp)://|www\.", escape(text)) is None
