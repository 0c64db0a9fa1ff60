"""What the window expects of a page."""

from __future__ import annotations

from typing import ClassVar, Protocol, runtime_checkable

from PySide6.QtCore import Signal


@runtime_checkable
class Page(Protocol):
    """A QWidget with these members can stand in the window.

    ``page_id`` is also the context of the acts of the page in the ActionRegistry, ``topic`` the chapter of the manual that
    tells what can be done there now ("overleg-voorzitten"). ``flush`` writes what is still
    being typed and says whether that succeeded; the window calls it before it navigates, prints, locks or closes.
    ``back_out`` goes one level back (close a panel, clear a search) and says whether there was one. ``save_state``
    returns plain str/int/bool/bytes for QSettings: column widths, splitter positions, never a name of a person.
    """

    page_id: str
    title: str

    @property
    def topic(self) -> str:
        """Return the name of the chapter."""

    def activate(self) -> None:
        """The page came to the front: ask rows again if something changed, put the focus where work goes on."""

    def flush(self) -> bool:
        """Write pending edits; False when that failed (the page shows why and keeps the text)."""

    def back_out(self) -> bool:
        """Go one level back; False when the page is at its first level."""

    def save_state(self) -> dict[str, object]:
        """Return what should be the same next time."""

    def restore_state(self, state: dict[str, object]) -> None:
        """Take back what ``save_state`` returned."""


@runtime_checkable
class Roomy(Protocol):
    """A page that sometimes needs the width of the navigation; its ``room_changed`` says when the answer changed."""

    room_changed: ClassVar[Signal]

    def needs_room(self) -> bool:
        """Whether the navigation should keep to its icons."""


@runtime_checkable
class Resumable(Protocol):
    """A page that can stand exactly where it stood, after a lock or a crash.

    What ``where`` returns is kept inside the vault (ids, the name of the field, the cursor), never in the settings.
    Half-typed text itself is in the drafts.
    """

    def where(self) -> dict[str, str | int]:
        """Return the place: which record, which item, which field, which character."""

    def resume(self, where: dict[str, str | int]) -> None:
        """Go back to a place; a record that is gone is passed over in silence."""
