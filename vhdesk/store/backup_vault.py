"""A backup of the open vault, from its own connection, and the upkeep that goes with it."""

from __future__ import annotations

from vhdesk.store.backup import make_backup, thin_backups
from vhdesk.store.backup_folder import BackupInfo
from vhdesk.store.ballast import ensure_ballast
from vhdesk.store.migrate import current_revision
from vhdesk.store.progress import Cancelled, Progress, never_cancelled, no_progress
from vhdesk.store.vault import OpenVault


def backup_vault(
    vault: OpenVault,
    reason: str,
    progress: Progress = no_progress,
    cancelled: Cancelled = never_cancelled,
) -> BackupInfo:
    """Make a verified backup of ``vault``, thin the older ones, put the ballast back, and return the new one.

    May run in another thread while the desk works; stops by itself when the vault is locked. Raises as
    ``make_backup``.
    """
    vault.require_writable()
    at = vault.clock.now()
    key = vault.lend_key()  # locking wipes the vault's own key at once; this work stops soon after
    try:
        with vault.database.direct() as raw:
            info = make_backup(
                raw,
                vault.layout,
                key,
                vault.slot_file,
                reason=reason,
                at=at,
                schema=current_revision(raw) or "",
                progress=progress,
                cancelled=lambda: cancelled() or vault.database.closing,
            )
        vault.anchor.flush()
        thin_backups(vault.path, key, at)
        ensure_ballast(vault.path)
    finally:
        key.clear()
    return info
