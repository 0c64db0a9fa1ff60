from __future__ import annotations

import pytest

from vhdesk.crypto.passphrase import CHEAP, DEFAULT, KdfParameters, check_strength, normalise, stretch
from vhdesk.errors import NotEnoughMemory, RuleViolation, StoreDamaged


def test_the_same_letters_typed_on_two_keyboards_are_one_passphrase() -> None:
    composed, decomposed = "caf\u00e9 in de stad", "cafe\u0301 in de stad"
    assert normalise(composed) == normalise(decomposed)
    salt = bytes(16)
    assert stretch(composed, salt, CHEAP) == stretch(decomposed, salt, CHEAP)


def test_salt_and_passphrase_and_cost_each_change_the_key() -> None:
    base = stretch("een wachtzin", bytes(16), CHEAP)
    assert base != stretch("een wachtzij", bytes(16), CHEAP)
    assert base != stretch("een wachtzin", bytes(15) + b"1", CHEAP)
    assert base != stretch("een wachtzin", bytes(16), KdfParameters(memory_kib=8192, passes=2, lanes=1))


def test_argon2id_gives_the_published_vector() -> None:
    # argon2-cffi and the reference program `argon2`: password "password", salt "somesalt", t=2, m=2^16, p=1
    parameters = KdfParameters(memory_kib=65536, passes=2, lanes=1)
    expected = "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7"
    assert stretch("password", b"somesalt", parameters).hex() == expected


@pytest.mark.parametrize(
    "parameters",
    [
        KdfParameters(memory_kib=64 * 1024 * 1024),
        KdfParameters(memory_kib=1024 * 1024 + 1),
        KdfParameters(memory_kib=1024),
        KdfParameters(passes=11),
        KdfParameters(passes=0),
        KdfParameters(lanes=9),
        KdfParameters(lanes=0),
    ],
)
def test_parameters_out_of_bounds_are_never_run(parameters: KdfParameters) -> None:
    with pytest.raises(StoreDamaged, match="slots_kdf_out_of_bounds"):
        stretch("een wachtzin", bytes(16), parameters)


def test_the_default_is_within_the_bounds() -> None:
    assert DEFAULT.checked() == KdfParameters(memory_kib=262144, passes=3, lanes=4)


@pytest.mark.parametrize(
    ("passphrase", "code"),
    [
        ("elf tekens.", "wachtwoord_te_kort"),
        ("", "wachtwoord_te_kort"),
        ("aaaaaaaabbbb", "wachtwoord_te_eenvoudig"),
        ("e\u0301" * 11, "wachtwoord_te_kort"),
    ],
)
def test_weak_passphrases_are_refused_at_the_field(passphrase: str, code: str) -> None:
    with pytest.raises(RuleViolation) as refused:
        check_strength(passphrase)
    assert refused.value.code == code
    assert refused.value.field == "wachtwoord"


def test_twelve_characters_will_do() -> None:
    check_strength("twaalf teken")


def test_a_machine_without_the_memory_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    from argon2.exceptions import HashingError

    def out_of_memory(*_: object, **__: object) -> bytes:
        raise HashingError("Memory allocation error")

    monkeypatch.setattr("vhdesk.crypto.passphrase.hash_secret_raw", out_of_memory)
    with pytest.raises(NotEnoughMemory):
        stretch("een wachtzin", bytes(16), CHEAP)
