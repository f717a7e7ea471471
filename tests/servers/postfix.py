"""A Postfix server of Debian's for the tests: an office's own, with TLS and log-in, in front of Dovecot and the world.

Mail for @office.test lands in Dovecot's mailboxes; whoever logs in may send to anybody else, by way of one port that
plays the rest of the world. Needs root, as Postfix does.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from tests.servers.dovecot import DovecotServer
from tests.servers.process import free_port, own_folder, wait_until_listening

DOMAIN = "office.test"
PROGRAM = Path("/usr/sbin/postfix")
MAIN = """
compatibility_level = 3.6
config_directory = {folder}/etc
queue_directory = {folder}/spool
data_directory = {folder}/data
daemon_directory = /usr/lib/postfix/sbin
command_directory = /usr/sbin
mail_owner = postfix
setgid_group = postdrop
maillog_file = {folder}/log
maillog_file_prefixes = {folder}
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = mail.{domain}
mydestination =
mynetworks =
alias_maps =
alias_database =
local_recipient_maps =
recipient_delimiter = +
disable_dns_lookups = yes
smtp_host_lookup = native
relayhost = [127.0.0.1]:{world}
smtp_tls_security_level = none
smtputf8_enable = yes
virtual_mailbox_domains = {domain}
virtual_mailbox_base = {dovecot}/homes
virtual_mailbox_maps = texthash:{folder}/etc/mailboxes
virtual_minimum_uid = 1
virtual_uid_maps = static:{uid}
virtual_gid_maps = static:{gid}
smtpd_tls_cert_file = {dovecot}/cert.pem
smtpd_tls_key_file = {dovecot}/key.pem
smtpd_tls_security_level = may
smtpd_tls_auth_only = yes
smtpd_sasl_auth_enable = yes
smtpd_sasl_type = dovecot
smtpd_sasl_path = {dovecot}/auth-for-smtp
smtpd_recipient_restrictions = check_recipient_access texthash:{folder}/etc/recipients
smtpd_relay_restrictions = permit_sasl_authenticated, reject_unauth_destination
smtpd_peername_lookup = no
"""
MASTER = """
127.0.0.1:{port} inet n - n - - smtpd
127.0.0.1:{limited} inet n - n - - smtpd
  -o smtpd_client_message_rate_limit={in_a_minute}
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
smtp unix - - n - - smtp
relay unix - - n - - smtp
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
virtual unix - n n - - virtual
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
"""
# Postfix delivers only to mailboxes that are listed one by one.
# Recipients that it refuses, as servers do: for now, for want of room, for good, and on its way out.
REFUSED = """\
later@khac.example 450 4.2.0 Greylisted, come back in five minutes
full@khac.example 452 4.2.2 Mailbox full
gone@khac.example 550 5.1.1 No such user here
barred@khac.example 554 5.7.1 Not from you
leaving@khac.example 421 4.3.2 Going down
"""
MAILS_A_MINUTE = 3
"""So many mails a client may bring in a minute by way of the limited port."""
QUEUES = ("maildrop", "incoming", "active")
MAILBOXES = "".join(f"vanthu{number}@{DOMAIN} vanthu{number}/Maildir/\n" for number in range(1, 1_000))


@dataclass(slots=True)
class PostfixServer:
    """A running server; `port` takes mail with STARTTLS, and so does `limited`, only slowly."""

    folder: Path
    port: int
    limited: int

    @classmethod
    def start(cls, dovecot: DovecotServer, world: int) -> PostfixServer | None:
        """Start one whose outgoing mail goes to the port `world`, or None where that cannot be."""
        if os.geteuid() != 0 or not PROGRAM.exists():
            return None
        folder, port, limited = own_folder("postfix"), free_port(), free_port()
        folder.chmod(0o755)
        for part in ("etc", "spool", "data"):
            (folder / part).mkdir()
        shutil.chown(folder / "data", "postfix", "postfix")
        owner = (dovecot.folder / "homes").stat()
        places = {"folder": folder, "dovecot": dovecot.folder, "domain": DOMAIN, "world": world, "port": port}
        slow = {"limited": limited, "in_a_minute": MAILS_A_MINUTE}
        (folder / "etc" / "main.cf").write_text(MAIN.format(uid=owner.st_uid, gid=owner.st_gid, **places))
        (folder / "etc" / "master.cf").write_text(MASTER.format(**places, **slow))
        (folder / "etc" / "recipients").write_text(REFUSED)
        (folder / "etc" / "mailboxes").write_text(MAILBOXES)
        server = cls(folder, port, limited)
        server.run("start")
        wait_until_listening(port)
        return server

    def stop(self) -> None:
        self.run("abort")
        shutil.rmtree(self.folder)

    def wait_until_idle(self, seconds: float = 30) -> None:
        """Return once every mail it took is delivered or given up; fails when that takes too long."""
        pause = Event()
        for _ in range(int(seconds / 0.05)):
            if not any(any(self.folder.glob(f"spool/{queue}/**/[0-9A-F]*")) for queue in QUEUES):
                return
            pause.wait(0.05)
        raise RuntimeError(f"Postfix still has mail after {seconds} s")

    @contextmanager
    def taking(self, address: str) -> Iterator[None]:
        """Inside, one of the recipients that it refuses can be reached."""
        recipients = self.folder / "etc" / "recipients"
        others = [line for line in REFUSED.splitlines(keepends=True) if not line.startswith(address)]
        assert len(others) == len(REFUSED.splitlines()) - 1
        try:
            recipients.write_text("".join(others))
            self.run("reload")
            yield
        finally:
            recipients.write_text(REFUSED)
            self.run("reload")

    def run(self, command: str) -> None:
        subprocess.run([PROGRAM, "-c", self.folder / "etc", command], check=True, capture_output=True)
