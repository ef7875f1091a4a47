"""Each engine is asked by one worker alone, so that it is started once, however many workers there are.

pytest-xdist has groups of its own (`loadgroup`), but pytest 9.2 does not let it add them to the names of tests.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.engines import ENGINES

if TYPE_CHECKING:
    from xdist.remote import Producer
    from xdist.scheduler import LoadScopeScheduling

_ENGINE = re.compile(rf"(?<=/test_)({'|'.join(ENGINES)})(?=_|\.py)|(?<=[\[-])({'|'.join(ENGINES)})(?=[\]-])")
"""In the name of a test: a file of an engine's own, as its name or the beginning of it, or an engine as a parameter."""


def engine_of(test: str) -> str | None:
    """The engine that a test asks, by the name of the test."""
    found = _ENGINE.search(test)
    return found[0] if found else None


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> LoadScopeScheduling:
    from xdist.scheduler import LoadScopeScheduling

    class ByEngine(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            return engine_of(nodeid) or nodeid

    return ByEngine(config, log)
