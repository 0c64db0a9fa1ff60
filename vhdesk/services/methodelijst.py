"""What a value of the list ``methoden`` may ask: checked before it is kept, because shared code acts on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import select

from vhdesk.errors import RuleViolation
from vhdesk.models import Organisatie, Referentiewaarde
from vhdesk.queries.methodevraag import Meetlijst, Methodevraag, Zetel
from vhdesk.queries.referentie import DOELGROEPEN
from vhdesk.services.invoer import check_kort, check_naam
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.vocabulary import Tafelregime

MAX_DAGEN, MAX_JAREN, MAX_WOORD = 3650, 120, 200


def check_methodevraag(work: UnitOfWork, vraag: Methodevraag) -> Methodevraag:
    """Return the demands, cleaned. Raises RuleViolation on a number out of range, an organisation or doelgroep that
    does not exist, or a list without parts or scale."""
    for veld in ("elke_dagen", "kennis_dagen"):
        _check_getal(getattr(vraag, veld), veld, MAX_DAGEN)
    _check_leeftijd(vraag)
    if vraag.regime and vraag.regime not in {regime.value for regime in Tafelregime}:
        raise RuleViolation("methode_regime_onbekend", field="regime")
    bekend = set(
        work.session.scalars(select(Referentiewaarde.code).where(Referentiewaarde.lijst_code == DOELGROEPEN))
    )
    if not bekend.issuperset(vraag.doelgroepen):
        raise RuleViolation("doelgroep_onbekend", field="doelgroepen")
    codes = set(work.session.scalars(select(Organisatie.code)))
    return replace(
        vraag,
        doelgroepen=tuple(dict.fromkeys(vraag.doelgroepen)),
        casusregie=_zetel(vraag.casusregie, "casusregie", codes) if vraag.casusregie else None,
        quorum=tuple(_zetel(zetel, "quorum", codes) for zetel in vraag.quorum),
        mag_weten=tuple(_zetel(zetel, "mag_weten", codes) for zetel in vraag.mag_weten),
        risico=_lijst(vraag.risico, "risico") if vraag.risico else None,
        voorwaarden=_lijst(vraag.voorwaarden, "voorwaarden") if vraag.voorwaarden else None,
    )


def _check_getal(getal: int, veld: str, maximum: int) -> None:
    if not 0 <= getal <= maximum:
        raise RuleViolation("getal_buiten_bereik", field=veld, maximum=maximum)


def _check_leeftijd(vraag: Methodevraag) -> None:
    vanaf, tot = vraag.leeftijd_vanaf, vraag.leeftijd_tot
    for veld, jaren in (("leeftijd_vanaf", vanaf), ("leeftijd_tot", tot)):
        _check_getal(jaren or 0, veld, MAX_JAREN)
    if vanaf is not None and tot is not None and vanaf > tot:
        raise RuleViolation("leeftijd_omgekeerd", field="leeftijd_tot")


def _zetel(zetel: Zetel, veld: str, codes: set[str]) -> Zetel:
    naam = check_naam(zetel.naam, veld, 60)
    if not zetel.organisaties:
        raise RuleViolation("zetel_zonder_organisatie", field=veld, zetel=naam)
    if not codes.issuperset(zetel.organisaties):
        raise RuleViolation("zetel_organisatie_onbekend", field=veld, zetel=naam)
    return Zetel(naam=naam, organisaties=tuple(dict.fromkeys(zetel.organisaties)))


def _lijst(lijst: Meetlijst, veld: str) -> Meetlijst:
    schoon = Meetlijst(
        naam=check_naam(lijst.naam, f"{veld}_naam"),
        onderdelen=_woorden(lijst.onderdelen, veld),
        schaal=_woorden(lijst.schaal, f"{veld}_schaal"),
        voldaan=_woorden(lijst.voldaan, f"{veld}_voldaan"),
        dagen=lijst.dagen,
    )
    _check_getal(lijst.dagen, f"{veld}_dagen", MAX_DAGEN)
    if not schoon.onderdelen:
        raise RuleViolation("meetlijst_zonder_onderdelen", field=veld)
    if len(schoon.schaal) < 2:
        raise RuleViolation("meetlijst_zonder_schaal", field=f"{veld}_schaal")
    if not set(schoon.schaal).issuperset(schoon.voldaan):
        raise RuleViolation("meetlijst_voldaan_onbekend", field=f"{veld}_voldaan")
    return schoon


def _woorden(woorden: Iterable[str], veld: str) -> tuple[str, ...]:
    """Return the words without surplus space, each once, none empty."""
    return tuple(filter(None, dict.fromkeys(check_kort(woord, veld, MAX_WOORD) for woord in woorden)))
