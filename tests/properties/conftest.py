"""Hypothesis profiles: `quick` on a desk; `ci` and `explore` where COTERIE_PROFILE says so.

The first two make the same examples each time, so that a change and not chance decides; `explore` makes new ones.
"""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, settings

from tests.effort import PROFILE

WHOLE_PROJECTS = settings(
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # shrinking is `reduction`'s
)
settings.register_profile("quick", WHOLE_PROJECTS, max_examples=25, derandomize=True)
settings.register_profile("ci", WHOLE_PROJECTS, max_examples=100, derandomize=True)
settings.register_profile("explore", WHOLE_PROJECTS, max_examples=5_000)
settings.load_profile(PROFILE)
