"""Tokens as designed, readable in every theme; fonts, icons and glyphs that really draw."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QFile, QSize
from PySide6.QtGui import QColor, QFontInfo, QFontMetricsF, QIcon, QImage, QTextLayout
from PySide6.QtWidgets import QApplication, QComboBox

from vhdesk.ui.theme import tokens as t
from vhdesk.ui.theme.fonts import FAMILY
from vhdesk.ui.theme.glyphs import PATHS, glyph_url
from vhdesk.ui.theme.icons import icon
from vhdesk.ui.theme.style import ThemeChoice, apply_theme, current_theme, tokens_for

THEMES = {
    "licht": t.LIGHT,
    "donker": t.DARK,
    "licht contrast": t.LIGHT_CONTRAST,
    "donker contrast": t.DARK_CONTRAST,
}
# The table of the design, light and dark.
DESIGN = {
    "window": ("#F5F6F8", "#16191E"),
    "surface": ("#FFFFFF", "#1E2228"),
    "sidebar": ("#EDEFF3", "#12151A"),
    "text": ("#1B2430", "#E6E9EE"),
    "muted": ("#5A6675", "#A2ACB9"),
    "line": ("#DDE2E8", "#323842"),
    "field": ("#8A94A1", "#76808D"),
    "accent": ("#1F5FA8", "#7FB2EC"),
    "on_accent": ("#FFFFFF", "#0E1A28"),
    "accent_soft": ("#E3EDF8", "#243448"),
    "ok": ("#1E7A4C", "#74CFA0"),
    "warn": ("#8A5A00", "#E5B85C"),
    "danger": ("#B3261E", "#F2938C"),
}


@pytest.mark.parametrize("role", DESIGN)
def test_tokens_are_those_of_the_design(role: str) -> None:
    assert (t.LIGHT.colour(role), t.DARK.colour(role)) == DESIGN[role]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("ink", "ground"), t.TEXT_PAIRS)
def test_every_text_is_readable(theme: str, ink: str, ground: str) -> None:
    tokens = THEMES[theme]
    assert t.contrast(tokens.colour(ink), tokens.colour(ground)) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("edge", "ground"), t.BORDER_PAIRS)
def test_every_border_that_matters_is_visible(theme: str, edge: str, ground: str) -> None:
    tokens = THEMES[theme]
    assert t.contrast(tokens.colour(edge), tokens.colour(ground)) >= 3.0


def test_contrast_is_that_of_wcag() -> None:
    assert t.contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert t.contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_contrast_theme_is_stronger_than_the_ordinary_one() -> None:
    for plain, strong in ((t.LIGHT, t.LIGHT_CONTRAST), (t.DARK, t.DARK_CONTRAST)):
        assert t.contrast(strong.muted, strong.surface) > t.contrast(plain.muted, plain.surface)
        assert t.contrast(strong.field, strong.surface) >= 7.0


def test_a_role_that_is_no_colour_is_refused() -> None:
    with pytest.raises(KeyError):
        t.LIGHT.colour("dark")


@pytest.mark.parametrize(
    ("choice", "system_dark", "contrast", "wanted"),
    [
        (ThemeChoice.SYSTEM, True, False, t.DARK),
        (ThemeChoice.SYSTEM, False, False, t.LIGHT),
        (ThemeChoice.LIGHT, True, False, t.LIGHT),
        (ThemeChoice.DARK, False, True, t.DARK_CONTRAST),
        (ThemeChoice.LIGHT, False, True, t.LIGHT_CONTRAST),
    ],
)
def test_choice_and_system_together(
    choice: ThemeChoice, system_dark: bool, contrast: bool, wanted: t.Tokens
) -> None:
    assert tokens_for(choice, system_dark=system_dark, contrast=contrast) is wanted


def test_theme_changes_palette_and_font_while_running(qapp: QApplication) -> None:
    apply_theme(qapp, "donker", 1.5)
    assert qapp.palette().window().color() == QColor(t.DARK.window)
    assert qapp.font().pointSizeF() == pytest.approx(15.0)
    assert current_theme().px(58) == 87
    apply_theme(qapp, "licht", 9.0)
    assert current_theme().scale == 2.0
    assert qapp.palette().window().color() == QColor(t.LIGHT.window)


def test_inter_is_shipped_in_three_weights_that_differ(qapp: QApplication) -> None:
    assert current_theme().family == FAMILY
    weights = ("regular", "medium", "semibold")
    faces = [QFontInfo(current_theme().font("title", weight)) for weight in weights]
    assert [face.family() for face in faces] == [FAMILY] * 3
    widths = [
        QFontMetricsF(current_theme().font("title", w)).horizontalAdvance("Leefgebied") for w in weights
    ]
    assert widths == sorted(widths)
    assert len(set(widths)) == 3


@pytest.mark.parametrize(
    "name", ["Çelik-Yıldız", "Łukasz Wójcik", "Søren Ångström", "Иван Петров", "محمد العربي", "Ĳsbrand"]
)
def test_names_of_people_have_letters(qapp: QApplication, name: str) -> None:
    layout = QTextLayout(name, current_theme().font())
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    glyphs = [glyph for run in layout.glyphRuns() for glyph in run.glyphIndexes()]
    assert glyphs
    assert 0 not in glyphs


def _inks(image: QImage) -> set[str]:
    found = set()
    for x in range(image.width()):
        for y in range(image.height()):
            colour = image.pixelColor(x, y)
            if colour.alpha() == 255:
                found.add(colour.name().upper())
    return found


def test_an_icon_follows_the_theme_and_its_state(qapp: QApplication) -> None:
    made = icon("circle-check", "ok")
    assert t.LIGHT.ok in _inks(made.pixmap(QSize(32, 32)).toImage())
    apply_theme(qapp, "donker")
    assert t.DARK.ok in _inks(made.pixmap(QSize(32, 32)).toImage())
    on = made.pixmap(QSize(32, 32), QIcon.Mode.Normal, QIcon.State.On).toImage()
    assert t.DARK.accent in _inks(on)


def test_an_icon_is_sharp_on_a_dense_screen() -> None:
    pixmap = icon("lock").pixmap(QSize(18, 18), 2.0)
    assert (pixmap.width(), pixmap.devicePixelRatio()) == (36, 2.0)
    plain = icon("lock").pixmap(QSize(36, 36), 1.0).toImage()
    assert pixmap.toImage().convertToFormat(plain.format()).pixelColor(18, 30) == plain.pixelColor(18, 30)


@pytest.mark.no_qt_log
def test_an_icon_that_is_not_shipped_says_so(capfd: pytest.CaptureFixture[str]) -> None:
    image = icon("bestaat-niet", "danger").pixmap(QSize(24, 24)).toImage()
    assert "icon is not shipped: bestaat-niet" in capfd.readouterr().err
    assert t.LIGHT.danger in _inks(image)


@pytest.mark.parametrize("name", PATHS)
def test_glyphs_of_the_style_sheet_are_in_memory(name: str) -> None:
    path = glyph_url(name, "#123456").removeprefix("url(").removesuffix(")")
    file = QFile(path)
    assert file.open(QFile.OpenModeFlag.ReadOnly)
    assert b"#123456" in bytes(file.readAll().data())


def test_a_combo_box_keeps_its_arrow(qtbot) -> None:  # type: ignore[no-untyped-def]
    box = QComboBox()
    box.addItems(["Actie"])
    qtbot.addWidget(box)
    box.resize(160, 32)
    box.show()
    right = box.grab().toImage().copy(132, 4, 26, 24)
    assert t.LIGHT.muted in _inks(right)
