"""Who opened a vault last: the settings remember a slot id, the vault's slot file knows the name."""

from __future__ import annotations

from pathlib import Path

from vhdesk.errors import VhdeskError


def user_name(vault: Path, slot_id: str) -> str:
    """Return the name that belongs to a slot of ``vault``; "" when it is gone, or the vault cannot be read now."""
    from vhdesk.store.slot_store import list_users  # deferred: the first window of all knows no user

    try:
        users = list_users(vault)
    except VhdeskError:  # opening the vault says what is wrong, and what to do
        return ""
    return next((user.naam for user in users if user.id == slot_id), "")
