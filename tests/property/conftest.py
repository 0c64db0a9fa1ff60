"""How hard the properties are tried: the same draws in every run, or ``VHDESK_HYPOTHESIS=lang`` for thousands of steps."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, Phase, settings

_ALWAYS = {
    "deadline": None,
    "database": None,
    "print_blob": True,
    "suppress_health_check": list(HealthCheck),
}
settings.register_profile("vast", derandomize=True, max_examples=25, stateful_step_count=32, **_ALWAYS)
settings.register_profile("lang", derandomize=False, max_examples=150, stateful_step_count=60, **_ALWAYS)
settings.register_profile("zoek", derandomize=False, max_examples=120, stateful_step_count=45, phases=[Phase.generate], **_ALWAYS)  # fmt: skip
PROFILE = os.environ.get("VHDESK_HYPOTHESIS", "vast")
