"""Uses of templates → definitions as plain values, each node of which knows where it was written.

In: a template, and a use of it. Out: the template's traits and audiences with the arguments in them, as `Written` for
`validation`, so that what comes after sees no difference to definitions that were written out. A scalar that is just
`{{ param('x') }}` becomes the argument itself; in expressions arguments are values, never code (see `quoting`).

Who is to blame. What is an argument as it is was written at the use; anything else in the template. The definition as
a whole stands at the use. Templates that come with coterie are right: there, all blame is the use's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from coterie.compiler.definitions.templates import BODIES, TemplateDef
from coterie.compiler.loading.arguments import Argument, Use
from coterie.compiler.loading.quoting import ExpressionText, UnfitArgument, expression_text
from coterie.compiler.loading.raw_data import MAX_NESTING, TOO_DEEP
from coterie.compiler.loading.sandbox import BODY, BODY_SQL, Compiled, compiled, joined, result
from coterie.compiler.loading.sql_marks import marked_sql
from coterie.compiler.loading.templating import Part, Placeholders, holds_placeholder
from coterie.compiler.loading.validation import Written
from coterie.compiler.loading.yaml_document import YamlDocument
from coterie.errors import Collector, CompileError, Document, Origin, Spot, Step, dotted, suggestion

LIBRARY = "coterie."
"""What the names of coterie's own templates begin with."""

EXPRESSIONS = {"sql_expression", "expression", "filter", "filter_tree", "child", "children"}
"""The fields whose text is an expression."""
SELECT = "sql_query"
TREES = EXPRESSIONS - {"sql_expression", "expression"}

MAX_VALUES = 100_000
MAX_CHARACTERS = 1_000_000

Path = tuple[Step, ...]


@dataclass(frozen=True)
class Expanded:
    """The document of what one use made: its nodes were written in the template or at the use."""

    template: TemplateDef
    use: Use
    arguments: Mapping[Path, Argument]  # the nodes that are arguments as they are
    keys: bool = False

    def of_keys(self) -> Document:
        """The same for errors that concern keys instead of values."""
        return replace(self, keys=True)

    def spot(self, path: Path) -> Spot:
        """Where the node at `path` was written, and how it came to be there."""
        if len(path) <= 2:
            return _noted(self.use.origin, f"made by template `{self.template.name}`")
        for length in range(len(path), 2, -1):
            if argument := self.arguments.get(path[:length]):
                return self._of_argument(argument, path, length)
        return self._of_body(self._spot(self.template.origin.at(*path)), put=self._put_in(path))

    def _of_argument(self, argument: Argument, path: Path, length: int) -> Spot:
        name = self._name(argument)
        spot = self._spot(argument.origin.at(*path[length:]))
        if argument.is_default:
            return self._of_body(replace(spot, note=""), f"default of `{name}` in ")
        return replace(spot, note=f"`{name}` of template `{self.template.name}`")

    def _name(self, argument: Argument) -> Step:
        """The parameter that an argument is for."""
        if argument.is_default:
            return self.template.parameters[int(argument.origin.path[-2])].name
        return argument.origin.path[-1]

    def _put_in(self, path: Path) -> str:
        """Which fields of the mapping at `path` are arguments, in words, where their names do not say."""
        fields = [
            f"`{place[-1]}` is `{self._name(argument)}`"
            for place, argument in self.arguments.items()
            if place[:-1] == path and place[-1] != self._name(argument)
        ]
        return f", where {' and '.join(fields)}" if fields else ""

    def _of_body(self, spot: Spot, what: str = "in ", put: str = "") -> Spot:
        if self.template.name.startswith(LIBRARY):  # its text is not at hand
            return _noted(self.use.origin, f"{what}template `{self.template.name}`{put}")
        used = self.use.origin.place or dotted(self.use.origin.path)
        return replace(spot, note=f"{what}template `{self.template.name}`, used at {used}")

    def _spot(self, origin: Origin) -> Spot:
        document = origin.document
        if self.keys and isinstance(document, YamlDocument):
            document = document.of_keys()
        return replace(origin, document=document).spot


def _noted(origin: Origin, note: str) -> Spot:
    return replace(origin.spot, note=note)


def check_body(template: TemplateDef, errors: Collector) -> None:
    """Note every `{{ … }}` in a body that cannot be computed, whatever the arguments are."""
    known = [parameter.name for parameter in template.parameters]
    body = {section: list(getattr(template, section)) for section in BODIES}
    for path, text in _templated(body, ()):
        try:
            for name in _read(text, path).parameters:
                if name not in known:
                    hint = suggestion(name, known, what="parameters")
                    message = f"template `{template.name}` has no parameter `{name}`"
                    raise CompileError("unknown_parameter", message, hint=hint)
        except CompileError as error:
            errors.add(replace(error, origin=template.origin.at(*path)), subject=template.subject)


def _templated(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str) and holds_placeholder(value):
        yield path, value
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _templated(item, (*path, index))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _templated(item, (*path, key))


def expanded(
    template: TemplateDef, use: Use, arguments: Mapping[str, Argument], placeholders: Placeholders, errors: Collector
) -> Written | None:
    """What a use makes, not yet checked; None, and the mistake noted, if that is too much."""
    making = _Making(template, use, arguments, placeholders, errors)
    body = {section: list(getattr(template, section)) for section in BODIES}
    try:
        raw, data = making.node(body, ())
    except _TooMuchError as too_much:
        errors.add(replace(too_much.error, origin=use.origin), subject=use.subject)
        return None
    return Written(raw, data, making.document, frozenset(making.failed))


@dataclass
class _Making:
    """The bodies of a template, being filled with the arguments of a use."""

    template: TemplateDef
    use: Use
    arguments: Mapping[str, Argument]
    placeholders: Placeholders
    errors: Collector
    places: dict[Path, Argument] = field(default_factory=dict)
    failed: set[Path] = field(default_factory=set)
    values: int = 0
    characters: int = 0

    @property
    def document(self) -> Expanded:
        return Expanded(self.template, self.use, self.places)

    def node(self, value: Any, path: Path) -> tuple[Any, Any]:
        """The node as it was written, and with the arguments in it. Raises template_too_large, too_deep."""
        if isinstance(value, str) and holds_placeholder(value):
            return self._scalar(value, path)
        if isinstance(value, list):
            pairs = [self.node(item, (*path, index)) for index, item in enumerate(value)]
            made: tuple[Any, Any] = [raw for raw, _ in pairs], [data for _, data in pairs]
        elif isinstance(value, dict):
            nodes = {key: self.node(item, (*path, key)) for key, item in value.items()}
            made = {key: raw for key, (raw, _) in nodes.items()}, {key: data for key, (_, data) in nodes.items()}
        else:
            made = value, value
        self._grow(1, len(value) if isinstance(value, str) else 0)
        return made

    def _scalar(self, text: str, path: Path) -> tuple[Any, Any]:
        raw: Any = text
        try:
            scalar = _read(text, path)
            if not self.arguments.keys() >= set(scalar.parameters):  # noted already
                self.failed.add(path)
                return raw, text
            if scalar.lone_parameter is not None:
                argument = self.places[path] = self.arguments[scalar.lone_parameter]
                raw, value = argument.raw, _put(Part(argument.value, scalar.parameters), path)
            else:
                value = _computed(self.placeholders.parts(scalar, lambda name: self.arguments[name].value), path)
        except CompileError as error:
            self.failed.add(path)
            self._blame(error, path)
            return raw, text
        self._measure(value, path)
        return (value if path[2:] == ("name",) else raw), value

    def _blame(self, error: CompileError, path: Path) -> None:
        """Note a mistake at the argument whose fault it is, if that is known, else at the node of the template."""
        origin, subject = Origin(self.document, path), self.template.subject
        match error:
            case UnfitArgument(parameters=(name,)) if not self.arguments[name].is_default:
                origin, subject = self.arguments[name].origin, self.use.subject
        self.errors.add(CompileError(error.code, error.message, origin, hint=error.hint), subject=subject)

    def _measure(self, value: Any, path: Path) -> None:
        """Count what a value brings in, without recursion."""
        pending = [(value, len(path))]
        while pending:
            item, depth = pending.pop()
            if depth > MAX_NESTING:
                raise _TooMuchError(CompileError("too_deep", TOO_DEEP))
            self._grow(1, len(item) if isinstance(item, str) else 0)
            if isinstance(item, list):
                pending += ((each, depth + 1) for each in item)
            elif isinstance(item, dict):
                pending += ((each, depth + 1) for each in item.values())

    def _grow(self, values: int, characters: int) -> None:
        self.values += values
        self.characters += characters
        if self.values > MAX_VALUES or self.characters > MAX_CHARACTERS:
            most = f"{MAX_VALUES:,} values and {MAX_CHARACTERS:,} characters"
            message = f"template `{self.template.name}` makes too much of these arguments, expected at most {most}"
            raise _TooMuchError(CompileError("template_too_large", message))


class _TooMuchError(Exception):
    """The use as a whole makes too much; `error` says so."""

    def __init__(self, error: CompileError) -> None:
        self.error = error


def _read(text: str, path: Path) -> Compiled:
    """A scalar of a body; a SELECT may refer to models and to as_of."""
    return compiled(text, BODY_SQL if _field(path) == SELECT else BODY)


def _computed(parts: Sequence[Part], path: Path) -> Any:
    if _field(path) == SELECT:
        return marked_sql(parts)
    if len(parts) == 1:
        return _put(parts[0], path) if parts[0].is_argument else result(parts[0].value)
    if _field(path) in EXPRESSIONS:
        return expression_text(parts)
    return joined(part.value for part in parts)


def _put(argument: Part, path: Path) -> Any:
    """An argument as the whole of a node."""
    field, value = _field(path), argument.value
    if field == SELECT:
        return marked_sql([argument])
    is_tree = field in TREES and (value is None or isinstance(value, dict))
    if field not in EXPRESSIONS or is_tree or isinstance(value, ExpressionText):
        return result(value)
    return expression_text([argument])


def _field(path: Path) -> Step:
    """The name of the field that a node is the value of, or an item of."""
    return next(step for step in reversed(path) if isinstance(step, str))
