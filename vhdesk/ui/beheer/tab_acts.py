"""Every act of Beheer beside the general keys: which tab does it, so that it can be begun from the palette."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class TabAct:
    """``method`` of tab ``tab`` does it; ``can`` (also a method) says whether it means something now. With
    ``anywhere`` it can be begun from every page."""

    id: str
    text: str
    tab: str
    method: str
    icon: str
    words: str = ""
    can: str = ""
    anywhere: bool = False
    looks: bool = False
    section: str = "Kluis"
    keys: str = ""


TAB_ACTS: Final = (
    TabAct("beheer.controleren", "Kluis controleren", "kluis", "check", "shield-check", "integriteit", anywhere=True,
           looks=True),
    TabAct("beheer.gebruiker.toevoegen", "Gebruiker toevoegen…", "kluis", "add", "user-plus"),
    TabAct("beheer.gebruiker.wijzigen", "Naam of rol van gebruiker wijzigen…", "kluis", "change", "pencil",
           can="can_change"),
    TabAct("beheer.gebruiker.wachtwoord", "Gebruiker een nieuw wachtwoord geven…", "kluis", "reset_user",
           "key-round", "vergeten", can="can_change"),
    TabAct("beheer.gebruiker.verwijderen", "Gebruiker verwijderen en sleutel vernieuwen…", "kluis", "remove",
           "user-x", can="can_remove"),
    TabAct("beheer.wachtwoord", "Mijn wachtwoord wijzigen…", "kluis", "change_passphrase", "key-round", anywhere=True),
    TabAct("beheer.herstelblad", "Herstelblad maken…", "kluis", "make_sheet", "file-plus", "herstelcode",
           anywhere=True),
    TabAct("beheer.sleutel", "Sleutel vernieuwen…", "kluis", "ask_rekey", "refresh-cw", "rekey herversleutelen"),
    TabAct("beheer.kopie.maken", "Nu een reservekopie maken", "reservekopieen", "make", "database-backup",
           "back-up backup", anywhere=True),
    TabAct("beheer.kopie.terugzetten", "Reservekopie terugzetten in een nieuwe kluis…", "reservekopieen",
           "begin_restore", "upload", "back-up backup herstellen", can="can_restore"),
    TabAct("beheer.kopie.afmaken", "Reservekopieën met de vorige sleutel opnieuw versleutelen", "reservekopieen",
           "finish", "refresh-cw", "back-up", can="must_finish"),
    TabAct("beheer.journaal.controleren", "Journaal controleren", "journaal", "check", "shield-check",
           "keten integriteit", anywhere=True, looks=True),
    TabAct("beheer.verklaring.tonen", "Verklaring van vernietiging tonen", "bewaren", "show_statement", "eye",
           "vernietigen bewaartermijn", can="has_current", looks=True, keys="Ctrl+Shift+F7"),
    TabAct("beheer.verklaring.afdrukken", "Verklaring van vernietiging afdrukken…", "bewaren", "print_statement", "printer",
           "vernietigen bewaartermijn printen", can="has_current", keys="Ctrl+P"),
    TabAct("beheer.verklaring", "Verklaring van vernietiging opslaan als PDF…", "bewaren", "save_statement", "download",
           "vernietigen bewaartermijn", can="has_current", keys="Ctrl+S"),
    TabAct("beheer.vernietiging.afmaken", "Afgebroken vernietiging afmaken", "bewaren", "finish", "refresh-cw",
           "reservekopieën schonen", can="must_finish"),
    TabAct("beheer.organisatie.toevoegen", "Organisatie toevoegen…", "organisaties", "add", "building-2",
           section="Bewerken"),
    TabAct("beheer.persoon.toevoegen", "Persoon toevoegen bij een organisatie…", "organisaties", "add_second",
           "user-plus", section="Bewerken"),
    TabAct("beheer.convenant", "Convenant van een organisatie vastleggen…", "organisaties", "sign", "file-check",
           "ondertekenen getekend handtekening", can="has_organisation", section="Bewerken", keys="Ctrl+Shift+F6"),
    TabAct("beheer.tafel.toevoegen", "Tafel toevoegen…", "tafels", "add", "users-round", section="Bewerken"),
    TabAct("beheer.tafelstandaard", "Grondslag, doel en aanbrenger: standaard van een tafel…", "tafels", "set_standard",
           "scale", "wet doelbinding agenda", can="has_table", section="Bewerken"),
    TabAct("beheer.tafel.regels", "Regels van een tafel wijzigen…", "tafels", "change_rules", "scale",
           "aanmelden aanmelders verplichte velden nazorg maanden", can="has_table", section="Bewerken"),
    TabAct("beheer.lid.toevoegen", "Vast lid toevoegen bij een tafel…", "tafels", "add_second", "user-plus",
           section="Bewerken"),
    TabAct("beheer.waarde.toevoegen", "Waarde aan een lijst toevoegen…", "lijsten", "add", "tag",
           "doelgroep leefgebied besluittype", section="Bewerken"),
)  # fmt: skip
