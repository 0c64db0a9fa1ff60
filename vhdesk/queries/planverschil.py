"""What differs between two texts of a plan, part by part and word by word."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final, TypeVar

from sqlalchemy.orm import Session

from vhdesk.dutch_date import date_in_words
from vhdesk.errors import NotFound
from vhdesk.queries.inzage import inzage
from vhdesk.queries.plantekst import (
    Actietekst,
    Beltekst,
    Doeltekst,
    Escalatietekst,
    Plantekst,
    PlanversieRow,
    Scenariotekst,
)
from vhdesk.queries.planversie import plantekst_nu, planversies
from vhdesk.vocabulary_plan import Verschilsoort

R = TypeVar("R", Doeltekst, Scenariotekst, Escalatietekst, Beltekst, Actietekst)
Velden = tuple[tuple[str, str], ...]

_DOEL: Final[Velden] = (
    ("doel", "doel"),
    ("meetbaar", "meetbaar"),
    ("acceptabel", "acceptabel"),
    ("realistisch", "realistisch"),
    ("tijdgebonden", "tijdgebonden"),
)
_SCENARIO: Final[Velden] = (
    ("als", "als"),
    ("dan", "dan"),
    ("wie_belt_wie", "wie belt wie"),
    ("telefoon", "telefoon"),
)
_BEL: Final[Velden] = (("wie", "wie"), ("nummer", "nummer"), ("bereikbaar", "bereikbaar"))
_ESCALATIE: Final[Velden] = (("wanneer", "wanneer"), ("naar_wie", "naar wie"), ("door_wie", "door wie"))
_ACTIE: Final[Velden] = (
    ("omschrijving", "wat"),
    ("organisatie", "organisatie"),
    ("persoon", "persoon"),
    ("termijn", "termijn"),
    ("conditie", "conditie"),
    ("informering", "informeren"),
)
_LEEG: Final = Plantekst("", "", (), (), (), None, "", (), "", "", "")
_LIJKT: Final = 0.6  # from here on a line is the same one, worded differently
_WOORDEN: Final = 4000  # longer texts are compared as a whole: word by word takes seconds


@dataclass(frozen=True, slots=True)
class Deel:
    """A stretch of text; ``anders``: the other side does not have it."""

    tekst: str
    anders: bool


@dataclass(frozen=True, slots=True)
class Verschil:
    """One part that differs: what it said and what it says; () when it was not there, or is not there any more."""

    veld: str
    soort: Verschilsoort
    was: tuple[Deel, ...]
    nu: tuple[Deel, ...]


@dataclass(frozen=True, slots=True)
class Planverschil:
    """The difference between two texts of the plan of a case, and what each of them is called."""

    casus_id: str
    van: str
    naar: str
    verschillen: tuple[Verschil, ...]


def verschillen(oud: Plantekst, nieuw: Plantekst) -> tuple[Verschil, ...]:
    """Return what differs, in the order of a plan."""
    return (
        *_veld("Aanleiding", oud.aanleiding, nieuw.aanleiding),
        *_veld("Hoofddoel", oud.hoofddoel, nieuw.hoofddoel),
        *_veld("Afschaalcriterium", oud.afschaalcriterium, nieuw.afschaalcriterium),
        *_veld("Evaluatiedatum", _woord(oud.evaluatiedatum), _woord(nieuw.evaluatiedatum)),
        *_regels(oud.doelen, nieuw.doelen, _DOEL, lambda doel: f"Doel op {doel.leefgebied}", "leefgebied"),
        *_regels(oud.scenarios, nieuw.scenarios, _SCENARIO, lambda _: "Scenario", "als"),
        *_veld("Crisiskaart: signalen", oud.signalen, nieuw.signalen),
        *_veld("Crisiskaart: wat helpt", oud.helpt, nieuw.helpt),
        *_veld("Crisiskaart: wat niet helpt", oud.helpt_niet, nieuw.helpt_niet),
        *_regels(oud.bellen, nieuw.bellen, _BEL, lambda _: "Crisiskaart: bellen", "wie"),
        *_regels(oud.escalatie, nieuw.escalatie, _ESCALATIE, lambda _: "Afspraak over escalatie", "wanneer"),
        *_regels(oud.acties, nieuw.acties, _ACTIE, lambda actie: f"Actie A-{actie.nummer}", "nummer"),
        *_veld("Casemanager", oud.casemanager, nieuw.casemanager),
        *_veld("Verantwoordelijke", oud.verantwoordelijke, nieuw.verantwoordelijke),
        *_veld("Procesregisseur", oud.procesregisseur, nieuw.procesregisseur),
    )


def heel(tekst: Plantekst) -> tuple[Verschil, ...]:
    """Return everything a plan says, part by part: all of it is there where nothing was."""
    return verschillen(_LEEG, tekst)


@inzage("casus inzien", "casus", "casus_id")
def planverschil(session: Session, casus_id: str, *, van: int, naar: int | None = None) -> Planverschil:
    """Return what differs from version ``van`` to version ``naar`` (None: the plan as it is now). Raises NotFound."""
    versies = {versie.nummer: versie for versie in planversies(session, casus_id)}
    nu = plantekst_nu(session, casus_id)
    if van not in versies or (naar is not None and naar not in versies) or nu is None:
        raise NotFound("planversie_niet_gevonden")
    nieuw = nu if naar is None else versies[naar].tekst
    return Planverschil(
        casus_id,
        versienaam(versies[van]),
        versienaam(versies.get(naar or 0)),
        verschillen(versies[van].tekst, nieuw),
    )


def versienaam(versie: PlanversieRow | None) -> str:
    """Return what a version is called in a sentence; None is the plan as it is now."""
    if versie is None:
        return "het plan van nu"
    return f"versie {versie.nummer} van {date_in_words(versie.datum)}"


def _woord(waarde: object) -> str:
    """Return a field as text: a date in words, nothing for nothing."""
    if waarde is None:
        return ""
    return waarde if isinstance(waarde, str) else date_in_words(waarde)  # type: ignore[arg-type]  # a date else


def _veld(naam: str, oud: str, nieuw: str) -> Iterator[Verschil]:
    oud, nieuw = oud.strip(), nieuw.strip()
    if oud == nieuw:
        return
    if not oud or not nieuw:
        soort = Verschilsoort.WEG if oud else Verschilsoort.ERBIJ
        yield Verschil(naam, soort, _heel(oud), _heel(nieuw))
    else:
        yield Verschil(naam, Verschilsoort.GEWIJZIGD, *_woorden(oud, nieuw))


def _heel(tekst: str) -> tuple[Deel, ...]:
    return (Deel(tekst, True),) if tekst else ()


def _woorden(oud: str, nieuw: str) -> tuple[tuple[Deel, ...], tuple[Deel, ...]]:
    """Return both texts with the words that the other one does not have marked."""
    links, rechts = (re.findall(r"\S+|\s+", tekst) for tekst in (oud, nieuw))
    if max(len(links), len(rechts)) > _WOORDEN:
        return _heel(oud), _heel(nieuw)
    was: list[Deel] = []
    nu: list[Deel] = []
    for wat, van, tot, begin, einde in SequenceMatcher(None, links, rechts, autojunk=False).get_opcodes():
        anders = wat != "equal"
        if tot > van:
            was.append(Deel("".join(links[van:tot]), anders))
        if einde > begin:
            nu.append(Deel("".join(rechts[begin:einde]), anders))
    return tuple(was), tuple(nu)


def _regels(
    oud: Sequence[R], nieuw: Sequence[R], velden: Velden, naam: Callable[[R], str], sleutel: str
) -> Iterator[Verschil]:
    for een, ander in _paren(oud, nieuw, velden, sleutel):
        if een is not None and ander is not None:
            for veld, label in velden:
                yield from _veld(
                    f"{naam(ander)}: {label}", _woord(getattr(een, veld)), _woord(getattr(ander, veld))
                )
        elif ander is not None:
            yield from _veld(naam(ander), "", _alles(ander, velden))
        elif een is not None:
            yield from _veld(naam(een), _alles(een, velden), "")


def _alles(rij: R, velden: Velden) -> str:
    """Return a whole line as text: its first field, and the others behind their names."""
    (eerste, _), *rest = velden
    regels = [_woord(getattr(rij, eerste))]
    for veld, label in rest:
        tekst = _woord(getattr(rij, veld))
        if tekst:
            regels.append(f"{label}: {tekst}")
    return "\n".join(regels)


def _paren(
    oud: Sequence[R], nieuw: Sequence[R], velden: Velden, sleutel: str
) -> Iterator[tuple[R | None, R | None]]:
    """Pair the lines that are the same one: equal, else with the same key, else alike; then those that stand alone."""
    over, paar = list(oud), dict[int, R]()
    tests: tuple[Callable[[R, R], bool], ...] = (
        lambda een, ander: een == ander,
        lambda een, ander: getattr(een, sleutel) == getattr(ander, sleutel),
        lambda een, ander: (
            sleutel != "nummer"
            and SequenceMatcher(None, _alles(een, velden), _alles(ander, velden)).ratio() >= _LIJKT
        ),
    )
    for test in tests:
        for plaats, ander in enumerate(nieuw):
            gevonden = next((een for een in over if test(een, ander)), None) if plaats not in paar else None
            if gevonden is not None:
                paar[plaats] = gevonden
                over.remove(gevonden)
    for plaats, ander in enumerate(nieuw):
        yield paar.get(plaats), ander
    for een in over:
        yield een, None
