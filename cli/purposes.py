"""What each kind of mail is called on the terminal."""

from __future__ import annotations

from collections.abc import Mapping

from dondoc.events.mails import MailPurpose
from dondoc.messages import Message, say

PURPOSES: Mapping[MailPurpose, Message] = {
    "first": say("first request"),
    "remind": say("reminder"),
    "overdue": say("overdue notice"),
    "escalate": say("escalation"),
    "acknowledge": say("acknowledgement"),
    "question": say("question"),
    "amend": say("change of tasks"),
    "withdraw": say("withdrawal"),
    "hand-over": say("hand-over"),
    "officer": say("letter to the officer"),
}
