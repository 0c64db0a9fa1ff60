"""An older or shortened journaal is reported by the anchors, inside and outside the vault."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from sqlalchemy import text
from vault_site import PASSPHRASE, Site, add_lines, line_count

from vhdesk.errors import EnvironmentFault, Interrupted, StoreDamaged, StoreRolledBack
from vhdesk.store.anchor import RECORD_BYTES
from vhdesk.store.layout import Layout
from vhdesk.store.meta import DRAFTS, Head, Mark, write_meta
from vhdesk.store.vault import OpenVault


def refuse(site: Site, kind: type[EnvironmentFault], code: str) -> EnvironmentFault:
    with pytest.raises(kind) as refused:
        site.open()
    assert refused.value.code == code
    return refused.value


def outside(site: Site) -> Path:
    (path,) = site.anchors.iterdir()
    return path


def died_after(site: Site, lines: int) -> None:
    """Leave the vault as a process leaves it that dies after ``lines`` commits: log and all."""
    vault = site.open()
    add_lines(vault, lines)
    shutil.copytree(site.folder, site.root / "gestorven")
    vault.close()
    shutil.rmtree(site.folder)
    (site.root / "gestorven").rename(site.folder)


def test_an_older_whole_folder_put_back_is_reported(site: Site, tmp_path: Path) -> None:
    shutil.copytree(site.folder, tmp_path / "vorige week")
    vault = site.open()
    add_lines(vault, 2)
    vault.close()
    shutil.rmtree(site.folder)
    shutil.copytree(tmp_path / "vorige week", site.folder)
    fault = refuse(site, StoreRolledBack, "journaal_behind_anchor")
    assert fault.details == {"expected": 5, "found": 3, "where": "buiten"}


def test_an_older_database_put_back_is_reported_without_the_copy_outside(site: Site, tmp_path: Path) -> None:
    old = Layout(site.folder).database.read_bytes()
    vault = site.open()
    add_lines(vault, 1)
    vault.close()
    Layout(site.folder).database.write_bytes(old)
    shutil.rmtree(site.anchors)
    fault = refuse(site, StoreRolledBack, "journaal_behind_anchor")
    assert fault.details == {"expected": 4, "found": 3, "where": "binnen"}


def test_it_opens_knowingly_and_is_remembered_as_accepted(site: Site) -> None:
    old = Layout(site.folder).database.read_bytes()
    vault = site.open()
    add_lines(vault, 1)
    vault.close()
    Layout(site.folder).database.write_bytes(old)
    accepted = site.open(accept_rollback=True)
    assert isinstance(accepted.accepted, StoreRolledBack)
    add_lines(accepted, 1)
    accepted.close()
    assert site.open().accepted is None


def test_another_history_of_the_same_length_is_reported(site: Site) -> None:
    layout = Layout(site.folder)
    old, anchors = layout.database.read_bytes(), (layout.anchor.read_bytes(), outside(site).read_bytes())
    vault = site.open()
    add_lines(vault, 1)
    vault.close()
    newer = layout.anchor.read_bytes(), outside(site).read_bytes()
    layout.database.write_bytes(old)
    layout.anchor.write_bytes(anchors[0])
    outside(site).write_bytes(anchors[1])
    forked = site.open()
    with forked.writer.begin() as connection:
        connection.execute(
            text(
                "INSERT INTO journaal SELECT volgnr + 1, tijdstip, actor_id, actor, actie, object_soort, object_id,"
                " resultaat, oorsprong, bijzonderheden, hash, 'ander' FROM journaal WHERE volgnr = 3"
            )
        )
    forked.close()
    layout.anchor.write_bytes(newer[0])
    refuse(site, StoreRolledBack, "journaal_differs_from_anchor")


@pytest.mark.parametrize("position", [32, 200, 4000, 5000])
def test_a_flipped_byte_in_the_log_that_drops_commits_is_reported(site: Site, position: int) -> None:
    died_after(site, 3)
    log = Layout(site.folder).with_journals(Layout(site.folder).database)[0]
    data = bytearray(log.read_bytes())
    assert len(data) > 3 * 4096
    data[position] ^= 1
    log.write_bytes(data)
    fault = refuse(site, StoreRolledBack, "journaal_behind_anchor")
    assert fault.details["expected"] == 6


def test_what_was_committed_before_a_process_died_is_there(site: Site) -> None:
    died_after(site, 3)
    assert line_count(site.open()) == 6


def test_a_log_that_was_removed_is_reported(site: Site) -> None:
    died_after(site, 2)
    for path in Layout(site.folder).with_journals(Layout(site.folder).database):
        path.unlink(missing_ok=True)
    refuse(site, StoreRolledBack, "journaal_behind_anchor")


def test_a_database_ahead_of_its_anchor_is_a_crash_and_opens(site: Site) -> None:
    layout = Layout(site.folder)
    before = layout.anchor.read_bytes(), outside(site).read_bytes()
    vault = site.open()
    add_lines(vault, 2)
    vault.close()
    layout.anchor.write_bytes(before[0])
    outside(site).write_bytes(before[1])
    assert line_count(site.open()) == 5


def changed_drafts(vault: OpenVault, count: int) -> None:
    """Commit a change of a draft and note it, as the desk does."""
    with vault.database.direct() as raw:
        write_meta(raw, {DRAFTS: str(count)})
    vault.anchor.advance_drafts(count)


def test_a_lost_change_of_a_draft_is_reported(site: Site) -> None:
    layout = Layout(site.folder)
    vault = site.open()
    changed_drafts(vault, 1)
    vault.close()
    old = layout.database.read_bytes()
    vault = site.open()
    changed_drafts(vault, 2)
    vault.close()
    layout.database.write_bytes(old)
    fault = refuse(site, StoreRolledBack, "drafts_behind_anchor")
    assert fault.details == {"expected": 2, "found": 1, "where": "binnen"}
    site.open(accept_rollback=True).close()
    assert site.open().accepted is None


def test_a_process_killed_between_a_draft_and_its_anchor_opens(site: Site) -> None:
    layout = Layout(site.folder)
    before = layout.anchor.read_bytes(), outside(site).read_bytes()
    vault = site.open()
    changed_drafts(vault, 1)
    vault.close()
    layout.anchor.write_bytes(before[0])
    outside(site).write_bytes(before[1])
    vault = site.open()
    assert vault.accepted is None
    add_lines(vault)  # the next line brings the anchor up to both
    vault.close()
    assert b'"drafts": 1' in layout.anchor.read_bytes()


def test_lines_and_drafts_noted_out_of_order_take_nothing_back(site: Site) -> None:
    vault = site.open()
    changed_drafts(vault, 1)
    changed_drafts(vault, 2)
    vault.anchor.advance_drafts(1)
    add_lines(vault)
    vault.close()
    assert b'"drafts": 2' in Layout(site.folder).anchor.read_bytes()
    assert site.open().accepted is None


def test_every_flipped_byte_of_the_anchor_is_reported(site: Site) -> None:
    layout = Layout(site.folder)
    good = layout.anchor.read_bytes()
    assert len(good) == RECORD_BYTES
    length = len(good.rstrip())
    vault = site.open()
    key = vault.key.copy()
    vault.close()
    from vhdesk.store.anchor import decode

    for index in range(RECORD_BYTES):
        data = good[:index] + bytes([good[index] ^ 1]) + good[index + 1 :]
        if index < length and b'"key_id"' in data:
            try:
                record = decode(data, key)
            except StoreDamaged:
                continue
            assert record.key_id != key.fingerprint(), index  # reads as one of an earlier key: refused below
        else:
            with pytest.raises(StoreDamaged):
                decode(data, key)
    for index in (good.index(b'"key_id"') + 12, good.index(b'"seq"') + 7, length + 3):
        layout.anchor.write_bytes(good[:index] + bytes([good[index] ^ 1]) + good[index + 1 :])
        refuse(site, StoreDamaged, "anchor_damaged")


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b"\x00" * RECORD_BYTES])
def test_a_destroyed_or_missing_anchor_is_reported_and_can_be_accepted(site: Site, content: bytes) -> None:
    layout = Layout(site.folder)
    layout.anchor.write_bytes(content)
    refuse(site, StoreDamaged, "anchor_damaged")
    layout.anchor.unlink()
    refuse(site, StoreDamaged, "anchor_missing")
    assert isinstance(site.open(accept_rollback=True).accepted, StoreDamaged)


def test_older_slots_and_database_together_are_reported(site: Site) -> None:
    layout = Layout(site.folder)
    old = layout.slots.read_bytes(), layout.database.read_bytes()
    vault = site.open()
    vault.change_passphrase(PASSPHRASE, "een nieuwe wachtzin")
    vault.close()
    layout.slots.write_bytes(old[0])
    layout.database.write_bytes(old[1])
    refuse(site, StoreRolledBack, "generation_behind_anchor")


def test_another_computer_has_no_copy_outside_and_gets_one(site: Site) -> None:
    shutil.rmtree(site.anchors)
    vault = site.open()
    add_lines(vault)
    vault.close()
    again = site.open(accept_rollback=False)
    assert line_count(again) == 4


def test_a_failing_anchor_never_fails_the_commit(site: Site) -> None:
    vault = site.open()
    Layout(site.folder).anchor.unlink()
    Layout(site.folder).anchor.mkdir()
    add_lines(vault)
    assert isinstance(vault.anchor.fault, OSError)
    assert line_count(vault) == 4


def test_writing_syncs_every_thirty_seconds(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    from vhdesk.store.anchor import Anchor, Places

    now, synced = [0.0], []
    vault = site.open()
    anchor = Anchor(Places(Layout(site.folder).anchor, None), vault.key, vault.vault_id, 1, lambda: now[0])
    monkeypatch.setattr("vhdesk.store.anchor.os.fsync", lambda handle: synced.append(now[0]))
    for second in range(0, 70, 5):
        now[0] = float(second)
        anchor.advance(3, "x")
    assert synced == [30.0, 60.0]
    anchor.close()


def test_a_line_that_stands_after_the_lock_leaves_the_anchor_as_it_was(site: Site) -> None:
    vault = site.open()
    vault.close()
    path = vault.layout.anchor
    before = path.read_bytes()
    vault.anchor.advance(9, "f" * 64)
    assert path.read_bytes() == before
    assert vault.anchor.fault is None
    with pytest.raises(Interrupted, match="vault_locked"):
        vault.anchor.reset(Mark(Head(9, "f" * 64)))
    assert path.read_bytes() == before
    assert line_count(site.open()) == 3


def test_an_anchor_from_before_drafts_were_counted_is_read_and_renewed(site: Site) -> None:
    vault = site.open()
    key = vault.key.copy()
    vault.close()
    for path in (Layout(site.folder).anchor, outside(site)):
        content = json.loads(path.read_bytes())
        del content["drafts"], content["mac"]
        signed = json.dumps(list(content.values()), separators=(",", ":")).encode()
        content["mac"] = key.mac("journaal anchor", signed)
        path.write_bytes(json.dumps(content).encode().ljust(RECORD_BYTES - 1) + b"\n")
    vault = site.open()
    add_lines(vault)
    vault.close()
    assert "drafts" in json.loads(Layout(site.folder).anchor.read_bytes())
    assert line_count(site.open()) == 4


def test_leaving_the_count_of_drafts_out_of_an_anchor_is_damage(site: Site) -> None:
    path = Layout(site.folder).anchor
    content = json.loads(path.read_bytes())
    del content["drafts"]
    path.write_bytes(json.dumps(content).encode().ljust(RECORD_BYTES - 1) + b"\n")
    refuse(site, StoreDamaged, "anchor_damaged")
