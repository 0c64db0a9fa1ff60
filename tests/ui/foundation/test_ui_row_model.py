"""Rows that change under a view keep selection and place, whatever changed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelectionModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from vhdesk.ui.itemmodels.column import Column, TwoLine
from vhdesk.ui.itemmodels.row_diff import MAX_MOVES
from vhdesk.ui.itemmodels.row_list_model import RowListModel
from vhdesk.ui.itemmodels.row_model import ID_ROLE, ROW_ROLE, SORT_ROLE, TWO_LINE_ROLE, RowTableModel
from vhdesk.ui.itemmodels.row_proxy import RowProxy


@dataclass(frozen=True, slots=True)
class Row:
    id: str
    naam: str = ""
    dag: date | None = None


COLUMNS = (
    Column("Naam", lambda r: r.naam),
    Column("Dag", lambda r: r.dag, text=lambda d: f"{d.day}-{d.month}" if d else "—", align="right"),
)


class Moves(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, int]] = []

    def take(self, identity: str, place: int) -> None:
        self.seen.append((identity, place))


def make(*ids: str) -> RowTableModel:
    return RowTableModel(COLUMNS, [Row(identity, identity) for identity in ids])


def shown(model: RowTableModel) -> list[str]:
    return [model.index(row, 0).data(ID_ROLE) for row in range(model.rowCount())]


ids = st.lists(st.integers(0, 60).map(str), unique=True, max_size=45)


@settings(max_examples=150, deadline=None)
@given(before=ids, after=ids, changed=st.sets(st.integers(0, 60).map(str)))
def test_any_list_becomes_any_other_and_every_index_keeps_its_row(
    before: list[str], after: list[str], changed: set[str]
) -> None:
    model = RowTableModel(COLUMNS, [Row(identity, "oud") for identity in before])
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    kept = {identity: QPersistentModelIndex(model.index(n, 0)) for n, identity in enumerate(before)}
    wanted = [Row(identity, "nieuw" if identity in changed else "oud") for identity in after]
    model.set_rows(wanted)
    assert list(model.rows()) == wanted
    for identity, index in kept.items():
        assert index.isValid() == (identity in after)
        if index.isValid():
            assert index.data(ID_ROLE) == identity
    assert tester.model() is model


def test_only_what_differs_is_announced(qtbot) -> None:  # type: ignore[no-untyped-def]
    model = make("a", "b", "c")
    model.modelReset.connect(pytest.fail)
    with (
        qtbot.assertNotEmitted(model.rowsInserted),
        qtbot.assertNotEmitted(model.rowsRemoved),
        qtbot.waitSignal(model.dataChanged) as changed,
    ):
        model.set_rows([Row("a", "a"), Row("b", "anders"), Row("c", "c")])
    assert (changed.args[0].row(), changed.args[1].row()) == (1, 1)
    with qtbot.assertNotEmitted(model.dataChanged):
        model.set_rows(model.rows())


def test_one_row_that_goes_down_is_one_move(qtbot) -> None:  # type: ignore[no-untyped-def]
    names = [str(number) for number in range(MAX_MOVES * 3)]
    model = make(*names)
    moves = []
    model.rowsMoved.connect(lambda *args: moves.append(args))
    model.layoutChanged.connect(pytest.fail)
    model.set_rows([Row(i, i) for i in [*names[1:], names[0]]])
    assert len(moves) == 1
    assert shown(model) == [*names[1:], names[0]]


def test_another_order_of_everything_keeps_the_selection(qapp) -> None:  # type: ignore[no-untyped-def]
    names = [str(number) for number in range(MAX_MOVES * 3)]
    model = make(*names)
    selection = QItemSelectionModel(model)
    selection.setCurrentIndex(model.index_of("7"), QItemSelectionModel.SelectionFlag.ClearAndSelect)
    model.set_rows([Row(i, i) for i in reversed(names)])
    assert selection.currentIndex().data(ID_ROLE) == "7"
    assert selection.selectedIndexes()[0].row() == len(names) - 8


def test_two_rows_with_one_id_are_refused(qapp) -> None:  # type: ignore[no-untyped-def]
    model = make("a")
    with pytest.raises(ValueError, match="one id"):
        model.set_rows([Row("a"), Row("a")])


def test_roles(qapp) -> None:  # type: ignore[no-untyped-def]
    row = Row("a", "Voorbeeld", date(2026, 12, 4))
    model = RowTableModel(COLUMNS, [row])
    day = model.index(0, 1)
    assert day.data() == "4-12"
    assert day.data(SORT_ROLE) == date(2026, 12, 4)
    assert day.data(ROW_ROLE) is row
    assert day.data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Dag"
    assert model.data(QModelIndex()) is None
    assert model.row_at(QModelIndex()) is None


def test_a_two_line_row_is_one_sentence_for_the_screen_reader(qapp) -> None:  # type: ignore[no-untyped-def]
    model = RowListModel(
        lambda r: TwoLine(r.naam, "kenmerk", "09:00", state_text="besproken"), [Row("a", "Voorbeeld")]
    )
    index = model.index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Voorbeeld, kenmerk, 09:00, besproken"
    assert isinstance(index.data(TWO_LINE_ROLE), TwoLine)


def test_dropping_a_row_asks_and_moves_nothing_itself(qapp) -> None:  # type: ignore[no-untyped-def]
    model = RowTableModel(COLUMNS, [Row(i) for i in "abcd"], reorderable=True)
    moves = Moves()
    model.moved.connect(moves.take)
    move = Qt.DropAction.MoveAction
    assert not model.dropMimeData(model.mimeData([model.index_of("a")]), move, 3, 0, QModelIndex())
    assert not model.dropMimeData(model.mimeData([model.index_of("d")]), move, 1, 0, QModelIndex())
    assert not model.dropMimeData(
        model.mimeData([model.index_of("b")]), move, 1, 0, QModelIndex()
    )  # where it is
    assert not model.dropMimeData(model.mimeData([model.index_of("b")]), move, -1, -1, QModelIndex())
    assert moves.seen == [("a", 2), ("d", 1), ("b", 3)]
    assert shown(model) == list("abcd")
    model.set_reorderable(False)
    model.dropMimeData(model.mimeData([model.index_of("a")]), move, 3, 0, QModelIndex())
    assert len(moves.seen) == 3


def test_a_dragged_row_carries_no_text(qapp) -> None:  # type: ignore[no-untyped-def]
    data = RowTableModel(COLUMNS, [Row("a", "Voorbeeld")]).mimeData([])
    assert not data.hasText()
    carried = RowTableModel(COLUMNS, [Row("a", "Voorbeeld")])
    assert carried.mimeData([carried.index(0, 0)]).formats() == ["application/x-vhdesk-row"]


def test_sorting_compares_raw_values_and_puts_nothing_last(qapp) -> None:  # type: ignore[no-untyped-def]
    rows = [Row("1", "çelik", date(2026, 12, 4)), Row("2", "Bakker"), Row("3", "Dekker", date(2026, 2, 10))]
    proxy = RowProxy(RowTableModel(COLUMNS, rows))
    proxy.sort(1)
    assert [proxy.index(n, 0).data(ID_ROLE) for n in range(3)] == ["3", "1", "2"]
    proxy.sort(1, Qt.SortOrder.DescendingOrder)
    assert [proxy.index(n, 0).data(ID_ROLE) for n in range(3)] == ["1", "3", "2"]
    proxy.sort(0)
    assert [proxy.index(n, 0).data(ID_ROLE) for n in range(3)] == ["2", "1", "3"]


def test_filtering_folds_letters_and_wants_every_word(qapp) -> None:  # type: ignore[no-untyped-def]
    rows = [Row("1", "Çelik-Møller"), Row("2", "Bakker")]
    model = RowTableModel(COLUMNS, rows)
    proxy = RowProxy(model)
    proxy.set_words("moller celik")
    assert [proxy.row_at(proxy.index(n, 0)).id for n in range(proxy.rowCount())] == ["1"]
    assert not proxy.index_of("2").isValid()
    model.set_rows([replace(rows[0], naam="Jansen"), rows[1]])
    assert proxy.rowCount() == 0
    proxy.set_words("")
    proxy.set_condition(lambda row: row.id == "2")
    assert proxy.rowCount() == 1
    assert proxy.filtered
