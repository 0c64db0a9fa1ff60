"""The sentences of the start page: what waits, the most urgent first, each with the one place where it is done.

Pure: rows in, sentences out. No names of persons appear here, so the sentences may also stand in menu and palette.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from vhdesk.clock import local
from vhdesk.dutch_date import short_date
from vhdesk.queries.casusstand import AFGEROND
from vhdesk.queries.vandaag import Vandaag
from vhdesk.ui.onderdelen.caseload_woorden import teller
from vhdesk.ui.onderdelen.woorden import dagen, getal, met_hoofdletter, over_dagen, telling
from vhdesk.ui.vandaag.overlegzinnen import overlegzin, verslagzinnen
from vhdesk.ui.vandaag.zin import Zin as Zin
from vhdesk.ui.vandaag.zin import dag_en_maand
from vhdesk.vocabulary import CasusStatus
from vhdesk.vocabulary_triage import Plichtsoort

KOPIE_OUD = 1  # days after which the age of the backup is a sentence
_PLICHTEN = 12  # sentences about duties; more would hide the rest of the day


@dataclass(frozen=True, slots=True)
class Kopiestand:
    """When the last sound backup was made; None: there is none."""

    laatste: datetime | None


def zinnen(feiten: Vandaag, kopie: Kopiestand | None = None, *, blad: bool = True) -> tuple[Zin, ...]:
    """Return what waits, the most urgent first; () when nothing does. ``kopie`` None: not known (yet). ``blad``: there
    is a herstelblad."""
    gevonden = [overlegzin(komend, feiten.vandaag) for komend in feiten.overleggen]
    gevonden += verslagzinnen(feiten)
    gevonden += _acties(feiten)
    gevonden += _plichten(feiten)
    gevonden += _casussen(feiten)
    gevonden += _schakelpunten(feiten)
    if kopie is not None:
        gevonden += _reservekopie(kopie, feiten.vandaag)
    if not feiten.overleggen and _eerste_lijst(feiten):
        if not feiten.mensen:
            gevonden.append(
                Zin(
                    "overleg.mensen", 79, "Nog niemand bekend die aan tafel komt: vul de leden van de tafel in",
                    "Leden van de tafel invullen", "beheer", "tafels", icon="users",
                )
            )  # fmt: skip
        gevonden.append(
            Zin(
                "overleg.geen", 80, "Er staat geen overleg gepland: plan er een", "Overleg plannen", "overleggen",
                icon="calendar-plus",
            )
        )  # fmt: skip
    if not blad:
        gevonden.append(
            Zin(
                "kluis.herstelblad", 85, "Er is nog geen herstelblad: maak er een en bewaar het achter slot",
                "Herstelblad maken", "beheer", "kluis", icon="file-text",
            )
        )  # fmt: skip
    if not leeg(feiten) and feiten.laatste_inlezing is None:
        gevonden.append(_inlezen("Er is nog geen lijst ingelezen: lees een aanlevering in"))
    return tuple(sorted(gevonden, key=lambda zin: zin.rang))


def leeg(feiten: Vandaag) -> bool:
    """Return whether nothing was done in this vault yet: no case and no meeting."""
    return not any(aantal for _, aantal in feiten.per_status) and not feiten.overleggen


def eerste_stappen() -> tuple[Zin, ...]:
    """Return the steps of a vault in which nothing was done yet, in the order in which each one finds what it needs."""
    return (
        _inlezen("Lees een aangeleverde casuslijst in", "Een lijst van een gemeente, als Excel- of CSV-bestand."),
        Zin(
            "stap.leden", 1, "Vul in wie er aan tafel komen", "Leden van de tafel invullen", "beheer", "tafels",
            toelichting="De organisaties staan er al; kies er een en druk op F2.", icon="users",
        ),
        Zin(
            "stap.overleg", 2, "Plan het eerste overleg", "Eerste overleg plannen", "overleggen",
            toelichting="Kies een tafel en een datum; daarna zet u casussen op de agenda.", icon="calendar-plus",
        ),
        Zin(
            "stap.herstelblad", 3, "Maak een herstelblad en bewaar het achter slot", "Herstelblad maken", "beheer",
            "kluis", toelichting="Daarmee gaat de kluis open als een wachtwoord kwijt is.", icon="file-text",
        ),
    )  # fmt: skip


def cijfers(feiten: Vandaag) -> str:
    """Return the quiet line under the sentences: how many cases stand where, and the Top X against its norm."""
    delen = [
        f"{getal(aantal)} {status.label}" for status, aantal in feiten.per_status if aantal and _loopt(status)
    ]
    lijsten = (feiten.caseload, *feiten.eigen_lijsten)
    delen += map(teller, lijsten)
    hulp = sum(lijst.hulp for lijst in lijsten)
    if hulp:
        delen.append(f"{getal(hulp)} hulp in de uitvoering")
    delen.append(telling(feiten.acties_open, "open actie", "open acties"))
    return "  ·  ".join(delen)


def _loopt(status: CasusStatus) -> bool:
    return status not in AFGEROND


def _eerste_lijst(feiten: Vandaag) -> bool:
    """Return whether a list was read in and no case was taken up yet: then the first meeting is the next step."""
    return {status for status, aantal in feiten.per_status if aantal} == {CasusStatus.AANGEMELD}


def _inlezen(tekst: str, toelichting: str = "") -> Zin:
    return Zin(
        "inlezen", 0 if toelichting else 90, tekst, "Een aanlevering inlezen", "aanmeldingen", "lijsten",
        toelichting=toelichting, icon="import",
    )  # fmt: skip


# --- actions and cases


def _acties(feiten: Vandaag) -> list[Zin]:
    gevonden = []
    laat = feiten.acties_over.aantal
    if laat:
        tekst = "1 actie over datum" if laat == 1 else f"{getal(laat)} acties over hun datum"
        gevonden.append(
            Zin(
                "acties.over", 30, tekst, "Acties over hun datum tonen", "acties", "over",
                icon="list-checks", state="danger",
            )
        )  # fmt: skip
    if feiten.acties_zonder_termijn.aantal:
        aantal = telling(feiten.acties_zonder_termijn.aantal, "actie", "acties")
        gevonden.append(
            Zin(
                "acties.zonder_termijn", 65, f"{aantal} zonder datum", "Acties zonder datum tonen", "acties",
                "zonder_termijn", icon="list-checks", state="warn",
            )
        )  # fmt: skip
    return gevonden


_PLICHT = {
    Plichtsoort.GEMEENTE_INFORMEREN: ("Code Rood: de gemeente{gemeente} informeren", "siren"),
    Plichtsoort.TOP_X_KEUZE: ("Code Rood boven de norm: kiezen welke casus uit de Top X gaat", "layers"),
    Plichtsoort.TERUGKOPPELING: ("terugkoppeling aan de melder{gemeente}", "send"),
}


def _plichten(feiten: Vandaag) -> list[Zin]:
    """What must be told: telling the municipality at once, feedback as soon as its term comes near."""
    gevonden = []
    for plicht in feiten.plichten[:_PLICHTEN]:
        rest = (plicht.termijn - feiten.vandaag).days
        rood = plicht.soort is not Plichtsoort.TERUGKOPPELING or rest < 0
        woorden, picture = _PLICHT[plicht.soort]
        gemeente = (
            f" {plicht.gemeente}"
            if plicht.soort is Plichtsoort.GEMEENTE_INFORMEREN
            else f" in {plicht.gemeente}"
        )
        wat = met_hoofdletter(woorden.format(gemeente=gemeente if plicht.gemeente else ""))
        open_ = (feiten.vandaag - plicht.ontstaan_op).days
        hoelang = f"staat {dagen(open_)} open" if open_ else "staat open sinds vandaag"
        gevonden.append(
            Zin(
                f"plicht.{plicht.id}", 5 if rood else 45, f"{wat} {hoelang}", f"{wat}: afdoen", "aanmeldingen",
                f"{_doel(plicht.soort)}:{plicht.casus_id}", toelichting=f"Uiterlijk {dag_en_maand(plicht.termijn, feiten.vandaag)}.",
                icon=picture, state="danger" if rood else "warn",
            )
        )  # fmt: skip
    return gevonden


def _doel(soort: Plichtsoort) -> str:
    return "plaats" if soort is Plichtsoort.TOP_X_KEUZE else "plicht"


_GROEPEN = (
    ("datum_voorbij", 40, "al besproken moeten zijn", "warn", "calendar"),
    ("zonder_casemanager", 60, "zonder casemanager", "warn", "user-x"),
    ("zonder_verantwoordelijke", 61, "zonder verantwoordelijke", "warn", "building-2"),
    ("zonder_procesregisseur", 62, "zonder procesregisseur", "warn", "users"),
    ("rol_weg", 58, "met een rol bij iemand die uit dienst is", "danger", "user-x"),
    ("zonder_datum", 63, "zonder volgende datum", "warn", "calendar"),
    ("aangemeld", 70, "aangemeld en nog niet gewogen", "accent", "inbox"),
)


def _casussen(feiten: Vandaag) -> list[Zin]:
    gevonden = []
    for naam, rang, woorden, state, picture in _GROEPEN:
        aantal = getattr(feiten, naam).aantal
        if not aantal:
            continue
        hoeveel = telling(aantal, "casus", "casussen")
        if naam == "datum_voorbij":
            tekst = f"{hoeveel} had{'' if aantal == 1 else 'den'} {woorden}"
            handeling = "Casussen over hun volgende datum tonen"
        else:
            tekst, handeling = f"{hoeveel} {woorden}", f"Casussen {woorden} tonen"
        gevonden.append(
            Zin(
                f"casussen.{naam}",
                rang,
                tekst,
                handeling,
                "casussen",
                f"groep:{naam}",
                icon=picture,
                state=state,
            )
        )
    return gevonden


# Schakelpunten: steps that are due and missed (jaarplan NOG 2017). Name of the group, rank, what one case does, what
# more do, state, icon.
_SCHAKELPUNTEN = (
    ("opschaling_over", 36, "wacht op antwoord na opschalen", "wachten op antwoord na opschalen", "danger", "arrow-up"),
    ("besluit_gevraagd", 36, "wacht op antwoord op een gevraagd besluit", "wachten op antwoord op een gevraagd besluit",
     "danger", "gavel"),
    ("methode_over", 38, "loopt achter met wat de methode vraagt", "lopen achter met wat de methode vraagt", "warn",
     "list-checks"),
    ("bewaren_voorbij", 37, "staat langer dan de bewaartermijn", "staan langer dan de bewaartermijn", "danger", "timer"),
    ("plan_over", 39, "is over de evaluatiedatum van het plan", "zijn over de evaluatiedatum van hun plan", "warn",
     "target"),
    ("nazorg_over", 41, "wacht op beoordeling van de nazorg", "wachten op beoordeling van de nazorg", "warn", "hand-heart"),
    ("bewaren_30", 42, "is binnen 30 dagen aan het einde van de bewaartermijn",
     "zijn binnen 30 dagen aan het einde van de bewaartermijn", "warn", "timer"),
    ("te_vernietigen", 43, "is aangewezen om te vernietigen", "zijn aangewezen om te vernietigen", "warn", "trash-2"),
    ("nazorg_klaar", 44, "is klaar met de nazorg: sluit hem af of heropen hem",
     "zijn klaar met de nazorg: sluit ze af of heropen ze", "warn", "archive"),
    ("brief_niet_uit", 44, "heeft een afschaalbrief die nog niet is afgedrukt of opgeslagen",
     "hebben een afschaalbrief die nog niet is afgedrukt of opgeslagen", "warn", "send"),
    ("zonder_plan", 59, "heeft nog geen plan van aanpak", "hebben nog geen plan van aanpak", "danger", "target"),
    ("herbeoordelen", 66, "vraagt om een nieuwe beoordeling van de noodzaak",
     "vragen om een nieuwe beoordeling van de noodzaak", "warn", "scale"),
    ("bewaren_90", 67, "is binnen 90 dagen aan het einde van de bewaartermijn",
     "zijn binnen 90 dagen aan het einde van de bewaartermijn", "accent", "timer"),
)  # fmt: skip


_TABS = {
    "besluit_gevraagd": "besluiten",
    "methode_over": "methode",
    "plan_over": "plan",
    "zonder_plan": "plan",
}


def _schakelpunten(feiten: Vandaag) -> list[Zin]:
    gevonden = []
    for naam, rang, een, meer, state, picture in _SCHAKELPUNTEN:
        groep = feiten.groep(naam)
        if groep.aantal:
            tekst = f"{telling(groep.aantal, 'casus', 'casussen')} {een if groep.aantal == 1 else meer}"
            # One case: the sentence leads to its own course, where the step is taken.
            tab = _TABS.get(naam, "tijdlijn")
            target = f"{groep.ids[0]}#{tab}" if groep.aantal == 1 else f"groep:{naam}"
            gevonden.append(
                Zin(f"schakelpunt.{naam}", rang, tekst, f"Tonen: {tekst.lower()}", "casussen", target,
                    icon=picture, state=state)
            )  # fmt: skip
    return gevonden


# --- the vault


def _reservekopie(kopie: Kopiestand, vandaag: date) -> list[Zin]:
    if kopie.laatste is None:
        tekst, rang = "Er is nog geen reservekopie van deze kluis", 85
    else:
        dag = local(kopie.laatste).date()
        oud = (vandaag - dag).days
        if oud <= KOPIE_OUD:
            return []
        rang = 35
        tekst = f"De laatste reservekopie is {dagen(oud)} oud (van {short_date(dag)})"
    return [
        Zin(
            "reservekopie", rang, tekst, "Naar de reservekopieën", "beheer", "reservekopieen",
            icon="database-backup", state="warn",
        )
    ]  # fmt: skip


def wanneer(dag: date, vandaag: date) -> str:
    """Return "za 21 november 2026" style words for a day with its distance: "wo 2 december, over 11 dagen"."""
    return met_hoofdletter(f"{dag_en_maand(dag, vandaag)}, {over_dagen((dag - vandaag).days)}")
