"""What happened in a case, newest first, from what its file holds. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from vhdesk.clock import local
from vhdesk.dutch_date import date_in_words, short_date
from vhdesk.queries.dossier_rijen import Dossier
from vhdesk.ui.casussen.stap_woorden import ICONS, stap_titel, stap_uitleg
from vhdesk.ui.itemmodels.column import TwoLine
from vhdesk.ui.onderdelen.actie_regel import actie_eigenaar
from vhdesk.ui.onderdelen.besluit_woorden import VRAAGKLEUR, antwoord_woorden
from vhdesk.ui.onderdelen.woorden import met_hoofdletter, met_punten
from vhdesk.vocabulary import Actiestatus, Besluitstatus, Overlegstatus
from vhdesk.vocabulary_besluit import gevraagd_aan

STAP = "stap."  # what the id of a step in the course begins with


@dataclass(frozen=True, slots=True)
class Gebeurtenis:
    """One event: the day, what happened and its details."""

    id: str
    dag: date
    tekst: str
    toelichting: str
    icon: str
    state: str = "muted"


def tijdlijn(dossier: Dossier) -> tuple[Gebeurtenis, ...]:
    """Return every event of the case, the newest first; of one day in the order of the work."""
    events = [
        *_begin(dossier),
        *_rollen(dossier),
        *_besprekingen(dossier),
        *_besluiten(dossier),
        *_acties(dossier),
        *_stappen(dossier),
    ]
    return tuple(sorted(reversed(events), key=lambda event: event.dag, reverse=True))


def gebeurtenis_two_line(event: Gebeurtenis) -> TwoLine:
    """Return an event as a list row."""
    return TwoLine(event.tekst, event.toelichting, short_date(event.dag), event.icon, event.state)


def _stappen(dossier: Dossier) -> Iterator[Gebeurtenis]:
    for row in reversed(dossier.verloop):
        picture, state = ICONS.get(row.soort, ("circle-dot", "muted"))
        brief = "Brief aan de gemeente gemaakt" if row.heeft_brief else ""
        yield Gebeurtenis(
            f"{STAP}{row.id}", local(row.tijdstip).date(), stap_titel(row), met_punten([stap_uitleg(row), brief]),
            picture, state,
        )  # fmt: skip


def _begin(dossier: Dossier) -> Iterator[Gebeurtenis]:
    kop = dossier.kop
    bron = f"Door {kop.aanmelder}" if kop.aanmelder else ""
    if kop.inlezing_id:
        bron = ", ".join(deel for deel in (bron, "uit een aangeleverde lijst") if deel)
    yield Gebeurtenis("begin", kop.aangemeld_op, "Aangemeld", met_hoofdletter(bron), "inbox", "accent")


def _rollen(dossier: Dossier) -> Iterator[Gebeurtenis]:
    for rol in dossier.rollen:
        wie = f"{rol.naam}, {rol.organisatie}" if rol.naam else rol.organisatie
        tekst = f"{met_hoofdletter(rol.rol.label)}: {wie}"
        einde = f"Tot {date_in_words(local(rol.tot).date())}" if rol.tot is not None else ""
        yield Gebeurtenis(f"rol.{rol.id}", local(rol.van).date(), tekst, einde, "user-check")


def _besprekingen(dossier: Dossier) -> Iterator[Gebeurtenis]:
    for row in dossier.besprekingen:
        woord = "Besproken" if row.overlegstatus is Overlegstatus.GESLOTEN else "Op de agenda"
        if row.overlegstatus is Overlegstatus.LOPEND:
            woord = "Aan de orde"
        yield Gebeurtenis(
            f"overleg.{row.id}", row.datum, f"{woord}: {row.tafel}, overleg {row.overlegnummer}", row.notitie,
            "calendar-days", "accent",
        )  # fmt: skip


def _besluiten(dossier: Dossier) -> Iterator[Gebeurtenis]:
    for row in dossier.besluiten:
        ingetrokken = row.status is Besluitstatus.INGETROKKEN
        tekst = f"Besluit B-{row.nummer}{' (ingetrokken)' if ingetrokken else ''}: {row.tekst}"
        vraag = gevraagd_aan(row.gremium, row.antwoord_voor) if row.vraagstand is not None else ""
        state = "muted" if ingetrokken else "warn" if row.wacht else "ok"
        yield Gebeurtenis(
            f"besluit.{row.id}", row.datum, tekst, met_punten((vraag, row.onderbouwing)), "gavel", state
        )
        if row.beantwoord_op is not None:
            yield Gebeurtenis(
                f"besluit.antwoord.{row.id}", row.beantwoord_op, f"Antwoord op besluit B-{row.nummer}",
                antwoord_woorden(row), "gavel", VRAAGKLEUR[row.vraagstand] if row.vraagstand else "muted",
            )  # fmt: skip


def _acties(dossier: Dossier) -> Iterator[Gebeurtenis]:
    for row in dossier.acties:
        tekst = f"Actie A-{row.nummer}: {row.omschrijving}"
        yield Gebeurtenis(
            f"actie.{row.id}", row.ontstaan_op, tekst, met_hoofdletter(actie_eigenaar(row)), "list-checks"
        )
        if row.afgehandeld_op is not None:
            state = "ok" if row.status is Actiestatus.GEDAAN else "warn"
            yield Gebeurtenis(
                f"actie.af.{row.id}", row.afgehandeld_op, f"Actie A-{row.nummer} {row.status.label}",
                row.resultaat, "circle-check", state,
            )  # fmt: skip
