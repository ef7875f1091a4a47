"""Placeholders: `{{ var('days') }}`, `{{ env_var('HOME') }}`, and in a model's SQL `{{ ref('orders') }}`.

In: plain values. Out: the same with every `{{ … }}` computed. A scalar that is exactly one `{{ … }}` becomes the value
itself (a number stays a number); inside other text the value is written out. What may stand inside is up to `sandbox`.
Results are bounded in size, and no message shows what an environment variable holds.

`ref('model')` and `as_of` have no value yet when a file is read. They become identifiers that the compiler finds in
the parsed SQL. `ref` is `__coterie_ref__` and the model's name: a lower-case letter or digit as it
is, every other byte of its UTF-8 text as `_` and two hexadecimal digits (`Order lines` is
`__coterie_ref___4frder_20lines`). `as_of` is `__coterie_as_of`. Neither needs quotes, and folding them to upper case
loses nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from coterie.compiler.loading.raw_data import origin_of, subject_of
from coterie.compiler.loading.sandbox import ANYWHERE, SQL, Compiled, compiled, joined, result
from coterie.errors import Collector, CompileError, Document, Step, suggestion

PLACEHOLDER = "__coterie_"
AS_OF_PLACEHOLDER = f"{PLACEHOLDER}as_of"
_REF_PREFIX = f"{PLACEHOLDER}ref__"
_ENCODED = re.compile(r"(?:[a-z0-9]|_[0-9a-f]{2})+")


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


def readable(sql: str) -> str:
    """A rendered SELECT with its placeholders as people wrote them."""

    def written(found: re.Match[str]) -> str:
        name = decode_ref(found[0])
        return f"{{{{ ref('{name}') }}}}" if name is not None else found[0]

    return re.sub(rf"{_REF_PREFIX}\w+", written, sql.replace(AS_OF_PLACEHOLDER, "{{ as_of }}"))


def holds_placeholder(text: str) -> bool:
    """May a text (of a scalar, or of a whole file) hold a placeholder?"""
    return "{{" in text or "{%" in text or "{#" in text


@dataclass(frozen=True, slots=True)
class Part:
    """What one part of a scalar comes to, and which parameters have to do with it."""

    value: Any
    parameters: tuple[str, ...] = ()

    @property
    def is_argument(self) -> bool:
        """Has a parameter to do with it?"""
        return bool(self.parameters)


class Placeholders:
    """Computes the placeholders of one project from its variables and the environment it was given."""

    def __init__(self, variables: Mapping[str, Any], environment: Mapping[str, str]) -> None:
        self.variables = dict(variables)
        self.environment = environment
        self._rendered: dict[tuple[str, bool], Any] = {}

    def render(self, text: str, *, in_sql: bool = False) -> Any:
        """The value of one scalar. Raises CompileError, without origin.

        Codes: placeholder_syntax, placeholder_forbidden, placeholder_misplaced, placeholder_value,
        placeholder_too_large, unknown_variable, missing_environment_variable.
        """
        if (text, in_sql) not in self._rendered:
            self._rendered[text, in_sql] = self._compute(text, in_sql=in_sql)
        return self._rendered[text, in_sql]

    def set_variable(self, name: str, value: Any) -> None:
        """Let the placeholders from here on see a variable."""
        self.variables[name] = value
        self._rendered.clear()

    def parts(self, scalar: Compiled, param: Callable[[str], object]) -> list[Part]:
        """A scalar of a template's body in its parts, as they are computed. Raises as `render` does."""
        return self._values(scalar, {"param": param})

    def _compute(self, text: str, *, in_sql: bool) -> Any:
        parts = [part.value for part in self._values(compiled(text, SQL if in_sql else ANYWHERE), {})]
        return result(parts[0]) if len(parts) == 1 else joined(parts)

    def _values(self, scalar: Compiled, names: Mapping[str, object]) -> list[Part]:
        names = {"var": self._var, "env_var": self._env_var, "ref": encode_ref, "as_of": AS_OF_PLACEHOLDER, **names}
        try:
            values = scalar.evaluate(**names) or ()
        except CompileError:
            raise
        except Exception as error:  # its message may hold the value of an environment variable
            message = f"the placeholder cannot be computed ({type(error).__name__})"
            raise CompileError("placeholder_value", message) from None
        return [Part(value, parameters) for value, parameters in zip(values, scalar.arguments, strict=True)]

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
    """Computes the placeholders in one tree; where one fails, the text stays, and error and path are noted."""

    placeholders: Placeholders
    whole: Any
    document: Document | None
    errors: Collector
    failed: set[tuple[Step, ...]] = field(default_factory=set)

    def value(self, value: Any, path: tuple[Step, ...] = ()) -> Any:
        """The value that stands at `path`, without placeholders."""
        if len(path) == 3 and self._is_for_later(path):
            return value
        if isinstance(value, str):
            return self._scalar(value, path) if holds_placeholder(value) else value
        if isinstance(value, list):
            return [self.value(item, (*path, index)) for index, item in enumerate(value)]
        if isinstance(value, dict):
            return {key: self.value(item, (*path, key)) for key, item in value.items()}
        return value

    def _is_for_later(self, path: tuple[Step, ...]) -> bool:
        """Is it the body or a parameter of a template, or an argument from Python, which is taken as it is?"""
        match path:
            case ("templates", _, "traits" | "audiences" | "parameters"):
                return True
            case ("use", _, "with"):
                return self.document is None
        return False

    def _scalar(self, text: str, path: tuple[Step, ...]) -> Any:
        in_sql = len(path) == 4 and (path[0], *path[2:]) in _SELECTS
        try:
            return self.placeholders.render(text, in_sql=in_sql)
        except CompileError as error:
            self.failed.add(path)
            origin = origin_of(path, self.document)
            self.errors.add(replace(error, origin=origin), subject=subject_of(self.whole, path))
            return text


_SELECTS = (("models", "source", "sql"), ("traits", "config", "sql_query"))
