"""Who said something about what, and who said nothing, at one glance."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.ui.casussen.bureau import CTRL, ENTER, Bureau
from tests.ui.casussen.test_casus_tabs import geopend, stand
from vhdesk.ui.casussen.inbreng_block import InbrengBlock
from vhdesk.ui.casussen.inbreng_matrix import matrix_rijen
from vhdesk.vocabulary_triage import Bekendheidstand

SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def test_every_partner_has_a_line_and_what_it_did_not_say_is_blank(bureau: Bureau) -> None:
    view = geopend(bureau, "leefgebieden")
    dossier = stand(bureau)
    assert dossier.inbreng and dossier.partners
    matrix = view.leefgebieden.matrix
    rows = matrix.rows.rows()
    assert {row.id for row in rows} >= {partner.organisatie_id for partner in dossier.partners}
    assert sum(sum(row.gezegd) for row in rows) == len(dossier.inbreng)
    leeg = next((n, row) for n, row in enumerate(rows) if 0 in row.gezegd)
    cell = matrix.rows.index(leeg[0], 1 + leeg[1].gezegd.index(0))
    assert cell.data() == "" and str(cell.data(SPOKEN)).endswith(": niets ingebracht")
    assert str(cell.data(SPOKEN)).startswith(leeg[1].naam), "a screen reader hears whose cell it is"
    assert matrix_rijen(dossier, ()) and matrix.height() >= matrix.sizeHint().height() - 1


def test_arrows_walk_and_enter_goes_to_the_statement(bureau: Bureau) -> None:
    view = geopend(bureau, "leefgebieden")
    tab, said = view.leefgebieden, stand(bureau).inbreng[0]
    codes = list(tab.matrix._codes)
    tab.matrix.setFocus()
    tab.matrix.go_to(said.organisatie_id, codes.index(said.leefgebied_code))
    bureau.press(Qt.Key.Key_Right)
    assert tab.matrix.current_cell() == (said.organisatie_id, said.leefgebied_code)
    bureau.press(ENTER)
    here = bureau.focus()
    assert isinstance(here, InbrengBlock)
    assert (here.row.organisatie_id, here.row.leefgebied_code) == (said.organisatie_id, said.leefgebied_code)


def test_a_blank_cell_says_so_and_is_where_a_statement_begins(bureau: Bureau) -> None:
    view = geopend(bureau, "leefgebieden")
    tab = view.leefgebieden
    bekend = {
        each.organisatie_id for each in stand(bureau).bekendheid if each.stand is Bekendheidstand.BEKEND
    }
    row = next(row for row in tab.matrix.rows.rows() if 0 in row.gezegd and row.id in bekend)
    place = row.gezegd.index(0)
    tab.matrix.setFocus()
    tab.matrix.go_to(row.id, place + 1)
    bureau.press(ENTER)
    assert bureau.focus() is tab.matrix and "nog niets in" in bureau.shell.said[-1]
    bureau.press(Qt.Key.Key_I, CTRL)
    assert tab.panel.is_open()
    assert tab.panel.organisatie.value() == row.id
    assert tab.panel.leefgebied.value() == tab.matrix._codes[place]
