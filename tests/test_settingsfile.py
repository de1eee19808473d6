"""The file of the settings: whole or not at all, whoever writes it, and never a reason to stop."""

import os
from pathlib import Path

import pytest

from presskit.settings import Settings, SettingsFile


def test_two_windows_do_not_write_into_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = SettingsFile(tmp_path / "settings.json")
    replace = Path.replace

    def meanwhile(fresh: Path, target: Path) -> Path:
        monkeypatch.setattr(Path, "replace", replace)
        with monkeypatch.context() as patch:
            patch.setattr(os, "getpid", lambda: 4_000_001)
            store.save(Settings(theme="dark"))
        return replace(fresh, target)

    monkeypatch.setattr(Path, "replace", meanwhile)
    store.save(Settings(theme="light"))
    assert store.load().theme == "light"
    assert [path.name for path in tmp_path.iterdir()] == ["settings.json"]


def test_settings_that_cannot_be_saved_are_told_and_leave_nothing_behind(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "settings.json").mkdir()
    SettingsFile(tmp_path / "settings.json").save(Settings(theme="dark"))
    assert "a folder has that name" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["settings.json"]
