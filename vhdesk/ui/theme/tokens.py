"""The design tokens: two themes, two contrast themes, the type scale and the spacing grid.

No colour is written anywhere else in the program; a test computes every pair of ``TEXT_PAIRS`` against WCAG 2.2
success criterion 1.4.3 (4.5:1) and every pair of ``BORDER_PAIRS`` against 1.4.11 (3:1).
"""

from __future__ import annotations

from typing import Final, NamedTuple


class Tokens(NamedTuple):
    """Colours by what they are for. Values are ``#RRGGBB``."""

    dark: bool
    window: str
    surface: str
    sidebar: str
    text: str
    muted: str
    line: str
    field: str
    accent: str
    on_accent: str
    accent_soft: str
    ok: str
    ok_soft: str
    warn: str
    warn_soft: str
    danger: str
    danger_soft: str
    on_danger: str
    practice: str

    def colour(self, role: str) -> str:
        """Return the colour of ``role`` (a field name). Raises KeyError for a role that is no colour."""
        if role == "dark" or role not in ROLES:
            raise KeyError(role)
        return str(getattr(self, role))


ROLES: Final = frozenset(Tokens._fields) - {"dark"}

LIGHT: Final = Tokens(
    dark=False,
    window="#F5F6F8",
    surface="#FFFFFF",
    sidebar="#EDEFF3",
    text="#1B2430",
    muted="#5A6675",
    line="#DDE2E8",
    field="#8A94A1",
    accent="#1F5FA8",
    on_accent="#FFFFFF",
    accent_soft="#E3EDF8",
    ok="#1E7A4C",
    ok_soft="#E4F4EA",
    warn="#8A5A00",
    warn_soft="#FFF3DC",
    danger="#B3261E",
    danger_soft="#FCEBE9",
    on_danger="#FFFFFF",
    practice="#CC660A",
)

DARK: Final = Tokens(
    dark=True,
    window="#16191E",
    surface="#1E2228",
    sidebar="#12151A",
    text="#E6E9EE",
    muted="#A2ACB9",
    line="#323842",
    field="#76808D",
    accent="#7FB2EC",
    on_accent="#0E1A28",
    accent_soft="#243448",
    ok="#74CFA0",
    ok_soft="#1E3429",
    warn="#E5B85C",
    warn_soft="#3A3120",
    danger="#F2938C",
    danger_soft="#3D2524",
    on_danger="#2A0F0C",
    practice="#E8893A",
)

# The system asks for more contrast: hairlines become borders and secondary text becomes text.
LIGHT_CONTRAST: Final = LIGHT._replace(
    window="#FFFFFF",
    sidebar="#FFFFFF",
    text="#000000",
    muted="#1B2430",
    line="#3A424D",
    field="#000000",
    accent="#0B3F7A",
    ok="#0B5330",
    warn="#5E3D00",
    danger="#8A150F",
)
DARK_CONTRAST: Final = DARK._replace(
    window="#000000",
    surface="#000000",
    sidebar="#000000",
    text="#FFFFFF",
    muted="#E6E9EE",
    line="#C3CAD4",
    field="#FFFFFF",
    accent="#A9CEF7",
    accent_soft="#122438",
    ok="#9BE8C0",
    warn="#F5D48A",
    danger="#FFB9B4",
)

# (text, background) as they really meet on a screen.
TEXT_PAIRS: Final = (
    *(
        (ink, ground)
        for ink in ("text", "muted")
        for ground in ("window", "surface", "sidebar", "accent_soft")
    ),
    *(("accent", ground) for ground in ("window", "surface", "sidebar", "accent_soft")),
    ("on_accent", "accent"),
    ("on_danger", "danger"),
    *(
        (state, ground)
        for state in ("ok", "warn", "danger")
        for ground in ("window", "surface", f"{state}_soft")
    ),
    *(("text", f"{state}_soft") for state in ("ok", "warn", "danger")),
)
BORDER_PAIRS: Final = (
    ("field", "surface"),
    ("accent", "window"),
    ("accent", "surface"),
    ("accent", "accent_soft"),
    ("practice", "window"),
    ("practice", "sidebar"),
)

# Type: Inter, sizes in points at 100 %.
BODY_PT: Final = 10.0
SMALL_PT: Final = 9.0
SECTION_PT: Final = 13.0
TITLE_PT: Final = 17.0
# On the projector, read from the other end of a room.
ROOM_PT: Final = 20.0
ROOM_LARGE_PT: Final = 30.0
TYPE_SCALE: Final = {
    "body": BODY_PT,
    "small": SMALL_PT,
    "section": SECTION_PT,
    "title": TITLE_PT,
    "room": ROOM_PT,
    "room_large": ROOM_LARGE_PT,
}

# Spacing: a grid of 4 logical pixels.
SPACE_1: Final = 4
SPACE_2: Final = 8
SPACE_3: Final = 12
SPACE_4: Final = 16
SPACE_6: Final = 24
SPACE_8: Final = 32
PAGE_MARGIN: Final = 28
RADIUS_FIELD: Final = 6
RADIUS_CARD: Final = 8
ROW_HEIGHT: Final = 58
FIELD_HEIGHT: Final = 32


def relative_luminance(colour: str) -> float:
    """Return the relative luminance of ``#RRGGBB`` (WCAG 2.2, definition "relative luminance")."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2, definition "contrast ratio")."""
    low, high = sorted((relative_luminance(one), relative_luminance(other)))
    return (high + 0.05) / (low + 0.05)
