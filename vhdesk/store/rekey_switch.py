"""The moment of a re-key: from three new files beside the old ones to three new files in their place.

Before the marker exists the old files count and the new ones are leftovers; from the moment it exists the new ones
count, and putting them in place is finished by whoever opens the vault next. So a process killed between any two
steps leaves exactly one state that opens.
"""

from __future__ import annotations

import json
from pathlib import Path

from vhdesk.errors import StoreDamaged
from vhdesk.store.files import sha256_of, sync_folder, write_atomic
from vhdesk.store.layout import Layout
from vhdesk.store.progress import Progress, no_progress

FORMAT = 1


def commit(layout: Layout) -> None:
    """Write the marker: the new files, complete and synced, count from here on."""
    files = {new.name: sha256_of(new) for _, new in _pairs(layout)}
    content = {"formaat": FORMAT, "bestanden": files}
    write_atomic(layout.rekey_marker, json.dumps(content, indent=1, sort_keys=True).encode() + b"\n")


def finish_switch(layout: Layout, progress: Progress = no_progress) -> bool:
    """Put the new files in place when the marker stands, or clear away what a stopped re-key left behind.

    Returns whether there was a marker. Nothing is touched unless every file is what the marker says: raises
    StoreDamaged ``rekey_damaged``. May be repeated after a crash at any point. No connection may be open.
    """
    if not layout.rekey_marker.exists():
        discard(layout)
        return False
    pairs = _pairs(layout)
    expected = _read_marker(layout.rekey_marker)
    for current, new in pairs:
        found = new if new.exists() else current
        if not found.is_file() or sha256_of(found) != expected.get(new.name):
            raise StoreDamaged("rekey_damaged", file=new.name)
    if layout.new_database.exists():
        for journal in layout.with_journals(layout.database):
            journal.unlink(missing_ok=True)  # a log of the old file would be applied to the new one
        sync_folder(layout.folder)
    for step, (current, new) in enumerate(pairs):
        progress("wisselen", step, len(pairs))
        if new.exists():
            new.replace(current)
            sync_folder(layout.folder)
    progress("wisselen", len(pairs), len(pairs))
    layout.rekey_marker.unlink()
    sync_folder(layout.folder)
    progress("gewisseld", 1, 1)
    return True


def discard(layout: Layout) -> None:
    """Remove the new files of a re-key that was never committed, provided that the old ones stand."""
    if not (layout.database.is_file() and layout.slots.is_file()):
        return
    for _, new in _pairs(layout):
        for path in (new, *layout.with_journals(new), new.with_name(new.name + ".part")):
            path.unlink(missing_ok=True)
    layout.rekey_marker.with_name(layout.rekey_marker.name + ".part").unlink(missing_ok=True)


def _pairs(layout: Layout) -> tuple[tuple[Path, Path], ...]:
    return (
        (layout.database, layout.new_database),
        (layout.slots, layout.new_slots),
        (layout.anchor, layout.new_anchor),
    )


def _read_marker(path: Path) -> dict[str, str]:
    try:
        content = json.loads(path.read_bytes())
        files = content["bestanden"]
        if content["formaat"] != FORMAT or not isinstance(files, dict):
            raise StoreDamaged("rekey_damaged", file=path.name)
    except (ValueError, KeyError, TypeError):
        raise StoreDamaged("rekey_damaged", file=path.name) from None
    return files
