"""The agenda of one partner: its own cases with their times, nothing of another's, and an order that saves waiting."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import pytest
from icalendar import Calendar
from pypdf import PdfReader

from vhdesk.errors import NotFound, RuleViolation
from vhdesk.exchange.agendabestand import partneragenda_ics
from vhdesk.models.agendavolgorde import Agendacasus, aanwezig_minuten, beste_volgorde
from vhdesk.printing.partneragenda import partneragenda_pdf
from vhdesk.printing.planpapier import Druk
from vhdesk.queries.agenda import agenda
from vhdesk.queries.partneragenda import PartnerAgenda, partneragenda, volgordevoorstel
from vhdesk.queries.uitvraag import uitvraagbord
from vhdesk.services.agendavolgorde import AgendaOrdenen
from vhdesk.services.desk import Desk

NU = datetime(2026, 11, 30, 9, tzinfo=UTC)
DRUK = Druk(gemaakt_op=NU, program_version="0", oefening=True)


def pdf_text(pdf: bytes) -> str:
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    return " ".join(text.replace("\xa0", " ").replace("\xad", "").split())


def alle(oefen: Any) -> list[PartnerAgenda]:
    desk, result = oefen
    bord = desk.ask(uitvraagbord, result.overleg_id)
    return [desk.ask(partneragenda, result.overleg_id, rij.id) for rij in bord.rijen]


def test_each_partner_comes_for_its_own_cases(oefen: Any) -> None:
    desk, result = oefen
    punten = {punt.id: punt for punt in desk.ask(agenda, result.overleg_id).punten}
    for each in alle(oefen):
        eigen = [punt for punt in each.punten if punt.eigen]
        assert eigen and each.aankomst == punten[eigen[0].id].begint and each.vertrek == eigen[-1].eindigt
        assert all(punten[punt.id].casusnummer == punt.nummer for punt in eigen)
    with pytest.raises(NotFound):
        desk.ask(partneragenda, result.overleg_id, "0" * 32)


def test_nothing_of_another_case_is_on_the_paper_or_in_the_appointment(oefen: Any) -> None:
    desk, result = oefen
    punten = [punt for punt in desk.ask(agenda, result.overleg_id).punten if punt.casus_id]
    gemist = 0
    for each in alle(oefen):
        eigen = {punt.nummer for punt in each.punten if punt.eigen}
        pdf, ics = partneragenda_pdf(each, DRUK), partneragenda_ics(each, NU)
        papier, afspraak = pdf_text(pdf), ics.replace(b"\r\n ", b"").decode()
        for punt in punten:
            merken = [
                punt.naam,
                punt.aanleiding,
                punt.vraag_aan_tafel,
                punt.doel,
                punt.titel,
                punt.casemanager,
            ]
            if punt.casusnummer not in eigen:
                merken.append(punt.casusnummer)
                gemist += 1
            for merk in filter(None, merken):
                assert merk not in papier and merk not in afspraak, merk
                assert merk.encode() not in pdf and merk.encode() not in ics
        assert all(nummer in papier and nummer in afspraak for nummer in eigen)
        assert papier.count("niet betrokken") >= len(punten) - len(eigen)
    assert gemist > 50, "the practice meeting has partners that are not involved"


def test_the_appointment_is_of_the_time_the_partner_is_there(oefen: Any) -> None:
    each = alle(oefen)[0]
    kalender = Calendar.from_ical(partneragenda_ics(each, NU))
    (afspraak,) = kalender.walk("VEVENT")
    begin, einde = afspraak.decoded("dtstart"), afspraak.decoded("dtend")
    assert (begin.date(), begin.time(), einde.time()) == (each.datum, each.aankomst, each.vertrek)
    assert begin.utcoffset().total_seconds() == 3600  # Amsterdam in winter


def casus(naam: str, *partijen: str, kind: bool = False) -> Agendacasus:
    return Agendacasus(naam, 10, kind, frozenset(partijen))


def test_children_first_and_few_cases_together() -> None:
    orde = (casus("a", "politie", "ggd"), casus("b", "politie"), casus("c", "politie", "ggd"),
            casus("d", "politie", "jeugd", kind=True))  # fmt: skip
    nieuw = beste_volgorde(orde)
    namen = [each.id for each in nieuw]
    assert namen[0] == "d" and abs(namen.index("a") - namen.index("c")) == 1
    assert aanwezig_minuten(nieuw) < aanwezig_minuten(orde)
    assert beste_volgorde(nieuw) == nieuw, "what cannot be better stays"
    assert beste_volgorde(()) == ()


def test_the_proposal_is_put_on_the_agenda_and_undone(oefen: Any, dump: Callable[[Desk], Any]) -> None:
    desk, result = oefen
    before = dump(desk)
    voorstel = desk.ask(volgordevoorstel, result.overleg_id)
    assert voorstel.anders and voorstel.minuten_dan < voorstel.minuten_nu
    with pytest.raises(RuleViolation, match="volgorde_onvolledig"):
        desk.execute(AgendaOrdenen(overleg_id=result.overleg_id, agendapunt_ids=voorstel.punten[1:]))
    vast = [(p.volgorde, p.soort) for p in desk.ask(agenda, result.overleg_id).punten if p.casus_id is None]
    desk.execute(AgendaOrdenen(overleg_id=result.overleg_id, agendapunt_ids=voorstel.punten))
    punten = desk.ask(agenda, result.overleg_id).punten
    assert tuple(punt.id for punt in punten if punt.casus_id) == voorstel.punten
    assert [(p.volgorde, p.soort) for p in punten if p.casus_id is None] == vast
    assert not desk.ask(volgordevoorstel, result.overleg_id).anders
    desk.undo()
    assert dump(desk) == before
