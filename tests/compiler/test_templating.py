"""Placeholders: values, references, and everything that is refused."""

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coterie.compiler.loading.templating import AS_OF_PLACEHOLDER, Placeholders, decode_ref, encode_ref
from coterie.errors import CompileError

VARIABLES = {"n": 5, "rate": Decimal("1.50"), "city": "Köln", "list": [1, "b"], "none": None, "yes": True}
ENVIRONMENT = {"SECRET": "hunter2", "THREADS": " 8 "}


def render(text: str, *, in_sql: bool = False) -> object:
    return Placeholders(VARIABLES, ENVIRONMENT).render(text, in_sql=in_sql)


def error(text: str, *, in_sql: bool = False) -> str:
    with pytest.raises(CompileError) as caught:
        render(text, in_sql=in_sql)
    return str(caught.value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("{{ var('n') }}", 5),
        ("{{var('n')}}", 5),
        ("{{ var('rate') }}", Decimal("1.50")),
        ("{{ var('list') }}", [1, "b"]),
        ("{{ var('none') }}", None),
        ("{{ var('yes') }}", True),
        ("{{ var('nothing', 7) }}", 7),
        ("{{ var('nothing', none) }}", None),
        ("{{ var('nothing', env_var('HOST', 'here')) }}", "here"),
        ("{{ env_var('SECRET') }}", "hunter2"),
        ("{{ env_var('THREADS') | int }}", 8),
        ("{{ env_var('THREADS') | number }}", Decimal("8")),
        ("{{ var('rate') | number }}", Decimal("1.50")),
        ("{{ env_var('HOST', 'LocalHost') | lower }}", "localhost"),
        ("{{ ' x ' | trim | upper }}", "X"),
        ("{{ var('n') * 2 + 1 }}", 11),
        ("{{ 1.1 + 2.2 }}", Decimal("3.3")),
        ("{{ var('rate') * 0.1 }}", Decimal("0.150")),
        ("{{ 7 / 2 }}", Decimal("3.5")),
        ("{{ 7 // 2 }}", 3),
        ("{{ -var('n') }}", -5),
        ("{{ 'a' if var('n') > 3 else 'b' }}", "a"),
        ("{{ 1 in var('list') and not var('none') }}", True),
        ("{{ [1, 2.5, ('x', true)] }}", [1, Decimal("2.5"), ["x", True]]),
        ("{{ 'a' + 'b' }}", "ab"),
        ("{{ '{%' }} and {{ '{{' }}", "{% and {{"),
    ],
)
def test_a_lone_template_is_the_value_itself(text: str, value: object) -> None:
    found = render(text)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("n={{ var('n') }};", "n=5;"),
        ("{{ var('n') }}{{ var('n') }}", "55"),
        (" {{ var('rate') }}", " 1.50"),
        ("x = {{ var('yes') }} or y = {{ var('none') }}", "x = true or y = null"),
        ("City = '{{ var('city') }}'\n", "City = 'Köln'\n"),
        ("{net_revenue} / {orders}", "{net_revenue} / {orders}"),
        ("}} { { x", "}} { { x"),
    ],
)
def test_inside_text_the_value_is_written_out(text: str, value: str) -> None:
    assert render(text) == value


def test_what_a_variable_holds_is_not_a_placeholder() -> None:
    assert Placeholders({"a": "{{ var('b') }}"}, {}).render("{{ var('a') }}!") == "{{ var('b') }}!"


def test_an_unknown_variable() -> None:
    assert error("{{ var('citty') }}") == ("[unknown_variable] there is no variable `citty`\n    did you mean `city`?")
    with pytest.raises(CompileError, match="there are no variables"):
        Placeholders({}, {}).render("{{ var('x') }}")


def test_a_missing_environment_variable() -> None:
    assert error("{{ env_var('HOME') }}") == (
        "[missing_environment_variable] the environment variable `HOME` is not set\n"
        "    set it, or write a default: env_var('HOME', '…')"
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{{", "the placeholder does not parse: unexpected 'end of template'"),
        ("{{ }}", "the placeholder does not parse: Expected an expression, got 'end of print statement'"),
        ("{{ var('a' }}", "the placeholder does not parse: unexpected '}', expected ')'"),
        ("{{ " + "9" * 5000 + " }}", "the placeholder does not parse (ValueError)"),
        ("{{ var }}", "expected `var` with parentheses"),
        ("{{ as_of() }}", "expected `as_of` without parentheses"),
        ("{{ var() }}", "expected a name in quotes, and perhaps a default, in var()"),
        ("{{ var('a', 1, 2) }}", "expected a name in quotes, and perhaps a default, in var()"),
        ("{{ var(name='a') }}", "expected a name in quotes, and perhaps a default, in var()"),
        ("{{ var(*var('list')) }}", "expected a name in quotes, and perhaps a default, in var()"),
        ("{{ var(env_var('SECRET')) }}", "expected a name in quotes, and perhaps a default, in var()"),
        ("{{ env_var(['SECRET']) }}", "expected a name in quotes, and perhaps a default, in env_var()"),
        ("{{ ref('') }}", "expected a name in quotes in ref()"),
        ("{{ ref('a', 'b') }}", "expected a name in quotes in ref()"),
    ],
)
def test_placeholder_syntax(text: str, message: str) -> None:
    assert error(text, in_sql=True) == f"[placeholder_syntax] {message}"


EXPECTED = "expected only var(), env_var(), param(), ref(), as_of, constants, operators and simple filters"
ESCAPE = "\n    to write these signs as text, put them in a placeholder: {{ '{%' }}"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("{{ ''.__class__ }}", f"found an attribute, {EXPECTED}"),
        ("{{ ''.__class__.__mro__[1].__subclasses__() }}", f"found a method, {EXPECTED}"),
        ("{{ ''['__class__'] }}", f"found an index that is no whole number, {EXPECTED}"),
        ("{{ var.__globals__ }}", f"found an attribute, {EXPECTED}"),
        ("{{ 'x'.format(1) }}", f"found a method, {EXPECTED}"),
        ("{{ ''|attr('__class__') }}", f"found the filter `attr`, {EXPECTED}\n    known filters: "),
        ("{{ 'a'|center(1000000000) }}", f"found the filter `center`, {EXPECTED}\n    known filters: "),
        ("{{ range(1000000000) }}", f"found the name `range`, {EXPECTED}\n    known names: "),
        ("{{ self }}", f"found the name `self`, {EXPECTED}\n    known names: "),
        ("{{ lipsum() }}", f"found the name `lipsum`, {EXPECTED}\n    known names: "),
        ("{{ vra('x') }}", f"found the name `vra`, {EXPECTED}\n    did you mean `var`?"),
        ("{{ var('n') is defined }}", f"found a test, {EXPECTED}"),
        ("{{ 'a' * 10**9 }}", f"found `**`, {EXPECTED}"),
        ("{{ 'a' ~ 'b' }}", f"found `~`, {EXPECTED}"),
        ("{{ {'a': 1} }}", f"found a mapping, {EXPECTED}"),
        ("{% for i in range(1000000000) %}x{% endfor %}", f"found `{{%`, expected only `{{{{ … }}}}`{ESCAPE}"),
        ("{%- set x = 1 %}", f"found `{{%`, expected only `{{{{ … }}}}`{ESCAPE}"),
        ("{% raw %}{{ x }}{% endraw %}", f"found `{{%`, expected only `{{{{ … }}}}`{ESCAPE}"),
        ("a {# comment #}", f"found `{{#`, expected only `{{{{ … }}}}`{ESCAPE}"),
    ],
)
def test_nothing_outside_the_lists(text: str, found: str) -> None:
    assert error(text).startswith(f"[placeholder_forbidden] {found}")


@pytest.mark.parametrize(
    ("text", "code", "message"),
    [
        ("{{ 'a' * 1000000000 }}", "placeholder_value", "`*` in a placeholder needs two numbers"),
        ("{{ var('list') * 1000000000 }}", "placeholder_value", "`*` in a placeholder needs two numbers"),
        ("{{ '%1000000000d' % 5 }}", "placeholder_value", "`%` in a placeholder needs two numbers"),
        ("{{ 1 / 0 }}", "placeholder_value", "the placeholder cannot be computed (ZeroDivisionError)"),
        ("{{ -'a' }}", "placeholder_value", "the placeholder cannot be computed (TypeError)"),
        ("{{ 'a' if false }}", "placeholder_value", "the placeholder has no value"),
        ("x {{ var('list') }}", "placeholder_value", "found a list inside other text, expected a single value"),
        ("{{ env_var('SECRET') | int }}", "placeholder_value", "the filter `int` needs a whole number"),
        ("{{ env_var('SECRET') | number }}", "placeholder_value", "the filter `number` needs a number"),
        ("{{ env_var('SECRET') - 1 }}", "placeholder_value", "`-` in a placeholder needs two numbers"),
        ("{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}", "placeholder_too_large", "at most 200 words and signs"),
        ("{{ " + "1 + " * 5000 + "1 }}", "placeholder_too_large", "at most 200 words and signs"),
    ],
)
def test_values_that_cannot_be(text: str, code: str, message: str) -> None:
    found = error(text)
    assert found.startswith(f"[{code}] ")
    assert message in found
    assert "hunter2" not in found


def test_results_are_bounded() -> None:
    placeholders = Placeholders({"big": "x" * 600_000}, {})
    for text in ("{{ var('big') + var('big') }}", "{{ var('big') }}{{ var('big') }}"):
        with pytest.raises(CompileError) as caught:
            placeholders.render(text)
        assert str(caught.value) == "[placeholder_too_large] the placeholder gives more than 1,000,000 characters"


def test_references_belong_in_sql() -> None:
    assert error("{{ ref('orders') }}") == (
        "[placeholder_misplaced] found `ref`, which belongs in the `sql` of a source or in `sql_query`"
    )
    assert error("{{ as_of }}") == (
        "[placeholder_misplaced] found `as_of`, which belongs in the `sql` of a source or in `sql_query`"
    )


def test_references_become_placeholders_in_sql() -> None:
    sql = "select * from {{ ref('Order lines') }} where at < {{ as_of }} and n > {{ var('n') }}"
    assert render(sql, in_sql=True) == (
        "select * from __coterie_ref___4frder_20lines where at < __coterie_as_of and n > 5"
    )
    assert AS_OF_PLACEHOLDER == "__coterie_as_of"


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_model_name_survives_as_an_identifier(name: str) -> None:
    identifier = encode_ref(name)
    assert identifier.isascii()
    assert identifier.isidentifier()
    assert identifier == identifier.lower()
    assert decode_ref(identifier) == decode_ref(identifier.upper()) == name


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), min_size=2, max_size=2, unique=True))
def test_different_models_have_different_identifiers(names: list[str]) -> None:
    assert encode_ref(names[0]) != encode_ref(names[1])


@pytest.mark.parametrize(
    "identifier", ["orders", "__coterie_as_of", "__coterie_ref__", "__coterie_ref___ff", "__coterie_ref___zz"]
)
def test_other_identifiers_are_no_references(identifier: str) -> None:
    assert decode_ref(identifier) is None


def test_jinja_is_imported_only_for_placeholders() -> None:
    code = (
        "import sys\n"
        "from coterie.compiler.loading.load import load_text\n"
        "load_text('name: shop')\n"
        "assert 'jinja2' not in sys.modules\n"
        "load_text('name: \"{{ 1 }}{{ 2 }}\"')\n"
        "assert 'jinja2' in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
