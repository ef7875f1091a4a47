"""docs/errors.md has a section for every code that the source can raise, and for no other."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.docs.session import ROOT

SECTION = re.compile(r"^(?:### `([a-z_]+)`$|\| `([a-z_]+)` \|)", re.MULTILINE)
CODE = re.compile(r"[a-z]+(_[a-z]+)*")
ERRORS = {"CompileError": 0, "WarehouseError": 0}


def sources() -> list[ast.Module]:
    return [ast.parse(path.read_text(encoding="utf-8")) for path in sorted((ROOT / "coterie").rglob("*.py"))]


def code_positions(modules: list[ast.Module]) -> dict[str, int]:
    """Which argument of a function or class is an error's code: the one that is called so."""
    positions = dict(ERRORS)
    for module in modules:
        for node in ast.walk(module):
            if isinstance(node, ast.ClassDef):
                for method in node.body:
                    if isinstance(method, ast.FunctionDef) and method.name == "__init__":
                        positions |= _position(node.name, method)
            if isinstance(node, ast.FunctionDef):
                positions |= _position(node.name, node)
    return positions


def _position(name: str, function: ast.FunctionDef) -> dict[str, int]:
    arguments = [argument.arg for argument in function.args.args if argument.arg not in ("self", "cls")]
    return {name: arguments.index("code")} if "code" in arguments else {}


def codes() -> set[str]:
    """Every code that is written in the source."""
    modules = sources()
    positions = code_positions(modules)
    found = {text for module in modules for node in ast.walk(module) for text in _codes(node, positions)}
    return {text for text in found if CODE.fullmatch(text)}


def _codes(node: ast.AST, positions: dict[str, int]) -> Iterator[str]:
    match node:
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)) if name in positions:
            yield from _texts(node.args[positions[name] : positions[name] + 1])
            yield from _texts([keyword.value for keyword in node.keywords if keyword.arg == "code"])
        case ast.FunctionDef(name="__init__", args=ast.arguments(args=arguments, defaults=defaults)):
            with_default = arguments[len(arguments) - len(defaults) :]
            yield from _texts([value for arg, value in zip(with_default, defaults, strict=True) if arg.arg == "code"])
        case ast.Assign(targets=[ast.Name(id="code")], value=value):
            yield from _texts([value])
        case ast.Assign(targets=[ast.Tuple(elts=[ast.Name(id="code"), *_])], value=value):
            yield from _texts([first for first in ast.walk(value) if isinstance(first, ast.Tuple)], first_only=True)
        case ast.Assign(targets=[ast.Name(id="CODES")], value=ast.Dict(keys=keys)):
            yield from _texts([key for key in keys if key is not None])
        case ast.Assign(targets=[ast.Name(id="_REFUSED")], value=ast.Dict(values=values)):
            yield from _texts(values, first_only=True)
        case (
            ast.Assign(targets=[ast.Name(id="_CODES")], value=value)
            | ast.AnnAssign(target=ast.Name(id="_CODES"), value=value)
        ):
            yield from _texts([value] if value else [])


def _texts(nodes: list[ast.expr] | list[ast.Tuple], *, first_only: bool = False) -> Iterator[str]:
    for node in nodes:
        inside = node.elts[:1] if first_only and isinstance(node, ast.Tuple) else ast.walk(node)
        yield from (one.value for one in inside if isinstance(one, ast.Constant) and isinstance(one.value, str))


def page() -> str:
    return Path(ROOT / "docs" / "errors.md").read_text(encoding="utf-8")


@pytest.mark.slow
def test_every_code_has_a_section_and_every_section_a_code() -> None:
    told = [heading or row for heading, row in SECTION.findall(page())]
    assert len(told) == len(set(told))
    assert set(told) == codes()


def test_every_section_has_an_example() -> None:
    _, *parts = re.split(r"^### ", page(), flags=re.MULTILINE)
    codes_of = [part.split("`")[1] for part in parts]
    told_by_report = {"null_key"}
    assert [code for code, part in zip(codes_of, parts, strict=True) if f"[{code}]" not in part] == [*told_by_report]
