from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from vhdesk.crypto.keys import DataKey
from vhdesk.crypto.passphrase import CHEAP, KdfParameters
from vhdesk.crypto.slot_acts import change_secret, make_slot, open_any, open_slot, reseal
from vhdesk.crypto.slots import SlotFile, parse
from vhdesk.errors import StoreDamaged, VaultTooNew, WrongPassphrase

AT = datetime(2026, 3, 2, tzinfo=UTC)


@pytest.fixture(scope="module")
def key() -> DataKey:
    return DataKey.generate()


@pytest.fixture(scope="module")
def slot_file(key: DataKey) -> SlotFile:
    slots = tuple(
        make_slot(key, f"wachtzin van {naam}", naam=naam, rol=rol, kdf=CHEAP, at=AT)
        for naam, rol in (("Jan", "beheerder"), ("Fatma", "secretaris"))
    )
    return SlotFile(vault_id="k" * 32, generation=4, key_id="", practice=False, slots=slots).signed(key)


def test_each_user_opens_the_same_key(key: DataKey, slot_file: SlotFile) -> None:
    for slot in slot_file.slots:
        assert open_slot(slot, f"wachtzin van {slot.naam}").view() == key.view()


def test_a_wrong_passphrase_opens_nothing(slot_file: SlotFile) -> None:
    with pytest.raises(WrongPassphrase):
        open_slot(slot_file.slots[0], "wachtzin van Fatma")
    with pytest.raises(WrongPassphrase):
        open_any((), "wachtzin van Jan")


def test_the_file_reads_back_as_written(key: DataKey, slot_file: SlotFile) -> None:
    read = parse(slot_file.to_bytes())
    assert read == slot_file
    read.verify(key)


def test_no_key_or_passphrase_stands_in_the_file(key: DataKey, slot_file: SlotFile) -> None:
    data = slot_file.to_bytes()
    assert b"wachtzin" not in data
    assert bytes(key.view()) not in data
    assert key.view().hex().encode() not in data


def test_every_flipped_bit_is_damage_and_never_a_wrong_passphrase(slot_file: SlotFile) -> None:
    data = slot_file.to_bytes()
    for index in range(len(data)):
        for bit in (0, 5):
            flipped = data[:index] + bytes([data[index] ^ (1 << bit)]) + data[index + 1 :]
            with pytest.raises((StoreDamaged, VaultTooNew)):
                parse(flipped)


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b"null", b"\xff\xfe", b"[" * 100_000, b" " * 2_000_000])
def test_what_is_no_slot_file_is_damage(data: bytes) -> None:
    with pytest.raises(StoreDamaged, match="slots_damaged"):
        parse(data)


def test_a_cut_off_file_is_damage(slot_file: SlotFile) -> None:
    data = slot_file.to_bytes()
    for length in range(0, len(data), 7):
        with pytest.raises(StoreDamaged):
            parse(data[:length])


def test_a_later_format_is_named_as_such(slot_file: SlotFile) -> None:
    content = json.loads(slot_file.to_bytes())
    content["formaat"] = 2
    with pytest.raises(VaultTooNew):
        parse(json.dumps(content).encode())


def _forge(slot_file: SlotFile, **changes: Any) -> SlotFile:
    """Return the file as somebody without the key would write it: checksum right, MAC as it was."""
    return parse(replace(slot_file, **changes).to_bytes())


def test_tampering_by_somebody_without_the_key_is_refused(key: DataKey, slot_file: SlotFile) -> None:
    jan, fatma = slot_file.slots
    forgeries = {
        "slot deleted": _forge(slot_file, slots=(jan,)),
        "order changed": _forge(slot_file, slots=(fatma, jan)),
        "renamed": _forge(slot_file, slots=(replace(jan, naam="Piet"), fatma)),
        "role raised": _forge(slot_file, slots=(jan, replace(fatma, rol="beheerder"))),
        "public key swapped": _forge(slot_file, slots=(jan, replace(fatma, public=jan.public))),
        "made a recovery slot": _forge(slot_file, slots=(jan, replace(fatma, kind="herstel"))),
        "parameters changed": _forge(
            slot_file, slots=(jan, replace(fatma, kdf=KdfParameters(memory_kib=8192, passes=2, lanes=1)))
        ),
        "generation changed": _forge(slot_file, generation=5),
        "practice mark": _forge(slot_file, practice=True),
        "other vault": _forge(slot_file, vault_id="x" * 32),
        "mac emptied": _forge(slot_file, mac=""),
    }
    for what, forged in forgeries.items():
        with pytest.raises(StoreDamaged, match="slots_tampered"):
            forged.verify(key)
            pytest.fail(what)


def test_parameters_out_of_bounds_are_refused_while_reading(slot_file: SlotFile) -> None:
    jan, fatma = slot_file.slots
    huge = replace(jan, kdf=KdfParameters(memory_kib=64 * 1024 * 1024))
    with pytest.raises(StoreDamaged, match="slots_kdf_out_of_bounds"):
        _forge(slot_file, slots=(huge, fatma))


def test_an_envelope_moved_to_another_slot_does_not_open(slot_file: SlotFile) -> None:
    jan, fatma = slot_file.slots
    with pytest.raises(WrongPassphrase):
        open_slot(replace(fatma, private=jan.private, salt=jan.salt, kdf=jan.kdf), "wachtzin van Jan")
    with pytest.raises(StoreDamaged, match="slots_tampered"):
        open_slot(replace(jan, sealed=fatma.sealed), "wachtzin van Jan")


def test_another_passphrase_for_the_same_person(key: DataKey, slot_file: SlotFile) -> None:
    jan = slot_file.slots[0]
    changed = change_secret(jan, "wachtzin van Jan", "iets heel anders", CHEAP)
    assert open_slot(changed, "iets heel anders").view() == key.view()
    assert (changed.id, changed.public) == (jan.id, jan.public)
    with pytest.raises(WrongPassphrase):
        open_slot(changed, "wachtzin van Jan")
    with pytest.raises(WrongPassphrase):
        change_secret(jan, "mis", "iets heel anders", CHEAP)


def test_another_data_key_reaches_everyone_without_a_passphrase(key: DataKey, slot_file: SlotFile) -> None:
    fresh = DataKey.generate()
    jan, fatma = slot_file.slots
    rotated = reseal(slot_file, fresh, without=frozenset({jan.id}))
    rotated.verify(fresh)
    assert rotated.generation == slot_file.generation + 1
    assert [slot.id for slot in rotated.slots] == [fatma.id]
    assert open_slot(rotated.slots[0], "wachtzin van Fatma").view() == fresh.view()
    with pytest.raises(StoreDamaged):
        rotated.verify(key)
