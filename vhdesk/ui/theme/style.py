"""The theme of the application: tokens and a text scale, made into a palette, a font and one style sheet.

The theme belongs to the QApplication, as its style, palette and font do: ``apply_theme`` hangs it there and
``current_theme`` reads it back, so that a delegate can paint with tokens and nothing is kept in a module.
"""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QPushButton

from vhdesk.ui.theme.fonts import load_fonts, make_font
from vhdesk.ui.theme.sheet import style_sheet
from vhdesk.ui.theme.tokens import DARK, DARK_CONTRAST, LIGHT, LIGHT_CONTRAST, TYPE_SCALE, Tokens

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyle

PROPERTY = "vhdesk_theme"
STYLE_PROPERTY = "vhdesk_style"


class ThemeChoice(StrEnum):
    """What the person chose; SYSTEM follows the desktop."""

    SYSTEM = "systeem"
    LIGHT = "licht"
    DARK = "donker"


class Theme:
    """The tokens in force, the text scale (1.0-2.0) and the family of the typeface."""

    def __init__(self, tokens: Tokens, scale: float = 1.0, family: str = "sans-serif") -> None:
        self.tokens = tokens
        self.scale = scale
        self.family = family

    def px(self, pixels: float) -> int:
        """Return a size that holds text (row, field, icon), grown with the text scale."""
        return round(pixels * self.scale)

    def color(self, role: str) -> QColor:
        """Return token ``role`` as a QColor."""
        return QColor(self.tokens.colour(role))

    def font(self, size: str = "body", weight: str = "regular") -> QFont:
        """Return the font of one step of the type scale ("small", "body", "section", "title")."""
        return make_font(self.family, points(TYPE_SCALE[size], self.scale), weight)


def points(size: float, scale: float) -> float:
    """Return a font size in Qt points: 1 pt is 96/72 logical pixels everywhere, also on macOS."""
    return size * scale * (96 / 72 if sys.platform == "darwin" else 1.0)


def current_theme() -> Theme:
    """Return the theme of the running application; the light one before ``apply_theme`` has run."""
    app = QApplication.instance()
    theme = app.property(PROPERTY) if app is not None else None
    return theme if isinstance(theme, Theme) else Theme(LIGHT)


def system_is_dark() -> bool:
    """Say whether the desktop asks for a dark window; False where it does not tell."""
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def system_wants_contrast() -> bool:
    """Say whether the desktop asks for its contrast theme."""
    hints = QGuiApplication.styleHints()  # kept: its accessibility object dies with this wrapper
    return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast


def system_text_scale() -> float:
    """Return the text size the system asks for beyond what Qt already follows (Windows keeps it apart)."""
    if sys.platform != "win32":
        return 1.0
    store = QSettings(r"HKEY_CURRENT_USER\Software\Microsoft\Accessibility", QSettings.Format.NativeFormat)
    percent = store.value("TextScaleFactor", 100)
    return clamp_scale(float(percent) / 100)


def clamp_scale(scale: float) -> float:
    """Return ``scale`` within 100-200 %."""
    return min(2.0, max(1.0, scale))


def tokens_for(choice: ThemeChoice, *, system_dark: bool, contrast: bool) -> Tokens:
    """Return the tokens for a choice and what the system asks."""
    dark = system_dark if choice is ThemeChoice.SYSTEM else choice is ThemeChoice.DARK
    if contrast:
        return DARK_CONTRAST if dark else LIGHT_CONTRAST
    return DARK if dark else LIGHT


def make_palette(tokens: Tokens) -> QPalette:
    """Return the palette for everything Qt paints without a style sheet."""
    role = QPalette.ColorRole
    palette = QPalette()
    pairs = {
        role.Window: tokens.window,
        role.WindowText: tokens.text,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.window,
        role.Text: tokens.text,
        role.Button: tokens.surface,
        role.ButtonText: tokens.text,
        role.BrightText: tokens.danger,
        role.ToolTipBase: tokens.surface,
        role.ToolTipText: tokens.text,
        role.PlaceholderText: tokens.muted,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.on_accent,
        role.Accent: tokens.accent,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.Light: tokens.surface,
        role.Midlight: tokens.line,
        role.Mid: tokens.line,
        role.Dark: tokens.field,
        role.Shadow: tokens.line,
    }
    for which, colour in pairs.items():
        palette.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(tokens.muted))
    return palette


def fusion_application(argv: list[str]) -> QApplication:
    """Return a new application that wears Fusion from the start.

    Asked by argument: QApplication.setStyle hands the style back to Python, which takes 10 ms to get to know it.
    """
    app = QApplication([*argv, "-style", "fusion"])
    app.setProperty(STYLE_PROPERTY, "fusion")
    return app


def dress_style(app: QApplication, scale: float) -> None:
    """Put Fusion under the style sheet, grown for large text; does nothing when it is there already."""
    wanted = "fusion" if scale == 1.0 else f"fusion-{scale:g}"
    if app.property(STYLE_PROPERTY) != wanted:
        app.setStyle("Fusion" if scale == 1.0 else _scaled(scale))
        app.setProperty(STYLE_PROPERTY, wanted)


def _scaled(scale: float) -> QStyle:
    from vhdesk.ui.theme.scaled_style import ScaledStyle  # deferred: 5 ms that most people never need

    return ScaledStyle(scale)


def apply_theme(
    app: QApplication, theme: ThemeChoice | str = ThemeChoice.SYSTEM, scale: float = 1.0
) -> Theme:
    """Dress the application; call again at any time to change theme or text size.

    ``theme`` is a ThemeChoice or its value ("systeem", "licht", "donker"); ``scale`` is 1.0-2.0. Returns the
    theme in force, which is also what ``current_theme`` gives from now on.
    """
    made = choose_theme(app, theme, scale)
    wear_sheet(app)
    _catch_up(app, made)
    return made


def _catch_up(app: QApplication, made: Theme) -> None:
    """Dress again the buttons that kept the size of before: Qt tells widgets of a font in any order, also a child
    before the parent that it takes its own from."""
    sizes = {round(points(size, made.scale), 2) for size in TYPE_SCALE.values()}
    for widget in app.allWidgets():
        if isinstance(widget, QPushButton) and round(widget.font().pointSizeF(), 2) not in sizes:
            widget.style().unpolish(widget)
            widget.style().polish(widget)


def choose_theme(
    app: QApplication, theme: ThemeChoice | str = ThemeChoice.SYSTEM, scale: float = 1.0
) -> Theme:
    """Do all of ``apply_theme`` but the style sheet, which ``wear_sheet`` puts on."""
    tokens = tokens_for(ThemeChoice(theme), system_dark=system_is_dark(), contrast=system_wants_contrast())
    made = Theme(tokens, clamp_scale(scale), load_fonts())
    app.setProperty(PROPERTY, made)
    app.setStyleSheet("")  # or style, palette and font each work through the sheet for every widget there is
    dress_style(app, made.scale)
    app.setPalette(make_palette(tokens))
    app.setFont(made.font())
    return made


def wear_sheet(app: QApplication) -> None:
    """Put on the style sheet of the theme chosen."""
    made = current_theme()
    app.setStyleSheet(style_sheet(made.tokens, made.scale, made.family))
