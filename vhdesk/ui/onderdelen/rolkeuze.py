"""Giving a role of a case: whom the field offers, somebody who is not in the record yet included, and the acts that follow.

A role is given to a person. Who types an organisation sees its people, those at this table first; who types a name and,
behind a comma, an organisation may make that person on the spot.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from vhdesk.folding import fold
from vhdesk.queries.dossier_rijen import RolRow
from vhdesk.services.casusrol import CasusrolBeeindigen, CasusrolToewijzen
from vhdesk.services.organisatie import MedewerkerToevoegen
from vhdesk.ui.onderdelen.acting import Acting, Refused
from vhdesk.ui.onderdelen.keuzes import Keuzes
from vhdesk.ui.widgets.completer_field import CompleterField, Option, rank
from vhdesk.vocabulary import Casusrol

NIEUW: Final = "nieuw:"
HINT: Final = "naam; wie er nog niet is: naam, organisatie"
MAX_NEW: Final = 3
NIEMAND_VAN: Final = (
    "Een rol heeft een persoon nodig, en van {naam} staat er nog niemand in vhdesk. Typ een naam, een komma en de "
    "organisatie: die persoon wordt dan toegevoegd."
)
NIEMAND: Final = (
    "Niets gevonden. Iemand die er nog niet is, voegt u hier toe: typ de naam, een komma en de organisatie."
)


class NieuweMens:
    """What a role field offers beyond the people of the record."""

    def __init__(self, keuzes: Keuzes) -> None:
        self._keuzes = keuzes

    def options(self, typed: str) -> list[Option]:
        """Return the people that could be made of ``typed``: "naam, organisatie"."""
        naam, komma, waar = (deel.strip() for deel in typed.partition(","))
        if not (komma and naam and waar):
            return []
        return [
            Option(
                f"{NIEUW}{huis.id}:{naam}", f"{naam}, {huis.text}", f"nieuw: wordt toegevoegd bij {huis.text}"
            )
            for huis in self._houses(waar)
        ]

    def nothing(self, typed: str) -> str:
        """Return what to say when nobody answers to ``typed``."""
        found = self._houses(typed)
        return NIEMAND_VAN.format(naam=found[0].text) if len(found) == 1 else NIEMAND

    def _houses(self, words: str) -> list[Option]:
        folded = " ".join(fold(words).split())
        ranked = [
            (place, number, huis)
            for number, huis in enumerate(self._keuzes.organisatie_opties())
            if folded and (place := rank(huis, folded)) >= 0
        ]
        return [huis for _, _, huis in sorted(ranked, key=lambda found: found[:2])][:MAX_NEW]


def bied_aan(
    field: CompleterField, keuzes: Keuzes, rol: Casusrol, aan_tafel: Iterable[str] = (), tafel: str = ""
) -> None:
    """Offer in ``field`` who may have ``rol``, those at this table first."""
    regie = rol is Casusrol.PROCESREGISSEUR
    field.set_options(keuzes.procesregisseurs(tafel) if regie else keuzes.personen(aan_tafel))
    mens = NieuweMens(keuzes)
    field.set_maker(mens.options, mens.nothing)


def toon_houder(field: CompleterField, huidig: RolRow | None) -> None:
    """Put who has the role now in the field, and offer the people of an organisation that has it without one."""
    field.set_value((huidig.medewerker_id or "") if huidig is not None else "")
    if not field.hasFocus():
        return
    if huidig is not None and not huidig.medewerker_id:
        field.put_typed(huidig.organisatie)
        field.open_list()
    field.selectAll()


def wijs_aan(
    acting: Acting,
    keuzes: Keuzes,
    wens: CasusrolToewijzen | CasusrolBeeindigen,
    refused: Refused,
) -> bool:
    """Do ``wens``; the person of a choice that is new is added first. Returns whether it was done."""
    if isinstance(wens, CasusrolToewijzen) and (wens.medewerker_id or "").startswith(NIEUW):
        organisatie_id, _, naam = (wens.medewerker_id or "").removeprefix(NIEUW).partition(":")
        medewerker_id = _bekend(keuzes, organisatie_id, naam)
        if not medewerker_id:
            made = acting.execute(MedewerkerToevoegen(organisatie_id=organisatie_id, naam=naam), refused)
            if made is None:
                return False
            medewerker_id = made.id
            keuzes.refresh()
        wens = CasusrolToewijzen(
            casus_id=wens.casus_id, rol=wens.rol, medewerker_id=medewerker_id, per=wens.per
        )
    return acting.execute(wens, refused) is not None


def wens(
    casus_id: str, rol: Casusrol, identity: str, per: date | None = None
) -> CasusrolToewijzen | CasusrolBeeindigen:
    """Return the act that a choice asks for; an emptied field ends the role."""
    if not identity:
        return CasusrolBeeindigen(casus_id=casus_id, rol=rol)
    return CasusrolToewijzen(casus_id=casus_id, rol=rol, medewerker_id=identity, per=per)


def _bekend(keuzes: Keuzes, organisatie_id: str, naam: str) -> str:
    """Return who of this organisation has this name already, "" for nobody."""
    return next(
        (
            row.id
            for row in keuzes.medewerkers()
            if row.organisatie_id == organisatie_id and fold(row.naam) == fold(naam)
        ),
        "",
    )
