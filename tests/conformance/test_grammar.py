"""What is rendered for warehouses that nobody runs here can be parsed by another grammar than sqlglot's: sqlfluff's."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Any

import pytest
from sqlfluff.core import FluffConfig, Linter

from tests.conformance.grammar import rendered_alike

GRAMMARS = ("snowflake", "databricks", "redshift", "trino")
"""Dialects of which sqlfluff has a grammar, and nobody here an engine."""
UNKNOWN = {
    "snowflake": {"TIMESTAMPTZ": "TIMESTAMP_TZ", "TIMESTAMPNTZ": "TIMESTAMP_NTZ"},
}
"""False alarms: words of the warehouse that sqlfluff does not know, and others that mean the same."""


@pytest.fixture(scope="module", autouse=True)
def _quiet() -> Iterator[None]:
    """sqlfluff logs all that it does."""
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


def violations(sql: str, dialect: str) -> list[str]:
    config: Any = FluffConfig(overrides={"dialect": dialect})
    return [str(violation) for violation in Linter(config=config).parse_string(f"{sql}\n").violations]


@pytest.mark.parametrize("name", GRAMMARS)
def test_rendered_sql_is_of_the_grammar(name: str) -> None:
    problems = []
    for statement in rendered_alike(name):
        known = re.sub(r"\w+", lambda word: UNKNOWN.get(name, {}).get(word[0], word[0]), statement)
        problems += [f"{violation}\n{statement}" for violation in violations(known, name)]
    assert not problems, "\n\n".join(problems)


@pytest.mark.parametrize(("name", "word"), [(name, word) for name, words in UNKNOWN.items() for word in words])
def test_what_is_unknown_is_needed(name: str, word: str) -> None:
    assert violations(f"SELECT CAST(a AS {word})", name)
    assert not violations(f"SELECT CAST(a AS {UNKNOWN[name][word]})", name)
