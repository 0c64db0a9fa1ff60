"""Inter, shipped with the program; the system's own sans serif while it is missing.

Arabic is shipped beside it; scripts that neither draws come from the system through Qt's own fallback.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont, QFontDatabase

from vhdesk.errors import EnvironmentFault
from vhdesk.resources import resource

FAMILY: Final = "Inter"
# For names in scripts that Inter does not draw; shipped too, so that no name becomes a row of boxes.
_FALLBACK_FILES: Final = {
    "Noto Sans Arabic": ("fonts/NotoSansArabic-Regular.ttf", "fonts/NotoSansArabic-SemiBold.ttf"),
}
FALLBACKS: Final = tuple(_FALLBACK_FILES)
FACES: Final = ("Regular", "Medium", "SemiBold")
WEIGHTS: Final = {
    "regular": QFont.Weight.Normal,
    "medium": QFont.Weight.Medium,
    "semibold": QFont.Weight.DemiBold,
}


def load_fonts() -> str:
    """Register the weights of the window with Qt (once per application); return the family to use."""
    if _once("vhdesk_fonts") or all([_load(f"fonts/{FAMILY}-{face}.ttf") == FAMILY for face in FACES]):
        return FAMILY
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()


def load_fallbacks() -> bool:
    """Register the fonts for names in other scripts; the first window does without. False when one is missing."""
    if _once("vhdesk_fallback_fonts"):
        return True
    return all([_load(file) == family for family, files in _FALLBACK_FILES.items() for file in files])


def _once(name: str) -> bool:
    """Say whether this application has been here before. (Asking Qt for its families reads every font there is.)"""
    app = QCoreApplication.instance()
    if app is None:
        raise RuntimeError("fonts need an application")
    before = bool(app.property(name))
    app.setProperty(name, True)
    return before


def _load(relative: str) -> str:
    """Register one file; return its family, "" when it is missing or no font."""
    try:
        number = QFontDatabase.addApplicationFont(str(resource(relative)))
    except EnvironmentFault:
        return ""
    return next(iter(QFontDatabase.applicationFontFamilies(number)), "") if number >= 0 else ""


@lru_cache(maxsize=64)
def make_font(family: str, points: float, weight: str = "regular") -> QFont:
    """Return ``family`` at ``points``, unhinted so that a picture is the same on every machine.

    One font for all who ask: a list asks it for every row that it measures. Copy it to change it.
    """
    font = QFont([family, *FALLBACKS])
    font.setPointSizeF(points)
    font.setWeight(WEIGHTS[weight])
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    return font
