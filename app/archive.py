"""The archive (hồ sơ) of a period: all that was sent, received and reported, readable without this program."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePosixPath

from dondoc.errors import InputError, LedgerError
from dondoc.events.mails import MailPurpose
from dondoc.events.plans import PlanAdopted
from dondoc.events.reports import ReportRendered
from dondoc.fold import fold
from dondoc.mail import sha256_of
from dondoc.messages import say
from dondoc.plan.load import load_plan
from dondoc.plan.model import Plan
from dondoc.ports import FileStore
from dondoc.status import MailState, MailStatus, PeriodStatus, ReplyStatus
from dondoc.text import fold as without_marks
from ledger.rows import Row, record_of
from renderers.archive import Archive, Entry, hash_list, index_json, index_page, index_table

_PURPOSES: Mapping[MailPurpose, str] = {
    "first": "Thư đề nghị báo cáo",
    "remind": "Thư nhắc",
    "overdue": "Thư nhắc khi quá hạn",
    "escalate": "Thư nhắc, báo cáo cấp trên",
    "acknowledge": "Thư xác nhận đã nhận",
    "question": "Thư đề nghị làm rõ",
    "amend": "Thư điều chỉnh yêu cầu",
    "withdraw": "Thư rút yêu cầu",
    "hand-over": "Thư bàn giao nhiệm vụ",
    "officer": "Thư gửi cán bộ đầu mối",
}
_STATES: Mapping[MailState, str] = {
    "queued": "chưa gửi",
    "claimed": "chưa rõ đã gửi hay chưa",
    "sent": "đã gửi",
    "failed": "không gửi được",
}
_REPLIES = {
    "reply": "Thư trả lời",
    "auto-reply": "Thư tự động",
    "bounce": "Thư báo không gửi được",
    "other": "Thư khác",
}
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class _Found:
    """A file to go into the archive, before it has its place there."""

    folder: str
    name: str
    on: date
    agency: str
    kind: str
    about: str
    sha256: str
    sender: str = ""
    recipients: str = ""
    note: str = ""


@dataclass(slots=True)
class Export:
    """Files of the archive, one after the other; `missing` grows with what the record names but nobody has."""

    files: FileStore
    plan: Plan
    rows: tuple[Row, ...]
    period: str
    written_on: date
    missing: list[str] = field(default_factory=list)

    def __iter__(self) -> Iterator[tuple[str, bytes]]:
        """Path and content of each file, the index last."""
        records = [record_of(row) for row in self.rows if row.plan == self.plan.code]
        state = fold(records).periods.get(self.period)
        if state is None:
            raise InputError(say("the record knows no period {id}", id=self.period))
        entries: list[Entry] = []
        hashes: list[tuple[str, str]] = []
        for path, content, found in self._contents(state):
            entries.append(_entry(path, content, found))
            yield path, content
        for path, content in self._texts(state, [r.body for r in records if isinstance(r.body, PlanAdopted)]):
            hashes.append((path, sha256_of(content)))
            yield path, content
        archive = self._archive(state, tuple(entries))
        for path, content in _indexes(archive):
            hashes.append((path, sha256_of(content)))
            yield path, content
        yield "SHA256SUMS", hash_list([*((entry.path, entry.sha256) for entry in entries), *hashes])

    def _contents(self, state: PeriodStatus) -> Iterator[tuple[str, bytes, _Found]]:
        taken: set[str] = set()
        for found in sorted(_found(state, self.plan), key=lambda one: (one.on, one.agency, one.name)):
            try:
                content = self.files.get(found.sha256)
            except LedgerError:
                self.missing.append(found.sha256)
                continue
            path = _free(f"{found.folder}/{found.name}", taken)
            yield path, content, found

    def _texts(self, state: PeriodStatus, adopted: list[PlanAdopted]) -> Iterator[tuple[str, bytes]]:
        """The events of the period as the record holds them, and the plan it was run under."""
        lines = (json.dumps(row._asdict(), ensure_ascii=False) for row in self.rows if row.period == self.period)
        yield "su-kien.jsonl", "".join(f"{line}\n" for line in lines).encode()
        followed = [one for one in adopted if state.plan_version in (None, one.version)]
        if followed:
            yield "ke-hoach.yaml", followed[-1].text.encode()

    def _archive(self, state: PeriodStatus, entries: tuple[Entry, ...]) -> Archive:
        return Archive(
            title=state.opened.title if state.opened else self.period,
            plan=self.plan.title,
            period=self.period,
            written_on=self.written_on,
            events=sum(row.period == self.period for row in self.rows),
            head=self.rows[-1].chain,
            entries=entries,
        )


def plan_in_record(rows: Iterable[Row], code: str) -> Plan:
    """The plan as it was adopted last; raises InputError where no flow ever ran."""
    bodies = (record_of(row).body for row in rows if row.kind == "PlanAdopted" and row.plan == code)
    adopted = [body for body in bodies if isinstance(body, PlanAdopted)]
    if not adopted:
        raise InputError(say("the record knows no plan {code}", code=code))
    return load_plan(adopted[-1].text).plan


def _found(state: PeriodStatus, plan: Plan) -> Iterator[_Found]:
    for request in state.requests.values():
        for mail in request.mails.values():
            yield _sent(mail, plan)
        for reply in request.replies.values():
            yield from _received(reply, plan)
    for report in state.reports:
        yield from _reported(state, report)


def _sent(mail: MailStatus, plan: Plan) -> _Found:
    queued = mail.queued
    refused = "; ".join(f"không nhận: {address} ({words})" for address, words in mail.refused.items())
    return _Found(
        folder="thu-di",
        name=_named(queued.on, queued.agency, queued.purpose, ".eml"),
        on=queued.on,
        agency=plan.name_of(queued.agency),
        kind=_PURPOSES[queued.purpose],
        about=queued.subject,
        sha256=queued.sha256,
        sender=queued.envelope_from,
        recipients=", ".join(queued.recipients),
        note="; ".join(filter(None, (_STATES[mail.state], refused))),
    )


def _received(reply: ReplyStatus, plan: Plan) -> Iterator[_Found]:
    received = reply.received
    mail = _Found(
        folder="thu-den",
        name=_named(received.on, received.agency, received.sha256[:8], ".eml"),
        on=received.on,
        agency=plan.name_of(received.agency),
        kind=_REPLIES[received.mail_kind],
        about=received.subject,
        sha256=received.sha256,
        sender=received.sender,
        note=_outcome(reply),
    )
    yield mail
    for file in received.attachments:
        path = PurePosixPath(file.name)
        stem = f"{received.sha256[:8]}_{path.stem}"
        yield _Found(
            folder="dinh-kem",
            name=_named(received.on, received.agency, stem, path.suffix),
            on=received.on,
            agency=mail.agency,
            kind="Tệp kèm thư trả lời",
            about=file.name,
            sha256=file.sha256,
            sender=received.sender,
        )


def _outcome(reply: ReplyStatus) -> str:
    tasks = ", ".join(str(item.task) for item in reply.items)
    recorded = f"đã ghi nhận nhiệm vụ {tasks}" if tasks else ""
    if reply.settled is not None:
        settled = "cán bộ đã từ chối" if reply.settled.kind == "ReplyRefused" else "cán bộ đã xem xét"
        return "; ".join(filter(None, (recorded, settled, reply.settled.reason)))
    return "; ".join(filter(None, (recorded, "chờ cán bộ xem xét" if reply.is_waiting else "")))


def _reported(state: PeriodStatus, report: ReportRendered) -> Iterator[_Found]:
    is_approved = any(one.edition == report.edition for one in state.approved)
    for name, sha256 in report.files.items():
        path = PurePosixPath(name)
        yield _Found(
            folder=f"bao-cao/ban-{report.edition}",
            name=_named(report.on, path.stem, "", path.suffix),
            on=report.on,
            agency="",
            kind=f"Báo cáo, bản {report.edition}",
            about=name,
            sha256=sha256,
            note="đã duyệt" if is_approved else "bản dự thảo",
        )


def _named(on: date, agency: str, what: str, suffix: str) -> str:
    """``2026-11-12_so-y-te_first.eml``: ASCII, so that no archive program and no system garbles it."""
    parts = (f"{on:%Y-%m-%d}", *(_plain(part)[:_LONGEST_NAME] for part in (agency, what) if part))
    return "_".join(parts) + _plain(suffix)[:12]


def _plain(text: str) -> str:
    return _UNSAFE.sub("-", without_marks(text)).strip("-")


def _free(path: str, taken: set[str]) -> str:
    """The path, numbered where another file has it already."""
    stem, dot, suffix = path.rpartition(".")
    number, wanted = 1, path
    while wanted in taken:
        number += 1
        wanted = f"{stem}-{number}{dot}{suffix}"
    taken.add(wanted)
    return wanted


def _entry(path: str, content: bytes, found: _Found) -> Entry:
    return Entry(
        path=path,
        on=found.on,
        agency=found.agency,
        kind=found.kind,
        about=found.about,
        sender=found.sender,
        recipients=found.recipients,
        note=found.note,
        size=len(content),
        sha256=found.sha256,
    )


def _indexes(archive: Archive) -> Iterator[tuple[str, bytes]]:
    yield "index.html", index_page(archive)
    yield "index.csv", index_table(archive)
    yield "index.json", index_json(archive)
