"""Looking over an installation: settings, plan, mail servers, record, clock and disk. Sends nothing, mends nothing."""

from __future__ import annotations

import stat
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from app.sender_check import names_on_mail
from app.settings import Settings
from app.watch import free_mb
from app.wiring import desk_office, mail_waits, make_private_folder, open_existing_ledger, open_notifier
from dondoc.errors import DondocError, InputError, MessageError, PlanError
from dondoc.messages import Message, say
from dondoc.plan.model import Plan

Level = Literal["fine", "warning", "wrong", "broken"]
"""`wrong`: the plan or the settings are at fault; `broken`: the system is."""

_A_LITTLE = timedelta(minutes=2)
_MADE_UP = (".example", ".test", ".invalid")


@dataclass(frozen=True, slots=True)
class Finding:
    """What was looked at, what was found, and how to mend it where there is something to mend."""

    level: Level
    about: Message
    said: Message
    remedy: Message | None = None


def examine(settings: Settings, now: datetime) -> Iterator[Finding]:
    """Look at everything, one thing after the other; what cannot be looked at is a finding too."""
    for about, check in _checks(settings, now):
        try:
            yield from check(about)
        except (DondocError, OSError) as error:
            yield Finding("broken", about, _words(error), say("see the words above; ask whoever runs the server"))


def _checks(settings: Settings, now: datetime) -> Iterator[tuple[Message, Callable[[Message], Iterator[Finding]]]]:
    yield say("settings"), lambda about: _settings(about, settings)
    yield say("home folder"), lambda about: _home(about, settings)
    yield say("disk"), lambda about: _disk(about, settings)
    yield say("record"), lambda about: _record(about, settings)
    yield say("clock"), lambda about: _clock(about, settings, now)
    yield say("plan"), lambda about: _plan(about, settings)
    if not settings.is_sandbox:
        yield say("SMTP"), lambda about: _smtp(about, settings)
        yield say("mailbox"), lambda about: _mailbox(about, settings)
        yield say("senders"), lambda about: _senders(about, settings)


def _settings(about: Message, settings: Settings) -> Iterator[Finding]:
    if settings.verp and not settings.plus_addressing:
        remedy = say("set DONDOC_PLUS_ADDRESSING=true, or DONDOC_VERP=false")
        yield Finding("wrong", about, say("bounces cannot come back: verp needs plus_addressing"), remedy)
    if settings.is_sandbox:
        remedy = say("set DONDOC_SMTP__HOST and DONDOC_IMAP__HOST once mail is to leave")
        yield Finding("warning", about, say("no SMTP server is set: no mail leaves this machine"), remedy)
    else:
        yield Finding("fine", about, say("read, and complete enough to start"))


def _home(about: Message, settings: Settings) -> Iterator[Finding]:
    folder = settings.home
    make_private_folder(folder)
    with tempfile.NamedTemporaryFile(dir=folder):
        pass
    if folder.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        remedy = say("chmod 700 {folder}", folder=str(folder))
        yield Finding("warning", about, say("other accounts can look into {folder}", folder=str(folder)), remedy)
    else:
        yield Finding("fine", about, say("{folder} can be written, by its owner alone", folder=str(folder)))


def _disk(about: Message, settings: Settings) -> Iterator[Finding]:
    free = free_mb(settings.home)
    said = say("{free} MB are left", free=free)
    is_low = free < settings.disk_free_mb
    remedy = say("free some space, or move DONDOC_HOME to a larger disk")
    yield Finding("broken", about, said, remedy) if is_low else Finding("fine", about, said)


def _record(about: Message, settings: Settings) -> Iterator[Finding]:
    try:
        ledger = open_existing_ledger(settings)
    except InputError:
        yield Finding("fine", about, say("empty: nothing has run yet"))
        return
    try:
        yield Finding("fine", about, say("{count} events, none altered", count=ledger.verify()))
    except MessageError as error:
        remedy = say("stop the service and restore a backup: dondoc restore")
        yield Finding("broken", about, error.message, remedy)
    finally:
        ledger.close()


def _clock(about: Message, settings: Settings, now: datetime) -> Iterator[Finding]:
    """The record holds the latest moment that this office ever saw."""
    try:
        ledger = open_existing_ledger(settings)
    except InputError:
        yield Finding("fine", about, _moment(now))
        return
    last = max((record.event.at for record in ledger.records()), default=now)
    ledger.close()
    if last > now + _A_LITTLE:
        said = say("it is behind what was recorded last: {last}", last=f"{last:%Y-%m-%d %H:%M} UTC")
        yield Finding("broken", about, said, say("set the clock, and let it follow a time server"))
    else:
        yield Finding("fine", about, _moment(now))


def _moment(now: datetime) -> Message:
    return say("it is {moment}", moment=f"{now:%Y-%m-%d %H:%M} UTC")


def _plan(about: Message, settings: Settings) -> Iterator[Finding]:
    try:
        office = desk_office(settings=settings)
    except PlanError as error:
        yield _faulty(about, settings, len(error.faults))
        return
    except InputError as error:
        yield Finding("wrong", about, error.message, say("set DONDOC_PLAN to the file of your plan"))
        return
    if office.unread is not None:
        yield Finding("wrong", about, office.unread, say("set DONDOC_PLAN to the file of your plan"))
    elif office.faults:
        yield _faulty(about, settings, len(office.faults))
    elif office.proposal is not None:
        said = say("changed plan {name} waits for your word", name=office.proposal.name)
        yield Finding("warning", about, said, say("look at it and agree: dondoc adopt"))
    else:
        yield Finding("fine", about, say("{file} has no fault", file=str(settings.plan)))
    yield from _addresses(about, settings, office.plan)


def _faulty(about: Message, settings: Settings, count: int) -> Finding:
    return Finding(
        "wrong",
        about,
        say("{file} has {count} faults", file=str(settings.plan), count=count),
        say("read them with: dondoc check"),
    )


def _addresses(about: Message, settings: Settings, plan: Plan) -> Iterator[Finding]:
    """An address out of an example never reaches anybody."""
    names = [name for name, agency in plan.agencies.items() if any(_is_made_up(address) for address in agency.email)]
    if names and not settings.is_sandbox:
        said = say("{count} agencies have made-up addresses, such as {name}", count=len(names), name=names[0])
        yield Finding("warning", about, said, say("put the real addresses into the plan"))


def _is_made_up(address: str) -> bool:
    return address.lower().rstrip(".").endswith(_MADE_UP)


def _smtp(about: Message, settings: Settings) -> Iterator[Finding]:
    account = settings.smtp
    assert account is not None  # noqa: S101 — looked at only where it is set
    try:
        open_notifier(settings).try_login()
    except MessageError as error:
        remedy = say("check DONDOC_SMTP__HOST, __PORT, __SECURITY, __USER, __PASSWORD_FILE and __CA_FILE")
        yield Finding("broken", about, error.message, remedy)
    else:
        yield Finding("fine", about, say("{host}:{port} answers and lets us in", host=account.host, port=account.port))


def _mailbox(about: Message, settings: Settings) -> Iterator[Finding]:
    try:
        waits = mail_waits(settings)
    except MessageError as error:
        remedy = say("check DONDOC_IMAP__HOST, __PORT, __SECURITY, __USER, __PASSWORD_FILE and __FOLDER")
        yield Finding("broken", about, error.message, remedy)
    else:
        said = say("it opens, and mail waits in it") if waits else say("it opens, and no mail waits in it")
        yield Finding("fine", about, said)


def _senders(about: Message, settings: Settings) -> Iterator[Finding]:
    """Whether our mail server's word about senders is heard: else a forged reply may be recorded."""
    names, ours = names_on_mail(settings), (settings.authserv_id or "").strip().lower()
    name, count = next(((name, count) for name, count in names.most_common() if name), ("", 0))
    if ours and (not names or names[ours]):
        yield Finding("fine", about, say("what {name} finds of their addresses is heard", name=ours))
    elif ours:
        said = say("none of the latest {count} mails bears the name {name}", count=names.total(), name=ours)
        remedy = say("set DONDOC_AUTHSERV_ID to the name that our mail server writes: {found}", found=name or "-")
        yield Finding("warning", about, said, remedy)
    elif 2 * count > names.total():
        said = say(
            "{count} of the latest {total} mails were checked by {name}", count=count, total=names.total(), name=name
        )
        remedy = say("if that is our own mail server, set DONDOC_AUTHSERV_ID={name}", name=name)
        yield Finding("warning", about, said, remedy)
    else:
        said = say("a sender's address is believed as it stands: no check of our mail server is known")
        remedy = say("let the mail server check SPF, DKIM and DMARC, and set DONDOC_AUTHSERV_ID to its name")
        yield Finding("warning", about, said, remedy)


def _words(error: Exception) -> Message:
    return error.message if isinstance(error, MessageError) else Message("{words}", {"words": str(error)})
