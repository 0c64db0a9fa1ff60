"""How screens word a method: what it asks, whether that is met, and what was written down for it."""

from __future__ import annotations

from vhdesk.clock import local
from vhdesk.dutch_date import date_in_words, short_date
from vhdesk.queries.methode_eisen import op_orde
from vhdesk.queries.methode_rijen import EisRow, MethodenotitieRow, MethodeRow, Methodestand
from vhdesk.queries.methodevraag import Meetlijst, Methodevraag, Zetel
from vhdesk.ui.itemmodels.column import TwoLine
from vhdesk.ui.onderdelen.woorden import dagen, met_hoofdletter, met_punten, opsomming
from vhdesk.vocabulary_methode import BESCHERMD, Methodeeis, Methodenotitiesoort

_DOEN = {
    Methodeeis.LEEFTIJD: "Enter: naar de personen",
    Methodeeis.BESCHERMING: "Enter: naar wie wat mag weten",
    Methodeeis.CASUSREGIE: "Enter: casemanager aanwijzen",
    Methodeeis.RITME: "Enter: volgende datum bepalen",
    Methodeeis.RISICO: "Enter: invullen",
    Methodeeis.VOORWAARDEN: "Enter: invullen",
    Methodeeis.KENNIS: "Enter: noteren wat er nu bekend is",
    Methodeeis.CRISISKAART: "Enter: naar het plan",
    Methodeeis.AFSCHAALCRITERIUM: "Enter: naar het plan",
}


def methode_chip(stand: Methodestand) -> tuple[str, str]:
    """Return what the head of a case says of its method, and the state; "" without a method."""
    if stand.huidig is None:
        return "", "muted"
    open_ = stand.open
    if not open_:
        return f"{stand.huidig.naam}: op orde", "ok"
    if len(open_) == 1:
        return f"{stand.huidig.naam}: {_kort(open_[0], stand.huidig.vraag)}", "warn"
    return f"{stand.huidig.naam}: {len(open_)} van {len(stand.eisen)} punten open", "warn"


def eis_line(eis: EisRow, vraag: Methodevraag) -> TwoLine:
    """Return one demand as a row: what is the case, and where it is done."""
    return TwoLine(
        title=eis_woorden(eis, vraag),
        subtitle=_DOEN[eis.soort],
        icon="circle-check" if eis.voldaan else "circle-alert",
        icon_role="ok" if eis.voldaan else "danger",
        state_text="in orde" if eis.voldaan else "nog niet in orde",
        rest=eis.voldaan,
    )


def eis_woorden(eis: EisRow, vraag: Methodevraag) -> str:
    """Return what is the case with one demand, as a sentence without a full stop."""
    if eis.soort is Methodeeis.LEEFTIJD:
        return _leeftijd(eis)
    if eis.soort is Methodeeis.BESCHERMING:
        if eis.voldaan:
            return f"{BESCHERMD}: alleen wie dat mag, kent de inhoud"
        wie = f"{opsomming(eis.namen)} {'kennen' if len(eis.namen) > 1 else 'kent'}"
        return f"{BESCHERMD}: {wie} de inhoud, en dat mag niet"
    if eis.soort is Methodeeis.CASUSREGIE:
        return (
            f"Casusregie ligt bij {eis.namen[0]}"
            if eis.voldaan
            else f"Casusregie hoort bij {eis.namen[0]}: daar is geen casemanager van"
        )
    if eis.soort is Methodeeis.RITME:
        return _ritme(eis)
    if eis.soort in (Methodeeis.RISICO, Methodeeis.VOORWAARDEN):
        return _meting(eis, vraag)
    if eis.soort is Methodeeis.KENNIS:
        return _kennis(eis)
    woord = met_hoofdletter(eis.soort.label)
    return f"{woord} staat in het plan" if eis.voldaan else f"{woord} ontbreekt in het plan"


def _kort(eis: EisRow, vraag: Methodevraag) -> str:
    """Return one open demand in a few words, for the head."""
    if eis.soort in (Methodeeis.RISICO, Methodeeis.VOORWAARDEN) and eis.totaal > eis.gedaan:
        return f"{eis.soort.label} {eis.gedaan} van {eis.totaal}"
    woorden = {
        Methodeeis.LEEFTIJD: "leeftijd past niet" if eis.dag else "geboortedatum ontbreekt",
        Methodeeis.BESCHERMING: "bescherming niet in orde",
        Methodeeis.CASUSREGIE: f"casusregie niet bij {opsomming(eis.namen)}",
        Methodeeis.RITME: "volgende bespreking niet op tijd",
        Methodeeis.RISICO: "risicotaxatie te oud",
        Methodeeis.VOORWAARDEN: "voorwaarden te oud",
        Methodeeis.KENNIS: f"stand van kennis ouder dan {dagen(vraag.kennis_dagen)}"
        if eis.dag
        else "geen stand van kennis",
        Methodeeis.CRISISKAART: "geen crisiskaart",
        Methodeeis.AFSCHAALCRITERIUM: "geen afschaalcriterium",
    }
    return woorden[eis.soort]


def _leeftijd(eis: EisRow) -> str:
    vanaf, tot = eis.grens
    band = (
        f"{vanaf} tot en met {tot} jaar"
        if vanaf is not None and tot is not None
        else f"{tot} jaar en jonger"
        if tot is not None
        else f"{vanaf} jaar en ouder"
    )
    if eis.dag is None:
        return f"Geboortedatum ontbreekt: deze methode is voor {band}"
    past = "past bij" if eis.voldaan else "deze methode is voor"
    return f"{eis.gedaan} jaar: {past} {band}"


def _ritme(eis: EisRow) -> str:
    hoe_vaak = _elke(eis.grens[0] or 0)
    if eis.voldaan and eis.dag is not None:
        return f"{hoe_vaak} op tafel: weer op {date_in_words(eis.dag)}"
    rest = f"de volgende datum is {date_in_words(eis.dag)}" if eis.dag else "er is geen volgende datum"
    return f"{hoe_vaak} op tafel: {rest}"


def _elke(aantal: int) -> str:
    if aantal == 7:
        return "Elke week"
    return f"Elke {aantal // 7} weken" if aantal % 7 == 0 else f"Elke {dagen(aantal)}"


def _meting(eis: EisRow, vraag: Methodevraag) -> str:
    lijst = vraag.risico if eis.soort is Methodeeis.RISICO else vraag.voorwaarden
    naam = lijst.naam if lijst is not None else met_hoofdletter(eis.soort.label)
    if eis.dag is None:
        return f"{naam}: nog niet ingevuld"
    woord = "in orde" if lijst is not None and lijst.voldaan else "ingevuld"
    stand = f"{naam}: {eis.gedaan} van {eis.totaal} {woord}, op {short_date(eis.dag)}"
    te_oud = not eis.voldaan and eis.gedaan == eis.totaal
    return f"{stand}. Ouder dan {dagen(eis.grens[0] or 0)}: vul opnieuw in" if te_oud else stand


def _kennis(eis: EisRow) -> str:
    if eis.dag is None:
        return "Nog geen stand van kennis"
    te_oud = "" if eis.voldaan else f", ouder dan {dagen(eis.grens[0] or 0)}"
    return f"Stand van kennis van {date_in_words(eis.dag)}{te_oud}"


def zetels(namen: tuple[Zetel, ...]) -> str:
    """Return the names of seats: "OM, RvdK, politie en jeugdreclassering"."""
    return opsomming([zetel.naam for zetel in namen])


def methode_in_kort(vraag: Methodevraag) -> str:
    """Return what a method asks, in one line, for the list of methods."""
    lijsten = (lijst for lijst in (vraag.risico, vraag.voorwaarden) if lijst is not None)
    delen = (
        f"{_elke(vraag.elke_dagen).lower()} op tafel" if vraag.elke_dagen else "",
        f"casusregie bij {vraag.casusregie.naam}" if vraag.casusregie else "",
        f"erbij: {zetels(vraag.quorum)}" if vraag.quorum else "",
        *(f"{lijst.naam} ({len(lijst.onderdelen)})" for lijst in lijsten),
        "extra bescherming" if vraag.mag_weten else "",
        "crisiskaart" if vraag.crisiskaart else "",
        "afschaalcriterium" if vraag.afschaalcriterium else "",
        f"alleen regime {vraag.regime}" if vraag.regime else "",
    )
    return met_punten(delen)


def methode_uitleg(methode: MethodeRow) -> str:
    """Return what a method is and who must be there when the case is discussed."""
    erbij = (
        f"Bij elke bespreking: {zetels(methode.vraag.quorum)}; anders staat zij onder voorbehoud."
        if methode.vraag.quorum
        else ""
    )
    return " ".join(filter(None, (methode.omschrijving, erbij)))


def periode(methode: MethodeRow) -> str:
    """Return from when to when, and why."""
    van = short_date(local(methode.van).date())
    tot = f"{van} tot {short_date(local(methode.tot).date())}" if methode.tot else f"Sinds {van}"
    return met_punten((tot, methode.reden))


def notitie_line(notitie: MethodenotitieRow, vraag: Methodevraag | None) -> TwoLine:
    """Return a note as a row: its words or its count, below it what was scored and by whom."""
    lijst = vraag.meetlijst(notitie.soort) if vraag is not None else None
    moment = local(notitie.tijdstip)
    scores = ", ".join(f"{deel}: {waarde}" for deel, waarde in notitie.scores)
    titel = notitie.tekst if notitie.soort is Methodenotitiesoort.KENNIS else _telling(notitie, lijst)
    nader = "" if notitie.soort is Methodenotitiesoort.KENNIS else met_punten((scores, notitie.tekst))
    return TwoLine(
        title=titel,
        subtitle=met_punten((met_hoofdletter(notitie.soort.label), notitie.actor, nader)),
        right=f"{short_date(moment.date())} {moment:%H:%M}",
        icon={"kennis": "eye", "risico": "triangle-alert", "voorwaarden": "list-checks"}[notitie.soort.value],
    )


def _telling(notitie: MethodenotitieRow, lijst: Meetlijst | None) -> str:
    if lijst is None:
        return met_hoofdletter(notitie.soort.label)
    goed, woord = op_orde(lijst, dict(notitie.scores)), "in orde" if lijst.voldaan else "ingevuld"
    return f"{lijst.naam}: {goed} van {len(lijst.onderdelen)} {woord}"
