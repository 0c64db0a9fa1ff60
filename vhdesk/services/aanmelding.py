"""Acts on a referral: receiving it in one form, adding what was missing, and taking it into triage.

Source: jaarplan Twente 2015 §2 (always by a municipality; Code Rood by anyone, straight to the agenda, and the
municipality is told as soon as possible) and domein.md §1, steps 1 and 2.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any, ClassVar

from sqlalchemy import select

from vhdesk.errors import RuleViolation
from vhdesk.models import (
    Aanmelding,
    Agendapunt,
    Bekendheid,
    Betrokkene,
    Bijlage,
    Casus,
    Gemeente,
    Organisatie,
    Plicht,
    Tafel,
    Weging,
)
from vhdesk.models.aanmelding import check_aanvullen, check_melder
from vhdesk.queries.instelling import tafelregels
from vhdesk.queries.melding import Casusvelden, Melding, melding_uit
from vhdesk.services.agenda import CasusVanAgendaHalen, van_agenda_halen
from vhdesk.services.bekendheid import BekendheidBepalen, bepalen
from vhdesk.services.betrokkene import (
    BetrokkeneToevoegen,
    BetrokkeneWeghalen,
    Persoonsgegevens,
    betrokkene_toevoegen,
    betrokkene_weghalen,
    gegevens_of,
    vul_persoon,
)
from vhdesk.services.bijlage import BijlageToevoegen, toevoegen
from vhdesk.services.casus import (
    CasusGewijzigd,
    check_tekstveld,
    check_terug,
    check_text,
    check_waarde,
    vereis_gevuld,
    zet_herkomst,
)
from vhdesk.services.casusaanmelding import (
    CasusAangemeld,
    CasusAanmelden,
    CasusAanmeldingTerugnemen,
    aanmelden,
    aanmelding_terugnemen,
)
from vhdesk.services.casusverloop import CasusStapTerugnemen, zet_stap
from vhdesk.services.coderood import code_rood, zeg_af
from vhdesk.services.command import VOORBEREIDING, Command, Outcome
from vhdesk.services.invoer import check_kort
from vhdesk.services.melding import Meldbijlage, Meldpartner, Meldpersoon
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.services.verwijzer import vereis_gemeente
from vhdesk.services.volledigheid import aanmelding_van, hoofdpersoon, vereis_volledig
from vhdesk.vocabulary import Betrokkenheid, CasusStatus, Gebruikersrol, Term
from vhdesk.vocabulary_inbreng import Herkomst
from vhdesk.vocabulary_triage import Bekendheidstand

# Short texts of a referral and how long they may be; every other text is a paragraph.
_KORT = {
    "melder_functie": 200, "melder_telefoon": 40, "melder_email": 200, "casusregisseur": 200, "email": 200,
    "nationaliteit": 100, "taal": 100,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class AanmeldingOntvangen(Command):
    """Store a referral as it came in: the case, its persons, who must be asked, and everything else that was said.

    Code Rood goes at once on the agenda of ``overleg_id`` (None: the next meeting of its table; when that has none, one
    is planned for the first working day) and leaves the duty to tell the municipality.
    """

    casus: CasusAanmelden
    melding: Melding
    personen: tuple[Meldpersoon, ...] = ()
    partners: tuple[Meldpartner, ...] = ()
    bijlagen: tuple[Meldbijlage, ...] = ()
    overleg_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AanmeldingTerugnemen(Command):
    """Undo of receiving: the case goes with all that came in with it, as long as nobody worked on it.
    ``persoon_was``: what was known of the person before; ``gepland_id``: the meeting that was planned for it."""

    casus_id: str
    gepland_id: str | None = None
    persoon_was: Persoonsgegevens | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AanmeldingAanvullen(Command):
    """Write the referral of a case anew, with what was added. ``melding`` None: it has none (undo). Gemeente and tafel
    of a case that was weighed change by an act of their own (``CasusGemeenteBepalen``, ``CasusOverdragen``).

    ``version``: the version of the case that the writer started from. ``terug`` only for undo: what an older version left
    empty on an agenda may be so again.
    """

    rollen: ClassVar[frozenset[Gebruikersrol]] = VOORBEREIDING
    casus_id: str
    casus: Casusvelden
    hoofdbetrokkene: Persoonsgegevens
    melding: Melding | None
    version: int | None = None
    aanmelding_id: str | None = None
    herkomst: Herkomst | None = None
    terug: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TriageBeginnen(Command):
    """Take a referral into triage. An incomplete one only when it is urgent, which it says with a reason."""

    casus_id: str


def _velden(melding: Melding) -> dict[str, Any]:
    """Return the checked columns of a referral."""
    velden: dict[str, Any] = {}
    for veld in fields(melding):
        waarde = getattr(melding, veld.name)
        if veld.name in _KORT:
            waarde = check_kort(waarde, veld.name, _KORT[veld.name])
        elif isinstance(waarde, str) and not isinstance(waarde, Term) and not veld.name.endswith("_id"):
            waarde = check_text(waarde, veld.name).strip()
        velden[veld.name] = list(waarde) if isinstance(waarde, tuple) else waarde
    return velden


def _check(work: UnitOfWork, melding: Melding, gemeente_id: str | None, tafel_id: str | None) -> None:
    """Raise RuleViolation or NotFound when this referrer may not refer, or the referral contradicts itself."""
    for model, record_id in (
        (Tafel, melding.van_tafel_id),
        (Organisatie, melding.melder_organisatie_id),
        (Gemeente, gemeente_id),
    ):
        if record_id is not None:
            work.get(model, record_id)
    if tafel_id:
        work.get(Tafel, tafel_id)
    check_melder(
        tafelregels(work.session, tafel_id).aanmelders,
        melding.bron,
        code_rood=melding.code_rood,
        gemeente=gemeente_id is not None,
        melder=melding.melder_organisatie_id is not None,
    )
    if melding.spoed and not melding.spoed_reden.strip():
        raise RuleViolation("reden_ontbreekt", field="spoed_reden")
    for code in melding.leefgebieden:
        if not check_waarde(work, "leefgebieden", code):
            raise RuleViolation("leefgebied_onbekend", field="leefgebieden")


def _check_gemeente(
    work: UnitOfWork,
    melding: Melding,
    gemeente_id: str | None,
    tafel_id: str | None,
    had: Casus | None = None,
    *,
    terug: bool = False,
) -> None:
    """Raise RuleViolation when this gemeente does not refer to this table. What a case ``had``, or has again by undo
    (``terug``), stays: the setting may have changed since."""
    zelfde = had is not None and (gemeente_id, tafel_id) == (had.gemeente_id, had.tafel_id)
    if not (zelfde or terug):
        vereis_gemeente(work, gemeente_id, tafel_id, bron=melding.bron, code_rood=melding.code_rood)


def ontvangen(work: UnitOfWork, command: AanmeldingOntvangen) -> Outcome:
    melding, gegevens = command.melding, command.casus
    if gegevens.status is not CasusStatus.AANGEMELD:
        raise RuleViolation("beginstatus_onjuist", field="status")
    _check(work, melding, gegevens.gemeente_id, gegevens.tafel_id)
    _check_gemeente(work, melding, gegevens.gemeente_id, gegevens.tafel_id)
    aangemeld = aanmelden(work, gegevens)
    assert isinstance(aangemeld.inverse, CasusAanmeldingTerugnemen)
    casus_id = aangemeld.object_id
    casus = work.get(Casus, casus_id)
    work.add(Aanmelding(casus_id=casus_id, **_velden(melding)))
    for mens in command.personen:
        betrokkene_toevoegen(
            work,
            BetrokkeneToevoegen(casus_id=casus_id, persoon=mens.persoon, rol=mens.rol, relatie=mens.relatie),
        )
    for partner in command.partners:
        bepalen(
            work,
            BekendheidBepalen(
                casus_id=casus_id,
                organisatie_id=partner.organisatie_id,
                stand=Bekendheidstand.GEEN_ANTWOORD,
                contact=partner.contact,
                contact_telefoon=partner.contact_telefoon,
                contact_email=partner.contact_email,
            ),
        )
    for bestand in command.bijlagen:
        toevoegen(work, BijlageToevoegen(casus_id=casus_id, naam=bestand.naam, inhoud=bestand.inhoud))
    overleg, nieuw = code_rood(work, casus, command.overleg_id) if melding.code_rood else (None, False)
    gepland = overleg if nieuw else None
    event = CasusAangemeld(
        id=casus_id,
        nummer=casus.nummer,
        op_agenda_van=overleg.datum if overleg is not None else None,
        overleg_gepland_op=gepland.datum if gepland is not None else None,
    )
    inverse = AanmeldingTerugnemen(
        casus_id=casus_id,
        persoon_was=aangemeld.inverse.persoon_was,
        gepland_id=gepland.id if gepland is not None else None,
    )
    return Outcome(event, "casus", casus_id, inverse, casus.nummer)


def terugnemen(work: UnitOfWork, command: AanmeldingTerugnemen) -> Outcome:
    casus = work.get(Casus, command.casus_id)
    if work.session.execute(select(Weging.id).where(Weging.casus_id == casus.id).limit(1)).first():
        raise RuleViolation("casus_in_gebruik", nummer=casus.nummer)
    for rij in (
        *work.session.scalars(select(Aanmelding).where(Aanmelding.casus_id == casus.id)),
        *work.session.scalars(select(Bekendheid).where(Bekendheid.casus_id == casus.id)),
        *work.session.scalars(select(Bijlage).where(Bijlage.casus_id == casus.id)),
        *work.session.scalars(select(Plicht).where(Plicht.casus_id == casus.id)),
    ):
        work.delete(rij)
    for punt_id in work.session.scalars(select(Agendapunt.id).where(Agendapunt.casus_id == casus.id)):
        van_agenda_halen(work, CasusVanAgendaHalen(agendapunt_id=punt_id))
    if command.gepland_id is not None:
        zeg_af(work, command.gepland_id)
    anderen = select(Betrokkene.id).where(
        Betrokkene.casus_id == casus.id, Betrokkene.rol != Betrokkenheid.HOOFDBETROKKENE
    )
    for betrokkene_id in work.session.scalars(anderen).all():
        betrokkene_weghalen(work, BetrokkeneWeghalen(betrokkene_id=betrokkene_id))
    uitkomst = aanmelding_terugnemen(
        work,
        CasusAanmeldingTerugnemen(casus_id=casus.id, ook_gewijzigd=True, persoon_was=command.persoon_was),
    )
    return replace(uitkomst, inverse=None)  # taken back for good: what came in can be typed or read in again


def aanvullen(work: UnitOfWork, command: AanmeldingAanvullen) -> Outcome:
    casus = work.get(Casus, command.casus_id)
    work.expect(casus, command.version)
    persoon = hoofdpersoon(work, casus.id)
    melding = aanmelding_van(work, casus.id)
    inverse = AanmeldingAanvullen(
        casus_id=casus.id,
        casus=casusvelden(casus),
        hoofdbetrokkene=gegevens_of(persoon),
        melding=melding_van(melding) if melding else None,
        aanmelding_id=melding.id if melding else None,
        herkomst=casus.herkomst("grondslag"),
        terug=True,
    )
    nieuw = command.casus
    check_aanvullen(
        casus.status,
        nummer=casus.nummer,
        gewogen=_is_gewogen(work, casus.id),
        andere_gemeente=nieuw.gemeente_id != casus.gemeente_id,
        andere_tafel=nieuw.tafel_id != casus.tafel_id,
    )
    if nieuw.doelgroep_code not in (None, casus.doelgroep_code) and not check_waarde(
        work, "doelgroepen", nieuw.doelgroep_code
    ):
        raise RuleViolation("doelgroep_onbekend", field="doelgroep_code", doelgroep=nieuw.doelgroep_code)
    if command.melding is not None:
        _check(work, command.melding, nieuw.gemeente_id, nieuw.tafel_id)
        _check_gemeente(
            work,
            command.melding,
            nieuw.gemeente_id,
            nieuw.tafel_id,
            casus,
            terug=command.terug and work.retracing,
        )
    elif nieuw.tafel_id is not None:
        work.get(Tafel, nieuw.tafel_id)
    if _is_code_rood(command.melding) != _is_code_rood(melding):
        raise RuleViolation("code_rood_vast", field="code_rood")
    grondslag = check_tekstveld(nieuw.grondslag, "grondslag")
    if grondslag != casus.grondslag:
        if not (command.terug and work.retracing):
            vereis_gevuld(work, casus, "grondslag", grondslag, field="grondslag")
        zet_herkomst(casus, "grondslag", grondslag, command.herkomst)
    casus.zet_informering(check_tekstveld(nieuw.informering, "informering"))
    for veld in fields(nieuw):
        waarde = getattr(nieuw, veld.name)
        is_tekst = isinstance(waarde, str) and not veld.name.endswith(("_id", "_code"))
        setattr(casus, veld.name, check_tekstveld(waarde, veld.name) if is_tekst else waarde)
    vul_persoon(work, persoon, command.hoofdbetrokkene)
    work.touch(persoon)
    if command.melding is None and melding is not None:
        work.delete(melding)
    elif command.melding is not None and melding is None:
        work.add(
            Aanmelding(
                id=check_terug(work, Aanmelding, command.aanmelding_id),
                casus_id=casus.id,
                **_velden(command.melding),
            )
        )
    elif command.melding is not None and melding is not None:
        work.touch(melding)
        for naam, waarde in _velden(command.melding).items():
            setattr(melding, naam, waarde)
    work.session.flush()
    return Outcome(
        CasusGewijzigd(id=casus.id, version=casus.version), "casus", casus.id, inverse, casus.nummer
    )


def _is_gewogen(work: UnitOfWork, casus_id: str) -> bool:
    """Return whether a weighing of the case holds."""
    statement = select(Weging.id).where(Weging.casus_id == casus_id, Weging.ingetrokken_op.is_(None))
    return work.session.execute(statement.limit(1)).first() is not None


def _is_code_rood(melding: Melding | Aanmelding | None) -> bool:
    """Code Rood has consequences that only receiving it makes: it neither comes nor goes by writing."""
    return melding is not None and melding.code_rood


def melding_van(aanmelding: Aanmelding) -> Melding:
    """Return what a stored referral says."""
    return melding_uit({veld.name: getattr(aanmelding, veld.name) for veld in fields(Melding)})


def casusvelden(casus: Casus) -> Casusvelden:
    """Return what the form shows of a case."""
    return Casusvelden(**{veld.name: getattr(casus, veld.name) for veld in fields(Casusvelden)})


def in_triage(work: UnitOfWork, casus: Casus, *, ook_onvolledig: bool = False) -> str:
    """Take a referral into triage and return the id of the event. Raises RuleViolation when it is incomplete and not
    urgent, unless ``ook_onvolledig``."""
    if not ook_onvolledig:
        vereis_volledig(work, casus)
    return zet_stap(work, casus, CasusStatus.IN_TRIAGE).id


def triage_beginnen(work: UnitOfWork, command: TriageBeginnen) -> Outcome:
    casus = work.get(Casus, command.casus_id)
    gebeurtenis_id = in_triage(work, casus)
    inverse = CasusStapTerugnemen(gebeurtenis_id=gebeurtenis_id)
    event = CasusGewijzigd(id=casus.id, version=casus.version)
    return Outcome(event, "casus", casus.id, inverse, casus.nummer)


HANDLERS = {
    AanmeldingOntvangen: ontvangen,
    AanmeldingTerugnemen: terugnemen,
    AanmeldingAanvullen: aanvullen,
    TriageBeginnen: triage_beginnen,
}
