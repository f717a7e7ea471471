"""The only place that names an adapter: from settings and a plan file to an office at work."""

from __future__ import annotations

import os
import secrets
import tempfile
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from app.adoption import plan_in_force
from app.clock import Clock, FixedClock, SystemClock, local_day
from app.letterhead import composer_of, identity_of, signature_of
from app.no_mail import NoMail
from app.office import Folders, Office
from app.settings import Account, Inbox, Settings
from collectors.imap import ImapCollector
from collectors.imap_session import ImapAccount
from collectors.maildir import MaildirCollector
from dondoc.errors import InputError, SettingsError
from dondoc.messages import say
from dondoc.plan.model import Plan
from dondoc.ports import Collector, FileStore, Notifier
from ledger.files import FolderFileStore
from ledger.sql import SqlLedger
from notifiers.smtp import SmtpNotifier, SmtpSettings

SANDBOX_DONE, SANDBOX_QUARANTINE = "DonDoc/Da-xu-ly", "DonDoc/Can-xem"


def current_office(as_of: date | None = None, settings: Settings | None = None) -> Office:
    """The office as the settings describe it, with plan.yaml read anew.

    A plan.yaml with faults changes nothing: the plan adopted last goes on, and `faults` says what is wrong; a change
    that waits for the officer's word is in `proposal`. Raises PlanError only where no plan was ever adopted. `as_of`
    other than today makes the clock stand on that day.
    """
    settings = settings or Settings()
    return _office(settings, as_of, open_notifier(settings), open_mailbox(settings))


def desk_office(as_of: date | None = None, settings: Settings | None = None) -> Office:
    """The same office for looking and deciding: it needs no mail server, and neither sends nor fetches."""
    no_mail = NoMail(say("nothing is sent or fetched here"))
    return _office(settings or Settings(), as_of, no_mail, no_mail)


def _office(settings: Settings, as_of: date | None, notifier: Notifier, collector: Collector) -> Office:
    ledger = open_ledger(settings)
    in_force = plan_in_force(
        settings.plan, ledger, most_mails=settings.adopt_limit, day_of=lambda plan: _day(as_of, plan)
    )
    plan = in_force.plan
    identity = identity_of(settings, plan, _day(as_of, plan))
    return Office(
        plan=plan,
        plan_text=in_force.text,
        ledger=ledger,
        history=in_force.history,
        files=open_files(settings),
        notifier=notifier,
        collector=collector,
        folders=_folders(settings),
        clock=_clock(as_of, plan),
        identity=identity,
        composer=composer_of(settings, plan, identity),
        signature=signature_of(settings),
        secret=secret_in(settings.home),
        home=settings.home,
        faults=in_force.faults,
        proposal=in_force.proposal,
        unread=in_force.unread,
        file_hash=in_force.file_hash,
        in_doubt=settings.in_doubt,
        authserv_id=settings.authserv_id,
        mails_per_hour=settings.smtp_per_hour,
    )


def open_ledger(settings: Settings) -> SqlLedger:
    """The record, created where there is none."""
    make_private_folder(settings.home)
    return SqlLedger.open(settings.ledger_url or f"sqlite:///{(settings.home / 'ledger.sqlite').resolve()}")


def open_existing_ledger(settings: Settings) -> SqlLedger:
    """The record of an office that ran before; raises InputError where there is none."""
    if settings.ledger_url is None and not (settings.home / "ledger.sqlite").is_file():
        raise InputError(say("there is no record in {folder}", folder=str(settings.home)))
    return open_ledger(settings)


def open_notifier(settings: Settings) -> SmtpNotifier:
    """How mail leaves; connects with the first mail."""
    return SmtpNotifier(_smtp(settings))


def mail_waits(settings: Settings) -> bool:
    """Open the mailbox, look whether any mail waits in it, and leave; raises MailError where it does not open."""
    mailbox = open_mailbox(settings)
    try:
        return any(True for _ in mailbox.fetch())
    finally:
        if isinstance(mailbox, ImapCollector):
            mailbox.close()


def open_files(settings: Settings) -> FileStore:
    """Raw mails and attachments beside the record."""
    return FolderFileStore(settings.home / "files")


def secret_in(home: Path) -> bytes:
    """The key of the request codes: made once, kept in a file that only the owner can read."""
    file = home / "secret.key"
    if not file.exists():
        make_private_folder(home)
        _write_once(file, secrets.token_bytes(32))
    return file.read_bytes()


def _write_once(file: Path, content: bytes) -> None:
    """Of several processes that write it at once the first wins, and none ever reads half of it."""
    descriptor, temporary = tempfile.mkstemp(dir=file.parent, prefix=".")
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        with suppress(FileExistsError):
            os.link(temporary, file)
    finally:
        Path(temporary).unlink()


def make_private_folder(folder: Path) -> None:
    """Create a folder that only the owner can look into; raises SettingsError where it cannot be made."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise SettingsError(
            say("the folder {folder} cannot be used: {reason}", folder=str(folder), reason=error.strerror or "")
        ) from error


def _day(as_of: date | None, plan: Plan) -> date:
    return as_of or local_day(SystemClock().now(), plan.timezone)


def _clock(as_of: date | None, plan: Plan) -> Clock:
    """The machine's clock, or one that stands at this time of day on another day."""
    now = SystemClock().now()
    if as_of is None or as_of == local_day(now, plan.timezone):
        return SystemClock()
    zone = ZoneInfo(plan.timezone)
    return FixedClock(datetime.combine(as_of, now.astimezone(zone).time(), zone).astimezone(UTC))


def _smtp(settings: Settings) -> SmtpSettings:
    account = settings.smtp
    if account is None:
        raise SettingsError(say("no SMTP server is set (DONDOC_SMTP__HOST); start the sandbox with `dondoc up`"))
    return SmtpSettings(
        host=account.host,
        port=account.port,
        security=account.security,
        user=account.user,
        password=_password(account),
        ca_file=account.ca_file,
        timeout_seconds=account.timeout_seconds,
    )


def _password(account: Account) -> str:
    return account.password.get_secret_value() if account.password else ""


def open_mailbox(settings: Settings) -> Collector:
    """Where replies arrive; connects when it is first asked for mail."""
    if settings.maildir is not None:
        return MaildirCollector(settings.maildir)
    if settings.imap is None:
        raise SettingsError(say("no mailbox is set: DONDOC_IMAP__HOST or DONDOC_MAILDIR"))
    inbox = settings.imap
    return ImapCollector(_imap(inbox))


def _imap(inbox: Inbox) -> ImapAccount:
    return ImapAccount(
        host=inbox.host,
        port=inbox.port,
        security=inbox.security,
        user=inbox.user or "",
        password=_password(inbox),
        folder=inbox.folder,
        ca_file=inbox.ca_file,
        timeout_seconds=inbox.timeout_seconds,
    )


def _folders(settings: Settings) -> Folders:
    if settings.imap is None:
        return Folders(SANDBOX_DONE, SANDBOX_QUARANTINE)
    return Folders(settings.imap.done_folder, settings.imap.quarantine_folder)
