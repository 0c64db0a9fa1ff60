"""Inter in three weights, shipped with the program; the system's own sans serif while it is missing.

The scripts Inter does not draw (Arabic, Hebrew, Chinese) come from the system through Qt's own fallback; Latin
Extended and Cyrillic must come from a real font, which the tests check for the names of people.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QFont, QFontDatabase

from vhdesk.errors import EnvironmentFault
from vhdesk.resources import resource

FAMILY: Final = "Inter"
WEIGHTS: Final = {
    "regular": QFont.Weight.Normal,
    "medium": QFont.Weight.Medium,
    "semibold": QFont.Weight.DemiBold,
}


def load_fonts() -> str:
    """Register the shipped fonts with Qt (once per application); return the family to use."""
    if FAMILY in QFontDatabase.families():
        return FAMILY
    try:
        files = sorted(resource("fonts").glob(f"{FAMILY}-*.ttf"))
    except EnvironmentFault:
        files = []
    for path in files:
        QFontDatabase.addApplicationFontFromData(path.read_bytes())
    if FAMILY in QFontDatabase.families():
        return FAMILY
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()


def make_font(family: str, points: float, weight: str = "regular") -> QFont:
    """Return ``family`` at ``points``, unhinted so that a picture is the same on every machine."""
    font = QFont(family)
    font.setPointSizeF(points)
    font.setWeight(WEIGHTS[weight])
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    return font
