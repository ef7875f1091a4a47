"""What is rendered for warehouses that nobody runs here can be parsed by another grammar than sqlglot's: sqlfluff's."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest

from tests.conformance.grammar import UNKNOWN, known, rendered_alike, violations

GRAMMARS = ("snowflake", "databricks", "redshift", "trino")
"""Dialects of which sqlfluff has a grammar, and nobody here an engine."""


@pytest.fixture(scope="module", autouse=True)
def _quiet() -> Iterator[None]:
    """sqlfluff logs all that it does."""
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


@pytest.mark.slow
@pytest.mark.parametrize("name", GRAMMARS)
def test_rendered_sql_is_of_the_grammar(name: str) -> None:
    problems = []
    for statement in rendered_alike(name):
        problems += [f"{violation}\n{statement}" for violation in violations(known(statement, name), name)]
    assert not problems, "\n\n".join(problems)


@pytest.mark.parametrize(("name", "word"), [(name, word) for name, words in UNKNOWN.items() for word in words])
def test_what_is_unknown_is_needed(name: str, word: str) -> None:
    assert violations(f"SELECT CAST(a AS {word})", name)
    assert not violations(f"SELECT CAST(a AS {UNKNOWN[name][word]})", name)
