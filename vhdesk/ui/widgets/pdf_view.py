"""A PDF as it will print, page by page: strip of pages, zoom, search, all by keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from vhdesk.ui.jobs import Jobs
from vhdesk.ui.theme.icons import icon
from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.theme.tokens import SPACE_2, SPACE_3
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.pdf_canvas import PdfCanvas
from vhdesk.ui.widgets.pdf_pages import Match, PagePicture, PdfPages
from vhdesk.ui.widgets.search_field import SearchField

STRIP_WIDTH = 92


class PdfView(QWidget):
    """``show_pdf(bytes)`` opens and renders beside the window.

    Signals: ``page_changed(page, pages)`` (from 1), ``failed(Exception)`` when the bytes are no PDF,
    ``shown`` when the first page stands.
    """

    page_changed = Signal(int, int)
    failed = Signal(object)
    shown = Signal()

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._pages: PdfPages | None = None
        self._matches: tuple[Match, ...] = ()
        self._match = -1
        self._first = False
        self._bare: list[int] = []  # pages without their small picture
        self.canvas = PdfCanvas()
        self.canvas.setAccessibleName("Afdrukvoorbeeld")
        self.strip = QListWidget()
        self.strip.setAccessibleName("Pagina's")
        self.strip.setProperty("kind", "clear")
        self.strip.setFrameShape(QFrame.Shape.NoFrame)
        self.strip.setIconSize(QSize(STRIP_WIDTH - 28, round((STRIP_WIDTH - 28) * 1.42)))
        self.strip.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.strip.setFixedWidth(STRIP_WIDTH + current_theme().px(20))
        self.strip.setSpacing(2)
        self.search_field = SearchField("Zoeken", "Ctrl+F")
        self.search_field.setAccessibleName("Zoeken in dit stuk")
        self.search_field.setMaximumWidth(current_theme().px(260))
        self.found = Label("", "small")
        self.place = Label("", "muted")
        self.buttons = {
            "smaller": self._button("zoom-out", "Kleiner (−)"),
            "larger": self._button("zoom-in", "Groter (+)"),
        }
        self._lay_out()
        self._connect()

    def _button(self, name: str, text: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(name))
        button.setToolTip(text)
        button.setAccessibleName(text)
        return button

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(SPACE_3, SPACE_2, SPACE_3, SPACE_2)
        bar.setSpacing(SPACE_2)
        bar.addWidget(self.place)
        bar.addStretch(1)
        bar.addWidget(self.found)
        bar.addWidget(self.search_field)
        for button in self.buttons.values():
            bar.addWidget(button)
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(self.strip)
        across.addWidget(self.canvas, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addLayout(across, 1)
        self.setFocusProxy(self.canvas)

    def _connect(self) -> None:
        self.canvas.page_needed.connect(self._need)
        self.canvas.page_changed.connect(self._moved)
        self.strip.currentRowChanged.connect(self._strip_chosen)
        self.search_field.searched.connect(self.search)
        self.search_field.returnPressed.connect(self.next_match)
        self.search_field.down_requested.connect(self.canvas.setFocus)
        self.buttons["smaller"].clicked.connect(self.zoom_out)
        self.buttons["larger"].clicked.connect(self.zoom_in)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size: the numbers beside the small pages stay whole."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "strip"):
            self.strip.setFixedWidth(STRIP_WIDTH + current_theme().px(20))

    # --- content

    def show_pdf(self, content: bytes) -> None:
        """Show another document; the former stays until this one is open."""
        self._jobs.compute(self, PdfPages, content, done=self._opened, failed=self._refused, key="pdf")

    def clear(self) -> None:
        """Show nothing and forget the document (locked)."""
        self._opened_with(None)

    def page_count(self) -> int:
        """Return the number of pages, 0 while nothing is open."""
        return len(self._pages.sizes) if self._pages is not None else 0

    def page(self) -> int:
        """Return the page in view, from 1."""
        return self.canvas.page() + 1

    def go_to(self, page: int) -> None:
        """Go to a page, from 1."""
        self.canvas.go_to(page - 1)

    def zoom_in(self) -> None:
        """One step larger."""
        self.canvas.step_zoom(1)

    def zoom_out(self) -> None:
        """One step smaller."""
        self.canvas.step_zoom(-1)

    def fit(self) -> None:
        """As wide as the view."""
        self.canvas.set_zoom(0.0)

    # --- search

    def focus_search(self) -> None:
        """Ctrl+F."""
        self.search_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search_field.selectAll()

    def search(self, words: str) -> None:
        """Mark where ``words`` stands; "" takes the marks away."""
        if self._pages is None or not words:
            self._show_matches((), words="")
            return
        self._jobs.compute(
            self, self._pages.search, words, done=self._show_matches, key="zoeken", context=(words,)
        )

    def next_match(self) -> None:
        """Go to the next place found, after the last the first again."""
        if self._matches:
            self._match = (self._match + 1) % len(self._matches)
            self._mark()

    def previous_match(self) -> None:
        """Go to the place found before."""
        if self._matches:
            self._match = (self._match - 1) % len(self._matches)
            self._mark()

    def matches(self) -> int:
        """Return how often the words were found."""
        return len(self._matches)

    def _show_matches(self, matches: tuple[Match, ...], words: str) -> None:
        self._matches, self._match = matches, 0 if matches else -1
        if words and not matches:
            self.found.setText("niet gevonden")
            self.canvas.set_matches((), -1)
        else:
            self._mark()

    def _mark(self) -> None:
        self.found.setText(f"{self._match + 1} van {len(self._matches)}" if self._matches else "")
        self.canvas.set_matches(self._matches, self._match)

    # --- jobs

    def _opened(self, pages: PdfPages) -> None:
        self._opened_with(pages)

    def _opened_with(self, pages: PdfPages | None) -> None:
        if self._pages is not None:
            self.destroyed.disconnect(self._pages.close)
            self._pages.close()
        self._pages = pages
        if pages is not None:
            self.destroyed.connect(pages.close)  # a view that goes takes its document along
        self._first = pages is not None
        self._matches, self._match = (), -1
        self.found.setText("")
        sizes = pages.sizes if pages is not None else ()
        self.canvas.set_sizes(sizes)
        self.strip.clear()
        blank = QPixmap(self.strip.iconSize())
        blank.fill(Qt.GlobalColor.white)  # rows keep their height while the pictures come
        for number in range(len(sizes)):
            self.strip.addItem(QListWidgetItem(QIcon(blank), str(number + 1)))
        self._bare = list(range(len(sizes)))
        self._thumbnail()
        self._tell_page()

    def _refused(self, fault: Exception) -> None:
        self.failed.emit(fault)

    def _need(self, page: int, width: int) -> None:
        if self._pages is not None:
            self._jobs.compute(
                self,
                self._pages.render,
                page,
                width,
                done=self._rendered,
                key=f"pagina/{page}",
                context=(self._pages,),
            )

    def _rendered(self, picture: PagePicture, pages: PdfPages) -> None:
        if pages is self._pages:
            self.canvas.put_picture(picture)
            if self._first:
                self._first = False
                self.shown.emit()

    def _thumbnail(self) -> None:
        """Render the next small picture, one after the other so that the page in view never waits for them: what is in
        sight in the strip first, from there on the rest."""
        if self._pages is not None and self._bare:
            width = round(self.strip.iconSize().width() * self.devicePixelRatioF())
            self._jobs.compute(
                self,
                self._pages.render,
                self._next_bare(),
                width,
                done=self._thumbnail_made,
                key="strook",
                context=(self._pages,),
            )

    def _next_bare(self) -> int:
        top = self.strip.itemAt(self.strip.viewport().rect().topLeft() + QPoint(4, 4))
        first = self.strip.row(top) if top is not None else 0
        return next((page for page in self._bare if page >= first), self._bare[0])

    def _thumbnail_made(self, picture: PagePicture, pages: PdfPages) -> None:
        if pages is not self._pages:
            return
        image = QImage(
            picture.pixels, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB888
        ).copy()
        image.setDevicePixelRatio(self.devicePixelRatioF())
        small = QIcon(QPixmap.fromImage(image))
        small.addPixmap(QPixmap.fromImage(image), QIcon.Mode.Selected)  # not tinted: paper is white
        self.strip.item(picture.page).setIcon(small)
        self._bare.remove(picture.page)
        self._thumbnail()

    # --- place

    def _moved(self, _page: int) -> None:
        self._tell_page()

    def _strip_chosen(self, row: int) -> None:
        if row >= 0 and row != self.canvas.page():
            self.canvas.go_to(row)

    def _tell_page(self) -> None:
        count = self.page_count()
        words = f"Pagina {self.page()} van {count}" if count else ""
        self.place.setText(words)
        self.canvas.setAccessibleDescription(words)
        if count:
            self.strip.setCurrentRow(self.canvas.page())
            self.page_changed.emit(self.page(), count)
