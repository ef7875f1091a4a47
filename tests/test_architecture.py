"""The rules of the house: who may import whom, where SQL may be text, how long things may be. Each rule is data."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

import coterie
from coterie import dialects
from coterie.dialects.base import OF_REWRITES

ROOT = Path(coterie.__file__).parent

LAYERS: tuple[tuple[str, ...], ...] = (
    ("errors", "frozen", "types"),
    ("dialects",),
    ("compiler",),
    ("runtime",),
    ("selection", "as_of", "project"),
    ("cli",),
)
"""From the ground up: a module imports its own layer and those below. `coterie` itself imports none of them."""

COMPILER: tuple[tuple[str, ...], ...] = (
    ("definitions",),
    ("catalog", "compiled", "undisturbed"),
    ("ir",),
    ("resolving",),
    ("language",),
    ("loading",),
    ("writing",),
    ("checking",),
    ("planning", "sharing"),
    ("reasoning", "testing", "explaining"),
    ("",),
)
"""The packages and modules of the compiler from the ground up: each imports its own level and those before it."""

BACK_SEES = {
    "writing": {"definitions", "compiled", "ir", "loading.templating", "loading.sql_marks"},
    "planning.blame": {"ir"},
    "planning.require": {"ir", "planning.blame"},
    "sharing": {"compiled", "ir", "sharing"},
}
"""The plan and the dialect are enough for the SQL: of the definitions only the models' sources are seen."""

CHECKING_ONLY = {"compiler.loading.sandbox": {"jinja2"}}
"""What the compiler may import for type checkers alone: packages that are loaded when needed, never its own."""

HEAVY = ("pydantic", "sqlglot", "duckdb", "yaml", "jinja2", "rich", "typer")
DRIVERS = {
    "duckdb",
    "psycopg",
    "psycopg2",
    "snowflake",
    "google",
    "databricks",
    "clickhouse_connect",
    "chdb",
    "redshift_connector",
    "pyspark",
    "py4j",
}
CLOCKS = {"now", "utcnow", "today", "time", "time_ns", "monotonic"}

PARSERS = {"parse", "parse_one", "maybe_parse", "to_table", "to_column", "condition", "tokenize"}
PARSES = {"compiler.writing.sources", "runtime.catalog_keys"}
"""Where text becomes SQL: users' own SELECTs, and keys of tables as catalogs write them, of which names are kept."""

WRITES = {"compiler.writing.render", "compiler.writing.writers", "compiler", "compiler.writing.sources"}
"""Where SQL becomes text: statements; names of types for the catalog of outputs; and to be quoted in an error."""

_WITH_TEXT = ("bigquery", "clickhouse", "databricks", "duckdb", "postgres", "redshift", "snowflake", "spark")
EXECUTES = {f"runtime.{name}": {"_text"} for name in _WITH_TEXT}
"""Who hands text to a driver: constants, or what these functions make of trees."""

CLAUSES = re.compile(
    r"\b(?<!a )(?<!one )(?<!the )"  # errors speak of `a SELECT`
    r"(SELECT|FROM|WHERE|JOIN|GROUP BY|ORDER BY|HAVING|UNION|VALUES|LIMIT|INSERT|UPDATE|DELETE|CREATE|DROP|ALTER)\b"
)
STATEMENTS = re.compile(
    r"^\s*(select\b.*\bfrom\b|with\b.*\bas\b|insert\s+into|delete\s+from|update\b.*\bset\b|merge\s+into|copy\b.*\bto\b|"
    r"(create|drop|alter)\s+(or\s+replace\s+)?(temp\w*\s+)?(table|view|schema)|attach\s)",
    re.IGNORECASE | re.DOTALL,
)

LONGEST_FILE, LONGEST_FUNCTION = 400, 60


class Import(NamedTuple):
    """What a module imports: a module of coterie without that word, or a package from elsewhere."""

    target: str
    is_own: bool
    checking_only: bool


def module_names() -> list[str]:
    """Every module, without `coterie.`; a package by its own name, coterie itself as an empty text."""
    parts = (path.relative_to(ROOT).with_suffix("").parts for path in sorted(ROOT.rglob("*.py")))
    return [".".join(part for part in names if part != "__init__") for names in parts]


MODULES = module_names()
INSIDE_COMPILER = [name for name in MODULES if name.split(".")[0] == "compiler"]


def path_of(module: str) -> Path:
    path = ROOT.joinpath(*module.split(".")) if module else ROOT
    return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")


@cache
def tree_of(module: str) -> ast.Module:
    return ast.parse(path_of(module).read_text(encoding="utf-8"))


def calls(module: str) -> Iterator[tuple[str, ast.Call]]:
    """Every call, with the last part of the name that is called."""
    for node in ast.walk(tree_of(module)):
        if isinstance(node, ast.Call):
            function = node.func
            yield function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", ""), node


@cache
def imports(module: str) -> tuple[Import, ...]:
    tree = tree_of(module)
    guarded = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test)
        for inner in ast.walk(node)
    }
    found = []
    for node in ast.walk(tree):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} imports by a relative path"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        for name in names:
            is_own = name.split(".")[0] == "coterie"
            found.append(Import(_module_in(name) if is_own else name, is_own, id(node) in guarded))
    return tuple(found)


def _module_in(name: str) -> str:
    """The module that a dotted name means or lies in."""
    inside = name.removeprefix("coterie").removeprefix(".")
    return inside if inside in MODULES else inside.rpartition(".")[0]


# Who imports whom


def layer_of(module: str) -> int:
    top = module.split(".")[0]
    return next(level for level, names in enumerate(LAYERS) if top in names)


@pytest.mark.parametrize("module", [name for name in MODULES if name])
def test_imports_go_one_way(module: str) -> None:
    upwards = [
        one.target for one in imports(module) if one.is_own and one.target and layer_of(one.target) > layer_of(module)
    ]
    assert upwards == []


def test_coterie_itself_imports_its_names_when_they_are_used() -> None:
    assert [one.target for one in imports("") if one.is_own and not one.checking_only] == []


def test_the_order_inside_the_compiler_is_complete() -> None:
    listed = [f"compiler.{name}".rstrip(".") for row in COMPILER for name in row]
    assert sorted(listed) == sorted({".".join(module.split(".")[:2]) for module in INSIDE_COMPILER})


@pytest.mark.parametrize("module", INSIDE_COMPILER)
def test_inside_the_compiler_imports_go_one_way(module: str) -> None:
    level = {f"compiler.{name}".rstrip("."): row for row, names in enumerate(COMPILER) for name in names}
    own = ".".join(module.split(".")[:2])
    inside = {".".join(one.target.split(".")[:2]) for one in imports(module) if one.target.startswith("compiler")}
    assert {name for name in inside - {own} if level[name] >= level[own]} == set()


def test_the_plan_and_the_dialect_are_enough_for_the_sql() -> None:
    for part, sees in BACK_SEES.items():
        for module in INSIDE_COMPILER:
            if _is_in(module, f"compiler.{part}"):
                seen = {one.target for one in imports(module) if one.target.startswith("compiler.")}
                allowed = [f"compiler.{name}" for name in (part, *sees)]
                assert not [name for name in seen if not any(_is_in(name, one) for one in allowed)], module


def _is_in(module: str, package: str) -> bool:
    return module == package or module.startswith(f"{package}.")


def test_no_two_modules_import_each_other() -> None:
    """Also not in a bigger circle, whenever the imports happen, and be they for type checkers alone."""
    waiting = {
        module: {one.target for one in imports(module) if one.is_own and one.target not in ("", module)}
        for module in MODULES
        if module
    }
    while free := [module for module, needed in waiting.items() if not needed & waiting.keys()]:
        for module in free:
            del waiting[module]
    assert waiting == {}


def test_nothing_in_the_compiler_is_hidden_from_the_import_rules() -> None:
    for module in INSIDE_COMPILER:
        hidden = {one.target.split(".")[0] for one in imports(module) if one.checking_only}
        assert hidden <= CHECKING_ONLY.get(module, set()), module


# What the compiler does not know


@pytest.mark.parametrize("module", [*INSIDE_COMPILER, *(name for name in MODULES if name.startswith("dialects"))])
def test_the_compiler_knows_no_driver_no_clock_and_no_environment(module: str) -> None:
    packages = {one.target.split(".")[0] for one in imports(module) if not one.is_own}
    assert packages & DRIVERS == set()
    read = {node.attr for node in ast.walk(tree_of(module)) if isinstance(node, ast.Attribute)}
    assert read & {"environ", "getenv"} == set()
    assert {name for name, _ in calls(module)} & CLOCKS == set()


def test_nobody_outside_dialects_asks_for_a_dialects_name() -> None:
    names = set(dialects.names())
    for module in MODULES:
        if module.split(".")[0] == "dialects":
            continue
        for node in ast.walk(tree_of(module)):
            asked: list[ast.expr] = []
            if isinstance(node, ast.Compare):
                asked = [node.left, *node.comparators]
            elif isinstance(node, ast.MatchValue):
                asked = [node.value]
            values = {one.value for one in asked if isinstance(one, ast.Constant)}
            assert values & names == set(), f"{module}:{node.lineno}"


def test_what_only_rewrites_need_is_named_by_rewrites_only() -> None:
    for module in MODULES:
        if module.startswith("compiler.") and not module.startswith("compiler.sharing."):
            constants = {node.value for node in ast.walk(tree_of(module)) if isinstance(node, ast.Constant)}
            assert constants & OF_REWRITES == set(), module


# SQL is trees


def test_text_becomes_sql_in_listed_places_only() -> None:
    for module in MODULES:
        parsing = [name for name, call in calls(module) if name in PARSERS and _is_sqlglots(call, module)]
        assert not parsing or module in PARSES, f"{module}: {parsing}"


def _is_sqlglots(call: ast.Call, module: str) -> bool:
    """Is it a function of sqlglot, by the names that the module imports from there?"""
    function = call.func
    if isinstance(function, ast.Attribute):
        return isinstance(function.value, ast.Name) and function.value.id in ("exp", "sqlglot")
    return isinstance(function, ast.Name) and any(one.target == f"sqlglot.{function.id}" for one in imports(module))


def test_sql_becomes_text_in_listed_places_only() -> None:
    names = ("sql", "generate")
    found = ((module, name, call) for module in MODULES for name, call in calls(module))
    writing = {module for module, name, call in found if name in names and not _is_drivers(call)}
    assert writing == WRITES


def test_drivers_are_given_constants_or_what_was_rendered() -> None:
    for module in MODULES:
        for name, call in calls(module):
            if name not in ("execute", "executemany", "query", "command", "sql") or not _is_drivers(call):
                continue
            text = call.args[0]
            made = text.func.id if isinstance(text, ast.Call) and isinstance(text.func, ast.Name) else ""
            is_constant = isinstance(text, ast.Constant)
            assert module in EXECUTES, f"{module}:{call.lineno}"
            assert is_constant or made in EXECUTES[module], f"{module}:{call.lineno}"


def _is_drivers(call: ast.Call) -> bool:
    """Is it a method of a driver's connection, rather than of a warehouse, which takes trees?"""
    owner = call.func.value if isinstance(call.func, ast.Attribute) else None
    name = owner.attr if isinstance(owner, ast.Attribute) else getattr(owner, "id", "")
    return name.lstrip("_") in ("client", "connection", "cursor", "session")


@pytest.mark.parametrize(
    "code",
    [
        "f'SELECT {column}'",
        "'select * from ' + name",
        "'DROP TABLE %s' % name",
        "'CREATE SCHEMA {}'.format(name)",
        "' UNION ALL '.join(queries)",
        "f'{column} IN (SELECT 1)'",
        "f'insert into {name}'",
    ],
)
def test_sql_in_strings_is_recognised(code: str) -> None:
    texts = [text for node in ast.walk(ast.parse(code)) for text in _texts_with_holes(node)]
    assert any(CLAUSES.search(text) or STATEMENTS.search(text) for text in texts)


@pytest.mark.parametrize("module", MODULES)
def test_no_sql_is_put_together_from_strings(module: str) -> None:
    for node in ast.walk(tree_of(module)):
        for text in _texts_with_holes(node):
            assert not CLAUSES.search(text), f"{module}: {text!r}"
            assert not STATEMENTS.search(text), f"{module}: {text!r}"


def _texts_with_holes(node: ast.AST) -> Iterator[str]:
    """The constant parts of texts that values are put into: f-strings, `+`, `%`, `format` and `join`."""
    match node:
        case ast.JoinedStr():
            yield "".join(_constant(part) for part in node.values)
        case ast.BinOp(op=ast.Add() | ast.Mod()):
            yield from filter(None, (_constant(node.left), _constant(node.right)))
        case ast.Call(func=ast.Attribute(attr="format" | "join", value=owner)):
            yield from filter(None, (_constant(owner), *(_constant(arg) for arg in node.args)))


def _constant(node: ast.AST) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


# Sizes


@pytest.mark.parametrize("module", MODULES)
def test_files_and_functions_are_short(module: str) -> None:
    assert len(path_of(module).read_text(encoding="utf-8").splitlines()) < LONGEST_FILE
    for node in ast.walk(tree_of(module)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno is not None
            assert node.end_lineno - node.lineno < LONGEST_FUNCTION, f"{module}.{node.name}"


def test_every_module_says_what_it_is_for() -> None:
    assert [module for module in MODULES if not ast.get_docstring(tree_of(module))] == []


# What importing costs


def test_importing_coterie_loads_nothing_heavy() -> None:
    code = "import sys, coterie; print(*sorted(name for name in sys.modules if '.' not in name))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT.parent)
    assert set(run.stdout.split()) & set(HEAVY) == set()
