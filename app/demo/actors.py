"""Simulated agencies at work: read the mail in their mailbox, answer it over real SMTP in their own way."""

from __future__ import annotations

import random
import smtplib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime, formataddr, make_msgid, parseaddr

from app.demo import voices
from app.demo.agencies import Errand, Habit
from app.demo.request_mail import RequestMail, read_request_mail
from dondoc.plan.model import Agency, Plan

Mailbox = Callable[[str], list[bytes]]
"""The mails of an address, oldest first."""

_XLSX = ("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet")
_STRANGER = "vanphong.so@mail-la.example"


@dataclass(frozen=True, slots=True)
class World:
    """Where the agencies live: the plan they are in, their mailboxes, the server they send through."""

    plan: Plan
    mailbox: Mailbox
    port: int
    seed: int


def run_errand(world: World, errand: Errand, moment: datetime) -> bool:
    """Do what an agency does at a moment; False when it has no request to answer."""
    agency = world.plan.agencies[errand.agency]
    requests = [read_request_mail(raw) for raw in world.mailbox(agency.email[0])]
    requests = [request for request in requests if request.tasks and agency.email[0] in request.to]
    if not requests:
        return False
    scene = _Scene(world, agency, requests[-1], errand, random.Random(f"{world.seed}{agency.id}"))  # noqa: S311 — a play
    mail = _ACTS.get(errand.habit, _lines)(scene)
    _post(world.port, agency, mail, moment)
    return True


@dataclass(frozen=True, slots=True)
class _Scene:
    world: World
    agency: Agency
    request: RequestMail
    errand: Errand
    chance: random.Random

    @property
    def said(self) -> tuple[voices.Said, ...]:
        """The same opinions at every call: chance is drawn anew from the agency's name."""
        chance = random.Random(f"{self.world.seed}{self.agency.id}opinion")  # noqa: S311 — a play
        return voices.opinions(self.world.plan, self.request.tasks, chance)

    def letter(self, body: str) -> str:
        """Greeting, body, closing, and our mail quoted below."""
        parts = (
            voices.greeting(self.world.plan),
            body,
            voices.closing(self.agency, self.chance),
            voices.quoted(self.request, self.chance),
        )
        return "\n\n".join(parts)

    def reply(self, text: str) -> EmailMessage:
        """A reply in the thread of the request."""
        mail = EmailMessage()
        mail["Subject"] = f"Re: {self.request.subject}"
        mail["To"] = self.request.reply_to
        mail["In-Reply-To"] = self.request.message_id
        mail["References"] = self.request.message_id
        mail.set_content(text)
        return mail


def _lines(scene: _Scene) -> EmailMessage:
    body = voices.in_lines(scene.said, scene.chance)
    remarks = voices.remarks(scene.chance)
    funds = _funds(scene.chance)
    return scene.reply(scene.letter("\n".join(part for part in (body, funds, remarks) if part)))


def _funds(chance: random.Random) -> str:
    return f"Kinh phí thực hiện: {chance.randint(10, 90)} triệu đồng." if chance.random() < 0.7 else ""


def _sentence(scene: _Scene) -> EmailMessage:
    year = scene.errand.on.year
    return scene.reply(scene.letter(f"{scene.agency.name} đã hoàn thành tất cả các nhiệm vụ được giao năm {year}."))


def _button(scene: _Scene) -> EmailMessage:
    """Press the button that answers for all tasks and send what opens: a new mail, nothing quoted."""
    ready = max(scene.request.answers, key=lambda answer: answer.body.count("NV"))
    mail = EmailMessage()
    mail["Subject"], mail["To"] = ready.subject, ready.to
    mail.set_content(ready.body.replace("...", "5"))
    return mail


def _form(scene: _Scene) -> EmailMessage:
    mail = scene.reply(scene.letter("Xin gửi biểu mẫu đã điền đính kèm."))
    if scene.request.form is None:
        return _lines(scene)
    filled = voices.filled_form(scene.request.form, scene.said)
    mail.add_attachment(filled, maintype=_XLSX[0], subtype=_XLSX[1], filename="Bieu mau da dien.xlsx")
    return mail


def _partial(scene: _Scene) -> EmailMessage:
    """The first half at first, whatever is still asked for later."""
    said = scene.said
    half = said[: max(1, len(said) // 2)] if scene.errand.turn == 1 else said
    return scene.reply(scene.letter(voices.in_lines(half, scene.chance)))


def _correction(scene: _Scene) -> EmailMessage:
    """First everything is going on; later the first task turns out to be done."""
    started = [replace(one, status="in_progress", percent=60, figures={}) for one in scene.said]
    if scene.errand.turn == 1:
        return scene.reply(scene.letter(voices.in_lines(started, scene.chance)))
    number = scene.said[0].task.number
    return scene.reply(scene.letter(f"Xin đính chính: NV{number}: đã hoàn thành."))


def _away(scene: _Scene) -> EmailMessage:
    if scene.errand.turn > 1:
        return _lines(scene)
    mail = scene.reply("Tôi đang đi công tác, sẽ trả lời thư sau khi về cơ quan.")
    mail.replace_header("Subject", f"Trả lời tự động: {scene.request.subject}")
    mail["Auto-Submitted"] = "auto-replied"
    return mail


def _forged(scene: _Scene) -> EmailMessage:
    """Somebody got hold of the code and answers from an address of their own."""
    mail = scene.reply("Đã hoàn thành tất cả các nhiệm vụ được giao.")
    mail["From"] = formataddr((scene.agency.name, _STRANGER), "utf-8")
    return mail


def _scan(scene: _Scene) -> EmailMessage:
    mail = scene.reply(scene.letter("Xin gửi báo cáo kèm theo."))
    mail.add_attachment(voices.SCANNED_PDF, maintype="application", subtype="pdf", filename="Báo cáo (bản ký).pdf")
    return mail


def _unreadable(scene: _Scene) -> EmailMessage:
    """A gateway broke the text: bytes of no encoding at all."""
    mail = scene.reply("x")
    noise = bytes(random.Random(scene.world.seed).randrange(128, 256) for _ in range(600))  # noqa: S311 — a play
    mail.set_payload(noise.decode("ascii", "surrogateescape"))
    mail.replace_header("Content-Transfer-Encoding", "8bit")
    mail.replace_header("Content-Type", "text/plain; charset=x-unknown")
    return mail


def _unclear(scene: _Scene) -> EmailMessage:
    return scene.reply(
        scene.letter("Cơ quan chúng tôi đã nắm được nội dung và sẽ quan tâm triển khai trong thời gian tới.")
    )


_ACTS: Mapping[Habit, Callable[[_Scene], EmailMessage]] = {
    Habit.SENTENCE: _sentence,
    Habit.BUTTON: _button,
    Habit.FORM: _form,
    Habit.PARTIAL: _partial,
    Habit.CORRECTION: _correction,
    Habit.AWAY: _away,
    Habit.FORGED: _forged,
    Habit.SCAN: _scan,
    Habit.UNREADABLE: _unreadable,
    Habit.UNCLEAR: _unclear,
}
"""Every other habit answers line by line."""


def _post(port: int, agency: Agency, mail: EmailMessage, moment: datetime) -> None:
    if mail["From"] is None:
        mail["From"] = formataddr((agency.name, agency.email[0]), "utf-8")
    mail["Date"] = format_datetime(moment)
    mail["Message-ID"] = make_msgid(domain=agency.email[0].partition("@")[2])
    with smtplib.SMTP("127.0.0.1", port, timeout=30) as server:
        server.sendmail(parseaddr(str(mail["From"]))[1], [parseaddr(str(mail["To"]))[1]], _wire(mail))


def _wire(mail: EmailMessage) -> bytes:
    return mail.as_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
