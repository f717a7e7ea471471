"""Sending what is queued: claim, send, sent. A crash in between leaves a mail in doubt, never sent twice in silence."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Literal

from app.office import Office
from dondoc.errors import PermanentMailError, TemporaryMailError, UncertainMailError
from dondoc.events import MailClaimed, MailFailed, MailSent
from dondoc.mail import OutboundMail
from dondoc.ports import Notifier
from dondoc.status import MailStatus, Status

Outcome = Literal["sent", "again-later", "failed", "in-doubt", "taken"]
"""`taken`: another worker claimed it first."""

IN_DOUBT_AFTER = timedelta(minutes=15)
"""No server keeps a worker waiting this long: a claim older than this and without a word has lost its worker."""


def waiting_mails(status: Status) -> tuple[str, ...]:
    """Keys of the mails that nobody has claimed, oldest first."""
    return tuple(key for key, mail in status.mails.items() if mail.state == "queued")


def mails_in_doubt(office: Office, status: Status) -> tuple[MailStatus, ...]:
    """Mails claimed so long ago that their worker must have died: sent or not, nobody knows yet."""
    before = office.clock.now() - IN_DOUBT_AFTER
    return tuple(
        mail
        for mail in status.mails.values()
        if mail.state == "claimed" and mail.claimed_at is not None and mail.claimed_at <= before
    )


def deliver_all(office: Office, keys: Iterable[str]) -> dict[str, Outcome]:
    """Send these mails over one connection; the outcome of each."""
    status = office.status()
    with office.notifier.connected() as wave:
        return {key: deliver_mail(office, wave, status.mails[key]) for key in keys}


def deliver_mail(office: Office, wave: Notifier, mail: MailStatus) -> Outcome:
    """Claim one mail and hand it to the server. An uncertain end leaves the claim standing: the mail is in doubt."""
    queued = mail.queued
    attempt = mail.attempt + 1
    place = {"period": queued.period, "agency": queued.agency, "mail": queued.mail}
    if not office.record(MailClaimed(**place, attempt=attempt)):
        return "taken"
    try:
        result = wave.send(
            OutboundMail(
                message_id=queued.message_id,
                envelope_from=queued.envelope_from,
                recipients=queued.recipients,
                subject=queued.subject,
                raw=office.files.get(queued.sha256),
            )
        )
    except UncertainMailError:
        return "in-doubt"
    except TemporaryMailError as error:
        office.record(MailFailed(**place, attempt=attempt, is_temporary=True, code=error.code, words=str(error)))
        return "again-later"
    except PermanentMailError as error:
        office.record(MailFailed(**place, attempt=attempt, is_temporary=False, code=error.code, words=str(error)))
        return "failed"
    office.record(MailSent(**place, refused=dict(result.refused)))
    return "sent"
