"""Acts on the vault that take a while: run beside the window, with words for every phase."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from vhdesk.errors import StoreDamaged
from vhdesk.ui.context import UiContext
from vhdesk.ui.jobs import Job

SLOW_KEY: Final = (
    "Uit het wachtwoord wordt een sleutel gemaakt. Dat duurt met opzet even en is niet af te breken."
)
SLOW_CODE: Final = (
    "Uit een nieuwe code wordt een sleutel gemaakt. Dat duurt met opzet even en is niet af te breken."
)
PHASES: Final = {
    "controle": "De gegevens worden gecontroleerd.",
    "journaal": "De regels van het journaal worden nagerekend.",
    "kopie": "De gegevens worden gekopieerd.",
    "sleutels": "De nieuwe sleutels worden gemaakt.",
    "herversleutelen": "De kluis wordt opnieuw versleuteld.",
    "vastgelegd": "De nieuwe sleutel is vastgelegd. Dat wordt niet meer afgebroken.",
    "wisselen": "De nieuwe bestanden komen op hun plaats. Dat wordt niet afgebroken.",
    "gewisseld": "De kluis heeft de nieuwe sleutel.",
    "kopieen_wissen": "De reservekopieën worden geschoond en gecontroleerd.",
    "reservekopieen": "De reservekopieën krijgen de nieuwe sleutel.",
}
NOT_STOPPED: Final = frozenset({"vastgelegd", "wisselen", "gewisseld"})
"""Phases without a way out: the vault would stand between two keys."""


class VaultWork:
    """``act(*args)`` as an exclusive job; with ``tracked`` it is also given progress and cancel."""

    def __init__(self, act: Callable[..., Any], *args: Any, tracked: bool = False) -> None:
        self._act = act
        self._args = args
        self._tracked = tracked

    def __call__(self, job: Job) -> Any:
        """Return what the act returns. Raises VhdeskError, Interrupted."""

        def progress(phase: str, done: int, total: int) -> None:
            job.progress = (done, total, PHASES.get(phase, ""))
            job.cancellable = phase not in NOT_STOPPED

        def cancelled() -> bool:
            return job.cancelled

        if not self._tracked:
            return self._act(*self._args)
        return self._act(*self._args, progress, cancelled)


def tell_skipped(context: UiContext, names: tuple[str, ...]) -> bool:
    """Say which backups kept the former key after a change of key; returns whether there were any."""
    if names:
        context.shell.report(StoreDamaged("backups_skipped", aantal=len(names), namen=", ".join(names)))
    return bool(names)
