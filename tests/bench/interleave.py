"""Medians of two things done in turns."""

from __future__ import annotations

import gc
import statistics
from collections.abc import Callable

Measured = Callable[[int], float]
"""Do the work for the n-th time and return how long it took, in seconds."""


def interleaved(first: Measured, second: Measured, rounds: int, warm: int = 2) -> tuple[float, float]:
    """Return the medians in milliseconds of ``first`` and ``second``; who begins changes every round."""
    times: tuple[list[float], list[float]] = ([], [])
    for number in range(rounds + warm):
        order = ((0, first), (1, second)) if number % 2 == 0 else ((1, second), (0, first))
        for place, work in order:
            gc.collect()  # or a collection lands in whichever of the two happens to be running
            took = work(number)
            if number >= warm:
                times[place].append(took * 1000)
    return statistics.median(times[0]), statistics.median(times[1])
