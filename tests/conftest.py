"""Which engines and tests run, and that each engine is asked by one worker alone, so that it is started once.

pytest-xdist has groups of its own (`loadgroup`), but pytest 9.2 does not let it add them to the names of tests.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

import pytest

from tests.effort import IS_QUICK, PROFILE
from tests.engines import ENGINES, left_out, missing, wanted

if TYPE_CHECKING:
    from xdist.remote import Producer
    from xdist.scheduler import LoadScopeScheduling
    from xdist.workermanage import WorkerController

_ENGINE = re.compile(rf"(?<=/test_)({'|'.join(ENGINES)})(?=[._])|(?<=[\[-])({'|'.join(ENGINES)})(?=[\]-])")
"""In the name of a test: files of an engine's own, or an engine as a parameter."""

OF_ONE_PROCESS = {"databricks": "spark"}
"""Files of engines that are another one in the worker's own process, which is started once for both."""

SLOWEST_FIRST = ("spark", "bigquery", "snowflake", "clickhouse", "duckdb", "postgres")
"""Of the engines, those that take longest, so that none of them is left alone at the end."""


def engine_of(test: str) -> str | None:
    """The engine that a test asks, by the name of the test."""
    found = _ENGINE.search(test)
    return OF_ONE_PROCESS.get(found[0], found[0]) if found else None


def pytest_configure() -> None:
    if lacking := missing():
        raise pytest.UsageError(f"COTERIE_ENGINES names what is not installed: {', '.join(lacking)}")


SAMPLED, SHARE = 4, 5
"""Of a test with so many parameters or more, the quick profile tries one in five."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave to continuous integration what takes seconds, and to exploring what takes minutes.

    Where nobody says which tests are wanted, the quick profile tries some of those that are there many times.
    """
    left = {"explore": [], "ci": ["minutes"]}.get(PROFILE, ["minutes", "slow"])
    others = {item for item in items if any(map(item.get_closest_marker, left))}
    if IS_QUICK and not config.option.keyword and config.args_source is pytest.Config.ArgsSource.TESTPATHS:
        others |= unsampled([item for item in items if item not in others])
    config.hook.pytest_deselected(items=[*others])
    items[:] = [item for item in items if item not in others]


def pytest_collection_finish() -> None:
    """What was collected stays: looking for garbage in it, again and again, takes a tenth of the time."""
    gc.collect()
    gc.freeze()


def pytest_unconfigure() -> None:
    gc.unfreeze()


def unsampled(items: Iterable[pytest.Item]) -> set[pytest.Item]:
    """All but one in five of those with many parameters; another one for each test."""
    families: dict[str, list[pytest.Item]] = {}
    for item in items:
        families.setdefault(item.nodeid.partition("[")[0], []).append(item)
    found = set[pytest.Item]()
    for position, family in enumerate(families.values()):
        if len(family) >= SAMPLED:
            found |= set(family) - set(family[position % min(SHARE, len(family)) :: SHARE])
    return found


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say which engines there were, also in a quiet run, so that nobody takes it for more than it is."""
    others = ", ".join(f"{name} ({reason})" for name, reason in left_out().items())
    terminalreporter.write_line(f"engines: {', '.join(wanted())}" + (f"; without {others}" if others else ""))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> LoadScopeScheduling:
    from xdist.scheduler import LoadScopeScheduling

    class ByEngine(LoadScopeScheduling):
        """Tests of an example go together too, as they share its run and its oracle."""

        def _split_scope(self, nodeid: str) -> str:
            name, _, _ = nodeid.partition("::")
            return engine_of(nodeid) or (name if name.startswith("tests/examples/") else nodeid)

        def _assign_work_unit(self, node: WorkerController) -> None:
            """The engine that takes longest comes first, and what belongs to none fills the gaps at the end."""
            first = next((name for name in SLOWEST_FIRST if name in self.workqueue), None)
            if first is not None:
                self.workqueue.move_to_end(first, last=False)
            super()._assign_work_unit(node)

    return ByEngine(config, log)
