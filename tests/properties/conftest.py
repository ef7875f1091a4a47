"""Hypothesis profiles: `quick` on a desk, `ci` where COTERIE_PROFILE says so."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

SHARED = {
    "deadline": None,
    "print_blob": True,
    "suppress_health_check": [HealthCheck.too_slow, HealthCheck.data_too_large],
}
settings.register_profile("quick", max_examples=100, **SHARED)
settings.register_profile("ci", max_examples=500, **SHARED)
settings.load_profile(os.environ.get("COTERIE_PROFILE", "quick"))
