"""What went wrong, in Dutch: what happened, and one next step. Used by the window and the command line alike.

Found by code first, then by class. A sentence may name details of the exception (``{host}``); a detail that is
missing or empty drops the optional part in square brackets around it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from vhdesk import errors
from vhdesk.clock import local
from vhdesk.vocabulary_aanlevering import WEIGERINGEN
from vhdesk.vocabulary_rules import RULES


@dataclass(frozen=True, slots=True)
class FaultText:
    """``happened`` is a sentence; ``next_step`` is a sentence, or "" where nothing is to be done."""

    happened: str
    next_step: str = ""

    def sentence(self) -> str:
        """Return both as one text."""
        return f"{self.happened} {self.next_step}".strip()


_RESTORE: Final = "Maak een kopie van de map en herstel de laatste reservekopie in een nieuwe kluis."
_SLOTS_BACK: Final = (
    "Kopieer sleutels.json uit de nieuwste map in reservekopieen terug naar de map van de kluis; "
    "maak geen nieuwe kluis op deze plaats."
)
_MOVE: Final = "Verplaats de kluis naar een gewone map op deze computer en open hem daar."
_OLDER: Final = "Zoek de nieuwste versie, of overleg met uw beheerder voordat u verdergaat."
_UPDATE: Final = "Werk vhdesk bij en probeer het daarna opnieuw."

BY_CODE: Final[Mapping[str, FaultText]] = {
    **{code: FaultText(*texts) for code, texts in RULES.items()},
    **{refusal.value: FaultText(text) for refusal, text in WEIGERINGEN.items()},
    # --- a file that leaves the vault
    "uitvoer_schijf_vol": FaultText(
        "Er is geen ruimte meer op deze schijf; er is niets opgeslagen.",
        "Maak ruimte vrij of kies een andere map.",
    ),
    "map_geen_rechten": FaultText(
        "U mag in deze map niet schrijven; er is niets opgeslagen.", "Kies een andere map."
    ),
    "map_bestaat_niet": FaultText(
        "Deze map bestaat niet (meer); er is niets opgeslagen.", "Kies een andere map."
    ),
    # --- a part is gone
    "folder_missing": FaultText(
        "Deze map bestaat niet of is geen kluis.", "Kies de map van de kluis; die eindigt op .vhkluis."
    ),
    "slots_missing": FaultText("Bij deze kluis ontbreekt het sleutelbestand (sleutels.json).", _SLOTS_BACK),
    "database_missing": FaultText("Bij deze kluis ontbreekt het gegevensbestand (kluis.db).", _RESTORE),
    "database_empty": FaultText("Het gegevensbestand van deze kluis (kluis.db) is leeg.", _RESTORE),
    # --- a part is damaged
    "slots_damaged": FaultText("Het sleutelbestand (sleutels.json) is beschadigd.", _SLOTS_BACK),
    "slots_kdf_out_of_bounds": FaultText("Het sleutelbestand bevat onmogelijke instellingen.", _SLOTS_BACK),
    "slots_tampered": FaultText("Het sleutelbestand is buiten vhdesk gewijzigd.", _SLOTS_BACK),
    "not_a_vault": FaultText(
        "Het gegevensbestand in deze map is geen kluis van vhdesk.", "Kies een andere map."
    ),
    "other_vault": FaultText("Sleutelbestand en gegevensbestand horen niet bij dezelfde kluis.", _SLOTS_BACK),
    "backup_damaged": FaultText(
        "Deze reservekopie[ ({name})] is beschadigd.", "Kies een andere reservekopie."
    ),
    "backups_skipped": FaultText(
        "De kluis heeft een nieuwe sleutel, maar {aantal} van de reservekopieën was onleesbaar en heeft de vorige"
        " sleutel nog: {namen}.",
        "Verwijder die mappen uit reservekopieen: wie de vorige sleutel kent, kan ze misschien lezen.",
    ),
    "backup_not_sound": FaultText(
        "De nieuwe reservekopie kwam niet goed door de controle en telt niet mee.",
        "Probeer het opnieuw; lukt dat niet, kijk dan de schijf na.",
    ),
    "rekey_damaged": FaultText("Het opnieuw versleutelen is halverwege beschadigd geraakt.", _RESTORE),
    "rekey_unfinished": FaultText(
        "Het opnieuw versleutelen van deze kluis is niet afgemaakt.",
        "Open de kluis met schrijfrechten; vhdesk maakt het dan af.",
    ),
    "anchor_missing": FaultText(
        "Het merkteken waarmee de kluis controleert of hij volledig is, ontbreekt.", _RESTORE
    ),
    "anchor_damaged": FaultText(
        "Het merkteken waarmee de kluis controleert of hij volledig is, klopt niet.", _RESTORE
    ),
    # --- older than it was
    "slots_rolled_back": FaultText("Van deze kluis is een ouder sleutelbestand teruggezet.", _OLDER),
    "drafts_damaged": FaultText(
        "De half getypte tekst die nog een plaats in de kluis moest krijgen (concepten.wacht), is beschadigd.",
        "Zet dat bestand terug uit een kopie, of overleg met uw beheerder voordat u verdergaat.",
    ),
    "drafts_behind_anchor": FaultText(
        "In deze kluis ontbreekt half getypte tekst die er eerder wel in stond: een bestand van de kluis is beschadigd"
        " of ouder dan het hoort.",
        _OLDER,
    ),
    "journaal_differs_from_anchor": FaultText(
        "Het journaal van deze kluis is niet het journaal dat hier het laatst is gezien.", _OLDER
    ),
    # --- newer than this program
    "backup_too_new": FaultText("Deze reservekopie is gemaakt met een nieuwere versie van vhdesk.", _UPDATE),
    # --- in use
    "vault_in_use_here": FaultText(
        "De kluis is in gebruik op deze computer[ sinds {since}].",
        "Vergrendel of sluit hem daar, of open hem hier alleen om te lezen.",
    ),
    "database_busy": FaultText(
        "Er wordt nog ander werk in deze kluis opgeslagen.", "Wacht even en probeer het opnieuw."
    ),
    "vault_being_rekeyed": FaultText(
        "Deze kluis krijgt op dit moment een nieuwe sleutel of een nieuwe vorm.",
        "Wacht tot dat klaar is en probeer het opnieuw.",
    ),
    "vault_has_readers": FaultText(
        "Iemand anders op deze computer leest nu in deze kluis; zo lang kunnen de bestanden niet worden vervangen.",
        "Laat die de kluis sluiten en probeer het opnieuw.",
    ),
    "vault_still_closing": FaultText(
        "In deze kluis wordt nog werk afgerond dat bezig was toen hij op slot ging.",
        "Wacht even en probeer het opnieuw.",
    ),
    # --- refused or stopped
    "wrong_passphrase": FaultText(
        "De gebruikersnaam of het wachtwoord klopt niet.", "Controleer beide en probeer het opnieuw."
    ),
    "cancelled": FaultText("Afgebroken; er is niets opgeslagen."),
    # --- the place
    "network_folder": FaultText(
        "De kluis staat op een netwerkschijf[ ({soort})]; daar kan hij stukgaan.", _MOVE
    ),
    "synchronised_folder": FaultText(
        "De kluis staat in een map die wordt gesynchroniseerd[ ({soort})].", _MOVE
    ),
    "folder_read_only": FaultText(
        "In deze map kan niet worden geschreven.",
        "Geef uzelf schrijfrechten op de map, of open de kluis alleen om te lezen.",
    ),
    "opened_read_only": FaultText(
        "De kluis is alleen geopend om te lezen.", "Vergrendel hem en open hem opnieuw om te wijzigen."
    ),
    "wal_needs_writing": FaultText(
        "De laatste wijzigingen staan nog in een los bestand naast de kluis, en dat kan hier niet worden verwerkt.",
        "Kopieer de hele map naar een plaats waar u mag schrijven en open hem daar.",
    ),
    "schema_needs_writing": FaultText(
        "Deze kluis is gemaakt met een oudere versie van vhdesk en moet eerst worden bijgewerkt.",
        "Open hem een keer gewoon, op een plaats waar u mag schrijven.",
    ),
    "sheet_needs_writing": FaultText(
        "Het gebruik van het herstelblad komt in het journaal, en dat kan niet als u de kluis alleen leest.",
        "Open de kluis op een plaats waar u mag schrijven.",
    ),
    "disk_full": FaultText(
        "De schijf is vol[: er is {free} vrij en {needed} nodig]. Wat eerder is opgeslagen, is veilig.",
        "Maak ruimte vrij en probeer het opnieuw.",
    ),
    "ballast_released": FaultText(
        "De schijf was te vol om de kluis te openen; vhdesk heeft[ {size}] ruimte vrijgemaakt die het daarvoor"
        " bewaarde.",
        "Maak nu ruimte vrij op deze schijf: de volgende keer is die reserve er niet meer.",
    ),
    "anchor_not_written": FaultText(
        "Het merkteken waarmee de kluis controleert of hij volledig is, kan niet worden bijgewerkt.",
        "Uw gegevens worden wel opgeslagen. Kijk of de schijf in orde is en maak een reservekopie.",
    ),
    # --- printing
    "no_print_system": FaultText(
        "Op deze computer is geen afdruksysteem gevonden.", "Bewaar het stuk als pdf en druk het elders af."
    ),
    "print_refused": FaultText(
        "De printer[ {printer}] nam de opdracht niet aan.", "Controleer de printer, of kies een andere."
    ),
    "print_timeout": FaultText(
        "De printer[ {printer}] antwoordt niet.", "Controleer de printer, of kies een andere."
    ),
    "printer_gone": FaultText("De printer[ {printer}] is er niet meer.", "Kies een andere printer."),
    "printing_by_window": FaultText(
        "Op Windows drukt vhdesk af vanuit het venster.", "Open het stuk in vhdesk en druk het daar af."
    ),
    # --- the installation
    "geen_beeldscherm": FaultText(
        "Er is geen beeldscherm waarop het venster kan komen.",
        "Start vhdesk op een bureaublad, of gebruik een opdracht zonder venster: vhdesk --help.",
    ),
    "koppelen_niet_mogelijk": FaultText(
        "Op dit systeem kan vhdesk zich niet aan kluizen koppelen.", "Open een kluis vanuit vhdesk zelf."
    ),
    "resource_missing": FaultText(
        "Er ontbreekt een bestand van vhdesk zelf[: {relative}].", "Installeer vhdesk opnieuw."
    ),
    "resource_unreadable": FaultText(
        "Een bestand van vhdesk zelf is niet te lezen[: {relative}].", "Installeer vhdesk opnieuw."
    ),
}

BY_CLASS: Final[Mapping[type[errors.VhdeskError], FaultText]] = {
    errors.WrongPassphrase: BY_CODE["wrong_passphrase"],
    errors.VaultInUse: FaultText(
        "De kluis is in gebruik[ op {host}][ sinds {since}].",
        "Vergrendel of sluit hem daar en probeer het daarna opnieuw.",
    ),
    errors.VaultMissing: FaultText(
        "Hier staat geen kluis, of een deel ervan ontbreekt.",
        "Kies de juiste map, of herstel de kluis uit een reservekopie.",
    ),
    errors.VaultExists: FaultText("Op deze plaats staat al iets.", "Kies een andere naam of een andere map."),
    errors.VaultTooNew: FaultText(
        "Deze kluis is gemaakt met een nieuwere versie van vhdesk.",
        "Werk vhdesk bij en open de kluis daarna.",
    ),
    errors.VaultReadOnly: FaultText(
        "De kluis kan hier alleen worden gelezen, niet gewijzigd.",
        "Geef uzelf schrijfrechten op de map, of open de kluis alleen om te lezen.",
    ),
    errors.StorageFull: FaultText(
        "De schijf is vol. Wat eerder is opgeslagen, is veilig.", "Maak ruimte vrij en probeer het opnieuw."
    ),
    errors.StoreDamaged: FaultText(
        "De kluis is beschadigd. Er is niets gewijzigd.",
        "Maak een kopie van de map en herstel de laatste reservekopie in een nieuwe kluis.",
    ),
    errors.StoreRolledBack: FaultText(
        "Deze kluis is ouder dan de laatste keer dat hij open was: er is een oudere versie teruggezet.",
        "Zoek de nieuwste versie, of overleg met uw beheerder voordat u verdergaat.",
    ),
    errors.UnsafeLocation: FaultText(
        "De kluis staat op een netwerkschijf of in een gesynchroniseerde map.",
        "Verplaats de kluis naar een gewone map op deze computer en open hem daar.",
    ),
    errors.ClockSetBack: FaultText(
        "De klok van deze computer loopt achter op het journaal van de kluis[: daarin staat {last}].",
        "Zet datum en tijd goed en probeer het opnieuw.",
    ),
    errors.NotEnoughMemory: FaultText(
        "Deze computer heeft hiervoor nu te weinig geheugen.",
        "Sluit andere programma's en probeer het opnieuw.",
    ),
    errors.StorageUnavailable: FaultText(
        "De schijf reageert niet zoals het hoort. Wat eerder is opgeslagen, is veilig.",
        "Kijk of de schijf of stick goed vastzit en probeer het opnieuw.",
    ),
    errors.StaleVersion: FaultText(
        "Iemand anders heeft dit intussen gewijzigd.", "Vergelijk beide teksten en kies wat blijft staan."
    ),
    errors.NotFound: FaultText("Dit bestaat niet (meer).", "Ververs de lijst en kies opnieuw."),
    errors.InvalidPackage: FaultText(
        "Dit bestand is niet wat het zou moeten zijn.", "Vraag de afzender om het opnieuw aan te leveren."
    ),
    errors.Interrupted: BY_CODE["cancelled"],
    errors.RuleViolation: FaultText("Dit kan zo niet.", "Controleer wat u hebt ingevuld."),
    errors.EnvironmentFault: FaultText(
        "Dit lukt nu niet door iets buiten vhdesk. Er is niets opgeslagen.",
        "Probeer het opnieuw, of vraag uw beheerder om hulp.",
    ),
    errors.VhdeskError: FaultText("Dit is niet gelukt.", "Probeer het opnieuw."),
}

BUG: Final = FaultText(
    "Er ging iets mis in vhdesk. Wat was opgeslagen, is veilig[ (melding {incident})].",
    "Ga verder, en geef het nummer van de melding door aan uw beheerder.",
)

_OPTIONAL: Final = re.compile(r"\[([^\[\]]*)\]")
_MOMENT: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d.*")
_MEGABYTE: Final = 1_000_000
_BYTES: Final = frozenset(
    {"free", "needed", "size"}
)  # details that count bytes; every other number is of things
_PLACE: Final = re.compile(r"\{(\w+)\}")


def describe(fault: BaseException, **details: object) -> FaultText:
    """Return the sentences for an exception; anything that is no VhdeskError is a bug (pass ``incident``)."""
    if not isinstance(fault, errors.VhdeskError):
        return _fill(BUG, details)
    text = BY_CODE.get(fault.code)
    if text is None:
        text = next(BY_CLASS[kind] for kind in type(fault).__mro__ if kind in BY_CLASS)
    return _fill(text, {**fault.details, **details})


def sentence(fault: BaseException, **details: object) -> str:
    """Return what happened and the next step as one text."""
    return describe(fault, **details).sentence()


def in_words(details: str) -> str:
    """Return what a line of the journaal says of itself, with a code at its end as the sentence that belongs to it."""
    before, _, code = details.rpartition(" ")
    text = BY_CODE.get(code)
    return details if text is None else f"{before} {_fill(text, {}).happened}".strip()


def _fill(text: FaultText, details: Mapping[str, object]) -> FaultText:
    words = {name: word for name, value in details.items() if (word := _word(name, value))}
    return FaultText(_put(text.happened, words), _put(text.next_step, words))


def _put(template: str, words: Mapping[str, str]) -> str:
    def optional(found: re.Match[str]) -> str:
        return found[1] if all(name in words for name in _PLACE.findall(found[1])) else ""

    kept = _OPTIONAL.sub(optional, template)
    return _PLACE.sub(lambda found: words.get(found[1], ""), kept)


def _word(name: str, value: object) -> str:
    """A detail as it stands in a sentence: today's moment as a time, another one with its date."""
    if value is None or value == "":
        return ""
    if isinstance(value, str) and _MOMENT.fullmatch(value):
        value = datetime.fromisoformat(value)
    elif isinstance(value, int):
        return f"{value // _MEGABYTE} MB" if name in _BYTES else f"{value:,}".replace(",", ".")
    if isinstance(value, datetime):
        moment = local(value) if value.tzinfo is not None else value
        return f"{moment.day}-{moment.month}-{moment.year} {moment:%H:%M}"
    if isinstance(value, date):
        return f"{value.day}-{value.month}-{value.year}"
    return str(value)
