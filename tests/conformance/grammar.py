"""What is rendered, for grammars other than sqlglot's: every call of a primitive, and the SELECTs of all cases.

What differs in names and constants only is one statement, and what is longer than `MOST` is made of what others show.
Names with odd characters, and texts with backslashes, are plain ones here: they are tried on engines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from sqlfluff.core import FluffConfig, Linter
from sqlglot import Dialect as SqlglotDialect
from sqlglot import exp

from coterie import dialects
from coterie.dialects import Dialect
from tests.conformance.case_statements import statements_of
from tests.conformance.rendering import path_of

MOST = 220
_NAME = r"""|"(?:[^"]|"")*"|`[^`]*`"""
_WITH_ESCAPES = re.compile(r"'(?:[^'\\]|\\.|'')*'" + _NAME, re.DOTALL)
_WITHOUT_ESCAPES = re.compile(r"'(?:[^']|'')*'" + _NAME, re.DOTALL)
_NUMBER = re.compile(r"\b\d+(?:\.\d+)?\b")


UNKNOWN = {
    "snowflake": {"TIMESTAMPTZ": "TIMESTAMP_TZ", "TIMESTAMPNTZ": "TIMESTAMP_NTZ"},
}
"""False alarms: words of the warehouse that sqlfluff does not know, and others that mean the same."""


def known(sql: str, dialect: str) -> str:
    """The SQL in words that sqlfluff knows."""
    return re.sub(r"\w+", lambda word: UNKNOWN.get(dialect, {}).get(word[0], word[0]), sql)


def violations(sql: str, dialect: str) -> list[str]:
    """What sqlfluff's grammar has against it."""
    return [str(violation) for violation in _linter(dialect).parse_string(f"{sql}\n").violations]


@cache
def _linter(dialect: str) -> Linter:
    config: Any = FluffConfig(overrides={"dialect": dialect})
    return Linter(config=config)


def rendered_alike(dialect: str) -> list[str]:
    """One statement of each shape."""
    found: dict[str, str] = {}
    escapes = SqlglotDialect.get_or_raise(dialects.get(dialect).sqlglot).tokenizer_class.STRING_ESCAPES
    quoted = _WITH_ESCAPES if "\\" in escapes else _WITHOUT_ESCAPES
    for statement in (*_calls(dialect), *_selects(dialects.get(dialect))):
        found.setdefault(_shape(statement, quoted), quoted.sub(_plain, statement))
    return [statement for statement in found.values() if len(statement) <= MOST]


def _plain(found: re.Match[str]) -> str:
    quote, inside = found[0][0], found[0][1:-1]
    is_plain = "\\" not in inside if quote == "'" else re.fullmatch(r"\w+", inside, re.ASCII)
    return found[0] if is_plain else f"{quote}odd{quote}"


def _shape(statement: str, quoted: re.Pattern[str]) -> str:
    bare = quoted.sub(lambda found: found[0][0], statement)
    return " ".join(_NUMBER.sub("0", bare).split())


def _calls(dialect: str) -> Iterator[str]:
    """What is written down of the primitives, expressions as SELECTs."""
    text = re.sub(r"^--.*\n", "", path_of(dialect).read_bytes().decode(), flags=re.MULTILINE)
    for statement in re.split(r";\n", text):
        if statement.strip():
            yield statement if statement.startswith(("SELECT", "WITH ")) else f"SELECT\n{statement}"


def _selects(dialect: Dialect) -> Iterator[str]:
    """The SELECTs of the cases, each for itself."""
    for statement in statements_of(dialect):
        for select in statement.tree.find_all(exp.Select):
            bare = select.copy()
            bare.set("with_", None)
            yield bare.sql(dialect=dialect.sqlglot, pretty=True)
