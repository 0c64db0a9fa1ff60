"""A case in every phase, from a referral that is not complete to one that must be destroyed (``levens.yaml``)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from vhdesk.models.bewaartermijn import plus_maanden
from vhdesk.practice.levensstap import Levensstap
from vhdesk.practice.register import Register
from vhdesk.practice.verhaal import Gegevens
from vhdesk.queries.melding import Melding
from vhdesk.resources import read_yaml
from vhdesk.services.aanmelding import AanmeldingOntvangen
from vhdesk.services.betrokkene import Persoonsgegevens
from vhdesk.services.casusaanmelding import CasusAanmelden
from vhdesk.services.desk import Desk
from vhdesk.services.melding import Meldpersoon
from vhdesk.vocabulary import CasusStatus
from vhdesk.vocabulary_triage import Aanmeldbron, Besproken

BESTAND = "oefening/levens.yaml"
_ONDERWEG = timedelta(days=9)  # a referral of this month
_TEKSTEN = {"titel": "titel", "aanmelder": "aanmelder", "aanleiding": "aanleiding", "doel": "doel",
            "vraag": "vraag_aan_tafel", "informering": "informering"}  # fmt: skip


def maak_levens(desk: Desk, register: Register) -> Mapping[str, str]:
    """Make every life through commands; return phase -> id of its case."""
    gemaakt: dict[str, str] = {}
    for leven in read_yaml(BESTAND):
        casus_id = gemaakt[leven["fase"]] = _begin(desk, register, leven)
        stap = Levensstap(desk, register, casus_id)
        for stappen in leven.get("stappen", ()):
            for soort, waarde in stappen.items():
                stap.zet(soort, waarde)
    return gemaakt


def _begin(desk: Desk, register: Register, leven: Gegevens) -> str:
    """Receive a referral, or take over a case that already had a number."""
    vandaag = desk.clock.today()
    velden: dict[str, Any] = {
        "hoofdbetrokkene": _persoon(leven["persoon"]),
        "gemeente_id": register.gemeenten[leven["gemeente"]],
        "tafel_id": register.tafels[leven["tafel"]],
        "doelgroep_code": leven["doelgroep"],
        "aangemeld_op": vandaag - _ONDERWEG,
        **{veld: leven.get(naam, "") for naam, veld in _TEKSTEN.items()},
    }
    if "melding" in leven:
        personen = tuple(
            Meldpersoon(persoon=_persoon(lid), relatie=lid["relatie"]) for lid in leven.get("systeem", ())
        )
        command = AanmeldingOntvangen(
            casus=CasusAanmelden(**velden), melding=_melding(leven["melding"]), personen=personen
        )
        return desk.execute(command).id
    if leven["fase"] == "overgedragen":
        velden["gemeente_id"] = None  # who it belongs to was found out afterwards
    aangemeld_op = _lang_geleden(vandaag, leven)
    nummer = f"ZVH-{aangemeld_op.year}-{leven['nummer']:04d}"
    velden |= {"aangemeld_op": aangemeld_op, "nummer": nummer, "status": CasusStatus(leven["status"])}
    return desk.execute(CasusAanmelden(**velden)).id


def _lang_geleden(vandaag: date, leven: Gegevens) -> date:
    """Return the day so many years before today (``jaar``), some days later or earlier (``dagen``)."""
    return plus_maanden(vandaag, -12 * leven.get("jaar", 1)) + timedelta(days=leven.get("dagen", 0))


def _persoon(gegevens: Gegevens) -> Persoonsgegevens:
    return Persoonsgegevens(**{naam: waarde for naam, waarde in gegevens.items() if naam != "relatie"})


def _melding(gegevens: Gegevens) -> Melding:
    waarden = dict(gegevens)
    waarden["bron"] = Aanmeldbron(waarden.get("bron", Aanmeldbron.GEMEENTE.value))
    waarden["besproken"] = Besproken(waarden["besproken"])
    waarden["leefgebieden"] = tuple(waarden.get("leefgebieden", ()))
    return Melding(**waarden)
