"""Whether a case does what its method asks. Pure: facts in, one row per demand out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from vhdesk.clock import local
from vhdesk.dutch_date import age
from vhdesk.queries.methode_rijen import EisRow, MethodenotitieRow
from vhdesk.queries.methodevraag import Meetlijst, Methodevraag, Zetel
from vhdesk.vocabulary import Informatieniveau
from vhdesk.vocabulary_methode import Methodeeis, Methodenotitiesoort


@dataclass(frozen=True, slots=True)
class Casusfeiten:
    """What the demands are held against. ``codes``: organisation id -> code, of every organisation that a seat names;
    ``partners``: (id, name, level); ``notities``: the newest per kind."""

    vandaag: date
    geboortedatum: date | None
    casemanager_organisatie: str | None
    volgende_datum: date | None
    afschaalcriterium: str
    crisiskaart: bool
    partners: tuple[tuple[str, str, Informatieniveau], ...]
    codes: Mapping[str, str]
    notities: Mapping[Methodenotitiesoort, MethodenotitieRow]


def eisen(vraag: Methodevraag, feiten: Casusfeiten) -> tuple[EisRow, ...]:
    """Return one row per demand of the method, in the order of ``Methodeeis``."""
    gevraagd: tuple[tuple[bool, Callable[[Methodevraag, Casusfeiten], EisRow]], ...] = (
        (vraag.leeftijd_vanaf is not None or vraag.leeftijd_tot is not None, _leeftijd),
        (bool(vraag.mag_weten), _bescherming),
        (vraag.casusregie is not None, _casusregie),
        (bool(vraag.elke_dagen), _ritme),
        (vraag.risico is not None, _risico),
        (vraag.voorwaarden is not None, _voorwaarden),
        (bool(vraag.kennis_dagen), _kennis),
        (vraag.crisiskaart, _crisiskaart),
        (vraag.afschaalcriterium, _afschaalcriterium),
    )
    return tuple(eis(vraag, feiten) for ja, eis in gevraagd if ja)


def te_oud(dag: date | None, dagen: int, vandaag: date) -> bool:
    """Return whether something of ``dag`` must be done again: it was never done, or longer ago than ``dagen``
    (0: never again)."""
    return dag is None or (dagen > 0 and dag < vandaag - timedelta(days=dagen))


def op_orde(lijst: Meetlijst, scores: Mapping[str, str]) -> int:
    """Return how many parts of the list are in order; with no values for that, how many were filled in."""
    goed = set(lijst.voldaan or lijst.schaal)
    return sum(scores.get(deel, "") in goed for deel in lijst.onderdelen)


def zetel_van(zetel: Zetel, code: str | None) -> bool:
    """Return whether the organisation with this code can fill the seat."""
    return code is not None and code in zetel.organisaties


def _leeftijd(vraag: Methodevraag, feiten: Casusfeiten) -> EisRow:
    grens = (vraag.leeftijd_vanaf, vraag.leeftijd_tot)
    if feiten.geboortedatum is None:
        return EisRow(Methodeeis.LEEFTIJD, voldaan=False, grens=grens)
    jaren = age(feiten.geboortedatum, feiten.vandaag)
    binnen = (grens[0] is None or jaren >= grens[0]) and (grens[1] is None or jaren <= grens[1])
    return EisRow(Methodeeis.LEEFTIJD, voldaan=binnen, gedaan=jaren, dag=feiten.geboortedatum, grens=grens)


def _bescherming(vraag: Methodevraag, feiten: Casusfeiten) -> EisRow:
    mag = {code for zetel in vraag.mag_weten for code in zetel.organisaties}
    te_veel = tuple(
        naam
        for organisatie_id, naam, niveau in feiten.partners
        if niveau is Informatieniveau.INHOUD and feiten.codes.get(organisatie_id) not in mag
    )
    return EisRow(Methodeeis.BESCHERMING, voldaan=not te_veel, namen=te_veel)


def _casusregie(vraag: Methodevraag, feiten: Casusfeiten) -> EisRow:
    assert vraag.casusregie is not None
    code = feiten.codes.get(feiten.casemanager_organisatie or "")
    return EisRow(
        Methodeeis.CASUSREGIE, voldaan=zetel_van(vraag.casusregie, code), namen=(vraag.casusregie.naam,)
    )


def _ritme(vraag: Methodevraag, feiten: Casusfeiten) -> EisRow:
    komt = feiten.volgende_datum
    laatst = feiten.vandaag + timedelta(days=vraag.elke_dagen)
    op_tijd = komt is not None and feiten.vandaag <= komt <= laatst
    return EisRow(Methodeeis.RITME, voldaan=op_tijd, dag=komt, grens=(vraag.elke_dagen, None))


def _risico(vraag: Methodevraag, feiten: Casusfeiten) -> EisRow:
    assert vraag.risico is not None
    return _meting(Methodeeis.RISICO, vraag.risico, Methodenotitiesoort.RISICO, feiten)


def _voorwaarden(vraag: Methodevraag, feiten: Casusfeiten) -> EisRow:
    assert vraag.voorwaarden is not None
    return _meting(Methodeeis.VOORWAARDEN, vraag.voorwaarden, Methodenotitiesoort.VOORWAARDEN, feiten)


def _meting(
    soort: Methodeeis, lijst: Meetlijst, notitiesoort: Methodenotitiesoort, feiten: Casusfeiten
) -> EisRow:
    laatste = feiten.notities.get(notitiesoort)
    goed = op_orde(lijst, dict(laatste.scores)) if laatste is not None else 0
    dag = _dag(laatste)
    return EisRow(
        soort,
        voldaan=goed == len(lijst.onderdelen) and not te_oud(dag, lijst.dagen, feiten.vandaag),
        gedaan=goed,
        totaal=len(lijst.onderdelen),
        dag=dag,
        grens=(lijst.dagen, None),
    )


def _kennis(vraag: Methodevraag, feiten: Casusfeiten) -> EisRow:
    dag = _dag(feiten.notities.get(Methodenotitiesoort.KENNIS))
    return EisRow(
        Methodeeis.KENNIS,
        voldaan=not te_oud(dag, vraag.kennis_dagen, feiten.vandaag),
        dag=dag,
        grens=(vraag.kennis_dagen, None),
    )


def _crisiskaart(_vraag: Methodevraag, feiten: Casusfeiten) -> EisRow:
    return EisRow(Methodeeis.CRISISKAART, voldaan=feiten.crisiskaart)


def _afschaalcriterium(_vraag: Methodevraag, feiten: Casusfeiten) -> EisRow:
    return EisRow(Methodeeis.AFSCHAALCRITERIUM, voldaan=bool(feiten.afschaalcriterium.strip()))


def _dag(notitie: MethodenotitieRow | None) -> date | None:
    return None if notitie is None else local(notitie.tijdstip).date()
