from __future__ import annotations

import pytest
from vault_site import NAME, PASSPHRASE, Site, line_count

from vhdesk.crypto.passphrase import CHEAP
from vhdesk.errors import NotFound, RuleViolation, WrongPassphrase
from vhdesk.store.opening import open_with_recovery_code
from vhdesk.store.slot_store import list_users, read_front

OTHER, OTHER_PASSPHRASE = "Bram", "nog een lange zin"


def test_a_second_user_opens_the_same_vault(site: Site) -> None:
    vault = site.open()
    added = vault.add_user(f"  {OTHER} ", "expert", OTHER_PASSPHRASE, kdf=CHEAP)
    assert (added.naam, added.rol) == (OTHER, "expert")
    vault.close()
    again = site.open(OTHER, OTHER_PASSPHRASE)
    assert again.user == added
    assert line_count(again) == 3


@pytest.mark.parametrize(
    ("naam", "passphrase", "code", "field"),
    [
        ("", OTHER_PASSPHRASE, "naam_leeg", "naam"),
        ("   ", OTHER_PASSPHRASE, "naam_leeg", "naam"),
        ("x" * 101, OTHER_PASSPHRASE, "naam_te_lang", "naam"),
        (NAME.lower(), OTHER_PASSPHRASE, "naam_bestaat", "naam"),
        (OTHER, "kort", "wachtwoord_te_kort", "wachtwoord"),
    ],
)
def test_what_is_refused_for_a_new_user(
    site: Site, naam: str, passphrase: str, code: str, field: str
) -> None:
    vault = site.open()
    with pytest.raises(RuleViolation) as refused:
        vault.add_user(naam, "expert", passphrase, kdf=CHEAP)
    assert (refused.value.code, refused.value.field) == (code, field)
    assert len(list_users(site.folder)) == 1


def test_another_passphrase(site: Site) -> None:
    vault = site.open()
    with pytest.raises(WrongPassphrase):
        vault.change_passphrase("niet de mijne, echt", "een nieuwe wachtzin")
    with pytest.raises(RuleViolation):
        vault.change_passphrase(PASSPHRASE, "kort")
    vault.change_passphrase(PASSPHRASE, "een nieuwe wachtzin")
    vault.close()
    with pytest.raises(WrongPassphrase):
        site.open()
    site.open(passphrase="een nieuwe wachtzin")


def test_a_forgotten_passphrase_is_replaced_by_a_colleague(site: Site) -> None:
    vault = site.open()
    bram = vault.add_user(OTHER, "expert", OTHER_PASSPHRASE, kdf=CHEAP)
    vault.reset_passphrase(bram.id, "bram heeft een nieuwe")
    vault.close()
    with pytest.raises(WrongPassphrase):
        site.open(OTHER, OTHER_PASSPHRASE)
    assert site.open(OTHER, "bram heeft een nieuwe").user == bram


def test_renaming_and_another_role(site: Site) -> None:
    vault = site.open()
    bram = vault.add_user(OTHER, "expert", OTHER_PASSPHRASE, kdf=CHEAP)
    assert vault.change_user(bram.id, naam="Abraham", rol="secretaris").rol == "secretaris"
    vault.change_user(bram.id, naam="ABRAHAM")  # its own name is not taken
    with pytest.raises(RuleViolation, match="naam_bestaat"):
        vault.change_user(bram.id, naam=NAME)
    with pytest.raises(NotFound):
        vault.change_user("onbekend", rol="expert")
    assert vault.change_user(vault.user.id, naam="Anneke").naam == vault.user.naam == "Anneke"
    vault.close()
    assert site.open("abraham", OTHER_PASSPHRASE).user.id == bram.id


def test_a_removed_user_is_gone_from_the_front(site: Site) -> None:
    vault = site.open()
    bram = vault.add_user(OTHER, "expert", OTHER_PASSPHRASE, kdf=CHEAP)
    vault.remove_user(bram.id)
    assert [user.naam for user in list_users(site.folder)] == [NAME]
    with pytest.raises(RuleViolation, match="eigen_gebruiker"):
        vault.remove_user(vault.user.id)
    vault.close()
    with pytest.raises(WrongPassphrase):
        site.open(OTHER, OTHER_PASSPHRASE)


def test_the_herstelblad_opens_and_says_so_and_a_new_one_ends_the_old(site: Site) -> None:
    vault = site.open()
    assert read_front(site.folder).has_recovery_sheet is False
    first = vault.make_recovery_code(kdf=CHEAP)
    second = vault.make_recovery_code(kdf=CHEAP)
    vault.close()
    assert read_front(site.folder).has_recovery_sheet is True
    assert first.replace("-", "") not in (site.folder / "sleutels.json").read_text(encoding="utf-8")
    with pytest.raises(WrongPassphrase):
        open_with_recovery_code(site.folder, first, site.clock, site.options())
    opened = open_with_recovery_code(site.folder, second.lower(), site.clock, site.options())
    site.opened.append(opened)
    assert opened.by_recovery_sheet
    (user,) = opened.users()
    opened.reset_passphrase(user.id, "eindelijk een nieuwe")
    opened.close()
    assert not site.open(passphrase="eindelijk een nieuwe").by_recovery_sheet


def test_a_code_is_no_passphrase_of_a_user(site: Site) -> None:
    vault = site.open()
    code = vault.make_recovery_code("herstelblad", kdf=CHEAP)
    vault.close()
    with pytest.raises(WrongPassphrase):
        site.open("herstelblad", code.replace("-", ""))
