"""Hypothesis profiles: `quick` on a desk, `ci` where COTERIE_PROFILE says so."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, Phase, settings

WHOLE_PROJECTS = settings(
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # shrinking is `reduction`'s
)
settings.register_profile("quick", WHOLE_PROJECTS, max_examples=100)
settings.register_profile("ci", WHOLE_PROJECTS, max_examples=500)
settings.load_profile(os.environ.get("COTERIE_PROFILE", "quick"))
