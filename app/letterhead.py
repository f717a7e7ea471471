"""Who the office is, on paper and on the wire: its identity, the composer of its mails, who signs its reports."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from app.language import translator
from app.settings import Settings
from dondoc.letters.identity import OfficeIdentity
from dondoc.plan.model import Plan
from dondoc.plan.resolve import holder_on
from notifiers.compose import Composer
from renderers.signature import Signature


def identity_of(settings: Settings, plan: Plan, day: date) -> OfficeIdentity:
    """Who the office is on the wire on a day: the coordinator's name and address unless the settings say otherwise."""
    coordinator = holder_on(plan, plan.coordinator, day)
    return OfficeIdentity(
        name=plan.mail.from_name or coordinator.name,
        address=settings.office_address or coordinator.email[0],
        plus_addressing=settings.plus_addressing,
        verp=settings.verp,
    )


def composer_of(settings: Settings, plan: Plan, identity: OfficeIdentity) -> Composer:
    """Composes the office's mails, by its own templates where it has some."""
    return Composer(identity, translate=translator(plan.language), own_templates=_own_templates(settings.home))


def signature_of(settings: Settings) -> Signature:
    """Who signs the reports."""
    who = settings.signatory
    return Signature(
        symbol=who.symbol,
        place=who.place,
        authority=(who.authority,) if who.authority else (),
        title=(who.title,) if who.title else (),
        name=who.name,
    )


def _own_templates(home: Path) -> Path | None:
    """Templates that the office changed, in a folder of its own."""
    folder = home / "templates"
    return folder if folder.is_dir() else None
