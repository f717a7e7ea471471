"""What nobody sees in an HTML mail is no answer; what is only coloured is."""

from __future__ import annotations

import pytest

from tests.unit.reading.plans import read

SEEN = "<p>NV1: đã hoàn thành</p>"


def _tasks(html: str) -> set[int]:
    return {item.task for item in read(None, html=html).items}


@pytest.mark.parametrize(
    "hidden",
    [
        '<p style="color:#ffffff">{}</p>',
        '<p style="color: white">{}</p>',
        '<p><font color="#FFFFFF">{}</font></p>',
        '<p style="COLOR: RGB(255, 255, 255)">{}</p>',
        '<p style="color:rgba(255,255,255,1); background:#fff">{}</p>',
        '<p style="color:#fdfdfd">{}</p>',
        '<p style="color:#fff"><b>{}</b></p>',
        '<div style="background-color:black"><p style="color:#000">{}</p></div>',
        '<table bgcolor="#1f4e79"><tr><td style="color:#1f4e79">{}</td></tr></table>',
        '<p style="font-size:0">{}</p>',
        '<p style="font-size:0px;color:#000">{}</p>',
        '<p style="font-size:1px">{}</p>',
        '<p style="font-size:.1pt">{}</p>',
        '<p style="text-indent:-9999px">{}</p>',
        '<div style="position:absolute;left:-5000px">{}</div>',
    ],
)
def test_text_that_nobody_sees_is_no_answer(hidden: str) -> None:
    assert _tasks(SEEN + hidden.format("NV3: đã hoàn thành")) == {1}


@pytest.mark.parametrize(
    "shown",
    [
        '<p style="color:red">{}</p>',
        '<p style="color:#1f497d">{}</p>',
        '<p style="color:windowtext">{}</p>',
        '<p style="background:yellow">{}</p>',
        '<p style="background:white;color:black">{}</p>',
        '<p style="color:white;background-color:#1f4e79">{}</p>',
        '<div style="background:#1f4e79"><p style="color:white">{}</p></div>',
        '<div style="background:url(bang.png)"><p style="color:white">{}</p></div>',
        '<table><tr bgcolor="navy"><td style="color:#fff">{}</td></tr></table>',
        '<div style="color:white"><span style="color:#000">{}</span></div>',
        '<p style="background:transparent">{}</p>',
        '<p style="background:rgba(0,0,0,0)">{}</p>',
        '<p style="font-size:10pt">{}</p>',
        '<p style="font-size:0.9em">{}</p>',
        '<p style="font-size:80%">{}</p>',
        '<p style="color:#a6a6a6">{}</p>',
        '<p style="margin-left:-12px">{}</p>',
    ],
)
def test_text_that_is_only_coloured_is_read(shown: str) -> None:
    assert _tasks(SEEN + shown.format("NV3: đã hoàn thành")) == {1, 3}


def test_text_behind_an_unseen_element_is_read() -> None:
    assert _tasks('<div>NV1: đã <span style="color:#fff">không</span> hoàn thành</div>') == {1}


def test_a_mail_of_nothing_but_unseen_text_goes_to_a_person() -> None:
    reply = read("", html='<p style="color:#fff">NV1: đã hoàn thành</p>')

    assert reply.items == ()
    assert reply.review
