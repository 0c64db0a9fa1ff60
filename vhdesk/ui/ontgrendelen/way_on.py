"""What can still be done with a vault that does not open: read it, or bring a backup back."""

from __future__ import annotations

from typing import Final

from vhdesk.errors import StoreDamaged

READ: Final = "read"
RESTORE: Final = "restore"
_OTHER_WAY: Final = (
    "slots_",
    "other_vault",
    "not_a_vault",
    "drafts_damaged",
)  # codes of damage a backup does not mend
_READABLE: Final = frozenset({"vault_in_use_here", "folder_read_only", "database_read_only"})


def way_on(fault: BaseException) -> str:
    """Return READ, RESTORE, or "" when there is neither; a slot file has copies of its own beside the backups."""
    code = str(getattr(fault, "code", ""))
    if code in _READABLE:
        return READ
    damaged = isinstance(fault, StoreDamaged) and not code.startswith(_OTHER_WAY)
    return RESTORE if damaged or code == "database_missing" else ""
