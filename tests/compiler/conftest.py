"""Generated examples may take as long as a busy machine needs, and are few in the quick profile."""

from __future__ import annotations

from hypothesis import settings

from tests.effort import IS_QUICK

settings.register_profile(
    "patient", settings.get_profile("default"), deadline=None, max_examples=25 if IS_QUICK else 100
)
if settings.get_current_profile_name() == "default":
    settings.load_profile("patient")
