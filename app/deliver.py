"""Sending what is queued: claim, send, sent. A crash in between leaves a mail in doubt, never sent twice in silence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from app.deferral import defer_recipient
from app.language import translator
from app.office import Office
from app.pace import Pace
from dondoc.errors import LedgerError, PermanentMailError, StorageError, TemporaryMailError, UncertainMailError
from dondoc.events.mails import MailClaimed, MailFailed, MailSent
from dondoc.events.records import Body
from dondoc.mail import OutboundMail, SendResult
from dondoc.messages import Message, say
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


GIVEN_UP_AFTER = timedelta(days=5)
"""How long a mail that the server will not take yet is tried, as mail servers do (RFC 5321, 4.5.4.1)."""


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


@dataclass(frozen=True, slots=True)
class _Claimed:
    """A mail that this worker alone may send, and its bytes."""

    mail: MailStatus
    attempt: int
    raw: bytes


class Wave:
    """One worker's way through many mails over one connection; `is_over` once the server takes no more for now.

    While the server takes a mail, what became of the one before and the claim of the next are recorded in one
    transaction: the disks of both work at the same time, and a crash leaves two mails in doubt at most.
    """

    def __init__(self, office: Office, line: Notifier) -> None:
        self._office = office
        self._line = line
        self._pace = Pace(office)
        self._turn: Iterator[MailStatus] = iter(())
        self._outcomes: dict[str, Outcome] = {}
        self._next: _Claimed | None = None
        self._words: list[Body] = []
        self._fault: LedgerError | None = None
        self.is_over = False

    def deliver(self, mails: Sequence[MailStatus]) -> list[Outcome]:
        """Send these mails, each at most once; the outcome of each. Everything known is recorded when it returns."""
        self._turn = iter(mails)
        self._outcomes = {mail.key: "again-later" for mail in mails}
        try:
            self._claim_next()
            while self._next is not None and not self.is_over:
                claimed, self._next = self._next, None
                self._send(claimed)
                if self._next is None:
                    self._claim_next()
        finally:
            self._settle()
        return [self._outcomes[mail.key] for mail in mails]

    def _claim_next(self) -> None:
        """Claim the next mail that can be had, if there is one."""
        while self._next is None and not self.is_over:
            mail = next(self._turn, None)
            if mail is None:
                return
            self._claim(mail)

    def _claim(self, mail: MailStatus) -> None:
        if mail.state != "queued":  # claimed between the look that chose it and the look that gave its attempt
            self._outcomes[mail.key] = "taken"
            return
        if not self._has_room():
            self.is_over = True
            return
        attempt = mail.attempt + 1
        try:
            raw = self._office.files.get(mail.queued.sha256)
        except StorageError:
            raise
        except LedgerError as error:  # this mail's file alone is lost: a person must know, the others go on
            self._end(
                mail,
                MailFailed(**_place(mail), attempt=attempt, is_temporary=False, words=self._in_words(error.message)),
            )
            return
        if not self._record_claim(MailClaimed(**_place(mail), attempt=attempt)):
            self._outcomes[mail.key] = "taken"
            return
        self._next = _Claimed(mail, attempt, raw)
        self.is_over = not self._pace.allows(mail.key)

    def _has_room(self) -> bool:
        """Whether the hour has room; what was not sent makes room only once it is recorded."""
        if self._words and not self._pace.has_room():
            self._record_words()
        return self._pace.has_room()

    def _record_claim(self, claim: MailClaimed) -> bool:
        """The claim, together with the words that wait; False when another worker claimed it first."""
        if self._office.record(*self._words, claim):
            self._words.clear()
            return True
        if not self._words:
            return False
        self._record_words()
        return self._office.record(claim)

    def _meanwhile(self) -> None:
        """Look ahead while the server takes a mail, whose fate must be heard whatever happens here."""
        try:
            self._claim_next()
        except LedgerError as error:
            self._fault = error

    def _send(self, claimed: _Claimed) -> None:
        mail, queued = claimed.mail, claimed.mail.queued
        outbound = OutboundMail(queued.message_id, queued.envelope_from, queued.recipients, queued.subject, claimed.raw)
        try:
            result = self._line.send(outbound, meanwhile=self._meanwhile)
        except UncertainMailError:
            self._outcomes[mail.key] = "in-doubt"
        except (TemporaryMailError, PermanentMailError) as error:
            self._refused(claimed, error)
        else:
            self._sent(mail, result)
        if self._fault is not None:
            raise self._fault

    def _sent(self, mail: MailStatus, result: SendResult) -> None:
        """Who was put off gets the mail later; but for the office itself, whose copy has come too late by then."""
        later = {to: code for to, code in result.put_off.items() if to != self._office.identity.address}
        refused = {to: words for to, words in result.refused.items() if to not in later}
        self._end(mail, MailSent(**_place(mail), refused=refused))
        for address, code in later.items():
            self._words += defer_recipient(mail.queued, address, code=code, words=result.refused[address])

    def _refused(self, claimed: _Claimed, error: TemporaryMailError | PermanentMailError) -> None:
        is_temporary = isinstance(error, TemporaryMailError)
        words = self._in_words(error.message)
        failed = _failed(claimed, is_temporary=is_temporary, code=error.code, words=words)
        self.is_over |= is_temporary and failed.is_of_server
        if is_temporary and not failed.is_of_server and self._was_put_off_long(claimed.mail):
            words = self._in_words(say("given up after {days} days: {words}", days=GIVEN_UP_AFTER.days, words=words))
            failed = _failed(claimed, is_temporary=False, code=error.code, words=words)
        self._end(claimed.mail, failed)

    def _in_words(self, message: Message) -> str:
        """As the officer will read it, and whoever opens the archive years later."""
        return message.render(translator(self._office.plan.language))

    def _was_put_off_long(self, mail: MailStatus) -> bool:
        return mail.put_off_at is not None and self._office.clock.now() - mail.put_off_at >= GIVEN_UP_AFTER

    def _end(self, mail: MailStatus, word: Word) -> None:
        self._words.append(word)
        self._outcomes[mail.key] = _outcome(word)

    def _settle(self) -> None:
        """Record the words that still wait, and give back what was claimed and never shown to the server."""
        if self._next is not None:
            self._words.append(_failed(self._next, is_temporary=True))
            self._next = None
        self._record_words()

    def _record_words(self) -> None:
        """All at once; one by one where one of them was known already."""
        if self._words and not self._office.record(*self._words):
            for word in self._words:
                self._office.record(word)
        self._words.clear()


def _failed(claimed: _Claimed, *, is_temporary: bool, code: int = 0, words: str = "") -> MailFailed:
    return MailFailed(
        **_place(claimed.mail), attempt=claimed.attempt, is_temporary=is_temporary, code=code, words=words
    )


def _outcome(word: Word) -> Outcome:
    match word:
        case MailSent():
            return "sent"
        case MailFailed(is_temporary=is_temporary):
            return "again-later" if is_temporary else "failed"


def _place(mail: MailStatus) -> dict[str, str]:
    return {"period": mail.queued.period, "agency": mail.queued.agency, "mail": mail.key}
