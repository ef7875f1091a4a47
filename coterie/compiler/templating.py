"""Templates in definitions: `{{ var('days') }}`, `{{ env_var('HOME') }}`, and in a model's SQL `{{ ref('orders') }}`.

In: plain values. Out: the same with every `{{ … }}` computed. A scalar that is exactly one `{{ … }}` becomes the value
itself (a number stays a number); inside other text the value is written out. Only expressions exist, and of these only
what the lists below allow: no blocks, no attributes, no methods, no names but the four. Jinja's own sandbox stands
behind the lists. Results are bounded in size, and no message shows what an environment variable holds.

Placeholders. `ref('model')` and `as_of` have no value yet when a file is read. They become identifiers that the
compiler finds in the parsed SQL. `ref` is `__coterie_ref__` and the model's name: a lower-case letter or digit as it
is, every other byte of its UTF-8 text as `_` and two hexadecimal digits (`Order lines` is
`__coterie_ref___4frder_20lines`). `as_of` is `__coterie_as_of`. Neither needs quotes, and folding them to upper case
loses nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from coterie.compiler.raw_data import origin_of, subject_of
from coterie.errors import Collector, CompileError, Document, Step, suggestion

if TYPE_CHECKING:
    from jinja2 import nodes
    from jinja2.sandbox import ImmutableSandboxedEnvironment

PLACEHOLDER = "__coterie_"
AS_OF_PLACEHOLDER = f"{PLACEHOLDER}as_of"
_REF_PREFIX = f"{PLACEHOLDER}ref__"
_ENCODED = re.compile(r"(?:[a-z0-9]|_[0-9a-f]{2})+")

MAX_TEXT = 1_000_000
MAX_TOKENS = 200


def encode_ref(model: str) -> str:
    """The identifier that stands for a model in SQL."""
    plain = b"abcdefghijklmnopqrstuvwxyz0123456789"
    return _REF_PREFIX + "".join(chr(byte) if byte in plain else f"_{byte:02x}" for byte in model.encode())


def decode_ref(identifier: str) -> str | None:
    """The model that an identifier stands for, or None if it is an ordinary one."""
    folded = identifier.lower()
    encoded = folded.removeprefix(_REF_PREFIX)
    if not folded.startswith(_REF_PREFIX) or not _ENCODED.fullmatch(encoded):
        return None
    raw = re.sub(rb"_([0-9a-f]{2})", lambda found: bytes.fromhex(found[1].decode()), encoded.encode())
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return None


def refs_in(sql: str) -> tuple[str, ...]:
    """The models that a rendered SELECT refers to, each once, in the order of their first mention."""
    found = (decode_ref(word) for word in re.findall(rf"{_REF_PREFIX}\w+", sql, re.IGNORECASE))
    return tuple(dict.fromkeys(name for name in found if name is not None))


def holds_template(text: str) -> bool:
    """May a text (of a scalar, or of a whole file) hold a template?"""
    return "{{" in text or "{%" in text or "{#" in text


class Templates:
    """Computes the templates of one project from its variables and the environment it was given."""

    def __init__(self, variables: Mapping[str, Any], environment: Mapping[str, str]) -> None:
        self.variables = dict(variables)
        self.environment = environment
        self._rendered: dict[tuple[str, bool], Any] = {}

    def render(self, text: str, *, in_sql: bool = False) -> Any:
        """The value of one scalar. Raises CompileError, without origin.

        Codes: template_syntax, template_forbidden, template_misplaced, template_value, template_too_large,
        unknown_variable, missing_environment_variable.
        """
        if (text, in_sql) not in self._rendered:
            self._rendered[text, in_sql] = self._compute(text, in_sql=in_sql)
        return self._rendered[text, in_sql]

    def set_variable(self, name: str, value: Any) -> None:
        """Let the templates from here on see a variable."""
        self.variables[name] = value
        self._rendered.clear()

    def _compute(self, text: str, *, in_sql: bool) -> Any:
        parts = self._values(_parsed(text), in_sql=in_sql)
        result = parts[0] if len(parts) == 1 else "".join(_as_text(part) for part in parts)
        if isinstance(result, str) and len(result) > MAX_TEXT:
            raise CompileError("template_too_large", f"the template gives more than {MAX_TEXT:,} characters")
        return result

    def _values(self, parts: list[nodes.Expr], *, in_sql: bool) -> list[Any]:
        from jinja2 import nodes
        from jinja2.environment import TemplateExpression

        for part in parts:
            _check(part, in_sql=in_sql)
        target = nodes.Assign(nodes.Name("result", "store"), nodes.List(parts), lineno=1)
        names = {"var": self._var, "env_var": self._env_var, "ref": encode_ref, "as_of": AS_OF_PLACEHOLDER}
        try:
            template = _sandbox().from_string(nodes.Template([target], lineno=1))
            values = TemplateExpression(template, undefined_to_none=False)(**names)
        except CompileError:
            raise
        except Exception as error:  # its message may hold the value of an environment variable
            message = f"the template cannot be computed ({type(error).__name__})"
            raise CompileError("template_value", message) from None
        return [_result(value) for value in values or ()]

    def _var(self, name: str, *default: object) -> object:
        if name in self.variables:
            return self.variables[name]
        if default:
            return default[0]
        hint = suggestion(name, self.variables, what="variables")
        raise CompileError("unknown_variable", f"there is no variable `{name}`", hint=hint)

    def _env_var(self, name: str, *default: object) -> object:
        if name in self.environment:
            return self.environment[name]
        if default:
            return default[0]
        raise CompileError(
            "missing_environment_variable",
            f"the environment variable `{name}` is not set",
            hint=f"set it, or write a default: env_var('{name}', '…')",
        )


@dataclass
class Rendering:
    """Computes the templates in one tree; where one fails, the text stays, the error is noted, and so is the path."""

    templates: Templates
    whole: Any
    document: Document | None
    errors: Collector
    failed: set[tuple[Step, ...]] = field(default_factory=set)

    def value(self, value: Any, path: tuple[Step, ...] = ()) -> Any:
        """The value that stands at `path`, without templates."""
        if isinstance(value, str):
            return self._scalar(value, path) if holds_template(value) else value
        if isinstance(value, list):
            return [self.value(item, (*path, index)) for index, item in enumerate(value)]
        if isinstance(value, dict):
            return {key: self.value(item, (*path, key)) for key, item in value.items()}
        return value

    def _scalar(self, text: str, path: tuple[Step, ...]) -> Any:
        in_sql = len(path) == 4 and path[0] == "models" and path[2:] == ("source", "sql")
        try:
            return self.templates.render(text, in_sql=in_sql)
        except CompileError as error:
            self.failed.add(path)
            origin = origin_of(path, self.document)
            self.errors.add(replace(error, origin=origin), subject=subject_of(self.whole, path))
            return text


_FUNCTIONS = ("var", "env_var", "ref")
_NAMES = (*_FUNCTIONS, "as_of")
_OPERATORS = {"Add", "Sub", "Mul", "Div", "FloorDiv", "Mod", "Neg", "Pos"}
_LOGIC = {"Compare", "Operand", "And", "Or", "Not", "CondExpr"}
_ALLOWED = {"TemplateData", "Const", "Name", "Call", "Filter", "List", "Tuple", *_OPERATORS, *_LOGIC}
_WORDS = {
    "Getattr": "an attribute",
    "Getitem": "an index",
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

    sandbox = Sandbox(undefined=StrictUndefined, optimized=False, keep_trailing_newline=True)
    sandbox.globals.clear()
    sandbox.filters = dict(_FILTERS)
    return sandbox


def _arithmetic(compute: Callable[[], Any], operator: str, left: Any, right: Any) -> Any:
    numbers = all(isinstance(side, int | float | Decimal) for side in (left, right))
    if not numbers and not (operator == "+" and isinstance(left, str) and isinstance(right, str)):
        raise CompileError("template_value", f"`{operator}` in a template needs two numbers")
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
                    "template_forbidden", f"found `{found[:2]}`, expected only `{{{{ … }}}}`", hint=_HINT
                )
            length = 0 if kind == "variable_begin" else length + (kind not in ("whitespace", "data"))
            if length > MAX_TOKENS:
                raise CompileError("template_too_large", f"a template has at most {MAX_TOKENS} words and signs")
        outputs = list(sandbox.parse(text).find_all(nodes.Output))
    except TemplateSyntaxError as error:
        raise CompileError("template_syntax", f"the template does not parse: {error.message}") from None
    except (RecursionError, ValueError) as error:
        raise CompileError("template_syntax", f"the template does not parse ({type(error).__name__})") from None
    return [part for output in outputs for part in output.nodes]


_HINT = "to write these signs as text, put them in a template: {{ '{%' }}"


def _check(part: nodes.Expr, *, in_sql: bool) -> None:
    """Refuse whatever is not on the lists, before any of it becomes code."""
    from jinja2 import nodes

    called: set[int] = set()
    for node in [part, *part.find_all(nodes.Node)]:
        kind = type(node).__name__
        if isinstance(node, nodes.Call):
            called.add(id(node.node))
            _check_call(node)
        elif isinstance(node, nodes.Filter) and node.name not in _FILTERS:
            raise _forbidden(f"found the filter `{node.name}`", suggestion(node.name, _FILTERS, what="filters"))
        elif isinstance(node, nodes.Name) and node.name not in _NAMES:
            raise _forbidden(f"found the name `{node.name}`", suggestion(node.name, _NAMES, what="names"))
        elif isinstance(node, nodes.Name) and node.name in ("ref", "as_of") and not in_sql:
            message = f"found `{node.name}`, which belongs in the `sql` of a model's source"
            raise CompileError("template_misplaced", message)
        elif isinstance(node, nodes.Name) and (node.name == "as_of") == (id(node) in called):
            call = "`as_of` without" if node.name == "as_of" else f"`{node.name}` with"
            raise CompileError("template_syntax", f"expected {call} parentheses")
        elif kind not in _ALLOWED:
            raise _forbidden(f"found {_WORDS.get(kind, kind)}")


def _check_call(call: nodes.Call) -> None:
    from jinja2 import nodes

    if not isinstance(call.node, nodes.Name):
        raise _forbidden("found a method")
    name, most = call.node.name, 1 if call.node.name == "ref" else 2
    arguments = [*call.args, *call.kwargs, call.dyn_args, call.dyn_kwargs]
    named = isinstance(arguments[0], nodes.Const) and isinstance(arguments[0].value, str) and arguments[0].value
    if name in _FUNCTIONS and not (named and len(call.args) == len(arguments) - 2 <= most):
        expected = "a name in quotes" if most == 1 else "a name in quotes, and perhaps a default,"
        raise CompileError("template_syntax", f"expected {expected} in {name}()")


def _forbidden(found: str, hint: str = "") -> CompileError:
    expected = "expected only var(), env_var(), ref(), as_of, constants, operators and simple filters"
    return CompileError("template_forbidden", f"{found}, {expected}", hint=hint)


def _whole(value: Any) -> int:
    if not re.fullmatch(r"[-+]?\d{1,38}", text := _as_text(value).strip()):
        raise CompileError("template_value", "the filter `int` needs a whole number")
    return int(text)


def _number(value: Any) -> Decimal:
    if isinstance(value, Decimal):
        return value
    if not re.fullmatch(r"[-+]?(\d{1,38}\.?|\d{0,38}\.\d{1,38})", text := _as_text(value).strip()):
        raise CompileError("template_value", "the filter `number` needs a number")
    return Decimal(text)


_FILTERS: dict[str, Callable[[Any], Any]] = {
    "int": _whole,
    "number": _number,
    "lower": lambda value: _as_text(value).lower(),
    "upper": lambda value: _as_text(value).upper(),
    "trim": lambda value: _as_text(value).strip(),
}


def _result(value: Any) -> Any:
    """A computed value as plain data; anything else (a function, an undefined name) is refused."""
    if isinstance(value, list | tuple):
        return [_result(item) for item in value]
    if value is None or isinstance(value, str | int | Decimal):
        return str(value) if isinstance(value, str) else value
    if isinstance(value, float):
        return Decimal(repr(value))
    raise CompileError("template_value", "the template has no value")


def _as_text(value: Any) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case str() | int() | Decimal():
            return str(value)
        case float():
            return repr(value)
    raise CompileError("template_value", "found a list inside other text, expected a single value")
