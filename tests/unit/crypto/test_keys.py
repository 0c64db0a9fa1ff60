from __future__ import annotations

import copy
import pickle
import subprocess
import sys

import pytest

from vhdesk.crypto.keys import DataKey
from vhdesk.crypto.sealing import DoesNotOpen, load_private_key, lock, new_private_key, seal, unlock, unseal
from vhdesk.errors import StoreDamaged

RAW = bytes(range(32))


@pytest.mark.parametrize("length", [0, 31, 33, 64])
def test_only_32_bytes_make_a_key(length: int) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        DataKey(bytearray(length))


def test_the_literal_is_what_sqlcipher_takes_for_a_raw_key() -> None:
    assert bytes(DataKey(bytearray(RAW)).sql_literal()) == b"x'" + RAW.hex().encode() + b"'"


def test_a_cleared_key_is_zero_and_unusable() -> None:
    raw = bytearray(RAW)
    key = DataKey(raw)
    key.clear()
    key.clear()
    assert raw == bytes(32)
    assert key.cleared
    for use in (key.sql_literal, key.fingerprint, key.copy, key.view):
        with pytest.raises(ValueError, match="cleared"):
            use()


def test_a_copy_lives_on() -> None:
    key = DataKey(bytearray(RAW))
    other = key.copy()
    key.clear()
    assert other.view() == RAW


def test_a_key_is_never_shown_or_written_out() -> None:
    key = DataKey(bytearray(RAW))
    assert RAW.hex() not in repr(key)
    assert str(RAW) not in str(key)
    for write in (pickle.dumps, copy.deepcopy):
        with pytest.raises(TypeError):
            write(key)


def test_each_purpose_has_its_own_subkey() -> None:
    key = DataKey(bytearray(RAW))
    assert len({key.derive(purpose) for purpose in ("a", "b", "slots", "anchor")}) == 4
    assert key.derive("a") == DataKey(bytearray(RAW)).derive("a")


def test_a_mac_holds_for_its_purpose_and_message_only() -> None:
    key = DataKey(bytearray(RAW))
    mac = key.mac("slots", b"inhoud")
    key.check_mac("slots", b"inhoud", mac, code="x")
    for purpose, message, found in (
        ("slots", b"inhoue", mac),
        ("anker", b"inhoud", mac),
        ("slots", b"inhoud", "é"),
    ):
        with pytest.raises(StoreDamaged, match="x"):
            key.check_mac(purpose, message, found, code="x")


def test_an_envelope_opens_only_whole_in_its_place_and_with_its_key() -> None:
    key, other = bytes(32), bytes(31) + b"1"
    envelope = lock(key, b"geheim", b"hier")
    assert unlock(key, envelope, b"hier") == b"geheim"
    spoilt = [
        (other, envelope, b"hier"),
        (key, envelope, b"daar"),
        (key, envelope[:-1], b"hier"),
        (key, b"", b"hier"),
    ]
    spoilt += [
        (key, envelope[:i] + bytes([envelope[i] ^ 1]) + envelope[i + 1 :], b"hier")
        for i in range(len(envelope))
    ]
    for wrong_key, wrong, context in spoilt:
        with pytest.raises(DoesNotOpen):
            unlock(wrong_key, wrong, context)


def test_a_sealed_envelope_opens_for_its_owner_only() -> None:
    private, public = new_private_key()
    stranger, _ = new_private_key()
    envelope = seal(public, RAW, b"hier")
    assert unseal(load_private_key(private), envelope, b"hier") == RAW
    for who, wrong, context in (
        (stranger, envelope, b"hier"),
        (private, envelope, b"daar"),
        (private, envelope[:20], b"hier"),
        (private, bytes(32) + envelope[32:], b"hier"),  # a point of small order
    ):
        with pytest.raises(DoesNotOpen):
            unseal(load_private_key(who), wrong, context)
    assert seal(public, RAW, b"hier") != envelope


@pytest.mark.skipif(sys.platform != "linux", reason="measures of Linux")
def test_a_hardened_process_leaves_no_core_and_cannot_be_read() -> None:
    program = (
        "import ctypes, resource\n"
        "from vhdesk.crypto.process import harden_process\n"
        "done = harden_process()\n"
        "assert done == {'kernbestand': True, 'meelezen': True}, done\n"
        "assert resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)\n"
        "assert ctypes.CDLL(None).prctl(3, 0, 0, 0, 0) == 0\n"  # PR_GET_DUMPABLE
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
