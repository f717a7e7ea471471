"""A Dovecot server of Debian's for the tests: IMAP with STARTTLS, IMAP over TLS, one account a mailbox."""

from __future__ import annotations

import getpass
import os
import shutil
import signal
import subprocess
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path

import trustme
from imapclient import IMAPClient

from collectors.imap_session import ImapAccount
from tests.servers.process import free_port, own_folder, wait_until_listening

PASSWORD = "mật-khẩu-thử"  # not ASCII, as real ones may be
ASCII_PASSWORD = "open-sesame"
CONFIG = """
base_dir = {folder}/run
log_path = {folder}/log
protocols = imap
listen = 127.0.0.1
ssl = yes
ssl_cert = <{folder}/cert.pem
ssl_key = <{folder}/key.pem
ssl_min_protocol = TLSv1.2
disable_plaintext_auth = no
auth_mechanisms = plain login
mail_location = maildir:~/Maildir
mail_fsync = never
first_valid_uid = 1
first_valid_gid = 1
default_login_user = {login_user}
default_internal_user = {internal_user}
default_internal_group = {internal_group}
{namespace}
{capability}
passdb {{
  driver = static
  args = password={password}
}}
passdb {{
  driver = static
  args = password={ascii_password}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={folder}/homes/%u
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = {tls_port}
  }}
}}
auth_failure_delay = 0
service auth {{
  unix_listener {folder}/auth-for-smtp {{
    mode = 0666
  }}
}}
service anvil {{
  chroot =
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
"""
NAMESPACE = """
namespace inbox {{
  inbox = yes
  prefix = {prefix}
  separator = {separator}
}}
"""


@dataclass(slots=True)
class DovecotServer:
    """A running server; every test asks for an account of its own."""

    process: subprocess.Popen[bytes]
    folder: Path
    port: int
    tls_port: int
    numbers: count[int]

    @classmethod
    def start(cls, *, prefix: str = "", separator: str = "/", capability: str = "") -> DovecotServer | None:
        """Start one, or None where Dovecot is not installed; what is given makes it look like another server."""
        program = shutil.which("dovecot", path="/usr/sbin:/usr/local/sbin")
        if program is None or not Path("/usr/lib/dovecot/imap").exists():
            return None
        folder = own_folder("dovecot")
        folder.chmod(0o755)  # its login process runs under another account
        (folder / "homes").mkdir()
        if os.geteuid() == 0:
            shutil.chown(folder / "homes", "mail", "mail")
        _write_certificates(folder)
        port, tls_port = free_port(), free_port()
        config = folder / "dovecot.conf"
        text = CONFIG.format(
            folder=folder,
            port=port,
            tls_port=tls_port,
            password=PASSWORD,
            ascii_password=ASCII_PASSWORD,
            namespace=NAMESPACE.format(prefix=prefix, separator=separator),
            capability=f"imap_capability = {capability}" if capability else "",
            **_accounts(),
        )
        config.write_text(text, encoding="utf-8")
        process = subprocess.Popen([program, "-F", "-c", str(config)], stdin=subprocess.DEVNULL, cwd=folder)
        wait_until_listening(port)
        return cls(process, folder, port, tls_port, count(1))

    def stop(self) -> None:
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(10)
        shutil.rmtree(self.folder)

    @property
    def ca_file(self) -> Path:
        return self.folder / "ca.pem"

    def new_account(self) -> ImapAccount:
        return ImapAccount(
            host="localhost",
            port=self.tls_port,
            user=f"vanthu{next(self.numbers)}",
            password=PASSWORD,
            ca_file=self.ca_file,
            timeout_seconds=20,
        )

    def client(self, account: ImapAccount) -> IMAPClient:
        """A mail program of the mailbox's owner, without TLS."""
        client = IMAPClient("127.0.0.1", self.port, ssl=False, timeout=20)
        client.plain_login(account.user, account.password)
        return client

    def deliver(self, account: ImapAccount, raw: bytes, received_at: datetime, folder: str = "INBOX") -> None:
        with self.client(account) as client:
            client.append(folder, raw, msg_time=received_at)

    def contents(self, account: ImapAccount, folder: str = "INBOX") -> list[bytes]:
        """The mails of a folder, by their numbers; none where there is no such folder."""
        with self.client(account) as client:
            if not client.folder_exists(folder):
                return []
            client.select_folder(folder, readonly=True)
            return [said[b"BODY[]"] for said in client.fetch(client.search(), ["BODY.PEEK[]"]).values()]


def _write_certificates(folder: Path) -> None:
    authority = trustme.CA()
    certificate = authority.issue_cert("localhost", "127.0.0.1")
    authority.cert_pem.write_to_path(folder / "ca.pem")
    certificate.cert_chain_pems[0].write_to_path(folder / "cert.pem")
    certificate.private_key_pem.write_to_path(folder / "key.pem")


def _accounts() -> dict[str, str | int]:
    """Dovecot started by root changes to its own accounts; started by another, everything runs as that one."""
    if os.geteuid() == 0:
        accounts = {"login_user": "dovenull", "internal_user": "dovecot", "internal_group": "dovecot"}
        return {**accounts, "uid": "mail", "gid": "mail"}
    me = getpass.getuser()
    return {
        "login_user": me,
        "internal_user": me,
        "internal_group": os.getegid(),
        "uid": os.getuid(),
        "gid": os.getgid(),
    }
