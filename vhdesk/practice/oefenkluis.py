"""Filling an empty practice vault: the region, the delivered lists, twelve worked-out cases and two meetings."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial

from vhdesk.exchange.aanlevering import lees
from vhdesk.exchange.aanlevering.regels import (
    namen_van_gemeenten,
    namen_van_organisaties,
    namen_van_waarden,
    regels,
)
from vhdesk.practice.levens import Levens
from vhdesk.practice.levensloop import Vernietig
from vhdesk.practice.methoden import plan_methoden
from vhdesk.practice.plannen import werk_plannen_bij
from vhdesk.practice.register import Register, lees_register
from vhdesk.practice.rooster import NU, Oefenklok, Rooster, op_dag
from vhdesk.practice.verhaal import Gegevens, Verhaal, lees_verhaal
from vhdesk.practice.voorbereiding import (
    aangemeld_op,
    breng_in,
    is_code_rood,
    maak_casus,
    ontvang_code_rood,
)
from vhdesk.practice.vorig_overleg import TUSSENTIJD, houd_vorig_overleg
from vhdesk.queries.agenda import agenda, deelnemers
from vhdesk.queries.organisatie import gemeenten, organisaties, tafelleden
from vhdesk.queries.referentie import DOELGROEPEN, referentie_waarden
from vhdesk.reference_lists import reference_list
from vhdesk.resources import read_bytes
from vhdesk.services.aanlevering import AanleveringInlezen
from vhdesk.services.agenda import AgendapuntVerplaatsen, CasusAgenderen, MinutenBepalen
from vhdesk.services.convenant import ConvenantVastleggen
from vhdesk.services.deelnemer import DeelnemerToevoegen
from vhdesk.services.desk import Desk
from vhdesk.services.inrichting import RegioInrichten
from vhdesk.services.organisatie import MedewerkerToevoegen
from vhdesk.services.overleg import OverlegPlannen
from vhdesk.services.tafel import TafellidToevoegen, TafellidVerwijderen
from vhdesk.vocabulary import Agendasoort

LIJSTEN = (
    ("aanlevering Enschede TopX.xlsx", "enschede"),
    ("aanlevering Losser TopX.xlsx", "losser"),
    ("aanlevering Haaksbergen TopX.csv", "haaksbergen"),
    ("aanlevering Almelo TopX.xlsx", "almelo"),
    ("aanlevering Hengelo TopX.xlsx", "hengelo"),
)

_ACTIES_TERUG = 4  # days: so far back actions are entered at least, whatever the day
_MIDDAG = 45  # the act of a day with which an afternoon begins

Progress = Callable[[int, int, str], None]
"""Called with the steps done, the total, and a Dutch word for what comes next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OefenkluisResult:
    """What was made. ``overleg_id``: the meeting that is ready to be chaired; ``casussen``: number -> id of its
    cases; ``ingelezen``: cases from the delivered lists; ``levens``: phase -> id of a case in it."""

    overleg_id: str
    vorig_overleg_id: str
    casussen: dict[str, str]
    ingelezen: int
    levens: Mapping[str, str]


def no_progress(done: int, total: int, words: str) -> None:
    """Report to nobody."""


ONGETEKEND = "De Es Beschermd Wonen"


def vul_oefenkluis(
    desk: Desk, klok: Oefenklok, vernietig: Vernietig, *, progress: Progress = no_progress
) -> OefenkluisResult:
    """Fill the vault behind ``desk``, whose user must be a coordinator and whose clock is ``klok``, through commands
    only; ``vernietig`` destroys a case. What happened happens in the order of its days.

    Raises RuleViolation ``al_ingericht`` when the vault is not empty, and whatever ``progress`` raises to stop.
    """
    verhaal = lees_verhaal()
    stappen = _Voortgang(progress, len(verhaal.casussen) + len(LIJSTEN) + 5)
    stappen.zeg("regio inrichten")
    desk.execute(RegioInrichten(oefening=True))
    stappen.zeg("medewerkers")
    _medewerkers(desk, verhaal)
    _convenant(desk, verhaal)
    register = lees_register(desk)
    _vaste_deelnemers(desk, register, verhaal)
    stappen.zeg("levens van casussen")
    rooster = Rooster(klok)
    vandaag = klok.echt.today()
    na_vorig = verhaal.datum - TUSSENTIJD + timedelta(days=1)
    levens = Levens(
        desk=desk,
        register=register,
        vandaag=vandaag,
        acties_vanaf=min(na_vorig, vandaag - timedelta(days=_ACTIES_TERUG)),
        vernietig=vernietig,
    ).plan(rooster)
    tafel = _Tafel(desk, register, verhaal, stappen)
    tafel.plan(rooster)
    gelezen: list[int] = []
    for bestand, gemeente in LIJSTEN:
        stappen.op(rooster, NU, f"lijst {gemeente.capitalize()}")
        rooster.op(NU, partial(_lees_lijst, desk, bestand, gemeente, gelezen))
    rooster.speel()
    return OefenkluisResult(
        overleg_id=tafel.overleg_id,
        vorig_overleg_id=tafel.vorig_overleg_id,
        casussen={casus["nummer"]: tafel.casussen[casus["nummer"]] for casus in verhaal.casussen},
        ingelezen=sum(gelezen),
        levens=levens,
    )


class _Voortgang:
    """Counts the steps that are told to whoever waits."""

    def __init__(self, progress: Progress, totaal: int) -> None:
        self._progress = progress
        self._totaal = totaal
        self._gedaan = 0

    def zeg(self, woorden: str) -> None:
        self._progress(self._gedaan, self._totaal, woorden)
        self._gedaan += 1

    def op(self, rooster: Rooster, moment: datetime, woorden: str) -> None:
        rooster.op(moment, partial(self.zeg, woorden))


class _Tafel:
    """The table of the story: its cases, the meeting that was held, and the one that is ready."""

    def __init__(self, desk: Desk, register: Register, verhaal: Verhaal, stappen: _Voortgang) -> None:
        self._desk = desk
        self._register = register
        self._verhaal = verhaal
        self._stappen = stappen
        self.casussen: dict[str, str] = {}
        self.overleg_id = ""
        self.vorig_overleg_id = ""

    def plan(self, rooster: Rooster) -> None:
        """Plan what the table did: the cases, the meeting before, and on the eve of the next what was prepared."""
        vorig, eve = self._verhaal.datum - TUSSENTIJD, self._verhaal.datum - timedelta(days=1)
        voorbereid = [casus for casus in self._verhaal.casussen if not is_code_rood(casus)]
        for casus in voorbereid:
            binnen = min(max(aangemeld_op(casus["nummer"]), vorig), eve)
            self._stappen.op(rooster, op_dag(binnen), f"casus {casus['nummer']}")
            rooster.op(op_dag(binnen), partial(self._maak, casus))
        self._stappen.op(rooster, op_dag(vorig, _MIDDAG), "vorig overleg")
        rooster.op(op_dag(vorig, _MIDDAG), self._houd_vorig)
        for casus in voorbereid:
            rooster.op(op_dag(eve, 1), partial(self._breng_in, casus))
        self._stappen.op(rooster, op_dag(eve, 2), "overleg plannen")
        rooster.op(op_dag(eve, 2), self._plan_overleg)
        na_vorig = vorig + timedelta(days=1)
        plan_methoden(
            rooster, self._desk, self.casussen,
            lambda nummer: op_dag(max(na_vorig, min(aangemeld_op(nummer), eve)), 3),
        )  # fmt: skip

    def _maak(self, casus: Gegevens) -> None:
        self.casussen[casus["nummer"]] = maak_casus(self._desk, self._register, self._verhaal, casus)

    def _breng_in(self, casus: Gegevens) -> None:
        breng_in(self._desk, self._register, self._verhaal, casus, self.casussen[casus["nummer"]])

    def _houd_vorig(self) -> None:
        self.vorig_overleg_id = houd_vorig_overleg(self._desk, self._register, self._verhaal, self.casussen)
        werk_plannen_bij(self._desk, self._verhaal, self.casussen)

    def _plan_overleg(self) -> None:
        self.overleg_id = _plan_overleg(self._desk, self._register, self._verhaal, self.casussen)


def _medewerkers(desk: Desk, verhaal: Verhaal) -> None:
    register = lees_register(desk)
    for deelnemer in verhaal.deelnemers:
        desk.execute(
            MedewerkerToevoegen(
                organisatie_id=register.organisatie(deelnemer["organisatie"]),
                naam=deelnemer["naam"],
                functie=deelnemer["functie"],
            )
        )


def _convenant(desk: Desk, verhaal: Verhaal) -> None:
    """All organisations signed, but for the one of which the story says that it did not yet."""
    for organisatie in desk.ask(organisaties):
        if organisatie.naam == ONGETEKEND:
            continue
        namen = [d["naam"] for d in verhaal.deelnemers if d["organisatie"] == organisatie.naam]
        desk.execute(
            ConvenantVastleggen(
                organisatie_id=organisatie.id,
                versie="2026",
                ondertekenaar=namen[0] if namen else "directie",
                van=date(2026, 1, 1),
            )
        )


def _vaste_deelnemers(desk: Desk, register: Register, verhaal: Verhaal) -> None:
    """Name the people who come for the fixed organisations of the table."""
    tafel_id = register.tafels[verhaal.inhoud["tafel"]]
    for lid in desk.ask(tafelleden, tafel_id):
        namen = [d["naam"] for d in verhaal.deelnemers if d["organisatie"] == lid.organisatie]
        if namen:
            desk.execute(TafellidVerwijderen(tafellid_id=lid.id))
        for naam in namen:
            desk.execute(
                TafellidToevoegen(
                    tafel_id=tafel_id,
                    organisatie_id=lid.organisatie_id,
                    medewerker_id=register.medewerkers[naam],
                )
            )


def _lees_lijst(desk: Desk, bestand: str, gemeente_code: str, gelezen: list[int]) -> None:
    """Read one delivered list as a user would; add to ``gelezen`` how many cases it gave."""
    inhoud = read_bytes(f"oefening/{bestand}")
    gemeente_rijen = desk.ask(gemeenten)
    voorbeeld = lees(
        inhoud,
        bestand,
        doelgroepen=namen_van_waarden(desk.ask(referentie_waarden, DOELGROEPEN)),
        organisaties=namen_van_organisaties(desk.ask(organisaties), gemeente_code),
        gemeenten=namen_van_gemeenten(gemeente_rijen),
        gemeente=gemeente_code,
        vandaag=desk.clock.today(),
    )
    rijen = regels(voorbeeld.rijen)
    werktafel = reference_list("gemeenten_twente").by_code(gemeente_code)["werktafel"]
    tafel_naam = reference_list("tafels").by_code(werktafel)["naam"] if werktafel else None
    desk.execute(
        AanleveringInlezen(
            bestandsnaam=bestand,
            sha256=hashlib.sha256(inhoud).hexdigest(),
            gemeente_id=next(rij.id for rij in gemeente_rijen if rij.code == gemeente_code),
            tafel_id=lees_register(desk).tafels[tafel_naam] if tafel_naam else None,
            rijen=rijen,
        )
    )
    gelezen.append(len(rijen))


def _plan_overleg(desk: Desk, register: Register, verhaal: Verhaal, casussen: dict[str, str]) -> str:
    """Plan the practice meeting with its participants and its agenda; it is not held yet."""
    overleg = desk.execute(
        OverlegPlannen(
            tafel_id=register.tafels[verhaal.inhoud["tafel"]],
            datum=verhaal.datum,
            begintijd=verhaal.begintijd,
            eindtijd=verhaal.eindtijd,
            plaats=verhaal.inhoud["plaats"],
            voorzitter_id=register.medewerkers[verhaal.inhoud["voorzitter"]],
            secretaris_id=register.medewerkers[verhaal.inhoud["secretaris"]],
        )
    )
    gevraagd = {rij.medewerker_id for rij in desk.ask(deelnemers, overleg.id)}
    for deelnemer in verhaal.deelnemers:
        medewerker_id = register.medewerkers[deelnemer["naam"]]
        if medewerker_id not in gevraagd:
            desk.execute(DeelnemerToevoegen(overleg_id=overleg.id, medewerker_id=medewerker_id))
    for casus in verhaal.casussen:
        if is_code_rood(casus):
            continue
        desk.execute(
            CasusAgenderen(
                overleg_id=overleg.id, casus_id=casussen[casus["nummer"]], minuten=casus["minuten"]
            )
        )
    for casus in filter(is_code_rood, verhaal.casussen):
        casussen[casus["nummer"]] = ontvang_code_rood(desk, register, verhaal, casus, overleg.id)
        _na_het_vorige_verslag(desk, overleg.id, casus)
    return overleg.id


def _na_het_vorige_verslag(desk: Desk, overleg_id: str, casus: Gegevens) -> None:
    """Put the case where the agenda of the story has it: the first one, after the fixed items."""
    punten = desk.ask(agenda, overleg_id).punten
    punt = next(punt for punt in punten if punt.casusnummer == casus["nummer"])
    vorig_verslag = next(punt.volgorde for punt in punten if punt.soort is Agendasoort.VORIG_VERSLAG)
    desk.execute(AgendapuntVerplaatsen(agendapunt_id=punt.id, positie=vorig_verslag))
    desk.execute(MinutenBepalen(agendapunt_id=punt.id, minuten=casus["minuten"]))
