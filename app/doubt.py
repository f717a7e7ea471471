"""Mails in doubt of which our own copy told nothing: settled by the officer's word, or by the setting `resend`.

A mail goes out again under its own Message-ID, so that whoever has it already sees one mail.
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from app.deliver import is_in_doubt, mails_in_doubt
from app.language import translator
from app.office import SYSTEM, Office
from dondoc.errors import InputError
from dondoc.events.mails import MailFailed, MailSent
from dondoc.letters.officer import short_name
from dondoc.messages import say
from dondoc.status import MailStatus, Status

Verdict = Literal["sent", "resend"]


def release_doubtful(office: Office, looked_at: datetime) -> tuple[str, ...]:
    """Where the office resends: put back into the queue what was in doubt when the mailbox was looked through.

    To be called after a whole collect run that began at `looked_at`: a copy in the mailbox has settled it by then.
    """
    if office.in_doubt == "hold":
        return ()
    doubtful = [mail for mail in mails_in_doubt(office, office.status()) if is_in_doubt(mail, looked_at)]
    return tuple(mail.key for mail in doubtful if _release(office, mail, SYSTEM))


def doubtful_mails(office: Office, status: Status, name: str) -> tuple[MailStatus, ...]:
    """What is in doubt of the one mail with this (beginning of a) name; raises InputError where it is none or several.

    One mail can be in doubt for several recipients, each of whom it was sent to alone.
    """
    doubtful = mails_in_doubt(office, status)
    found = [mail for mail in doubtful if name and mail.queued.sha256.startswith(name.lower())]
    if len({mail.queued.sha256 for mail in found}) != 1:
        known = ", ".join(dict.fromkeys(short_name(mail.queued.sha256) for mail in doubtful)) or "-"
        raise InputError(say("no single mail in doubt is called {name}; in doubt: {known}", name=name, known=known))
    return tuple(found)


def settle_doubt(office: Office, name: str, verdict: Verdict, *, by: str) -> None:
    """Record the officer's word on a mail in doubt: it was sent, or it is to be sent again."""
    for mail in doubtful_mails(office, office.status(), name):
        if verdict == "resend":
            _release(office, mail, by)
        else:
            queued = mail.queued
            office.record(MailSent(period=queued.period, agency=queued.agency, mail=queued.mail), by=by)


def _release(office: Office, mail: MailStatus, by: str) -> bool:
    """Back into the queue; False when somebody settled it meanwhile."""
    queued = mail.queued
    words = say("no copy of it was found: it is sent again").render(translator(office.plan.language))
    place = {"period": queued.period, "agency": queued.agency, "mail": queued.mail}
    return office.record(MailFailed(**place, attempt=mail.attempt, is_temporary=True, words=words), by=by)
