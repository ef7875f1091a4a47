"""Every template that comes with coterie, used on the Online Retail example, gives what SQL written by hand gives."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import coterie
from coterie.compiler.loading.shelf import ready_templates
from coterie.compiler.loading.yaml_document import read_yaml
from coterie.selection import selectables
from tests.examples.oracle import EXAMPLES, Oracle, identifiers
from tests.examples.published import Published, differences
from tests.examples.test_online_retail import EXAMPLE, MOMENTS, Both

USES = Path(__file__).parent / "ready_templates.yml"
ORACLES = "ready_templates"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example's models, and nothing else but the uses."""
    folder = tmp_path_factory.mktemp("ready") / EXAMPLE
    shutil.copytree(EXAMPLES / EXAMPLE, folder, ignore=shutil.ignore_patterns("*.duckdb*", "traits", "audiences"))
    (folder / "audiences").mkdir()
    shutil.copy(USES, folder / "audiences")
    return folder


@pytest.fixture(scope="module", params=MOMENTS.values(), ids=MOMENTS)
def both(request: pytest.FixtureRequest, folder: Path) -> Both:
    return Both(Published(folder, request.param), Oracle(EXAMPLE, request.param, ORACLES))


@pytest.mark.parametrize("identifier", identifiers(ORACLES, "trait"))
def test_trait(both: Both, identifier: str) -> None:
    expected = both.oracle.values(identifier)
    assert len(set(expected.values())) > 3
    assert differences(both.published.values(identifier), expected) == []


@pytest.mark.parametrize("identifier", identifiers(ORACLES, "audience"))
def test_audience(both: Both, identifier: str) -> None:
    expected = both.oracle.members(identifier)
    assert 0 < len(expected) < len(both.oracle.entities(identifier.split(".")[0]))
    assert both.published.members(identifier) == expected


def test_everything_that_is_made_has_an_oracle(folder: Path) -> None:
    made = {f"{one.kind} {one.id}" for one in selectables(coterie.load(folder).definitions)}
    assert made == {f"{kind} {one}" for kind in ("trait", "audience") for one in identifiers(ORACLES, kind)}


def test_every_template_is_used() -> None:
    used = {use["template"] for use in read_yaml(USES.read_text(encoding="utf-8"), USES.name).data["use"]}
    assert used == ready_templates().keys()
