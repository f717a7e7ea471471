"""Settings of one office, from the environment or a `.env` file; secrets may come from files of their own.

Names in the environment begin with ``DONDOC_``; parts of a group are joined by two underscores (``DONDOC_SMTP__HOST``).
Without SMTP settings nothing leaves the machine: mail goes to the sandbox on loopback.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from dondoc.errors import SettingsError
from dondoc.messages import say

Security = Literal["starttls", "ssl", "none"]


class Account(BaseModel):
    """How one mail server is reached; the password may stand in a file of its own (`password_file`)."""

    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True)
    host: str = Field(description="Server name; must match its certificate unless security is none")
    port: int = Field(description="Port, e.g. 587 (SMTP with STARTTLS), 465 (SMTP over TLS), 993 (IMAP over TLS)")
    security: Security = Field(default="starttls", description="starttls, ssl, or none (loopback only)")
    user: str | None = Field(default=None, description="Account name; leave out where the server asks for none")
    password: SecretStr | None = Field(default=None, description="Password; prefer password_file")
    password_file: Path | None = Field(default=None, description="A file holding nothing but the password")
    ca_file: Path | None = Field(default=None, description="Certificates to trust beside the system's, in PEM")
    timeout_seconds: float = Field(default=60.0, gt=0, description="How long to wait for the server's answer")

    @model_validator(mode="after")
    def _read_password(self) -> Self:
        if self.password is None and self.password_file is not None:
            try:
                self.password = SecretStr(self.password_file.read_text(encoding="utf-8").strip())
            except (OSError, UnicodeDecodeError) as error:
                raise ValueError(f"cannot read {self.password_file}") from error
        return self


class Inbox(Account):
    """The office's mailbox over IMAP."""

    security: Security = Field(default="ssl", description="ssl, starttls, or none (loopback only)")
    folder: str = Field(default="INBOX", description="Folder in which replies arrive")
    done_folder: str = Field(default="DonDoc/Da-xu-ly", description="Folder that mails are moved to once recorded")
    quarantine_folder: str = Field(default="DonDoc/Can-xem", description="Folder for mails that could not be read")


class Signatory(BaseModel):
    """Who signs the report; people change, so these are data. What is left out is told from the plan, or left blank."""

    model_config = ConfigDict(extra="forbid")
    authority: str = Field(default="", description="A line above the title, e.g. KT. GIÁM ĐỐC")
    title: str = Field(default="", description="The title, e.g. GIÁM ĐỐC or PHÓ GIÁM ĐỐC")
    name: str = Field(default="", description="Full name without academic titles")
    place: str = Field(default="", description="Place before the date, e.g. Khánh Hòa")
    symbol: str = Field(default="", description="Symbol after the number, e.g. BC-STTTT")


class Settings(BaseSettings):
    """Everything that differs between offices and is no part of the plan."""

    model_config = SettingsConfigDict(
        env_prefix="DONDOC_",
        env_nested_delimiter="__",
        env_file=".env",
        extra="ignore",
        hide_input_in_errors=True,
    )
    plan: Path = Field(default=Path("plan.yaml"), description="The plan in force")
    home: Path = Field(default=Path("var"), description="Folder of the ledger, the files and the reports")
    ledger_url: str | None = Field(default=None, description="Database; SQLite in the home folder where left out")
    office_address: str | None = Field(
        default=None, description="The office's address; the coordinator's where left out"
    )
    plus_addressing: bool = Field(default=False, description="Whether the server delivers name+anything@ to name@")
    verp: bool = Field(default=False, description="Whether bounces go to name+code@ (needs plus_addressing)")
    smtp: Account | None = Field(default=None, description="How mail is sent; the sandbox where left out")
    imap: Inbox | None = Field(default=None, description="Where replies arrive; the sandbox where left out")
    maildir: Path | None = Field(default=None, description="A Maildir to read replies from, instead of IMAP")
    authserv_id: str | None = Field(
        default=None,
        description="Our mail server's name in Authentication-Results headers: who fails its check of senders is put "
        "before the officer. Where left out, only bad news on top of a mail counts; `dondoc doctor` finds the name",
    )
    smtp_per_hour: int | None = Field(
        default=None, gt=0, description="Most mails an hour that the SMTP server takes, all workers together"
    )
    in_doubt: Literal["hold", "resend"] = Field(
        default="hold", description="What to do with a mail that may have been sent"
    )
    adopt_limit: int = Field(
        default=10, ge=0, description="A changed plan that would send more mails than this at once waits for your word"
    )
    retry_minutes: list[Annotated[float, Field(gt=0)]] = Field(
        default=[10, 30, 60],
        description="How long a scheduled `remind` or `report` that found the record out of reach waits before each "
        "further try, in minutes; after the last one the officer is told. `[]`: at once",
    )
    disk_free_mb: int = Field(default=1000, ge=0, description="Less free space than this, in MB, raises an alarm")
    signatory: Signatory = Field(default_factory=Signatory, description="Who signs the report")
    ui_port: int = Field(default=4200, description="Port of the Prefect UI on loopback")
    ui_password: SecretStr | None = Field(
        default=None, description="Password of the Prefect UI; made up and kept if left out"
    )
    language: Literal["vi", "en"] = Field(default="vi", description="Language of the commands' sentences")

    def __init__(self, **values: Any) -> None:  # checked by pydantic
        """Read the environment; raises SettingsError naming every setting that cannot be used, without its value."""
        try:
            super().__init__(**values)
        except ValidationError as error:
            faults = "; ".join(f"{_name_of(fault['loc'])}: {fault['msg']}" for fault in error.errors())
            raise SettingsError(say("a setting cannot be used: {faults}", faults=faults)) from None

    @property
    def is_sandbox(self) -> bool:
        """Whether mail stays on this machine."""
        return self.smtp is None


def _name_of(place: tuple[int | str, ...]) -> str:
    """A setting's name in the environment."""
    return "DONDOC_" + "__".join(str(part) for part in place).upper()
