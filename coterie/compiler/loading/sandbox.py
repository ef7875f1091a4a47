"""A scalar with `{{ … }}` → parts that can be computed, and cannot do harm.

In: a text, and which names it may speak of where it stands. Out: a function that computes its parts. Only expressions
exist, and of these only what the lists below allow: no blocks, no attributes, no methods, no names but the five. What
is not on the lists is refused before any of it becomes code; Jinja's own sandbox stands behind the lists.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from coterie.errors import CompileError, suggestion

if TYPE_CHECKING:
    from jinja2 import nodes
    from jinja2.sandbox import ImmutableSandboxedEnvironment

MAX_TEXT = 1_000_000
MAX_TOKENS = 200

ANYWHERE = ("var", "env_var")
SQL = (*ANYWHERE, "ref", "as_of")
BODY = (*ANYWHERE, "param")
BODY_SQL = (*SQL, "param")
"""The names that a template may speak of, by where it stands."""
_NAMES = (*SQL, "param")
_BELONGS = dict.fromkeys(SQL, "the `sql` of a source or in `sql_query`") | {
    "param": "the traits and audiences of a template"
}
_OPERATORS = {"Add", "Sub", "Mul", "Div", "FloorDiv", "Mod", "Neg", "Pos"}
_LOGIC = {"Compare", "Operand", "And", "Or", "Not", "CondExpr"}
_ALLOWED = {"TemplateData", "Const", "Name", "Call", "Filter", "List", "Tuple", "Getitem", *_OPERATORS, *_LOGIC}
_WORDS = {
    "Getattr": "an attribute",
    "Slice": "a slice",
    "Dict": "a mapping",
    "Pow": "`**`",
    "Concat": "`~`",
    "Test": "a test",
    "Keyword": "an argument with a name",
}


@cache
def _sandbox() -> ImmutableSandboxedEnvironment:
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class Sandbox(ImmutableSandboxedEnvironment):
        intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%"})

        def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
            return _arithmetic(lambda: self.binop_table[operator](_exact(left), _exact(right)), operator, left, right)

        def getitem(self, obj: Any, argument: Any) -> Any:
            return _item(obj, argument)

    sandbox = Sandbox(undefined=StrictUndefined, optimized=False, keep_trailing_newline=True)
    sandbox.globals.clear()
    sandbox.filters = dict(_FILTERS)
    return sandbox


def _arithmetic(compute: Callable[[], Any], operator: str, left: Any, right: Any) -> Any:
    numbers = all(isinstance(side, int | float | Decimal) for side in (left, right))
    if not numbers and not (operator == "+" and isinstance(left, str) and isinstance(right, str)):
        raise CompileError("placeholder_value", f"`{operator}` in a placeholder needs two numbers")
    return compute()


def _exact(value: Any) -> Any:
    return Decimal(repr(value)) if isinstance(value, float) else value


def _parsed(text: str) -> list[nodes.Expr]:
    """The parts of a scalar: texts and expressions. Refuses blocks, comments, and expressions without end."""
    from jinja2 import TemplateSyntaxError, nodes

    sandbox = _sandbox()
    try:
        length = 0
        for _line, kind, found in sandbox.lex(text):
            if kind in ("block_begin", "comment_begin", "raw_begin"):
                raise CompileError(
                    "placeholder_forbidden", f"found `{found[:2]}`, expected only `{{{{ … }}}}`", hint=_HINT
                )
            length = 0 if kind == "variable_begin" else length + (kind not in ("whitespace", "data"))
            if length > MAX_TOKENS:
                raise CompileError("placeholder_too_large", f"a placeholder has at most {MAX_TOKENS} words and signs")
        outputs = list(sandbox.parse(text).find_all(nodes.Output))
    except TemplateSyntaxError as error:
        raise CompileError("placeholder_syntax", f"the placeholder does not parse: {error.message}") from None
    except (RecursionError, ValueError) as error:
        raise CompileError("placeholder_syntax", f"the placeholder does not parse ({type(error).__name__})") from None
    return [part for output in outputs for part in output.nodes]


_HINT = "to write these signs as text, put them in a placeholder: {{ '{%' }}"


@dataclass(frozen=True, slots=True)
class Compiled:
    """A scalar that has been found harmless."""

    evaluate: Callable[..., Any]
    arguments: tuple[tuple[str, ...], ...]  # which parameters each part speaks of
    parameters: tuple[str, ...]
    lone_parameter: str | None  # for `{{ param('name') }}` and nothing else


@lru_cache(maxsize=4096)
def compiled(text: str, names: tuple[str, ...]) -> Compiled:
    """Raises placeholder_syntax, placeholder_forbidden, placeholder_misplaced, placeholder_too_large."""
    from jinja2 import nodes
    from jinja2.environment import TemplateExpression

    parts = _parsed(text)
    for part in parts:
        _check(part, names)
    found = [list(_parameters(part)) for part in parts]
    lone = _parameter(parts[0]) if len(parts) == 1 else None
    target = nodes.Assign(nodes.Name("result", "store"), nodes.List(parts), lineno=1)
    try:
        template = _sandbox().from_string(nodes.Template([target], lineno=1))
    except RecursionError:
        raise CompileError("placeholder_syntax", "the placeholder does not parse (RecursionError)") from None
    evaluate = TemplateExpression(template, undefined_to_none=False)
    arguments = tuple(() if _is_reference(part) else tuple(names) for part, names in zip(parts, found, strict=True))
    return Compiled(evaluate, arguments, tuple(name for names in found for name in names), lone)


def _is_reference(part: nodes.Expr) -> bool:
    """Is it a call of `ref()`, whose value is a name that is ready to be written?"""
    from jinja2 import nodes

    return isinstance(part, nodes.Call) and isinstance(part.node, nodes.Name) and part.node.name == "ref"


def _parameters(part: nodes.Expr) -> Iterator[str]:
    from jinja2 import nodes

    for node in [part, *part.find_all(nodes.Call)]:
        if (name := _parameter(node)) is not None:
            yield name


def _parameter(node: nodes.Node) -> str | None:
    """The name in `param('name')`, where a node is just that."""
    from jinja2 import nodes

    match node:
        case nodes.Call(node=nodes.Name(name="param"), args=[nodes.Const(value=str(name))]):
            return name
    return None


def _check(part: nodes.Expr, names: tuple[str, ...]) -> None:
    """Refuse whatever is not on the lists, before any of it becomes code."""
    from jinja2 import nodes

    called: set[int] = set()
    for node in [part, *part.find_all(nodes.Node)]:
        kind = type(node).__name__
        if isinstance(node, nodes.Call):
            called.add(id(node.node))
            _check_call(node, names)
        elif isinstance(node, nodes.Filter) and node.name not in _FILTERS:
            raise _forbidden(f"found the filter `{node.name}`", suggestion(node.name, _FILTERS, what="filters"))
        elif isinstance(node, nodes.Name) and node.name not in _NAMES:
            raise _forbidden(f"found the name `{node.name}`", suggestion(node.name, _NAMES, what="names"))
        elif isinstance(node, nodes.Name) and node.name not in names:
            message = f"found `{node.name}`, which belongs in {_BELONGS[node.name]}"
            raise CompileError("placeholder_misplaced", message)
        elif isinstance(node, nodes.Name) and (node.name == "as_of") == (id(node) in called):
            call = "`as_of` without" if node.name == "as_of" else f"`{node.name}` with"
            raise CompileError("placeholder_syntax", f"expected {call} parentheses")
        elif isinstance(node, nodes.Getitem) and not (
            isinstance(node.arg, nodes.Const) and type(node.arg.value) is int
        ):
            raise _forbidden("found an index that is no whole number")
        elif kind not in _ALLOWED:
            raise _forbidden(f"found {_WORDS.get(kind, kind)}")


def _check_call(call: nodes.Call, names: tuple[str, ...]) -> None:
    from jinja2 import nodes

    if not isinstance(call.node, nodes.Name):
        raise _forbidden("found a method")
    name = call.node.name
    most = 2 if name in ANYWHERE else 1
    arguments = [*call.args, *call.kwargs, call.dyn_args, call.dyn_kwargs]
    named = isinstance(arguments[0], nodes.Const) and isinstance(arguments[0].value, str) and arguments[0].value
    if name == "ref" and "param" in names and isinstance(arguments[0], nodes.Call):
        named = _parameter(arguments[0]) or False
    if name in _NAMES and name != "as_of" and not (named and len(call.args) == len(arguments) - 2 <= most):
        expected = "a name in quotes" if most == 1 else "a name in quotes, and perhaps a default,"
        raise CompileError("placeholder_syntax", f"expected {expected} in {name}()")


def _forbidden(found: str, hint: str = "") -> CompileError:
    expected = "expected only var(), env_var(), param(), ref(), as_of, constants, operators and simple filters"
    return CompileError("placeholder_forbidden", f"{found}, {expected}", hint=hint)


def _whole(value: Any) -> int:
    if not re.fullmatch(r"[-+]?\d{1,38}", text := as_text(value).strip()):
        raise CompileError("placeholder_value", "the filter `int` needs a whole number")
    return int(text)


def _number(value: Any) -> Decimal:
    if isinstance(value, Decimal):
        return value
    if not re.fullmatch(r"[-+]?(\d{1,38}\.?|\d{0,38}\.\d{1,38})", text := as_text(value).strip()):
        raise CompileError("placeholder_value", "the filter `number` needs a number")
    return Decimal(text)


_FILTERS: dict[str, Callable[[Any], Any]] = {
    "int": _whole,
    "number": _number,
    "lower": lambda value: as_text(value).lower(),
    "upper": lambda value: as_text(value).upper(),
    "trim": lambda value: as_text(value).strip(),
}


def _item(value: Any, position: int) -> Any:
    if not isinstance(value, list | tuple):
        raise CompileError("placeholder_value", f"found `[{position}]` behind something that is no list")
    if position >= len(value):
        raise CompileError("placeholder_value", f"found `[{position}]` behind a list of {len(value)}, expected less")
    return value[position]


def result(value: Any) -> Any:
    """A computed value as plain data; anything else (a function, an undefined name) is refused."""
    match value:
        case list() | tuple():
            return [result(item) for item in value]
        case dict():
            return {key: result(item) for key, item in value.items()}
        case str():
            _refuse_long(value)
            return str(value)
        case float():
            return Decimal(repr(value))
        case None | int() | Decimal():
            return value
    raise CompileError("placeholder_value", "the placeholder has no value")


def joined(parts: Iterable[Any]) -> str:
    """Values written out, one after the other. Raises placeholder_value, placeholder_too_large."""
    text = "".join(as_text(part) for part in parts)
    _refuse_long(text)
    return text


def _refuse_long(text: str) -> None:
    if len(text) > MAX_TEXT:
        raise CompileError("placeholder_too_large", f"the placeholder gives more than {MAX_TEXT:,} characters")


def as_text(value: Any) -> str:
    """A single value as it is written into other text. Raises placeholder_value."""
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case str() | int() | Decimal():
            return str(value)
        case float():
            return repr(value)
    found = "a mapping" if isinstance(value, dict) else "a list"
    raise CompileError("placeholder_value", f"found {found} inside other text, expected a single value")
