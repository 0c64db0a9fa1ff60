"""A case in every phase, from a referral that is not complete to one of which only counts remain (``levens.yaml``)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Any

from vhdesk.models.bewaartermijn import plus_maanden
from vhdesk.practice.levensloop import Vernietig
from vhdesk.practice.levensstap import Levensstap
from vhdesk.practice.register import Register
from vhdesk.practice.rooster import Rooster, op_dag
from vhdesk.practice.verhaal import Gegevens
from vhdesk.queries.grondslag import tafelstandaard
from vhdesk.queries.melding import Melding
from vhdesk.resources import read_yaml
from vhdesk.services.aanmelding import AanmeldingOntvangen
from vhdesk.services.betrokkene import BetrokkeneToevoegen, Persoonsgegevens
from vhdesk.services.casus import CasusTekstWijzigen
from vhdesk.services.casusaanmelding import CasusAanmelden
from vhdesk.services.desk import Desk
from vhdesk.services.grondslag import AanbrengerBepalen
from vhdesk.services.melding import Meldpersoon
from vhdesk.services.overleg import OverlegPlannen
from vhdesk.vocabulary import CasusStatus
from vhdesk.vocabulary_triage import Aanmeldbron, Besproken

BESTAND = "oefening/levens.yaml"
BEGIN = timedelta(days=440)  # the oldest act of a life lies less far back
_ONDERWEG = -9  # a referral of this month
_TEKSTEN = {"titel": "titel", "aanmelder": "aanmelder", "aanleiding": "aanleiding", "doel": "doel",
            "vraag": "vraag_aan_tafel", "informering": "informering", "grondslag": "grondslag",
            "zienswijze": "zienswijze"}  # fmt: skip
_ACTIES = ("actie", "verzet", "afgehandeld")


@dataclass(frozen=True, slots=True, kw_only=True)
class Levens:
    """Plans every life of the file. ``vandaag``: the day its days count from; ``acties_vanaf``: actions are entered
    from this day, so that those of the previous meeting keep the numbers of its story; ``vernietig``: destroys."""

    desk: Desk
    register: Register
    vandaag: date
    acties_vanaf: date
    vernietig: Vernietig

    def plan(self, rooster: Rooster) -> Mapping[str, str]:
        """Plan what happens; return phase -> id of its case, filled as it happens. Who is destroyed has none."""
        gemaakt: dict[str, str] = {}
        for leven in read_yaml(BESTAND):
            self._plan_een(rooster, leven, gemaakt)
        return gemaakt

    def _plan_een(self, rooster: Rooster, leven: Gegevens, gemaakt: dict[str, str]) -> None:
        fase = leven["fase"]
        stap = Levensstap(self.desk, self.register, self.vernietig)

        def begin(dag: date) -> None:
            stap.casus_id = gemaakt[fase] = self._begin(leven, dag)

        def zet(soort: str, waarde: Any, dag: date) -> None:
            stap.zet(soort, waarde, dag)
            if soort == "vernietigen":
                del gemaakt[fase]

        dag = self._dag(leven, _ONDERWEG)
        rooster.op(op_dag(dag), partial(begin, dag))
        for volgnr, stappen in enumerate(leven.get("stappen", ()), 1):
            dag = self._dag(stappen, dag)
            for soort, waarde in stappen.items():
                if soort != "op":
                    op = max(dag, self.acties_vanaf) if soort in _ACTIES else dag
                    rooster.op(op_dag(op, volgnr), partial(zet, soort, waarde, dag))

    def _dag(self, verteld: Gegevens, anders: date | int) -> date:
        """Return the day that ``op`` names, in days from today."""
        dagen = verteld.get("op", anders)
        return dagen if isinstance(dagen, date) else self.vandaag + timedelta(days=dagen)

    def _begin(self, leven: Gegevens, dag: date) -> str:
        """Receive a referral, or take over a case that already had a number."""
        velden: dict[str, Any] = {
            "hoofdbetrokkene": _persoon(leven["persoon"]),
            "gemeente_id": self.register.gemeenten[leven["gemeente"]],
            "tafel_id": self.register.tafels[leven["tafel"]],
            "doelgroep_code": leven["doelgroep"],
            "aangemeld_op": dag,
            **{veld: leven.get(naam, "") for naam, veld in _TEKSTEN.items()},
        }
        if "overleg" in leven:
            self._plan_overleg(velden["tafel_id"], leven["overleg"])
        if "melding" in leven:
            personen = tuple(
                Meldpersoon(persoon=_persoon(lid), relatie=lid["relatie"]) for lid in leven.get("systeem", ())
            )
            command = AanmeldingOntvangen(
                casus=CasusAanmelden(**velden), melding=self._melding(leven["melding"]), personen=personen
            )
            return self._gedeeld(self.desk.execute(command).id, leven)
        if leven["fase"] == "overgedragen":
            velden["gemeente_id"] = None  # who it belongs to was found out afterwards
        aangemeld_op = _lang_geleden(self.vandaag, leven)
        nummer = f"ZVH-{aangemeld_op.year}-{leven['nummer']:04d}"
        velden |= {"aangemeld_op": aangemeld_op, "nummer": nummer, "status": CasusStatus(leven["status"])}
        casus_id = self.desk.execute(CasusAanmelden(**velden)).id
        for lid in leven.get("systeem", ()):
            self.desk.execute(
                BetrokkeneToevoegen(casus_id=casus_id, persoon=_persoon(lid), relatie=lid["relatie"])
            )
        return self._gedeeld(casus_id, leven)

    def _plan_overleg(self, tafel_id: str, overleg: Gegevens) -> None:
        """Plan the meeting that a case goes to, on the day of the week of its table."""
        self.desk.execute(
            OverlegPlannen(
                tafel_id=tafel_id,
                datum=_weekdag(self.vandaag + timedelta(days=overleg["over"]), overleg["weekdag"]),
                voorzitter_id=self.register.medewerkers[overleg["voorzitter"]],
                secretaris_id=self.register.medewerkers[overleg["secretaris"]],
            )
        )

    def _gedeeld(self, casus_id: str, leven: Gegevens) -> str:
        """Say for what purpose a case with a grondslag is shared and who brings it in, as its table does; return it."""
        if "grondslag" in leven:
            doel = self.desk.ask(tafelstandaard, self.register.tafels[leven["tafel"]]).doelbinding
            self.desk.execute(CasusTekstWijzigen(casus_id=casus_id, veld="doelbinding", tekst=doel))
            aanbrenger = leven.get("aanbrenger", f"Gemeente {leven['gemeente']}")
            aanbrenger_id = self.register.organisatie(aanbrenger)
            self.desk.execute(AanbrengerBepalen(casus_id=casus_id, aanbrenger_id=aanbrenger_id))
        return casus_id

    def _melding(self, gegevens: Gegevens) -> Melding:
        waarden = dict(gegevens)
        waarden["bron"] = Aanmeldbron(waarden.get("bron", Aanmeldbron.GEMEENTE.value))
        waarden["besproken"] = Besproken(waarden["besproken"])
        waarden["leefgebieden"] = tuple(waarden.get("leefgebieden", ()))
        for naam, veld, register in (
            ("melder_organisatie", "melder_organisatie_id", self.register.organisaties),
            ("van_tafel", "van_tafel_id", self.register.tafels),
        ):
            if naam in waarden:
                waarden[veld] = register[waarden.pop(naam)]
        return Melding(**waarden)


def _weekdag(dag: date, weekdag: int) -> date:
    """Return the first such day of the week from ``dag``; 0 is Monday."""
    return dag + timedelta(days=(weekdag - dag.weekday()) % 7)


def _lang_geleden(vandaag: date, leven: Gegevens) -> date:
    """Return the day so many years before today (``jaar``), some days later or earlier (``dagen``)."""
    return plus_maanden(vandaag, -12 * leven.get("jaar", 1)) + timedelta(days=leven.get("dagen", 0))


def _persoon(gegevens: Gegevens) -> Persoonsgegevens:
    return Persoonsgegevens(**{naam: waarde for naam, waarde in gegevens.items() if naam != "relatie"})
