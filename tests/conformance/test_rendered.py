"""What primitives are rendered as is what was checked in."""

from __future__ import annotations

import difflib

import pytest
from sqlglot import parse

from coterie import dialects
from tests.conformance.rendering import FOLDER, path_of, rendered
from tests.conformance.rows_file import primitives


@pytest.mark.parametrize("name", dialects.names())
def test_rendered_sql_is_as_it_was(name: str) -> None:
    path, found = path_of(name), rendered(dialects.get(name))
    known = path.read_bytes().decode() if path.exists() else ""  # a line may end with a carriage return
    lines = difflib.unified_diff(known.splitlines(), found.splitlines(), path.name, "what is rendered now", lineterm="")
    assert found == known, "\n".join([*lines, "", "If this is right, write it down: make rendered"])


@pytest.mark.parametrize("name", dialects.names())
def test_rendered_sql_can_be_parsed(name: str) -> None:
    text = path_of(name).read_bytes().decode()
    assert len(parse(text, dialect=dialects.get(name).sqlglot)) > len(primitives())


def test_every_file_is_of_a_dialect() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.sql")) == sorted(dialects.names())
