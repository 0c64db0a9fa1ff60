"""A meeting with one mark per statement, person, actie and text, and what each reader may find of them.

The marks and who may read them are written down here apart from the program, so that a test compares two answers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from wereld import NU, Wereld

from vhdesk.models import (
    Bespreekfase,
    Casuspartner,
    Factor,
    Organisatie,
    Tafellid,
    Verslagstand,
    Zaalverlating,
)
from vhdesk.queries.verslag import verslag_nu
from vhdesk.queries.verslag_stand import naar_json
from vhdesk.vocabulary import (
    Aanwezigheid,
    Agendasoort,
    Betrokkenheid,
    Bronregime,
    Casusrol,
    Factorsoort,
    Fase,
    Informatieniveau,
    Overlegstatus,
)

ORGANISATIES = ("Politie", "Mediant", "Reclassering", "Veilig Thuis", "Stadsbank")
CASUSSEN = 3
GEHEIM = {Bronregime.MEDISCH, Bronregime.JEUGD, Bronregime.VEILIG_THUIS}
Mag = Callable[[str], bool]


@dataclass(frozen=True)
class Uiting:
    """A statement to make: of which organisation, under which regime, and who may have it ('*': all)."""

    van: str
    regime: Bronregime = Bronregime.OVERIG
    naar: tuple[str, ...] = ()
    mondeling: bool = False


@dataclass(frozen=True)
class Opzet:
    """What is drawn: the level of each organisation per case (None: not decided), statements and owners of acties."""

    niveaus: Sequence[Mapping[str, Informatieniveau]]
    uitingen: Sequence[Sequence[Uiting]]
    acties: Sequence[Sequence[str]]
    gesloten: bool = True


@dataclass
class Gemerkt:
    """The meeting, its organisations by name, and per mark who may read it."""

    overleg_id: str = ""
    organisaties: dict[str, Organisatie] = field(default_factory=dict)
    merken: dict[str, Mag] = field(default_factory=dict)
    nummers: dict[str, Mag] = field(default_factory=dict)

    def merk(self, mag: Mag) -> str:
        """Return a new mark that ``mag(organisation)`` may read."""
        merk = f"zqx{len(self.merken):04}xqz"
        self.merken[merk] = mag
        return merk


def niemand(_lezer: str) -> bool:
    """Nobody but the house."""
    return False


def iedereen(_lezer: str) -> bool:
    """Every reader."""
    return True


def bouw(wereld: Wereld, opzet: Opzet) -> Gemerkt:
    """Make the meeting of ``opzet``."""
    g = Gemerkt()
    wereld.lijst("leefgebieden", huisvesting="Huisvesting")
    wereld.lijst("besluittypen", voortzetten="Voortzetten")
    wereld.lijst("gremia", werktafel="Werktafel")
    tafel = wereld.tafel()
    huis = wereld.organisatie("Zorg- en Veiligheidshuis")
    voorzitter = wereld.medewerker(g.merk(iedereen), huis)
    overleg = wereld.overleg(
        tafel, voorzitter_id=voorzitter.id, status=Overlegstatus.LOPEND, sluitreden="", geopend_op=NU
    )
    g.overleg_id = overleg.id
    for naam in ORGANISATIES:
        g.organisaties[naam] = wereld.organisatie(naam)
    wereld.add(Tafellid(tafel_id=tafel.id, organisatie_id=g.organisaties["Politie"].id))
    deelnemers = {naam: _deelnemer(wereld, g, overleg, naam, opzet) for naam in ORGANISATIES}
    wereld.punt(overleg, soort=Agendasoort.OPENING, notitie=g.merk(niemand))
    for nummer in range(CASUSSEN):
        _casus(wereld, g, overleg, opzet, nummer, deelnemers)
    wereld.punt(overleg, soort=Agendasoort.RONDVRAAG, notitie=g.merk(niemand))
    wereld.punt(overleg, soort=Agendasoort.SLUITING)
    if opzet.gesloten:
        overleg.status, overleg.gesloten_op, overleg.sluitreden = Overlegstatus.GESLOTEN, NU, g.merk(niemand)
        overleg.eerst_gesloten_op = NU
        wereld.session.flush()
        inhoud = naar_json(verslag_nu(wereld.session, overleg.id))
        wereld.add(Verslagstand(overleg_id=overleg.id, versie=1, inhoud=inhoud, gemaakt_op=NU))
    return g


def _deelnemer(wereld: Wereld, g: Gemerkt, overleg: object, naam: str, opzet: Opzet) -> object:
    """A participant: named to his own, to all when fixed, and to who shares the content of a case with him."""

    def mag(lezer: str) -> bool:
        samen = any(
            niveaus.get(lezer) is Informatieniveau.INHOUD and niveaus.get(naam) is Informatieniveau.INHOUD
            for niveaus in opzet.niveaus
        )
        return lezer == naam or naam == "Politie" or samen

    mens = wereld.medewerker(g.merk(mag), g.organisaties[naam])
    return wereld.deelnemer(
        overleg,
        mens,
        aanwezigheid=Aanwezigheid.AANWEZIG,
        opmerking=g.merk(niemand),  # type: ignore[arg-type]
    )


def _casus(
    wereld: Wereld, g: Gemerkt, overleg: object, opzet: Opzet, nummer: int, deelnemers: Mapping[str, object]
) -> None:
    niveaus = opzet.niveaus[nummer]

    def proces(lezer: str) -> bool:
        return niveaus[lezer] is not Informatieniveau.BESTAAN

    def inhoud(lezer: str) -> bool:
        return niveaus[lezer] is Informatieniveau.INHOUD

    hoofd = wereld.persoon(
        g.merk(proces), woonplaats=g.merk(niemand), adres=g.merk(niemand), adres_geheim=True
    )
    casus = wereld.casus(
        hoofd, tafel_id=None,
        **{veld: g.merk(inhoud) for veld in ("titel", "aanmelder", "grondslag", "doelbinding", "doel", "aanleiding",
                                             "vraag_aan_tafel", "zienswijze", "informering", "doelgroep_tekst")},
    )  # fmt: skip
    g.nummers[casus.nummer] = proces
    ander = wereld.persoon(
        g.merk(inhoud), adres=g.merk(niemand), woonplaats=g.merk(niemand), adres_geheim=True
    )
    wereld.betrokkene(casus, ander, Betrokkenheid.SYSTEEM, relatie=g.merk(inhoud))
    for naam, niveau in niveaus.items():
        wereld.add(Casuspartner(casus_id=casus.id, organisatie_id=g.organisaties[naam].id, niveau=niveau))
    leider = wereld.medewerker(g.merk(proces), g.organisaties["Stadsbank"])
    wereld.rol(casus, Casusrol.CASEMANAGER, leider)
    punt = wereld.punt(overleg, casus, notitie=g.merk(inhoud), begonnen_op=NU, besproken_op=NU)  # type: ignore[arg-type]
    fase = Bespreekfase(
        agendapunt_id=punt.id, volgnr=1, fase=Fase.BESLUIT, begonnen_op=NU, reden=g.merk(inhoud)
    )
    wereld.add(fase)
    weg = deelnemers["Veilig Thuis"]
    wereld.add(Zaalverlating(agendapunt_id=punt.id, deelnemer_id=weg.id, tijdstip=NU))  # type: ignore[attr-defined]
    wereld.add(Factor(casus_id=casus.id, soort=Factorsoort.RISICO, tekst=g.merk(inhoud)))
    wereld.plan(casus, hoofddoel=g.merk(inhoud), afschaalcriterium=g.merk(inhoud))
    wereld.besluit(
        casus,
        overleg,
        tekst=g.merk(inhoud),
        onderbouwing=g.merk(inhoud),
        afwijkende_mening=g.merk(inhoud),  # type: ignore[arg-type]
    )
    casus.gezamenlijk_beeld = _uitingen(wereld, g, casus, opzet.uitingen[nummer], inhoud)
    for eigenaar in opzet.acties[nummer]:
        _actie(wereld, g, casus, overleg, eigenaar, niveaus)
    wereld.session.flush()


def _actie(
    wereld: Wereld,
    g: Gemerkt,
    casus: object,
    overleg: object,
    eigenaar: str,
    niveaus: Mapping[str, Informatieniveau],
) -> None:
    def mag(lezer: str) -> bool:
        niveau = niveaus[lezer]
        return niveau is Informatieniveau.INHOUD or (niveau is Informatieniveau.PROCES and lezer == eigenaar)

    actie = wereld.actie(
        casus, overleg=overleg, omschrijving=g.merk(mag), conditie=g.merk(mag), informering=g.merk(mag),  # type: ignore[arg-type]
        organisatie_id=g.organisaties[eigenaar].id, termijn=date(2026, 12, 20),
    )  # fmt: skip
    g.nummers[f"A-{actie.nummer}"] = mag


def _uitingen(wereld: Wereld, g: Gemerkt, casus: object, uitingen: Sequence[Uiting], inhoud: Mag) -> str:
    """Make the statements; return a shared picture with one sentence on each, and one on none."""
    zinnen = [f"Vooraf {g.merk(inhoud)}."]
    for uiting in uitingen:

        def mag(lezer: str, uiting: Uiting = uiting) -> bool:
            if uiting.mondeling or not inhoud(lezer):
                return False
            genoemd = lezer == uiting.van or lezer in uiting.naar
            return genoemd or ("*" in uiting.naar and uiting.regime not in GEHEIM)

        naar = ["*" if naam == "*" else g.organisaties[naam].id for naam in uiting.naar]
        inbreng = wereld.inbreng(
            casus, g.organisaties[uiting.van], g.merk(mag), regime=uiting.regime, mag_door_naar=naar,  # type: ignore[arg-type]
            mondeling=uiting.mondeling,
        )  # fmt: skip
        g.nummers[f"I-{inbreng.nummer}"] = mag
        zinnen.append(f"Daaruit volgt o.a. {g.merk(mag)} [I-{inbreng.nummer}].")
    return " ".join(zinnen)
