"""A whole meeting by key events alone, through the real window and the real desk."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from tests.ui.overleg.conftest import World
from tests.ui.overleg.stage import Stage
from vhdesk.queries.agenda import agenda
from vhdesk.queries.dossier import dossier
from vhdesk.queries.overleg import deelnemers, overleg_kop, overleggen
from vhdesk.queries.tekorten import tekorten
from vhdesk.vocabulary import Aanwezigheid, Actiestatus, Overlegstatus, Tekort


def test_from_planning_to_minutes(world: World, stage: Callable[..., Stage]) -> None:
    """Plan, choose, order, open, attendance, old action, besluit, actie, roles, date, close with a reason."""
    scene = stage()
    desk = scene.desk

    # an empty page offers the one act that helps
    assert not scene.page.list.empty.isHidden()
    scene.press("Return")
    assert scene.page.stack.currentWidget() is scene.page.panels.plan
    scene.type("werktafel en")
    scene.press("Return", "Tab")
    scene.type("2 dec")
    scene.press("Ctrl+Return")
    (meeting,) = desk.ask(overleggen)
    assert (meeting.tafel, meeting.datum, meeting.status) == (
        "Werktafel Enschede", date(2026, 12, 2), Overlegstatus.GEPLAND
    )  # fmt: skip
    assert scene.page.stack.currentWidget() is scene.page.prepare

    # several cases in a row, the cursor stays in the search field
    search = scene.focus()
    scene.type("celik")
    scene.press("Return")
    assert scene.focus() is search
    scene.press("Ctrl+A", "Delete")
    scene.type("koopman")
    scene.press("Return")
    assert scene.focus() is search
    names = [row.naam for row in desk.ask(agenda, meeting.id).punten]
    assert names == ["", "", "Çelik", "Koopman", "", ""]

    # order and minutes by keyboard
    builder = scene.page.prepare.builder
    builder.list.setFocus()
    scene.press("Alt+Up", "+", "+")
    row = next(row for row in desk.ask(agenda, meeting.id).punten if row.naam == "Koopman")
    assert (row.volgorde, row.minuten) == (2, 20)
    scene.press("1", "5", "Return")
    assert next(r for r in desk.ask(agenda, meeting.id).punten if r.naam == "Koopman").minuten == 15
    assert "tot 14:15" in builder.total.text()

    # open; attendance with one key per person
    scene.press("Ctrl+Shift+O")
    assert desk.ask(overleg_kop, meeting.id).status is Overlegstatus.LOPEND
    scene.press("a", "v")
    scene.press("Ctrl+Shift+A")
    marks = [row.aanwezigheid for row in desk.ask(deelnemers, meeting.id)]
    assert marks == [
        Aanwezigheid.AANWEZIG, Aanwezigheid.VERHINDERD, Aanwezigheid.AANWEZIG, Aanwezigheid.AANWEZIG
    ]  # fmt: skip

    # the old action could not be done: the reason is asked in the page
    scene.press("F8", "k")
    scene.type("niemand thuis")
    scene.press("Return")
    old = desk.ask(dossier, world.cases["Koopman"]).acties[0]
    assert (old.status, old.resultaat) == (Actiestatus.KON_NIET, "niemand thuis")

    # the case: notes, besluit, actie, roles, next date
    scene.press("F8")
    assert scene.page.chair.item.header.title.text() == "Koopman"
    scene.type("Besproken met allen.")
    scene.press("Ctrl+F8", "Ctrl+B")
    scene.type("Het plan geldt.")
    scene.press("Ctrl+Return")
    scene.press("Ctrl+J")
    scene.type("Bellen met de huisarts")
    scene.press("Tab", "Tab")
    scene.type("vreeling")
    scene.press("Return", "Tab")
    scene.type("over 2 weken")
    scene.press("Ctrl+Return")
    assert len(scene.page.chair.item.uitkomsten.rows.rows()) == 2
    scene.press("Ctrl+M")
    scene.type("marijke")
    scene.press("Return")
    scene.press("Ctrl+R")
    scene.type("lansink")
    scene.press("Return")
    scene.press("Ctrl+D")
    scene.type("6-1-2027")
    scene.press("Return")
    assert scene.focus() is scene.page.chair.item.parts.invoer.actie.field  # the entry line kept its place
    case = desk.ask(dossier, world.cases["Koopman"])
    assert [row.tekst for row in case.besluiten] == ["Het plan geldt."]
    new = next(row for row in case.acties if row.overleg_id == meeting.id)
    assert (new.medewerker, new.termijn) == ("Joost Vreeling", date(2026, 12, 16))
    assert case.casemanager is not None and case.casemanager.naam == "Marijke ten Brinke"
    assert case.verantwoordelijke is not None and case.verantwoordelijke.naam == "Kevin Lansink"
    assert case.kop.volgende_datum == date(2027, 1, 6)

    # leaving the item saved the notes
    scene.press("F8")
    assert scene.page.chair.item.header.title.text() == "Çelik"
    notes = {row.naam: row.notitie for row in desk.ask(agenda, meeting.id).punten}
    assert notes["Koopman"] == "Besproken met allen."

    # the close list leads to the field
    scene.press("Ctrl+Shift+S")
    missing = [row.tekort for row in desk.ask(tekorten, meeting.id)]
    assert missing == [
        Tekort.PLAN,  # of the case before
        Tekort.BESLUIT, Tekort.CASEMANAGER, Tekort.VERANTWOORDELIJKE, Tekort.PLAN, Tekort.VOLGENDE_DATUM,
        Tekort.GEHEIMHOUDING,
    ]  # fmt: skip
    scene.press("Return")
    assert scene.focus() is scene.page.chair.item.parts.kop.plan
    scene.press("Ctrl+Shift+S", "Home", "Down", "Return")
    # the table has not judged: it says why it decides all the same
    assert scene.focus() is scene.page.reden.reden
    scene.type("Tijd is om.")
    scene.press("Ctrl+Return")
    assert scene.focus() is scene.page.chair.item.parts.invoer.besluit.field
    scene.type("Voortzetten.")
    scene.press("Ctrl+Return", "Ctrl+Shift+S", "Home", "Down", "Return")
    assert scene.focus() is scene.page.chair.item.parts.kop.casemanager_field
    scene.press("Escape", "Ctrl+Shift+S", "End", "Up", "Return")
    assert scene.focus() is scene.page.chair.item.parts.kop.datum_field.line

    # without a reason it stays open, with one it closes and the minutes follow
    scene.press("Escape", "Ctrl+Shift+S", "Ctrl+Shift+S")
    assert desk.ask(overleg_kop, meeting.id).status is Overlegstatus.LOPEND
    assert scene.focus() is scene.page.chair.closing.reason
    scene.type("het OM was er niet")
    scene.press("Ctrl+Shift+S")
    closed = desk.ask(overleg_kop, meeting.id)
    assert (closed.status, closed.sluitreden) == (Overlegstatus.GESLOTEN, "het OM was er niet")
    assert scene.shell.gone_to == [("verslagen", meeting.id)]
    assert scene.page.stack.currentWidget() is scene.page.panels.closed
