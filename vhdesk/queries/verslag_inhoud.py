"""What the case sheets of the minutes are made of, read for all cases of a meeting at once.

What may not be on paper is left out by these statements themselves: statements made 'mondeling', and decisions
and actions taken back while recording.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import BindParameter, ScalarSelect, bindparam, case, func, or_, select
from sqlalchemy.orm import Session, aliased

from vhdesk.clock import local
from vhdesk.models import (
    Actie,
    Agendapunt,
    Besluit,
    Betrokkene,
    Casus,
    Casuspartner,
    Deelnemer,
    Factor,
    Gemeente,
    Inbreng,
    Medewerker,
    Organisatie,
    Overleg,
    Persoon,
    Zaalverlating,
)
from vhdesk.queries.acties import ActieRow, actie_select, actierijen
from vhdesk.queries.casusregel import leeg
from vhdesk.queries.gast import deelnemer_naam, deelnemer_van
from vhdesk.queries.lezen import Kolommen, vast, velden
from vhdesk.queries.melding import meldingen, meldregels
from vhdesk.queries.naam import volle_naam
from vhdesk.queries.referentie import BESLUITTYPEN, GREMIA
from vhdesk.queries.verslag_rijen import VerslagActie, VerslagBesluit, VerslagCitaat, VerslagInbreng
from vhdesk.vocabulary import (
    Actiestatus,
    Besluitstatus,
    Betrokkenheid,
    Factorsoort,
    Overlegstatus,
    Vraagstand,
    met_hoofdletter,
)
from vhdesk.vocabulary_inbreng import citaten
from vhdesk.vocabulary_triage import OP_PAPIER


@dataclass(frozen=True, slots=True)
class Moment:
    """The meeting whose minutes are made, its date, and when it closed (None: it has not)."""

    overleg_id: str
    datum: date
    gesloten_op: datetime | None


def koppen(session: Session, ids: Sequence[str], moment: Moment) -> dict[str, dict[str, Any]]:
    """Return case -> the columns of the case and its hoofdbetrokkene, and when an earlier meeting discussed it."""
    return {rij["id"]: rij for rij in velden(session, _koppen(), {"ids": ids, "datum": moment.datum})}


@vast
def _koppen() -> Kolommen:
    c, hoofd = Casus, Betrokkenheid.HOOFDBETROKKENE
    return (
        select(
            c.id, c.nummer, c.titel, volle_naam().label("hoofdbetrokkene"), Persoon.geboortedatum,
            case((Persoon.adres_geheim.is_(True), ""), else_=leeg(Persoon.woonplaats)).label("woonplaats"), c.doelgroep_code, c.doelgroep_tekst,
            leeg(Gemeente.naam).label("gemeente"), c.aanmelder, c.status, c.caseload, c.grondslag, c.doelbinding,
            leeg(Organisatie.naam).label("aanbrenger"), c.grondslag_herkomst, c.doel, c.aanleiding,
            c.vraag_aan_tafel, c.gezamenlijk_beeld, c.zienswijze, c.informering,
            c.informeerstand, c.geinformeerd_op, c.volgende_datum,
            _vorige_bespreking(c.id, bindparam("datum", type_=Inbreng.datum.type)).label("vorige_bespreking"),
        )
        .outerjoin(Betrokkene, (Betrokkene.casus_id == c.id) & (Betrokkene.rol == hoofd))
        .outerjoin(Persoon, Persoon.id == Betrokkene.persoon_id)
        .outerjoin(Gemeente, Gemeente.id == c.gemeente_id)
        .outerjoin(Organisatie, Organisatie.id == c.aanbrenger_id)
        .where(c.id.in_(_ids()))
    )  # fmt: skip


def systeem(session: Session, ids: Sequence[str]) -> dict[str, list[tuple[str, str, date | None]]]:
    """Return case -> the other persons: name, relation, date of birth."""
    gevonden: dict[str, list[tuple[str, str, date | None]]] = {}
    for casus_id, naam, relatie, geboren in session.execute(_systeem(), {"ids": ids}):
        gevonden.setdefault(casus_id, []).append((naam, relatie, geboren))
    return gevonden


@vast
def _systeem() -> Kolommen:
    return (
        select(Betrokkene.casus_id, volle_naam(), Betrokkene.relatie, Persoon.geboortedatum)
        .join(Persoon, Persoon.id == Betrokkene.persoon_id)
        .where(Betrokkene.casus_id.in_(_ids()), Betrokkene.rol != Betrokkenheid.HOOFDBETROKKENE)
        .order_by(Betrokkene.volgorde, Persoon.geboortedatum)
    )


def inbreng(
    session: Session, ids: Sequence[str], moment: Moment, leefgebieden: Mapping[str, str]
) -> dict[str, list[VerslagInbreng]]:
    """Return case -> the statements since the case was last discussed that may be written down, oldest first.

    What stood in the minutes of an earlier meeting is not printed again; a statement of that very day is, since it
    may have come after closing.
    """
    gevonden: dict[str, list[VerslagInbreng]] = {}
    for casus_id, inbreng_id, organisatie, code, datum, regime, tekst, nummer, tegen in session.execute(
        _inbreng(), {"ids": ids, "datum": moment.datum}
    ):
        leefgebied = leefgebieden.get(code, code)
        rij = VerslagInbreng(
            inbreng_id, organisatie, leefgebied, datum, regime.value, tekst, nummer, tegen or 0
        )
        gevonden.setdefault(casus_id, []).append(rij)
    return gevonden


@vast
def _inbreng() -> Kolommen:
    i, ander, datum = Inbreng, aliased(Inbreng), bindparam("datum", type_=Inbreng.datum.type)
    vorige = _vorige_bespreking(i.casus_id, datum)
    return (
        select(
            i.casus_id,
            i.id,
            Organisatie.naam,
            i.leefgebied_code,
            i.datum,
            i.regime,
            i.tekst,
            i.nummer,
            ander.nummer,
        )
        .join(Organisatie, Organisatie.id == i.organisatie_id)
        .outerjoin(ander, (ander.id == i.weerspreekt_id) & ander.mondeling.is_(False))
        .where(
            i.casus_id.in_(_ids()),
            i.mondeling.is_(False),
            i.datum <= datum,
            i.datum >= func.coalesce(vorige, date.min),
        )
        .order_by(i.datum, Organisatie.naam, i.id)
    )


def _vorige_bespreking(casus_id: Any, datum: BindParameter[Any]) -> ScalarSelect[Any]:
    """The date of the last closed meeting before ``datum`` that had this case on its agenda."""
    return (
        select(func.max(Overleg.datum))
        .join(Agendapunt, Agendapunt.overleg_id == Overleg.id)
        .where(
            Agendapunt.casus_id == casus_id,
            Overleg.status == Overlegstatus.GESLOTEN,
            Overleg.datum < datum,
        )
        .scalar_subquery()
    )


def aanmeldingen(
    session: Session, ids: Sequence[str], leefgebieden: Mapping[str, str]
) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return case -> what its referral said, as (what, words)."""
    return {
        casus_id: tuple(
            (met_hoofdletter(regel.soort.label), regel.tekst)
            for regel in meldregels(melding, leefgebieden)
            if regel.soort in OP_PAPIER
        )
        for casus_id, melding in meldingen(session, ids).items()
    }


def factoren(session: Session, ids: Sequence[str]) -> dict[tuple[str, Factorsoort], list[str]]:
    """Return (case, kind) -> the factors in their order."""
    gevonden: dict[tuple[str, Factorsoort], list[str]] = {}
    for casus_id, soort, tekst in session.execute(_factoren(), {"ids": ids}):
        gevonden.setdefault((casus_id, soort), []).append(tekst)
    return gevonden


@vast
def _factoren() -> Kolommen:
    return (
        select(Factor.casus_id, Factor.soort, Factor.tekst)
        .where(Factor.casus_id.in_(_ids()))
        .order_by(Factor.volgorde, Factor.id)
    )


def besluiten(
    session: Session, ids: Sequence[str], moment: Moment, namen: Mapping[str, Mapping[str, str]]
) -> dict[str, list[VerslagBesluit]]:
    """Return case -> the decisions of this meeting, in the order of their numbers."""
    rijen = velden(session, _besluiten(), {"ids": ids, "overleg_id": moment.overleg_id})
    return _per_casus(rijen, moment, namen)


def vragen(
    session: Session, ids: Sequence[str], moment: Moment, namen: Mapping[str, Mapping[str, str]]
) -> dict[str, list[VerslagBesluit]]:
    """Return case -> what was asked of another body before this meeting and waits, or was answered since the case was
    last discussed."""
    waarden = {"ids": ids, "overleg_id": moment.overleg_id, "datum": moment.datum}
    return _per_casus(velden(session, _vragen(), waarden), moment, namen)


def _per_casus(
    rijen: Iterable[dict[str, Any]], moment: Moment, namen: Mapping[str, Mapping[str, str]]
) -> dict[str, list[VerslagBesluit]]:
    gevonden: dict[str, list[VerslagBesluit]] = {}
    for rij in rijen:
        casus_id, type_code, gremium_code = (
            rij.pop(naam) for naam in ("casus_id", "type_code", "gremium_code")
        )
        rij["type_naam"] = namen[BESLUITTYPEN].get(type_code, type_code)
        rij["gremium"] = namen[GREMIA].get(gremium_code, gremium_code)
        rij["ingetrokken"] = rij.pop("status") is Besluitstatus.INGETROKKEN
        besluit = VerslagBesluit(**rij)
        gevonden.setdefault(casus_id, []).append(_op_moment(besluit, moment.gesloten_op))
    return gevonden


def _op_moment(besluit: VerslagBesluit, gesloten_op: datetime | None) -> VerslagBesluit:
    """Return a decision as it stood when the meeting closed: what was answered on a later day still waited."""
    bekrachtigd = besluit.bekrachtigd_op
    if gesloten_op is not None and bekrachtigd is not None and bekrachtigd > local(gesloten_op).date():
        besluit = replace(besluit, bekrachtigd_op=None, bekrachtigd_door="")
    op = besluit.beantwoord_op
    if gesloten_op is None or op is None or op <= local(gesloten_op).date():
        return besluit
    return replace(
        besluit, vraagstand=Vraagstand.GEVRAAGD, beantwoord_op=None, beantwoord_door="", antwoord=""
    )


@vast
def _besluiten() -> Kolommen:
    b = Besluit
    return (
        _besluit_select()
        .where(
            b.casus_id.in_(_ids()), b.overleg_id == bindparam("overleg_id"),
            b.status != Besluitstatus.TERUGGENOMEN,
        )
        .order_by(b.nummer)
    )  # fmt: skip


@vast
def _vragen() -> Kolommen:
    b, datum = Besluit, bindparam("datum", type_=Besluit.datum.type)
    sinds = func.coalesce(_vorige_bespreking(b.casus_id, datum), date.min)
    return (
        _besluit_select()
        .where(
            b.casus_id.in_(_ids()), b.vraagstand.is_not(None), b.status == Besluitstatus.VASTGELEGD,
            b.datum <= datum, or_(b.overleg_id.is_(None), b.overleg_id != bindparam("overleg_id")),
            or_(b.beantwoord_op.is_(None), b.beantwoord_op >= sinds),
        )
        .order_by(b.nummer)
    )  # fmt: skip


def _besluit_select() -> Kolommen:
    b, vervangen = Besluit, aliased(Besluit)
    return (
        select(
            b.casus_id, b.id, b.nummer, b.type_code, b.gremium_code, b.tekst, b.onderbouwing, b.voorwaarden,
            b.afwijkende_mening, b.ingangsdatum, b.status, b.statusreden, b.achteraf,
            b.vraagstand, b.antwoord_voor, b.beantwoord_op, b.beantwoord_door, b.antwoord,
            b.voorbehoud, b.bekrachtigd_op, b.bekrachtigd_door,
            vervangen.nummer.label("vervangt"),
        )
        .outerjoin(vervangen, vervangen.id == b.vervangt_id)
    )  # fmt: skip


def acties(session: Session, ids: Sequence[str], moment: Moment) -> dict[str, list[VerslagActie]]:
    """Return case -> the actions of this meeting, in the order of their numbers."""
    waarden = {"ids": ids, "overleg_id": moment.overleg_id}
    gevonden: dict[str, list[VerslagActie]] = {}
    for rij in actierijen(session, _acties(), None, waarden):
        gevonden.setdefault(rij.casus_id, []).append(verslag_actie(rij, moment.gesloten_op))
    return gevonden


@vast
def _acties() -> Kolommen:
    return (
        actie_select()
        .where(
            Actie.casus_id.in_(_ids()),
            Actie.overleg_id == bindparam("overleg_id"),
            Actie.status != Actiestatus.TERUGGENOMEN,
        )
        .order_by(Actie.nummer)
    )


def verslag_actie(rij: ActieRow, gesloten_op: datetime | None) -> VerslagActie:
    """Return an action as it stood when the meeting closed: what was handled on a later day was still open."""
    later = (
        gesloten_op is not None
        and rij.afgehandeld_op is not None
        and rij.afgehandeld_op > local(gesloten_op).date()
    )
    return VerslagActie(
        id=rij.id,
        nummer=rij.nummer,
        casusnummer=rij.casusnummer,
        omschrijving=rij.omschrijving,
        organisatie=rij.organisatie,
        persoon=rij.medewerker,
        termijn=rij.termijn,
        conditie=rij.conditie,
        informering=rij.informering,
        status=Actiestatus.OPEN if later else rij.status,
        resultaat="" if later else rij.resultaat,
        uitgesteld=rij.uitgesteld,
        ontstaan_op=rij.ontstaan_op,
        achteraf=rij.achteraf,
    )


def aangehaald(
    session: Session, beelden: Mapping[str, str], leefgebieden: Mapping[str, str]
) -> dict[str, list[VerslagCitaat]]:
    """Return case -> the statements of that case that its shared picture (``beelden``) cites and that may be written
    down, in order of first mention."""
    per_casus = {casus_id: citaten(beeld) for casus_id, beeld in beelden.items()}
    nummers = sorted({nummer for van in per_casus.values() for nummer in van})
    gevonden = {
        (casus_id, nummer): VerslagCitaat(nummer, organisatie, leefgebieden.get(code, code), datum)
        for casus_id, nummer, organisatie, code, datum in session.execute(_aangehaald(), {"nummers": nummers})
    }
    return {
        casus_id: [gevonden[casus_id, nummer] for nummer in van if (casus_id, nummer) in gevonden]
        for casus_id, van in per_casus.items()
    }


@vast
def _aangehaald() -> Kolommen:
    i = Inbreng
    return (
        select(i.casus_id, i.nummer, Organisatie.naam, i.leefgebied_code, i.datum)
        .join(Organisatie, Organisatie.id == i.organisatie_id)
        .where(i.nummer.in_(bindparam("nummers", expanding=True)), i.mondeling.is_(False))
    )


def partners(session: Session, ids: Sequence[str]) -> dict[str, list[str]]:
    """Return case -> the names of the organisations that take part."""
    gevonden: dict[str, list[str]] = {}
    for casus_id, naam in session.execute(_partners(), {"ids": ids}):
        gevonden.setdefault(casus_id, []).append(naam)
    return gevonden


def zaal_uit(session: Session, overleg_id: str) -> dict[str, list[str]]:
    """Return case -> who was out of the room while it was discussed: 'naam (organisatie)'."""
    gevonden: dict[str, list[str]] = {}
    for casus_id, naam, organisatie in session.execute(_zaal_uit(), {"overleg_id": overleg_id}):
        gevonden.setdefault(casus_id, []).append(f"{naam} ({organisatie})")
    return gevonden


@vast
def _zaal_uit() -> Kolommen:
    return (
        select(Agendapunt.casus_id, deelnemer_naam().label("naam"), deelnemer_van().label("organisatie"))
        .join(Zaalverlating, Zaalverlating.agendapunt_id == Agendapunt.id)
        .join(Deelnemer, Deelnemer.id == Zaalverlating.deelnemer_id)
        .outerjoin(Medewerker, Medewerker.id == Deelnemer.medewerker_id)
        .outerjoin(Organisatie, Organisatie.id == Medewerker.organisatie_id)
        .where(Agendapunt.overleg_id == bindparam("overleg_id"), Agendapunt.casus_id.is_not(None))
        .order_by(Organisatie.naam, Medewerker.naam, Deelnemer.id)
    )


@vast
def _partners() -> Kolommen:
    return (
        select(Casuspartner.casus_id, Organisatie.naam)
        .join(Organisatie, Organisatie.id == Casuspartner.organisatie_id)
        .where(Casuspartner.casus_id.in_(_ids()))
        .order_by(Organisatie.naam)
    )


def _ids() -> BindParameter[Sequence[str]]:
    return bindparam("ids", expanding=True)
