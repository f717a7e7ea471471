"""SmtpNotifier with encryption and logins, against a real server."""

from __future__ import annotations

import ssl
from pathlib import Path

import pytest
import trustme

from dondoc.errors import SettingsError, TemporaryMailError
from notifiers.smtp import Security, SmtpNotifier, SmtpSettings
from tests.adapters.smtp_server import ScriptedServer, a_mail, running


@pytest.fixture
def authority(tmp_path: Path) -> tuple[trustme.CA, Path]:
    authority = trustme.CA()
    file = tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(str(file))
    return authority, file


@pytest.mark.parametrize("security", ["starttls", "ssl"])
def test_trusted_certificate_lets_mail_pass(authority: tuple[trustme.CA, Path], security: Security) -> None:
    ca, file = authority

    with running(ScriptedServer(), **{_kind(security): _context(ca, "127.0.0.1")}) as server:
        _encrypted(server, security, file).send(a_mail())

        assert len(server.delivered) == 1


@pytest.mark.parametrize("security", ["starttls", "ssl"])
@pytest.mark.parametrize("name", ["127.0.0.1", "other.example"], ids=["unknown authority", "other name"])
def test_certificate_that_proves_nothing_stops_mail(
    authority: tuple[trustme.CA, Path], security: Security, name: str
) -> None:
    ca, file = authority
    trusted = None if name == "127.0.0.1" else file

    with running(ScriptedServer(), **{_kind(security): _context(ca, name)}) as server:
        with pytest.raises(TemporaryMailError, match="certificate"):
            _encrypted(server, security, trusted).send(a_mail())

        assert server.delivered == []


def test_server_without_encryption_gets_no_mail(server: ScriptedServer) -> None:
    with pytest.raises(TemporaryMailError, match="STARTTLS"):
        _encrypted(server, "starttls", None).send(a_mail())


def test_right_password_lets_mail_pass(server: ScriptedServer) -> None:
    _with_password(server, "right").send(a_mail())

    assert len(server.delivered) == 1


@pytest.mark.parametrize("way", ["PLAIN", "LOGIN"])
def test_a_password_in_vietnamese_is_a_password(way: str) -> None:
    with running(ScriptedServer(without=frozenset({"PLAIN", "LOGIN"} - {way}))) as server:
        _with_password(server, "mật khẩu đúng").send(a_mail())
        with pytest.raises(TemporaryMailError, match="login of office"):
            _with_password(server, "mật khẩu sai").send(a_mail())

    assert len(server.delivered) == 1


def test_wrong_password_keeps_the_mail_for_later(server: ScriptedServer) -> None:
    with pytest.raises(TemporaryMailError, match="login of office") as raised:
        _with_password(server, "wrong").send(a_mail())

    assert raised.value.code == 535


def test_missing_file_of_certificates_is_a_fault_of_the_settings(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"absent\.pem"):
        SmtpNotifier(SmtpSettings("mail.example", 587, ca_file=tmp_path / "absent.pem"))


def test_password_is_not_shown() -> None:
    assert "secret" not in repr(SmtpSettings("mail.example", 587, user="office", password="secret"))


def _kind(security: Security) -> str:
    return {"starttls": "starttls", "ssl": "tls"}[security]


def _context(ca: trustme.CA, name: str) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    ca.issue_cert(name).configure_cert(context)
    return context


def _encrypted(server: ScriptedServer, security: Security, certificates: Path | None) -> SmtpNotifier:
    return SmtpNotifier(SmtpSettings("127.0.0.1", server.port, security, ca_file=certificates, timeout_seconds=5))


def _with_password(server: ScriptedServer, password: str) -> SmtpNotifier:
    return SmtpNotifier(SmtpSettings("127.0.0.1", server.port, "none", "office", password, timeout_seconds=5))
