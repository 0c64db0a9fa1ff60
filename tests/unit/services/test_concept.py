"""Drafts: half-typed text in the encrypted store, every change of it counted for the anchor outside."""

from __future__ import annotations

from pathlib import Path

import pytest

from vhdesk.errors import Interrupted
from vhdesk.services.kluis import Kluis
from vhdesk.store.meta import read_mark


def stand(kluis: Kluis) -> int:
    """How many changes of drafts the database counted."""
    with kluis._vault.database.direct() as raw:
        return read_mark(raw).drafts


def anker(kluis: Kluis) -> bytes:
    return (kluis.pad / "journaal.anker").read_bytes()


def test_every_change_of_a_draft_is_counted_and_noted_outside(kluis: Kluis) -> None:
    desk, before = kluis.desk, stand(kluis)
    desk.save_draft("proef", "half", 4)
    desk.save_draft("proef", "half getypt", 11)
    desk.clear_draft("proef")
    assert stand(kluis) == before + 3
    assert f'"drafts": {before + 3}'.encode() in anker(kluis)


def test_forgetting_a_draft_that_is_not_there_changes_nothing(kluis: Kluis) -> None:
    kluis.desk.save_draft("proef", "half", 4)
    before = anker(kluis)
    kluis.desk.clear_draft("anders")
    assert anker(kluis) == before


def test_the_count_goes_on_after_a_change_of_key_and_in_a_restored_vault(
    kluis: Kluis, tmp_path: Path
) -> None:
    desk = kluis.desk
    desk.save_draft("proef", "half", 4)
    kluis.sleutel_vernieuwen()
    desk.save_draft("proef", "half getypt", 11)
    assert stand(kluis) == 2
    kopie = kluis.reservekopie_maken("proef")
    desk.clear_draft("proef")
    terug = kluis.reservekopie_terugzetten(kopie.path, tmp_path / "terug.vhkluis")
    assert (terug / "journaal.anker").exists()
    assert stand(kluis) == 3


def test_after_the_lock_a_draft_is_refused(kluis: Kluis) -> None:
    kluis.sluiten()
    with pytest.raises(Interrupted):
        kluis.desk.save_draft("proef", "te laat", 1)
