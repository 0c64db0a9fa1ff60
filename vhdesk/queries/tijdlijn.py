"""What happened in a case, newest first, from what its file holds: for the screen and for paper. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from vhdesk.clock import local
from vhdesk.dutch_date import date_in_words, short_date
from vhdesk.queries.acties import ActieRow
from vhdesk.queries.bekendheid import BekendheidRow
from vhdesk.queries.bijlage import BijlageRow
from vhdesk.queries.dossier_rijen import (
    BesluitRow,
    BesprekingRow,
    Dossier,
    DossierKop,
    InbrengRow,
    RolRow,
    StapRow,
)
from vhdesk.queries.methode_rijen import MethodenotitieRow, MethodeRow
from vhdesk.queries.uitvraag import WeigeringRow
from vhdesk.vocabulary import Besluitstatus, Gebeurtenissoort, Overlegstatus, met_hoofdletter
from vhdesk.vocabulary_besluit import antwoord_van, gevraagd_aan, voorbehoud_van
from vhdesk.vocabulary_triage import Bekendheidstand

Bron = (
    DossierKop | RolRow | BesprekingRow | BesluitRow | ActieRow | StapRow | InbrengRow | BekendheidRow
    | MethodeRow | MethodenotitieRow | WeigeringRow | BijlageRow
)  # fmt: skip

BEGONNEN, AFGEDAAN = "", "af"


@dataclass(frozen=True, slots=True)
class Gebeurtenis:
    """One event: the day, what happened and its details; ``bron`` is the row that it comes from and ``moment`` which
    moment of it (``AFGEDAAN``: an action that ended, a question that was answered). ``partner``: the organisation that
    did it, "" for what concerns all. ``tijd``: when on that day; None when only the day is known."""

    id: str
    dag: date
    tekst: str
    details: tuple[str, ...]
    bron: Bron
    moment: str = BEGONNEN
    partner: str = ""
    tijd: time | None = None

    @property
    def plaats(self) -> tuple[date, int, time]:
        """Where it stands: by day and time. Of what has only a day, a beginning comes before the hours and an end after
        them."""
        if self.tijd is not None:
            return self.dag, 1, self.tijd
        return self.dag, 2 if self.moment == AFGEDAAN else 0, time()


def tijdlijn(dossier: Dossier, partner: str = "") -> tuple[Gebeurtenis, ...]:
    """Return every event of the case, or of one partner by its name, the newest first; of one moment in the order
    of the work."""
    events = [
        *_begin(dossier.kop),
        *_rollen(dossier),
        *_bekendheid(dossier),
        *_weigeringen(dossier),
        *_inbreng(dossier),
        *_bijlagen(dossier),
        *_besprekingen(dossier),
        *_besluiten(dossier),
        *_methoden(dossier),
        *_acties(dossier),
        *_stappen(dossier),
    ]
    of_partner = [event for event in events if not partner or event.partner == partner]
    return tuple(sorted(reversed(of_partner), key=lambda event: event.plaats, reverse=True))


def tijdlijn_partners(dossier: Dossier) -> tuple[str, ...]:
    """Return the partners that something of the case is of, by name."""
    return tuple(sorted({event.partner for event in tijdlijn(dossier)} - {""}, key=str.casefold))


def _begin(kop: DossierKop) -> Iterator[Gebeurtenis]:
    door = (
        f"Door {kop.aanmelder}" if kop.aanmelder else "",
        "uit een aangeleverde lijst" if kop.inlezing_id else "",
    )
    yield Gebeurtenis(
        "begin", kop.aangemeld_op, "Aangemeld", _een(met_hoofdletter(", ".join(filter(None, door)))), kop
    )


def _rollen(dossier: Dossier) -> Iterator[Gebeurtenis]:
    for rol in dossier.rollen:
        wie = f"{rol.naam}, {rol.organisatie}" if rol.naam else rol.organisatie
        tekst = f"{met_hoofdletter(rol.rol.label)}: {wie}"
        einde = (f"Tot {date_in_words(local(rol.tot).date())}",) if rol.tot is not None else ()
        yield Gebeurtenis(
            f"rol.{rol.id}", local(rol.van).date(), tekst, einde, rol, partner=rol.organisatie,
            tijd=local(rol.van).time(),
        )  # fmt: skip


def _bekendheid(dossier: Dossier) -> Iterator[Gebeurtenis]:
    for row in dossier.bekendheid:
        tekst = f"Gevraagd of {row.organisatie} de betrokkene kent"
        yield Gebeurtenis(f"bekend.{row.id}", row.gevraagd_op, tekst, (), row, partner=row.organisatie)
        if row.antwoord_op is not None and row.stand is not Bekendheidstand.GEEN_ANTWOORD:
            yield Gebeurtenis(
                f"bekend.af.{row.id}", row.antwoord_op, f"{row.organisatie}: {row.stand.label}",
                _een(row.reden), row, AFGEDAAN, row.organisatie,
            )  # fmt: skip


def _weigeringen(dossier: Dossier) -> Iterator[Gebeurtenis]:
    for row in dossier.weigeringen:
        yield Gebeurtenis(
            f"uitvraag.{row.id}", row.op, f"{row.organisatie} levert niets voor overleg {row.overlegnummer}",
            _een(row.reden), row, AFGEDAAN, row.organisatie,
        )  # fmt: skip


def _inbreng(dossier: Dossier) -> Iterator[Gebeurtenis]:
    """That something was brought in; what was said stands at Leefgebieden, with whom it may reach."""
    for row in dossier.inbreng:
        tekst = f"Inbreng van {row.organisatie} over {row.leefgebied.lower()}"
        details = ("Mondeling, niet vastleggen",) if row.mondeling else ()
        yield Gebeurtenis(f"inbreng.{row.id}", row.datum, tekst, details, row, partner=row.organisatie)


def _bijlagen(dossier: Dossier) -> Iterator[Gebeurtenis]:
    for row in dossier.bijlagen:
        wanneer = local(row.toegevoegd_op)
        yield Gebeurtenis(
            f"bijlage.{row.id}", wanneer.date(), f"Bijlage: {row.naam}", (f"Toegevoegd door {row.actor}",), row,
            tijd=wanneer.time(),
        )  # fmt: skip


def _besprekingen(dossier: Dossier) -> Iterator[Gebeurtenis]:
    woorden = {Overlegstatus.GESLOTEN: "Besproken", Overlegstatus.LOPEND: "Aan de orde"}
    for row in dossier.besprekingen:
        woord = woorden.get(row.overlegstatus, "Op de agenda")
        yield Gebeurtenis(
            f"overleg.{row.id}", row.datum, f"{woord}: {row.tafel}, overleg {row.overlegnummer}",
            _een(row.notitie), row, tijd=row.begintijd,
        )  # fmt: skip


def _besluiten(dossier: Dossier) -> Iterator[Gebeurtenis]:
    begintijden = _begintijden(dossier)
    for row in dossier.besluiten:
        ingetrokken = row.status is Besluitstatus.INGETROKKEN
        tekst = f"Besluit B-{row.nummer}{' (ingetrokken)' if ingetrokken else ''}: {row.tekst}"
        vraag = gevraagd_aan(row.gremium, row.antwoord_voor) if row.vraagstand is not None else ""
        voorbehoud = voorbehoud_van(row.voorbehoud, row.bekrachtigd_op, row.bekrachtigd_door)
        details = tuple(filter(None, (vraag, voorbehoud, row.onderbouwing)))
        tijd = _tijd(row.vastgelegd_op, row.datum, begintijden.get(row.overleg_id))
        yield Gebeurtenis(f"besluit.{row.id}", row.datum, tekst, details, row, tijd=tijd)
        if row.beantwoord_op is not None and row.vraagstand is not None:
            antwoord = antwoord_van(row.vraagstand, row.beantwoord_op, row.beantwoord_door, row.antwoord)
            yield Gebeurtenis(
                f"besluit.antwoord.{row.id}", row.beantwoord_op, f"Antwoord op besluit B-{row.nummer}", (antwoord,),
                row, AFGEDAAN,
            )  # fmt: skip


def _methoden(dossier: Dossier) -> Iterator[Gebeurtenis]:
    """Which method began and ended, and that something was written down for it; what was known stands at the method."""
    begonnen = {rij.van for rij in dossier.methode.gehad}
    for rij in dossier.methode.gehad:
        yield Gebeurtenis(
            f"methode.{rij.id}",
            local(rij.van).date(),
            f"Methode: {rij.naam}",
            _een(rij.reden),
            rij,
            tijd=local(rij.van).time(),
        )
        if rij.tot is not None and rij.tot not in begonnen:
            yield Gebeurtenis(
                f"methode.af.{rij.id}",
                local(rij.tot).date(),
                f"Methode {rij.naam} beëindigd",
                (),
                rij,
                AFGEDAAN,
                tijd=local(rij.tot).time(),
            )
    for notitie in dossier.methode.notities:
        tekst = f"{met_hoofdletter(notitie.soort.label)} vastgelegd"
        yield Gebeurtenis(
            f"methodenotitie.{notitie.id}",
            local(notitie.tijdstip).date(),
            tekst,
            _een(notitie.actor),
            notitie,
            tijd=local(notitie.tijdstip).time(),
        )


def _acties(dossier: Dossier) -> Iterator[Gebeurtenis]:
    begintijden = _begintijden(dossier)
    for row in dossier.acties:
        tekst = f"Actie A-{row.nummer}: {row.omschrijving}"
        yield Gebeurtenis(
            f"actie.{row.id}",
            row.ontstaan_op,
            tekst,
            _een(row.eigenaar),
            row,
            partner=row.organisatie,
            tijd=_tijd(row.vastgelegd_op, row.ontstaan_op, begintijden.get(row.overleg_id)),
        )
        if row.afgehandeld_op is not None:
            yield Gebeurtenis(
                f"actie.af.{row.id}", row.afgehandeld_op, f"Actie A-{row.nummer} {row.status.label}",
                _een(row.resultaat), row, AFGEDAAN, row.organisatie,
            )  # fmt: skip


def _stappen(dossier: Dossier) -> Iterator[Gebeurtenis]:
    for row in reversed(dossier.verloop):
        yield Gebeurtenis(
            f"stap.{row.id}", local(row.tijdstip).date(), _stap(row), tuple(filter(None, _waarom(row))), row,
            partner=row.organisatie, tijd=local(row.tijdstip).time(),
        )  # fmt: skip


def _begintijden(dossier: Dossier) -> Mapping[str | None, time]:
    return {row.overleg_id: row.begintijd for row in dossier.besprekingen}


def _tijd(vastgelegd_op: datetime, dag: date, overleg: time | None) -> time | None:
    """Return when it was recorded, if that was on its day; else when the meeting that it came from began."""
    moment = local(vastgelegd_op)
    return moment.time() if moment.date() == dag else overleg


_VOOR_DATUM = {Gebeurtenissoort.OPGESCHAALD: "antwoord voor", Gebeurtenissoort.TERUGGEKOPPELD: "op"}


def _stap(row: StapRow) -> str:
    """Return what happened: "Opgeschaald: bestuurlijke overlegtafel", "AVE-fase 3"."""
    titel = met_hoofdletter(row.soort.label)
    if row.fase is not None:
        return f"AVE-fase {row.fase}"
    if row.naar_tafel:
        van = f"van {row.van_tafel} " if row.van_tafel else ""
        return f"{titel}: {van}naar {row.naar_tafel}"
    if row.soort is Gebeurtenissoort.GEMEENTE:
        return f"{titel}: {row.toelichting}"
    return f"{titel}: {row.reden_naam}" if row.reden_naam else titel


def _waarom(row: StapRow) -> Iterator[str]:
    """Yield why, with what belongs to it and who did it."""
    yield row.reden
    if row.soort is Gebeurtenissoort.OPGESCHAALD and row.toelichting:
        yield f"Gevraagd: {row.toelichting}"
    if row.soort is Gebeurtenissoort.AFGESLOTEN and row.toelichting:
        yield f"Niet gedaan: {row.toelichting}"
    if row.soort is Gebeurtenissoort.AFGESCHAALD and row.organisatie:
        yield f"{row.organisatie} neemt het over"
    if row.soort is Gebeurtenissoort.TERUGGEKOPPELD:
        yield row.toelichting
    if row.soort is Gebeurtenissoort.VERLENGD:
        yield f"besloten door {row.toelichting}"
    for rol, naam in row.houders:
        yield f"{rol.label}: {naam}"
    if row.datum is not None:
        yield f"{_VOOR_DATUM.get(row.soort, 'tot')} {short_date(row.datum)}"
    yield row.actor
    if row.heeft_brief:
        yield "Brief aan de gemeente gemaakt"


def _een(woorden: str) -> tuple[str, ...]:
    return (woorden,) if woorden else ()
