from pathlib import Path

import pytest

from app.settings import Settings
from dondoc.errors import SettingsError


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_without_a_mail_server_mail_stays_on_this_machine() -> None:
    settings = Settings()

    assert settings.is_sandbox
    assert (settings.plan, settings.home) == (Path("plan.yaml"), Path("var"))


def test_the_environment_wins_over_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".env").write_text("DONDOC_HOME=tu-tep\nDONDOC_VERP=true\n", encoding="utf-8")
    monkeypatch.setenv("DONDOC_HOME", "tu-moi-truong")

    settings = Settings()

    assert (settings.home, settings.verp) == (Path("tu-moi-truong"), True)


def test_a_password_may_stand_in_a_file_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mat-khau").write_text("bí mật\n", encoding="utf-8")
    for name, value in {"HOST": "mail.example", "PORT": "993", "PASSWORD_FILE": "mat-khau"}.items():
        monkeypatch.setenv(f"DONDOC_IMAP__{name}", value)

    inbox = Settings().imap

    assert inbox is not None
    assert inbox.password is not None
    assert inbox.password.get_secret_value() == "bí mật"
    assert (inbox.security, inbox.folder) == ("ssl", "INBOX")


def test_every_setting_that_cannot_be_used_is_named_without_its_value(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DONDOC_UI_PORT", "rat-bi-mat")
    monkeypatch.setenv("DONDOC_SMTP__PORT", "25")
    monkeypatch.setenv("DONDOC_SMTP__PASSWORD", "rat-bi-mat")

    with pytest.raises(SettingsError) as caught:
        Settings()

    assert "DONDOC_UI_PORT" in str(caught.value)
    assert "DONDOC_SMTP__HOST" in str(caught.value)
    assert "rat-bi-mat" not in str(caught.value)
    assert "rat-bi-mat" not in repr(caught.value.__cause__)
