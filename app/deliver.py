"""Sending what is queued: claim, send, sent. A crash in between leaves a mail in doubt, never sent twice in silence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Literal

from app.office import Office
from app.pace import Pace
from dondoc.errors import LedgerError, PermanentMailError, StorageError, TemporaryMailError, UncertainMailError
from dondoc.events import MailClaimed, MailFailed, MailSent
from dondoc.mail import OutboundMail
from dondoc.pending import still_wanted
from dondoc.ports import Notifier
from dondoc.status import MailStatus, Status

Outcome = Literal["sent", "again-later", "failed", "in-doubt", "taken"]
"""`taken`: another worker claimed it first."""

Word = MailSent | MailFailed
"""What became of a claimed mail."""

IN_DOUBT_AFTER = timedelta(minutes=15)
"""No server keeps a worker waiting this long: a claim older than this and without a word has lost its worker."""

FIRST_PAUSE = timedelta(minutes=15)
LONGEST_PAUSE = timedelta(hours=4)
"""Between attempts at a mail that the server would not take yet; each pause is twice the one before."""


def waiting_mails(status: Status) -> tuple[str, ...]:
    """Keys of the mails that nobody has claimed and that still have a purpose, in the order they were queued."""
    waiting = [mail for mail in status.mails.values() if mail.state == "queued" and still_wanted(status, mail)]
    return tuple(mail.key for mail in sorted(waiting, key=lambda mail: mail.queued_at))


def ready_mails(status: Status, now: datetime) -> tuple[str, ...]:
    """Of the waiting mails those never tried, and those whose pause after an attempt is over."""
    return tuple(key for key in waiting_mails(status) if not _is_pausing(status.mails[key], now))


def _is_pausing(mail: MailStatus, now: datetime) -> bool:
    if mail.claimed_at is None:
        return False
    pause = min(FIRST_PAUSE * (1 << min(mail.attempt - 1, 10)), LONGEST_PAUSE)
    return mail.claimed_at <= now < mail.claimed_at + pause


def mails_in_doubt(office: Office, status: Status) -> tuple[MailStatus, ...]:
    """Mails claimed so long ago that their worker must have died: sent or not, nobody knows yet."""
    now = office.clock.now()
    return tuple(mail for mail in status.mails.values() if is_in_doubt(mail, now))


def is_in_doubt(mail: MailStatus, now: datetime) -> bool:
    """Whether the claim has lost its worker; one from the future, of before a clock was set back, has too."""
    return mail.state == "claimed" and mail.claimed_at is not None and abs(now - mail.claimed_at) >= IN_DOUBT_AFTER


def deliver_all(office: Office, keys: Iterable[str]) -> dict[str, Outcome]:
    """Send these mails over one connection; the outcome of each."""
    mails = office.status().mails
    wanted = [mails[key] for key in keys]
    with office.notifier.connected() as line:
        return dict(zip((mail.key for mail in wanted), Wave(office, line).deliver(wanted), strict=True))


class Wave:
    """One worker's way through many mails over one connection; `is_over` once the server takes no more for now.

    What became of a mail and the claim of the next one are recorded in one transaction: half the waits for the disk,
    and a crash leaves one mail in doubt, as it would without.
    """

    def __init__(self, office: Office, line: Notifier) -> None:
        self._office = office
        self._line = line
        self._pace = Pace(office)
        self._word: Word | None = None
        self.is_over = False

    def deliver(self, mails: Sequence[MailStatus]) -> list[Outcome]:
        """Send these mails, each at most once; the outcome of each. Everything known is recorded when it returns."""
        try:
            return [self._one(mail) for mail in mails]
        finally:
            self._settle()

    def _one(self, mail: MailStatus) -> Outcome:
        if mail.state != "queued":
            return "taken"  # claimed between the look that chose it and the look that gave its attempt
        if self.is_over or not self._pace.has_room():
            self.is_over = True
            return "again-later"
        attempt = mail.attempt + 1
        try:
            raw = self._office.files.get(mail.queued.sha256)
        except StorageError:
            raise
        except LedgerError as error:  # this mail's file alone is lost: a person must know, the others go on
            return self._end(MailFailed(**_place(mail), attempt=attempt, is_temporary=False, words=str(error)))
        if not self._claim(mail, attempt):
            return "taken"
        if not self._pace.allows(mail.key):
            self.is_over = True
            return self._end(MailFailed(**_place(mail), attempt=attempt, is_temporary=True))
        return self._send(mail, attempt, raw)

    def _claim(self, mail: MailStatus, attempt: int) -> bool:
        claim = MailClaimed(**_place(mail), attempt=attempt)
        word, self._word = self._word, None
        if word is None:
            return self._office.record(claim)
        if self._office.record(word, claim):
            return True
        self._office.record(word)
        return self._office.record(claim)

    def _send(self, mail: MailStatus, attempt: int, raw: bytes) -> Outcome:
        queued = mail.queued
        outbound = OutboundMail(queued.message_id, queued.envelope_from, queued.recipients, queued.subject, raw)
        try:
            result = self._line.send(outbound)
        except UncertainMailError:
            return "in-doubt"
        except (TemporaryMailError, PermanentMailError) as error:
            is_temporary = isinstance(error, TemporaryMailError)
            self.is_over = is_temporary and _is_of_server(error.code)
            failed = MailFailed(
                **_place(mail), attempt=attempt, is_temporary=is_temporary, code=error.code, words=str(error)
            )
            return self._end(failed)
        return self._end(MailSent(**_place(mail), refused=dict(result.refused)))

    def _end(self, word: Word) -> Outcome:
        self._settle()
        self._word = word
        match word:
            case MailSent():
                return "sent"
            case MailFailed(is_temporary=is_temporary):
                return "again-later" if is_temporary else "failed"

    def _settle(self) -> None:
        """Record the word that still waits for the next claim."""
        word, self._word = self._word, None
        if word is not None:
            self._office.record(word)


def _place(mail: MailStatus) -> dict[str, str]:
    return {"period": mail.queued.period, "agency": mail.queued.agency, "mail": mail.key}


def _is_of_server(code: int) -> bool:
    """Whether a refusal is about the server and not the mail: no connection, no login, or 421."""
    return code == 421 or not 400 <= code < 500
