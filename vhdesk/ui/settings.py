"""What one person's desk remembers: theme, text size, idle time, recent vaults, window and columns.

An ini file in the system's own place for settings (the path is injected, so that tests write elsewhere). Vaults
appear by folder only, users by the id of their key slot; no name of a case or person ever enters.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

from vhdesk.ui.theme.style import ThemeChoice, clamp_scale

MAX_RECENT: Final = 8
DEFAULT_IDLE_MINUTES: Final = 10


def default_settings_path() -> Path:
    """Return where the settings stand on this system."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    return Path(place) / "vhdesk" / "vhdesk.ini"


class DeskSettings:
    """Typed reading and writing of the settings file; a missing or damaged value is its default."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or default_settings_path()
        self._store = QSettings(str(self.path), QSettings.Format.IniFormat)

    # --- how it looks

    @property
    def theme(self) -> ThemeChoice:
        """Light, dark or as the system."""
        value = str(self._store.value("weergave/thema", ThemeChoice.SYSTEM.value))
        return ThemeChoice(value) if value in set(ThemeChoice) else ThemeChoice.SYSTEM

    @theme.setter
    def theme(self, value: ThemeChoice) -> None:
        self._store.setValue("weergave/thema", ThemeChoice(value).value)

    @property
    def text_scale(self) -> float:
        """Text size, 1.0-2.0."""
        return clamp_scale(self._number("weergave/tekstgrootte", 100) / 100)

    @text_scale.setter
    def text_scale(self, value: float) -> None:
        self._store.setValue("weergave/tekstgrootte", round(clamp_scale(value) * 100))

    # --- locking

    @property
    def idle_minutes(self) -> int:
        """After how many minutes without input the desk locks (1-120)."""
        return min(120, max(1, self._number("vergrendelen/na_minuten", DEFAULT_IDLE_MINUTES)))

    @idle_minutes.setter
    def idle_minutes(self, value: int) -> None:
        self._store.setValue("vergrendelen/na_minuten", value)

    # --- vaults

    def recent_vaults(self) -> tuple[Path, ...]:
        """Return the vault folders opened last, newest first, also those that are not there now."""
        stored = self._store.value("kluizen/recent", [])
        texts = [stored] if isinstance(stored, str) else stored if isinstance(stored, list) else []
        return tuple(Path(text) for text in texts if text)

    def remember_vault(self, path: Path) -> None:
        """Put a vault in front of the recent ones."""
        rest = [known for known in self.recent_vaults() if known != path]
        self._store.setValue("kluizen/recent", [str(known) for known in [path, *rest][:MAX_RECENT]])

    def forget_vault(self, path: Path) -> None:
        """Take a vault out of the recent ones."""
        self._store.setValue("kluizen/recent", [str(p) for p in self.recent_vaults() if p != path])

    def last_user(self, path: Path) -> str:
        """Return the slot id of the user who opened this vault last, "" when unknown."""
        return str(self._store.value(f"gebruikers/{_key(path)}", ""))

    def remember_user(self, path: Path, slot_id: str) -> None:
        """Remember who opened this vault; the name stands in the vault's own slot file."""
        self._store.setValue(f"gebruikers/{_key(path)}", slot_id)

    # --- window and pages

    def geometry(self) -> QByteArray:
        """Return the window's place and size; empty the first time."""
        return self._bytes("venster/plaats")

    def set_geometry(self, geometry: QByteArray) -> None:
        """Remember the window's place and size."""
        self._store.setValue("venster/plaats", geometry)

    def page_state(self, page_id: str) -> dict[str, Any]:
        """Return what a page saved (``Page.save_state``)."""
        self._store.beginGroup(f"paginas/{page_id}")
        try:
            return {key: self._store.value(key) for key in self._store.childKeys()}
        finally:
            self._store.endGroup()

    def set_page_state(self, page_id: str, state: dict[str, Any]) -> None:
        """Remember what a page saved."""
        self._store.beginGroup(f"paginas/{page_id}")
        for key, value in state.items():
            self._store.setValue(key, QByteArray(value) if isinstance(value, bytes) else value)
        self._store.endGroup()

    def sync(self) -> None:
        """Write to disk now."""
        self._store.sync()

    def _number(self, key: str, default: int) -> int:
        value = str(self._store.value(key, default))
        return int(value) if value.isdecimal() else default

    def _bytes(self, key: str) -> QByteArray:
        value = self._store.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()


def _key(path: Path) -> str:
    """A settings key without slashes for a folder."""
    return str(path).replace("/", "|").replace("\\", "|")
