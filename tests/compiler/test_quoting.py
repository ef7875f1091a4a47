"""Arguments in the text of expressions: values, whatever they hold and wherever they stand."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coterie.compiler.language.parse import parse_expression
from coterie.compiler.language.syntax import Constant, Name, Operation, TraitName
from coterie.compiler.language.tokens import tokens
from coterie.compiler.loading.quoting import ExpressionText, NameText, expression_text
from coterie.compiler.loading.templating import Part
from coterie.errors import NOWHERE, CompileError


def text(*parts: Any) -> str:
    """Texts as they were written, and in tuples arguments."""
    return expression_text(Part(part[0], ("p",)) if isinstance(part, tuple) else Part(part) for part in parts)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("it's", "'it''s'"),
        ("", "''"),
        (NameText("Order no"), '"Order no"'),
        (NameText('a"b'), '"a""b"'),
        (ExpressionText("a OR b"), "(a OR b)"),
        (12, "12"),
        (Decimal("1.50"), "1.50"),
        (Decimal("1E+3"), "1E+3"),
        (True, "TRUE"),
        (False, "FALSE"),
        (None, "NULL"),
        (["a", 1, NameText("b")], "'a', 1, \"b\""),
    ],
)
def test_a_value_on_its_own(value: Any, written: str) -> None:
    assert text("x = ", (value,), " AND y") == f"x = {written} AND y"


@pytest.mark.parametrize(
    ("parts", "written"),
    [
        (("'", ("it's",), "'"), "'it''s'"),
        (("'%", ("a",), "%' || '", (5,), "'"), "'%a%' || '5'"),
        (("'it''s ", ("'",), "'"), "'it''s '''"),
        (('"', ('a"b',), '"'), '"a""b"'),
        (("'\"", ("a\"b'",), "\"'"), "'\"a\"b''\"'"),
        (("{ Spent on ", ("it's",), " } > 1"), "{ Spent on it's } > 1"),
        ((("a",), ("b",)), "'a' 'b'"),
        (("'a'", ("b",), "'c'"), "'a' 'b' 'c'"),
        (("1", (2,), "3"), "1 2 3"),
        (("a -", (-5,)), "a - -5"),
        (("a - ", (-5,), "-", (-5,)), "a - -5 - -5"),
        (("customer.", (NameText("Country"),)), 'customer. "Country"'),
    ],
)
def test_where_a_value_stands(parts: tuple[Any, ...], written: str) -> None:
    assert text(*parts) == written


@pytest.mark.parametrize(("value", "found"), [("a}", "}"), ("{b", "{"), ("} OR {", "{")])
def test_no_braces_in_the_name_of_a_trait(value: str, found: str) -> None:
    with pytest.raises(CompileError) as caught:
        text("{ ", (value,), " }")
    assert str(caught.value) == f"[placeholder_value] found `{found}` in the name of a trait"


@pytest.mark.parametrize("value", [["a"], {"n": 1}])
def test_no_lists_and_mappings_inside_text(value: Any) -> None:
    with pytest.raises(CompileError, match="inside other text, expected a single value"):
        text("'", (value,), "'")


HOSTILE = st.text("'\"{}()-/*\\ab %;,\n\x1a", max_size=12) | st.text(max_size=5)


@given(HOSTILE, HOSTILE)
def test_no_text_ends_what_its_template_began(value: str, other: str) -> None:
    """Whatever the texts, the expression has the same tree, and the texts are in it as they are."""
    written = text("a = ", (value,), " OR b = 'x", (value,), "y", (other,), "' OR c IN (", ([value, other],), ")")
    tree = parse_expression(written, NOWHERE)
    harmless = parse_expression("a = 'v' OR b = 'xvyv' OR c IN ('v', 'v')", NOWHERE)
    assert _shape(tree) == _shape(harmless)
    assert _constants(tree) == [value, f"x{value}y{other}", value, other]


@given(HOSTILE.filter(bool), HOSTILE.filter(bool))
def test_no_name_ends_what_its_template_began(name: str, other: str) -> None:
    tree = parse_expression(text((NameText(name),), ' = "x', (other,), '"'), NOWHERE)
    match tree:
        case Operation("=", (Name((left,)), Name((right,)))):
            assert (left, right) == (name, f"x{other}")
        case _:
            raise AssertionError(tree)


@given(st.integers() | st.decimals(allow_nan=False, allow_infinity=False), st.sampled_from(["a -", "a*", "a/", "a"]))
def test_a_number_is_one_value(number: Any, before: str) -> None:
    kinds = [token.kind for token in tokens(text(before, (number,)), NOWHERE)]
    sign = ["symbol"] if str(number).startswith("-") else []
    *kinds_before, _ = (token.kind for token in tokens(before, NOWHERE))
    assert kinds == [*kinds_before, *sign, "number", "end"]


@given(HOSTILE.filter(lambda value: not {"{", "}"}.intersection(value)))
def test_a_trait_is_one_name(value: str) -> None:
    match parse_expression(text("{ a ", (value,), " } > 1"), NOWHERE):
        case Operation(">", (TraitName(slug), Constant(1))):
            assert slug == f"a {value}".strip()
        case tree:
            raise AssertionError(tree)


def _shape(node: Any) -> Any:
    if isinstance(node, Operation):
        return node.operator, [_shape(part) for part in node.args]
    return type(node).__name__, node.parts if isinstance(node, Name) else ()


def _constants(node: Any) -> list[Any]:
    if isinstance(node, Operation):
        return [value for part in node.args for value in _constants(part)]
    return [node.value] if isinstance(node, Constant) else []
