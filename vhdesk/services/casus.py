"""Acts on the case itself: changing its texts and its partners; and what every act on a case checks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, ClassVar

from msgspec import Meta
from sqlalchemy import select, text

from vhdesk.errors import RuleViolation
from vhdesk.models import (
    Casus,
    Casuspartner,
    Niveaubepaling,
    Organisatie,
    Referentiewaarde,
)
from vhdesk.models.base import Identified
from vhdesk.queries.grondslag import op_open_agenda
from vhdesk.queries.lezer import niveaus
from vhdesk.services.command import VOORBEREIDING, Command, Event, Outcome
from vhdesk.services.invoer import check_id, heel
from vhdesk.services.methoderegel import vereis_mag_weten
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.vocabulary import Gebruikersrol, Informatieniveau
from vhdesk.vocabulary_inbreng import VERPLICHT, Herkomst

MAX_TEXT = 200_000  # characters in one field; a text of 1 MB is a file that was pasted by mistake

TEKSTVELDEN = (
    "titel", "aanmelder", "grondslag", "doelbinding", "doel", "aanleiding", "vraag_aan_tafel",
    "gezamenlijk_beeld", "zienswijze", "informering",
)  # fmt: skip

# For acts that put something back: plain values that the command line checks before the act begins.
Moment = Annotated[datetime, Meta(tz=True)]
Volgorde = Annotated[int, Meta(ge=0, le=100_000)]


@dataclass(frozen=True, slots=True, kw_only=True)
class CasusTekstWijzigen(Command):
    """Change one text of a case. ``version``: the version the writer started from; ``herkomst`` and ``terug`` only for
    undo: the text is again the one that was filled in, or as empty as an older version left it."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = VOORBEREIDING
    casus_id: str
    veld: str
    tekst: str
    version: int | None = None
    herkomst: Herkomst | None = None
    terug: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CasusGewijzigd(Event):
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CasuspartnerBepalen(Command):
    """Say how much an organisation may know of a case; ``niveau`` None: it takes no part, and what follows from table,
    role and acties counts. ``reden``: needed for a level that does not follow from those. ``casuspartner_id`` only to
    bring back one that was removed; ``terug`` only for undo: it brings back what was, whatever the method says since."""

    casus_id: str
    organisatie_id: str
    niveau: Informatieniveau | None
    reden: str = ""
    casuspartner_id: str | None = None
    terug: bool = False


def check_text(text: str, field: str, maximum: int = MAX_TEXT) -> str:
    """Return ``text`` without what a store or a paper cannot hold: NUL and half a surrogate pair.

    Raises RuleViolation when it is longer than ``maximum``.
    """
    if len(text) > maximum:
        raise RuleViolation("tekst_te_lang", field=field, aantal=len(text), maximum=maximum)
    return heel(text)


def check_terug(work: UnitOfWork, model: type[Identified], record_id: str | None) -> str:
    """Return the id under which a record comes back, or a new one. Raises RuleViolation when the id is malformed
    or in use: then nothing was gone."""
    checked = check_id(record_id)
    if record_id is not None and work.session.get(model, checked) is not None:
        raise RuleViolation("id_in_gebruik", field="id", id=checked)
    return checked


def check_waarde(work: UnitOfWork, lijst_code: str, code: str) -> bool:
    """Return whether ``code`` is a value of the list that can be chosen now."""
    statement = select(Referentiewaarde.id).where(
        Referentiewaarde.lijst_code == lijst_code,
        Referentiewaarde.code == code,
        Referentiewaarde.versie_tot.is_(None),
    )
    return work.session.execute(statement).first() is not None


def check_tekstveld(text: str, veld: str) -> str:
    """Return the text of a field of the case, not longer than its column takes. Of what a case needs for an agenda, what
    only looks written is empty."""
    checked = check_text(text, veld, getattr(Casus.__table__.c[veld].type, "length", None) or MAX_TEXT)
    return "" if veld in VERPLICHT and not checked.strip() else checked


def tekst_wijzigen(work: UnitOfWork, command: CasusTekstWijzigen) -> Outcome:
    if command.veld not in TEKSTVELDEN:
        raise RuleViolation("veld_onbekend", field="veld")
    casus = work.get(Casus, command.casus_id)
    work.expect(casus, command.version)
    tekst = check_tekstveld(command.tekst, command.veld)
    inverse = CasusTekstWijzigen(
        casus_id=casus.id,
        veld=command.veld,
        tekst=getattr(casus, command.veld),
        herkomst=casus.herkomst(command.veld),
        terug=True,
    )
    if command.veld in VERPLICHT:
        if not (command.terug and work.retracing):
            vereis_gevuld(work, casus, command.veld, tekst, field="tekst")
        zet_herkomst(casus, command.veld, tekst, command.herkomst)
    if command.veld == "informering":
        casus.zet_informering(tekst)
    else:
        setattr(casus, command.veld, tekst)
    work.session.flush()
    event = CasusGewijzigd(id=casus.id, version=casus.version)
    return Outcome(event, "casus", casus.id, inverse, command.veld)


def zet_herkomst(casus: Casus, veld: str, tekst: str, herkomst: Herkomst | None) -> None:
    """Say where the new text of ``veld`` comes from."""
    casus.zet_herkomst(veld, herkomst if tekst.strip() else None)


def vereis_gevuld(work: UnitOfWork, casus: Casus, veld: str, tekst: str, *, field: str) -> None:
    """Raise RuleViolation when ``veld`` would be empty on an agenda."""
    if not tekst.strip() and op_open_agenda(work.session, casus.id):
        raise RuleViolation(
            "verplicht_op_agenda", field=field, nummer=casus.nummer, ontbreekt=VERPLICHT[veld]
        )


def partner_erbij(
    work: UnitOfWork,
    casus_id: str,
    organisatie_id: str,
    niveau: Informatieniveau,
    partner_id: str | None = None,
) -> Casuspartner:
    """Add an organisation to a case. ``partner_id`` only to bring back one that was taken off. Raises NotFound."""
    return work.add(
        Casuspartner(
            id=check_terug(work, Casuspartner, partner_id),
            casus_id=casus_id,
            organisatie_id=work.get(Organisatie, organisatie_id).id,
            niveau=niveau,
        )
    )


def casuspartner_bepalen(work: UnitOfWork, command: CasuspartnerBepalen) -> Outcome:
    casus = work.get(Casus, command.casus_id)
    organisatie = work.get(Organisatie, command.organisatie_id)
    reden = check_text(command.reden, "reden").strip()
    if not (command.terug and work.retracing):
        if command.niveau is Informatieniveau.INHOUD:
            vereis_mag_weten(work, casus.id, organisatie)
        _vereis_reden(work, casus.id, organisatie.id, command.niveau, reden)
    partner = work.session.scalars(
        select(Casuspartner).where(
            Casuspartner.casus_id == casus.id, Casuspartner.organisatie_id == command.organisatie_id
        )
    ).one_or_none()
    oud = partner.niveau if partner else None
    inverse = CasuspartnerBepalen(
        casus_id=casus.id,
        organisatie_id=command.organisatie_id,
        niveau=oud,
        reden=_reden_van(work, casus.id, organisatie.id) if partner else "",
        casuspartner_id=partner.id if partner else None,
        terug=True,
    )
    if partner is None and command.niveau is not None:
        partner_erbij(work, casus.id, command.organisatie_id, command.niveau, command.casuspartner_id)
    elif partner is not None and command.niveau is None:
        work.delete(partner)
    elif partner is not None and command.niveau is not None:
        work.touch(partner)
        partner.niveau = command.niveau
    work.add(
        Niveaubepaling(
            casus_id=casus.id, organisatie_id=organisatie.id, niveau=command.niveau, reden=reden,
            tijdstip=work.clock.now(), actor_id=work.actor.id, actor=work.actor.naam,
        )
    )  # fmt: skip
    event = CasusGewijzigd(id=casus.id, version=casus.version)
    note = f"{organisatie.code}: niveau {_niveau(command.niveau)}, was {_niveau(oud)}"
    return Outcome(event, "casus", casus.id, inverse, note)


def _reden_van(work: UnitOfWork, casus_id: str, organisatie_id: str) -> str:
    """Return why the level is what it is; "" when nobody said."""
    laatste = (
        select(Niveaubepaling.reden)
        .where(Niveaubepaling.casus_id == casus_id, Niveaubepaling.organisatie_id == organisatie_id)
        .order_by(Niveaubepaling.tijdstip.desc(), text("niveaubepaling.rowid DESC"))
        .limit(1)
    )
    return work.session.execute(laatste).scalar_one_or_none() or ""


def _niveau(niveau: Informatieniveau | None) -> str:
    return niveau.value if niveau else "geen"


def _vereis_reden(
    work: UnitOfWork, casus_id: str, organisatie_id: str, niveau: Informatieniveau | None, reden: str
) -> None:
    """Raise RuleViolation for a level without a reason that does not follow from table, role or acties."""
    if niveau is None or reden:
        return
    volgt = niveaus(work.session, (casus_id,), (organisatie_id,))[0].volgt
    if niveau is not volgt:
        raise RuleViolation("niveau_zonder_reden", field="reden")


HANDLERS = {
    CasusTekstWijzigen: tekst_wijzigen,
    CasuspartnerBepalen: casuspartner_bepalen,
}
