"""Referrals for the tests of referring and weighing: a complete one, and the people who weigh it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from vhdesk.queries.melding import Melding
from vhdesk.queries.organisatie import gemeenten, organisaties, tafels
from vhdesk.services.aanmelding import AanmeldingOntvangen
from vhdesk.services.betrokkene import Persoonsgegevens
from vhdesk.services.casusaanmelding import CasusAanmelden
from vhdesk.services.desk import Desk
from vhdesk.services.melding import Meldpartner
from vhdesk.services.organisatie import MedewerkerToevoegen
from vhdesk.services.weging import Criteriumoordeel, WegingVastleggen
from vhdesk.vocabulary_triage import Besproken, Weeguitkomst

JA, NEE = Criteriumoordeel(voldaan=True, reden="gezien"), Criteriumoordeel(voldaan=False, reden="niet gezien")


def organisatie(desk: Desk, naam: str) -> str:
    return next(row.id for row in desk.ask(organisaties) if row.naam == naam)


def gemeente(desk: Desk, naam: str = "Losser") -> str:
    return next(row.id for row in desk.ask(gemeenten) if row.naam == naam)


def tafel(desk: Desk, naam: str = "Werktafel Enschede") -> str:
    return next(row.id for row in desk.ask(tafels) if row.naam == naam)


def aanmelding(desk: Desk, naam: str = "Jansen", **anders: Any) -> AanmeldingOntvangen:
    """Return a complete referral; ``anders`` changes fields of the referral itself (Melding)."""
    casus = CasusAanmelden(
        hoofdbetrokkene=Persoonsgegevens(
            geslachtsnaam=naam, voornamen="Ad", geboortedatum=date(1990, 5, 1), woonplaats="Losser"
        ),
        gemeente_id=gemeente(desk), tafel_id=tafel(desk), aanmelder="Els Bos", aanleiding="Overlast",
        doel="Rust in de straat", vraag_aan_tafel="Wie pakt dit op?", grondslag="WGS",
    )  # fmt: skip
    melding = Melding(
        besproken=Besproken.JA, situatieschets="Ruzie met de buren", leefgebieden=("huisvesting",),
        ingezet="Wijkteam", vastgelopen="Doet de deur niet open",
    )  # fmt: skip
    return AanmeldingOntvangen(
        casus=casus,
        melding=replace(melding, **anders),
        partners=(Meldpartner(organisatie_id=organisatie(desk, "Politie"), contact="Kevin"),),
    )


def collega(desk: Desk, naam: str = "Marijke ten Brinke") -> str:
    huis = organisatie(desk, "Zorg- en Veiligheidshuis Twente")
    return desk.execute(MedewerkerToevoegen(organisatie_id=huis, naam=naam)).id


def weging(
    casus_id: str, wie: str, uitkomst: Weeguitkomst = Weeguitkomst.TOP_X, **anders: Any
) -> WegingVastleggen:
    """Return a weighing in which the criteria are met."""
    velden: dict[str, Any] = {"a": JA, "b": JA, "c": JA, "d": NEE, "procesmanager_id": wie, **anders}
    return WegingVastleggen(
        casus_id=casus_id, uitkomst=uitkomst, motivering="Meerdere ketens nodig", aanwezigen=(wie,), **velden
    )
