"""What the first window offers agrees with the next step it names."""

from __future__ import annotations

import pytest

from vhdesk.errors import StoreDamaged, VaultInUse, VaultMissing, VaultReadOnly, VhdeskError, WrongPassphrase
from vhdesk.ui.ontgrendelen.way_on import READ, RESTORE, way_on
from vhdesk.vocabulary_faults import describe

FAULTS = (
    *(
        StoreDamaged(code)
        for code in (
            "database_damaged", "database_unreadable", "database_empty", "not_a_vault", "other_vault",
            "anchor_damaged", "anchor_missing", "rekey_damaged", "drafts_damaged", "slots_damaged", "slots_tampered",
            "slots_rolled_back", "slots_kdf_out_of_bounds",
        )
    ),
    *(VaultMissing(code) for code in ("folder_missing", "slots_missing", "database_missing")),
    *(VaultInUse(code) for code in ("vault_in_use", "vault_in_use_here", "vault_still_closing")),
    *(VaultReadOnly(code) for code in ("folder_read_only", "database_read_only", "wal_needs_writing")),
    WrongPassphrase("wrong_passphrase"),
)  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_the_button_does_what_the_sentence_says(fault: VhdeskError) -> None:
    words = describe(fault).next_step
    assert (way_on(fault) == RESTORE) == ("herstel de laatste reservekopie" in words)
    assert (way_on(fault) == READ) == ("alleen om te lezen" in words)
