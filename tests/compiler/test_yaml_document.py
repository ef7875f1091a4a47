"""YAML text → values and places, with libyaml and with the parser in plain Python."""

from __future__ import annotations

import json
import sys
from decimal import Decimal

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from coterie.compiler.loading import yaml_document
from coterie.compiler.loading.yaml_document import KeyOf, plain_scalar, read_yaml
from coterie.errors import DefinitionErrors, Spot


@pytest.fixture(params=["libyaml", "python"], autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "libyaml" and not yaml.__with_libyaml__:
        pytest.skip("libyaml is not there")
    monkeypatch.setattr(yaml_document, "Loader", yaml.CBaseLoader if request.param == "libyaml" else yaml.BaseLoader)
    return str(request.param)


def data(text: str | bytes) -> object:
    return read_yaml(text, "a.yml").data


def errors(text: str | bytes) -> str:
    with pytest.raises(DefinitionErrors) as caught:
        read_yaml(text, "a.yml")
    return str(caught.value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("true", True),
        ("False", False),
        ("NO", "NO"),
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("y", "y"),
        ("~", None),
        ("null", None),
        ("NULL", None),
        ("nil", "nil"),
        ("12", 12),
        ("-12", -12),
        ("+5", 5),
        ("007", 7),
        ("0o17", 15),
        ("0x1F", 31),
        ("0b1", "0b1"),
        ("1_000", "1_000"),
        ("1:30", "1:30"),
        ("2024-01-31", "2024-01-31"),
        ("2024-01-31T09:30:00Z", "2024-01-31T09:30:00Z"),
        ("12e", "12e"),
        ("-", "-"),
        (".", "."),
        ("1.2.3", "1.2.3"),
        ("<<", "<<"),
        ("=", "="),
    ],
)
def test_scalars_follow_the_core_rules(text: str, value: object) -> None:
    found = plain_scalar(text)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize("text", ["0.1", "1.50", "1.", ".5", "-0.0", "1e5", "1E-3", "123456789012345678901234567890.1"])
def test_decimals_are_exactly_as_written(text: str) -> None:
    assert str(plain_scalar(text)) == str(Decimal(text))


def test_numbers_without_end_are_decimals_that_are_not_finite() -> None:
    assert plain_scalar(".inf") == Decimal("Infinity")
    assert plain_scalar("-.INF") == Decimal("-Infinity")
    assert str(plain_scalar(".nan")) == "NaN"
    assert plain_scalar("1e9999999999999999999999") == Decimal("Infinity")


def test_a_number_of_thousands_of_digits_is_read() -> None:
    assert plain_scalar("9" * 5000) == Decimal("9" * 5000)


def test_values_of_all_forms() -> None:
    text = """
a: {x: 1, 'y': "2", z: [true, ~, NO, ]}
b:
  - !!str 5
  - |
    two
    lines
  - ''
c:
"""
    assert data(text) == {"a": {"x": 1, "y": "2", "z": [True, None, "NO"]}, "b": ["5", "two\nlines\n", ""], "c": None}


@pytest.mark.parametrize("text", ["", "# only a comment\n", "---\n", "---\n...\n"])
def test_an_empty_file_holds_nothing(text: str) -> None:
    assert data(text) is None


def test_byte_order_mark_and_windows_line_ends() -> None:
    document = read_yaml(b"\xef\xbb\xbfa: 1\r\nb:\r\n  c: d\r\n", "a.yml")
    assert document.data == {"a": 1, "b": {"c": "d"}}
    assert document.position(()) == (1, 1)
    assert document.position(("b", "c")) == (3, 6)


def test_aliases_stand_for_what_they_name() -> None:
    document = read_yaml("a: &a {n: 1}\nb: [*a, *a]\n&k key: 1\nc: {*k : 2}\n", "a.yml")
    assert document.data == {"a": {"n": 1}, "b": [{"n": 1}, {"n": 1}], "key": 1, "c": {"key": 2}}
    assert document.position(("b", 1, "n")) == (1, 11)


def test_positions() -> None:
    text = """\
traits:
  - name: Net revenue
    parent_model_id: customers
    config: {column: amount,
             "filter": a > 1}
  - {name: ä😀, next: x}
"""
    document = read_yaml(text, "a.yml")
    assert document.position(()) == (1, 1)
    assert document.position(("traits",)) == (2, 3)
    assert document.position(("traits", 0)) == (2, 5)
    assert document.position(("traits", 0, "config", "column")) == (4, 22)
    assert document.position(("traits", 0, "config", "filter")) == (5, 24)
    assert document.position(("traits", 1, "next")) == (6, 22)
    assert document.position(("traits", 0, "config", "missing", 3)) == (4, 13), "the nearest ancestor"
    assert document.position(("traits", 7)) == (2, 3)
    assert document.position(("traits", 0, "parent_model")) == (3, 22), "written as the HTTP API does"
    assert KeyOf(document).spot(("traits", 0, "config", "filter")) == Spot("a.yml", 5, 14)
    assert KeyOf(document).spot(("traits", 0, "config", "missing")) == Spot("a.yml", 4, 13)


def test_duplicate_keys_are_all_told() -> None:
    assert errors("a: 1\nb: {x: 1, x: 2}\na: 2\n") == (
        "a.yml:2:11 [duplicate_key] the key `x` is given twice\na.yml:3:1 [duplicate_key] the key `a` is given twice"
    )


def test_keys_are_text() -> None:
    assert errors("1: x\ntrue: y\n~: z\n") == (
        'a.yml:1:1 [non_text_key] found `1` as a key, expected text\n    add quotes: "1"\n'
        'a.yml:2:1 [non_text_key] found `true` as a key, expected text\n    add quotes: "true"\n'
        'a.yml:3:1 [non_text_key] found `~` as a key, expected text\n    add quotes: "~"'
    )
    assert errors("? [a]\n: b") == "a.yml:1:3 [non_text_key] found a mapping or a list as a key, expected text"


def test_a_template_outside_quotes() -> None:
    assert errors("a: {{ var('x') }}") == (
        "a.yml:1:5 [non_text_key] found `{{` outside quotes\n"
        "    add quotes around the placeholder: \"{{ var('name') }}\""
    )
    assert errors("a: {{ var('x', 1) }}").endswith("add quotes around the placeholder: \"{{ var('name') }}\"")


def test_one_document_in_a_file() -> None:
    assert errors("--- {a: 1}\n--- {b: 1}\n") == (
        "a.yml:2:1 [several_documents] found a second document, expected one in a file\n    remove the `---`"
    )


def test_tabs() -> None:
    assert errors("a:\n\tb: 1") == "a.yml:2:1 [yaml_syntax] found a tab, expected spaces"


@pytest.mark.parametrize(
    ("text", "place", "hint"),
    [
        ("a: b: c", "a.yml:1:5 [yaml_syntax]", "a text that holds `: ` needs quotes"),
        ("a: @x", "a.yml:1:4 [yaml_syntax]", "a text that begins with `@` needs quotes"),
        ("a: `x`", "a.yml:1:4 [yaml_syntax]", "a text that begins with ``` needs quotes"),
        ("a:\n  b: 1\n c: 2", "a.yml:3:2 [yaml_syntax]", ""),
        ("a: {b: 1\nc: 2", "a.yml:2:2 [yaml_syntax]", "the closing bracket or a comma is missing"),
        ("a: 'x", "a.yml:1:6 [yaml_syntax]", "the closing quote is missing"),
        ("a: 1\nfoo\n", "a.yml:3:1 [yaml_syntax]", "expected `key: value`"),
        ("a: *x", "a.yml:1:4 [yaml_syntax] found `*x` without a complete `&x` before it", ""),
        ("a: &a [*a]", "a.yml:1:8 [yaml_syntax] found `*a` without a complete `&a` before it", ""),
        ("a: &a 1\nb: &a 2", "a.yml:2:4 [yaml_syntax] found `&a` a second time, expected each anchor once", ""),
        ("a: !!python/object:os.system {}", "a.yml:1:4 [yaml_tag] found the tag `tag:yaml.org,2002:python/object", ""),
        ("a: !secret x", "a.yml:1:4 [yaml_tag] found the tag `!secret`, expected a value without tag", ""),
    ],
)
def test_text_that_does_not_parse(text: str, place: str, hint: str) -> None:
    message = errors(text)
    assert message.startswith(place)
    assert hint in message


def test_the_words_of_libyaml(parser: str) -> None:
    if parser == "libyaml":
        assert errors("a: [1,\nb: 2\n") == (
            "a.yml:3:1 [yaml_syntax] did not find expected ',' or ']' while parsing a flow sequence that begins in "
            "line 1\n    the closing bracket or a comma is missing"
        )


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"a: 1\nb: x\xe4y\n", "a.yml:2:5 [encoding] found the byte 0xe4, which is not UTF-8"),
        ("a: 1".encode("utf-16"), "a.yml:1:1 [encoding] found UTF-16, expected UTF-8"),
    ],
)
def test_other_encodings(content: bytes, message: str) -> None:
    assert errors(content) == f"{message}\n    save the file as UTF-8"


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b", "\x7f", "\ufffe", "\ud800"])
def test_control_characters(character: str) -> None:
    expected = f"a.yml:2:6 [encoding] found the character U+{ord(character):04X}, which YAML does not allow"
    assert errors(f"a: 1\nb: 😀x{character}") == expected


DEEP = {
    "lists": "[" * 100_000,
    "mappings": "{a: " * 100_000,
    "block lists": "- " * 100_000,
    "block mappings": "\n".join(" " * depth + "a:" for depth in range(500)),
    "closed": "[" * 500 + "]" * 500,
}


@pytest.mark.parametrize("text", DEEP.values(), ids=DEEP.keys())
def test_nesting_without_end(text: str) -> None:
    message = errors(text)
    assert "[too_deep] found more than 200 levels of nesting, expected at most 200 (64 in filter trees)" in message


def test_the_deepest_nesting_that_is_read_has_positions() -> None:
    document = read_yaml("[" * 200 + "x" + "]" * 200, "a.yml")
    assert document.deepest == 200
    assert document.position((0,) * 200) == (1, 201)


def test_aliases_cannot_explode() -> None:
    lines = ["a0: &a0 [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]"]
    lines += [f"a{n + 1}: &a{n + 1} [{', '.join([f'*a{n}'] * 10)}]" for n in range(20)]
    assert errors("\n".join(lines)) == "a.yml:5:45 [too_many_aliases] aliases bring in more than 100,000 values"


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"], exclude_characters="\u2028\u2029"))
SCALARS = st.none() | st.booleans() | st.integers(-(10**12), 10**12) | TEXT
TREES = st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(TEXT, inner), max_leaves=20)
PLAIN_TEXT = TEXT.filter(lambda text: isinstance(plain_scalar(text), str))  # PyYAML writes by the rules of YAML 1.1


@given(TREES)
def test_reads_json(tree: object) -> None:
    assert data(json.dumps(tree, ensure_ascii=False)) == tree


@given(st.recursive(PLAIN_TEXT, lambda inner: st.lists(inner) | st.dictionaries(PLAIN_TEXT, inner), max_leaves=20))
def test_reads_what_yaml_writes(tree: object) -> None:
    assert data(yaml.safe_dump(tree, allow_unicode=True, sort_keys=False)) == tree


@given(st.binary(max_size=60) | st.text("ab:-{}[]&*!|>'\"%@`#, \n\t?~1", max_size=40).map(str.encode))
def test_any_bytes_are_read_or_refused_with_a_place(content: bytes) -> None:
    try:
        document = read_yaml(content, "a.yml")
    except DefinitionErrors as refused:
        for error in refused.errors:
            assert error.origin.spot.line >= 1
            assert error.origin.spot.column >= 1
    else:
        assert document.position(()) >= (1, 1) or document.data is None


def test_recursion_is_not_used(parser: str) -> None:
    limit = sys.getrecursionlimit()
    if parser == "libyaml":
        sys.setrecursionlimit(200)
    try:
        assert read_yaml("[" * 190 + "]" * 190, "a.yml").deepest == 190
    finally:
        sys.setrecursionlimit(limit)
