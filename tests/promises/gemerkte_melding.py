"""A marked referral: every text of aanmelding, bekendheid, weging and duty holds a mark of its own."""

from __future__ import annotations

from dataclasses import fields

from merken import Merken

from vhdesk.queries.aanmelding import aanmelding
from vhdesk.queries.melding import Melding
from vhdesk.queries.organisatie import organisaties
from vhdesk.services.aanmelding import AanmeldingAanvullen
from vhdesk.services.bekendheid import BekendheidBepalen
from vhdesk.services.betrokkene import Persoonsgegevens
from vhdesk.services.desk import Desk
from vhdesk.services.organisatie import MedewerkerToevoegen
from vhdesk.services.plicht import PlichtVervullen
from vhdesk.services.weging import Criteriumoordeel, WegingIntrekken, WegingVastleggen
from vhdesk.vocabulary_triage import Aanmeldbron, Adressoort, Bekendheidstand, Besproken, Weeguitkomst


def meld_en_weeg(desk: Desk, merk: Merken, casus_id: str, medewerker_id: str) -> None:
    """Add the referral to a case, ask, weigh, withdraw, weigh again and tell; the case is taken up."""
    _aanvullen(desk, merk, casus_id)
    ander = next(row.id for row in desk.ask(organisaties) if row.code == "halt")
    desk.execute(
        BekendheidBepalen(
            casus_id=casus_id, organisatie_id=ander, stand=Bekendheidstand.GEWEIGERD, reden=merk(),
            contact=merk(), contact_telefoon=merk(), contact_email=merk(),
        )
    )  # fmt: skip
    _wegen(desk, merk, casus_id, medewerker_id, Weeguitkomst.HULP)
    desk.execute(WegingIntrekken(weging_id=desk.ask(aanmelding, casus_id).wegingen[0].id, reden=merk()))
    huis = next(row.id for row in desk.ask(organisaties) if "Veiligheidshuis" in row.naam)
    regisseur = desk.execute(MedewerkerToevoegen(organisatie_id=huis, naam=merk())).id
    _wegen(desk, merk, casus_id, regisseur, Weeguitkomst.TOP_X)
    desk.execute(PlichtVervullen(plicht_id=desk.ask(aanmelding, casus_id).plichten[0].id, wijze=merk()))


def _aanvullen(desk: Desk, merk: Merken, casus_id: str) -> None:
    gelezen = desk.ask(aanmelding, casus_id)
    persoon = {veld.name: getattr(gelezen.hoofd, veld.name) for veld in fields(Persoonsgegevens)}
    leeg = Melding()
    teksten = {veld.name: merk() for veld in fields(Melding) if getattr(leeg, veld.name) == ""}
    melding = Melding(
        bron=Aanmeldbron.GEMEENTE, spoed=True, besproken=Besproken.JA, adressoort=Adressoort.WOONADRES,
        leefgebieden=("huisvesting",), **teksten,
    )  # fmt: skip
    desk.execute(
        AanmeldingAanvullen(
            casus_id=casus_id,
            casus=gelezen.velden,
            hoofdbetrokkene=Persoonsgegevens(**persoon),
            melding=melding,
        )
    )


def _wegen(desk: Desk, merk: Merken, casus_id: str, medewerker_id: str, uitkomst: Weeguitkomst) -> None:
    a, b, c, d = (Criteriumoordeel(voldaan=True, reden=merk()) for _ in range(4))
    desk.execute(
        WegingVastleggen(
            casus_id=casus_id, uitkomst=uitkomst, motivering=merk(), a=a, b=b, c=c, d=d,
            afwijking=merk(), advies=merk(), afwijkende_mening=merk(), terugkoppeling=merk(),
            aanwezigen=(medewerker_id,),
            procesmanager_id=medewerker_id if uitkomst is Weeguitkomst.TOP_X else None,
        )
    )  # fmt: skip
