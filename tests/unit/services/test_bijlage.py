"""Attachments of a case: kept whole inside the vault, named as their content is, found by name, and gone with the case."""

from __future__ import annotations

import hashlib
import io
import zipfile
from dataclasses import replace

import pytest

from tests.unit.services import meldingen
from vhdesk.bestandsoort import (
    MAX_BYTES,
    MAX_NAAM,
    check_bestand,
    genummerd,
    grootte_woord,
    schone_naam,
    soort_van,
)
from vhdesk.errors import NotFound, RuleViolation
from vhdesk.queries.bijlage import bijlage_inhoud, bijlagen
from vhdesk.queries.casuslijst import casuslijst
from vhdesk.queries.dossier import dossier
from vhdesk.queries.journaal import journaal
from vhdesk.queries.tijdlijn import tijdlijn
from vhdesk.services.aanmelding import AanmeldingTerugnemen
from vhdesk.services.bijlage import BijlageToegevoegd, BijlageToevoegen, BijlageWeghalen
from vhdesk.services.desk import Desk
from vhdesk.services.melding import Meldbijlage
from vhdesk.services.opschalen import CasusOverdragen

PDF = b"%PDF-1.4\n%%EOF\n"


@pytest.fixture
def casus_id(desk: Desk) -> str:
    return desk.execute(meldingen.aanmelding(desk)).id


def erbij(desk: Desk, casus_id: str, naam: str = "eindverslag.pdf", inhoud: bytes = PDF) -> BijlageToegevoegd:
    event = desk.execute(BijlageToevoegen(casus_id=casus_id, naam=naam, inhoud=inhoud))
    assert isinstance(event, BijlageToegevoegd)
    return event


def test_a_file_is_kept_as_it_came_and_found_by_its_name(desk: Desk, casus_id: str) -> None:
    event = erbij(desk, casus_id, "/home/jan/Eindverslag_begeleiding.pdf")
    (row,) = desk.ask(bijlagen, casus_id)
    assert (row.id, row.naam, row.soort, row.grootte) == (
        event.id, "Eindverslag_begeleiding.pdf", "application/pdf", len(PDF),
    )  # fmt: skip
    assert row.sha256 == hashlib.sha256(PDF).hexdigest() and row.actor == desk.actor.naam
    assert desk.ask(bijlage_inhoud, event.id).inhoud == PDF
    assert [found.id for found in desk.ask(casuslijst, zoek="begeleiding eindversl").rijen] == [casus_id]
    assert "Bijlage: Eindverslag_begeleiding.pdf" in {e.tekst for e in tijdlijn(desk.ask(dossier, casus_id))}


def test_the_journaal_says_that_it_came_and_was_read_without_its_name(desk: Desk, casus_id: str) -> None:
    event = erbij(desk, casus_id, "Geheim Jansen.pdf")
    desk.ask(bijlage_inhoud, event.id)
    regels = desk.ask(journaal)
    assert {"Bijlage toevoegen", "bijlage inzien"} <= {regel.actie for regel in regels}
    assert not any("Jansen" in regel.bijzonderheden for regel in regels)


@pytest.mark.parametrize(
    ("naam", "inhoud", "code"),
    [
        ("leeg.pdf", b"", "bijlage_leeg"),
        ("groot.bin", bytes(MAX_BYTES + 1), "bijlage_te_groot"),
        ("brief.pdf", b"MZ\x90\x00", "bijlage_programma"),
        ("brief.pdf.exe", PDF, "bijlage_programma"),
        ("start.BAT ", b"del *.*", "bijlage_programma"),
    ],
)
def test_what_cannot_be_kept_is_refused(
    desk: Desk, casus_id: str, naam: str, inhoud: bytes, code: str
) -> None:
    with pytest.raises(RuleViolation, match=code):
        erbij(desk, casus_id, naam, inhoud)
    assert desk.ask(bijlagen, casus_id) == ()


def test_the_largest_file_that_may_come_does(desk: Desk, casus_id: str) -> None:
    event = erbij(desk, casus_id, "groot.bin", b"\x01" * MAX_BYTES)
    assert len(desk.ask(bijlage_inhoud, event.id).inhoud) == MAX_BYTES


def test_the_same_file_comes_once_and_the_same_name_gets_a_number(desk: Desk, casus_id: str) -> None:
    erbij(desk, casus_id)
    with pytest.raises(RuleViolation, match="bijlage_bestaat"):
        erbij(desk, casus_id, "anders.pdf")
    assert erbij(desk, casus_id, "Eindverslag.pdf", PDF + b"2").naam == "Eindverslag (2).pdf"
    ander = desk.execute(meldingen.aanmelding(desk, "Ander")).id
    assert erbij(desk, ander).naam == "eindverslag.pdf"


def test_undo_takes_it_out_and_brings_the_same_one_back(desk: Desk, casus_id: str) -> None:
    event = erbij(desk, casus_id)
    (was,) = desk.ask(bijlagen, casus_id)
    desk.undo()
    assert desk.ask(bijlagen, casus_id) == ()
    with pytest.raises(NotFound):
        desk.ask(bijlage_inhoud, event.id)
    desk.redo()
    desk.execute(BijlageWeghalen(bijlage_id=desk.ask(bijlagen, casus_id)[0].id))
    assert desk.ask(casuslijst, zoek="eindverslag").rijen == ()
    desk.undo()
    (nu,) = desk.ask(bijlagen, casus_id)
    assert replace(nu, id=was.id, toegevoegd_op=was.toegevoegd_op) == was
    assert desk.ask(bijlage_inhoud, nu.id).inhoud == PDF


def test_files_come_in_with_the_referral_in_one_act_and_go_with_it(desk: Desk) -> None:
    melding = replace(
        meldingen.aanmelding(desk), bijlagen=(Meldbijlage(naam="a.pdf", inhoud=PDF), Meldbijlage(naam="b", inhoud=b"tekst"))
    )  # fmt: skip
    casus_id = desk.execute(melding).id
    assert {row.naam for row in desk.ask(bijlagen, casus_id)} == {"a.pdf", "b.txt"}
    with pytest.raises(RuleViolation, match="bijlage_leeg"):
        desk.execute(replace(melding, bijlagen=(Meldbijlage(naam="leeg", inhoud=b""),)))
    assert desk.ask(casuslijst).totaal == 1, "nothing half stored"
    desk.execute(AanmeldingTerugnemen(casus_id=casus_id))
    assert desk.ask(casuslijst).totaal == 0


def test_it_follows_its_case_to_another_table(desk: Desk, casus_id: str) -> None:
    erbij(desk, casus_id)
    naar = meldingen.tafel(desk, "Werktafel Almelo")
    desk.execute(CasusOverdragen(casus_id=casus_id, naar_tafel_id=naar, reden="verhuisd"))
    assert len(desk.ask(dossier, casus_id).bijlagen) == 1


def _pak(*namen: str, mimetype: str = "") -> bytes:
    stroom = io.BytesIO()
    with zipfile.ZipFile(stroom, "w") as pak:
        for naam in namen:
            pak.writestr(naam, "x")
        if mimetype:
            pak.writestr("mimetype", mimetype)
    return stroom.getvalue()


@pytest.mark.parametrize(
    ("inhoud", "soort"),
    [
        (PDF, "application/pdf"),
        (b"\n\n" + PDF, "application/pdf"),
        (b"\x89PNG\r\n\x1a\n...", "image/png"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (_pak("word/document.xml"), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (_pak("xl/workbook.xml"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (_pak("content.xml", mimetype="application/vnd.oasis.opendocument.text"), "application/vnd.oasis.opendocument.text"),
        (_pak("foto.jpg"), "application/zip"),
        (b"PK\x03\x04kapot", "application/octet-stream"),
        ("Geachte heer,\nË".encode(), "text/plain"),
        ("Geachte heer,\nË".encode("latin-1"), "text/plain"),
        (bytes(range(256)), "application/octet-stream"),
    ],
)  # fmt: skip
def test_a_file_is_what_stands_in_it(inhoud: bytes, soort: str) -> None:
    assert soort_van(inhoud) == soort == check_bestand("x", inhoud)


@pytest.mark.parametrize(
    ("naam", "schoon"),
    [
        ("..\\..\\brief.pdf", "brief.pdf"),
        ("/etc/passwd", "passwd.pdf"),
        ("fdp.\u202egpj.pdf", "fdp.gpj.pdf"),
        ("a\x00b\nc.pdf", "ab c.pdf"),
        ('x<y>:"z"|?*.pdf', "x-y---z----.pdf"),
        ("con.pdf", "_con.pdf"),
        ("...", "bijlage.pdf"),
        ("", "bijlage.pdf"),
        ("brief.docx", "brief.docx.pdf"),
        ("محضر.pdf", "محضر.pdf"),
        ("\ud83dx.pdf", "x.pdf"),
        ("e\u0301.pdf", "é.pdf"),
    ],
)
def test_a_name_is_cleaned_and_ends_as_its_content_is(naam: str, schoon: str) -> None:
    assert schone_naam(naam, "application/pdf") == schoon


def test_a_long_name_keeps_its_end_and_a_size_reads_as_words() -> None:
    lang = schone_naam("é" * 400 + ".pdf", "application/pdf")
    assert len(lang) == MAX_NAAM and lang.endswith(".pdf")
    assert genummerd("a.pdf", frozenset({"A.pdf", "a (2).pdf"})) == "a (3).pdf"
    assert [grootte_woord(n) for n in (3, 340_000, 1_300_000)] == ["1 kB", "332 kB", "1,2 MB"]
