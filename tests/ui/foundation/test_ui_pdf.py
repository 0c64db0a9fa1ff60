"""The pages of a PDF, in the program, from its bytes."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
import shiboken6
from onscreen import on_screen
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from vhdesk.errors import Interrupted
from vhdesk.ui.jobs import Jobs
from vhdesk.ui.widgets.pdf_pages import PagePicture, PdfPages
from vhdesk.ui.widgets.pdf_view import PdfView


def make_pdf(pages: int = 5) -> bytes:
    """A PDF with a black bar at the top of each page and its number in words."""
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    for number in range(pages):
        canvas.rect(0, A4[1] - 40, A4[0], 40, stroke=0, fill=1)
        canvas.drawString(72, 600, f"Besluit nummer {number + 1}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


@pytest.fixture(scope="module")
def content() -> bytes:
    return make_pdf()


@pytest.fixture
def view(qtbot, content: bytes) -> Iterator[PdfView]:  # type: ignore[no-untyped-def]
    made = PdfView(Jobs())
    qtbot.addWidget(made)
    made.resize(800, 600)
    on_screen(qtbot, made)
    with qtbot.waitSignal(made.shown):
        made.show_pdf(content)
    made.canvas.setFocus()
    yield made
    made.clear()


@pytest.fixture
def pages(content: bytes) -> Iterator[PdfPages]:
    opened = PdfPages(content)
    yield opened
    opened.close()


def test_pages_are_pictures_and_text(pages: PdfPages) -> None:
    assert len(pages.sizes) == 5
    picture = pages.render(2, 300)
    assert (picture.page, picture.width) == (2, 300)
    assert picture.pixels[:3] == b"\x00\x00\x00"
    assert picture.pixels[picture.stride * (picture.height - 1) :][:3] == b"\xff\xff\xff"
    assert "nummer 3" in pages.text(2)


def test_search_finds_places_on_their_pages(pages: PdfPages) -> None:
    assert [match.page for match in pages.search("besluit")] == [0, 1, 2, 3, 4]
    (only,) = pages.search("nummer 4")
    left, top, width, height = only.boxes[0]
    assert 0.1 < left < 0.5
    assert 0.2 < top < 0.35
    assert width > 0
    assert height > 0
    assert pages.search("bestaat niet") == ()
    assert pages.search("  ") == ()


def test_what_is_no_pdf_is_refused(qtbot) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(ValueError, match="no PDF"):
        PdfPages(b"geen pdf")
    view = PdfView(Jobs())
    qtbot.addWidget(view)
    with qtbot.waitSignal(view.failed) as failed:
        view.show_pdf(b"geen pdf")
    assert isinstance(failed.args[0], ValueError)
    assert view.page_count() == 0


def test_the_page_is_painted_as_wide_as_the_view(qtbot, view: PdfView) -> None:  # type: ignore[no-untyped-def]
    assert view.page_count() == 5
    assert view.place.text() == "Pagina 1 van 5"
    qtbot.waitUntil(lambda: view.canvas.viewport().grab().toImage().pixelColor(300, 30) == QColor("black"))
    width = view.canvas.viewport().width()
    image = view.canvas.viewport().grab().toImage()
    assert image.pixelColor(width - 30, 30) == QColor("black")
    assert image.pixelColor(width - 4, 30) != QColor("black")


def test_pages_turn_by_keyboard(qtbot, view: PdfView) -> None:  # type: ignore[no-untyped-def]
    qtbot.keyClick(view.canvas, Qt.Key.Key_PageDown)
    assert view.page() == 2
    assert view.strip.currentRow() == 1
    qtbot.keyClick(view.canvas, Qt.Key.Key_End)
    assert view.page() == 5
    qtbot.keyClick(view.canvas, Qt.Key.Key_Right)
    assert view.page() == 5
    qtbot.keyClick(view.canvas, Qt.Key.Key_Home)
    assert view.page() == 1
    view.strip.setCurrentRow(3)
    assert view.page() == 4


def test_zoom_keeps_the_page(qtbot, view: PdfView) -> None:  # type: ignore[no-untyped-def]
    view.go_to(3)
    before = view.canvas.zoom()
    qtbot.keyClick(view.canvas, Qt.Key.Key_Plus)
    assert view.canvas.zoom() > before
    assert view.page() == 3
    for _ in range(20):
        view.zoom_in()
    assert view.canvas.zoom() == 4.0
    for _ in range(20):
        view.zoom_out()
    assert view.canvas.zoom() == 0.5
    qtbot.keyClick(view.canvas, Qt.Key.Key_0)
    assert view.canvas.zoom() == pytest.approx(before)


def test_search_walks_through_what_it_found(qtbot, view: PdfView) -> None:  # type: ignore[no-untyped-def]
    view.focus_search()
    qtbot.keyClicks(view.search_field, "nummer")
    qtbot.waitUntil(lambda: view.matches() == 5)
    assert view.found.text() == "1 van 5"
    view.next_match()
    assert view.page() == 2
    view.previous_match()
    view.previous_match()
    assert view.found.text() == "5 van 5"
    qtbot.keyClicks(view.search_field, "zz")
    qtbot.waitUntil(lambda: view.found.text() == "niet gevonden")


def test_another_document_takes_its_place_and_clear_forgets(qtbot, view: PdfView) -> None:  # type: ignore[no-untyped-def]
    with qtbot.waitSignal(view.shown):
        view.show_pdf(make_pdf(2))
    assert view.page_count() == 2
    qtbot.waitUntil(lambda: all(not view.strip.item(n).icon().isNull() for n in range(2)))
    view.clear()
    assert view.page_count() == 0
    assert view.canvas._pictures == {}


def test_a_closed_document_ends_what_is_still_asked(pages: PdfPages) -> None:
    pages.close()
    pages.close()
    with pytest.raises(Interrupted):
        pages.render(0, 100)
    with pytest.raises(Interrupted):
        pages.search("besluit")


def test_a_view_that_goes_closes_its_document(qtbot, content: bytes) -> None:  # type: ignore[no-untyped-def]
    made = PdfView(Jobs())
    made.resize(800, 600)
    on_screen(qtbot, made)
    with qtbot.waitSignal(made.shown):
        made.show_pdf(content)
    pages = made._pages
    assert pages is not None
    shiboken6.delete(made)
    with pytest.raises(Interrupted):
        pages.text(0)


def test_a_document_that_came_too_late_is_closed(qtbot, content: bytes) -> None:  # type: ignore[no-untyped-def]
    jobs = Jobs()
    owner = PdfView(jobs)
    qtbot.addWidget(owner)
    opened: list[PdfPages] = []

    def open_it() -> PdfPages:
        opened.append(PdfPages(content))
        return opened[0]

    jobs.compute(owner, open_it, done=owner._opened)
    assert jobs.wait()
    jobs.cancel_all()
    qtbot.waitUntil(lambda: not jobs._running)
    with pytest.raises(Interrupted):
        opened[0].text(0)


def test_the_small_pages_in_sight_come_first(qtbot, view: PdfView, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    small, order = 300, []
    render = PdfPages.render

    def told(pages: PdfPages, page: int, width: int) -> PagePicture:
        order.extend([page] if width < small else [])
        return render(pages, page, width)

    view.resize(900, 400)
    qtbot.waitUntil(lambda: not view._bare)
    monkeypatch.setattr(PdfPages, "render", told)
    with qtbot.waitSignal(view.shown):
        view.show_pdf(make_pdf(40))
    view.strip.scrollToBottom()
    qtbot.waitUntil(lambda: not view._bare, timeout=20_000)
    assert sorted(order) == list(range(40))
    first, last = order.index(0), order.index(39)
    assert first < last < order.index(20), "from where the strip stands, and only then the rest"
