"""Inter, shipped with the program; the system's own sans serif while it is missing.

Arabic is shipped beside it; scripts that neither draws come from the system through Qt's own fallback.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QFont, QFontDatabase

from vhdesk.errors import EnvironmentFault
from vhdesk.resources import resource

FAMILY: Final = "Inter"
# For names in scripts that Inter does not draw; shipped too, so that no name becomes a row of boxes.
FALLBACKS: Final = ("Noto Sans Arabic",)
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
        files = sorted(resource("fonts").glob("*.ttf"))
    except EnvironmentFault:
        files = []
    for path in files:
        QFontDatabase.addApplicationFontFromData(path.read_bytes())
    if FAMILY in QFontDatabase.families():
        return FAMILY
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()


def make_font(family: str, points: float, weight: str = "regular") -> QFont:
    """Return ``family`` at ``points``, unhinted so that a picture is the same on every machine."""
    font = QFont([family, *FALLBACKS])
    font.setPointSizeF(points)
    font.setWeight(WEIGHTS[weight])
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    return font
