"""YAML text → plain values that know their line and column.

In: the bytes of one file. Out: a `YamlDocument` of dicts with text keys, lists, text, int, Decimal, bool and None, by
the core rules of YAML 1.2: `NO`, `yes` and `on` are text, dates stay text, numbers never pass through floating point.
Nothing in it nests deeper than `MAX_NESTING`, aliases bring in at most `MAX_ALIASED` nodes, no key appears twice.

Values are built straight from libyaml's events, in one pass without recursion; positions are looked up on demand, in a
node tree that is only built when something asks for a place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from functools import cached_property
from typing import Any, NoReturn

import yaml
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from coterie.compiler.loading.raw_data import MAX_NESTING, TOO_DEEP
from coterie.errors import Collector, CompileError, Origin, Spot, Step

MAX_ALIASED = 100_000

Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True)
class YamlDocument:
    """A file's values, and where each of them stands."""

    name: str
    text: str = field(repr=False)
    data: Any = field(repr=False)
    deepest: int = 0

    def spot(self, path: tuple[Step, ...]) -> Spot:
        """Where the value at `path` stands, or its nearest ancestor."""
        return Spot(self.name, *self.position(path))

    def of_keys(self) -> KeyOf:
        """The same for errors that concern keys instead of values."""
        return KeyOf(self)

    def position(self, path: tuple[Step, ...]) -> tuple[int, int]:
        """Line and column (both from 1) of the value at `path`, or of its nearest ancestor."""
        nodes = self._nodes(path)
        return _place(nodes[-1]) if nodes else (1, 1)

    def key_position(self, path: tuple[Step, ...]) -> tuple[int, int]:
        """The same of the key that the last step names."""
        for parent in self._nodes(path[:-1])[-1:]:
            for key, _value in parent.value if isinstance(parent, yaml.MappingNode) else ():
                if key.value == path[-1]:
                    return _place(key)
        return self.position(path)

    @cached_property
    def _root(self) -> Any:
        return yaml.compose(self.text, Loader=Loader)

    def _nodes(self, path: tuple[Step, ...]) -> list[Any]:
        """The nodes along a path, as far as they exist; none in an empty file."""
        nodes, node = [], self._root
        for step in (*path, None):
            if node is None:
                break
            nodes.append(node)
            node = _child(node, step)
        return nodes


def _place(node: Any) -> tuple[int, int]:
    return node.start_mark.line + 1, node.start_mark.column + 1


def _child(node: Any, step: Step | None) -> Any:
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step]
    if isinstance(node, yaml.MappingNode):
        values = {key.value: value for key, value in node.value}
        return values.get(step) or values.get(f"{step}_id")  # references may be written as the HTTP API does
    return None


@dataclass(frozen=True)
class KeyOf:
    """A document whose positions are those of keys, for errors that concern the key itself."""

    document: YamlDocument

    def spot(self, path: tuple[Step, ...]) -> Spot:
        return Spot(self.document.name, *self.document.key_position(path))


def read_yaml(content: bytes | str, name: str) -> YamlDocument:
    """Read one document. An empty file holds None.

    Raises DefinitionErrors with the codes encoding, yaml_syntax, yaml_tag, duplicate_key, non_text_key,
    several_documents, too_deep and too_many_aliases.
    """
    errors = Collector()
    with errors.catching():
        text = content if isinstance(content, str) else _decoded(content, name)
        _refuse_control_characters(text, name)
        composer = _Composer(text, name, errors)
        composer.run()
    errors.raise_any()
    return YamlDocument(name, text, composer.root, composer.deepest)


def _decoded(content: bytes, name: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8-sig", errors="replace")
        if content.startswith((b"\xff\xfe", b"\xfe\xff")):
            message = "found UTF-16, expected UTF-8"
        else:
            message = f"found the byte 0x{content[error.start]:02x}, which is not UTF-8"
        raise CompileError("encoding", message, _spot_after(before, name), hint="save the file as UTF-8") from None


_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")


def _refuse_control_characters(text: str, name: str) -> None:
    if found := _CONTROL.search(text):
        message = f"found the character U+{ord(found.group()):04X}, which YAML does not allow"
        raise CompileError("encoding", message, _spot_after(text[: found.start()], name))


def _spot_after(before: str, name: str) -> Origin:
    lines = re.split("\r\n|\r|\n", before)
    return Origin(Spot(name, len(lines), len(lines[-1]) + 1))


_WORDS: dict[str, object] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_INTEGER = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_DECIMAL = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_INFINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_MAX_DIGITS = 1000


def plain_scalar(text: str) -> object:
    """What a scalar without quotes means: None, bool, int, Decimal or text (YAML 1.2, section 10.3.2).

    https://yaml.org/spec/1.2.2/#1032-tag-resolution
    """
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in "-+.0123456789":
        return text
    if _INTEGER.fullmatch(text) and len(text) <= _MAX_DIGITS:
        return int(text, 0 if text[:2] in ("0o", "0x") else 10)
    if _DECIMAL.fullmatch(text):
        return _decimal(text)
    if _INFINITE.fullmatch(text):
        return Decimal(text.replace(".", ""))
    return text


def _decimal(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:  # an exponent of more than 18 digits
        return Decimal("Infinity")


_NO_KEY = object()
_TEXT_TAG = "tag:yaml.org,2002:str"
_COLLECTION_TAGS = {None, "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"}

_QUOTE_PLACEHOLDER = "add quotes around the placeholder: \"{{{{ var('name') }}}}\""
_HINTS = {  # by what libyaml or the Python parser says
    "mapping values are not allowed": "a text that holds `: ` needs quotes",
    "cannot start any token": "a text that begins with `{}` needs quotes",
    "unknown escape": "inside double quotes a backslash is written twice; inside single quotes it is itself",
    "expected ':'": "expected `key: value`",
    "expected key": "fields of one mapping begin in the same column",
    "unexpected end of stream": "the closing quote is missing",
    "expected ',' or": "the closing bracket or a comma is missing",
}


class _Composer:
    """Builds plain values from the events of one document."""

    def __init__(self, text: str, name: str, errors: Collector) -> None:
        self.root: Any = None
        self.deepest = 0
        self._text = text
        self._name = name
        self._errors = errors
        self._container: Any = None  # the dict or list being filled
        self._key: Any = _NO_KEY  # its key that waits for a value
        self._outer: list[tuple[Any, Any, str | None, int]] = []
        self._documents = 0
        self._plain: dict[str, object] = {}
        self._anchors: dict[str, tuple[Any, int]] = {}
        self._nodes = 0  # built so far, counting what aliases bring in each time
        self._aliased = 0

    def run(self) -> None:
        handlers = {
            ScalarEvent: self._scalar,
            MappingStartEvent: self._start,
            SequenceStartEvent: self._start,
            MappingEndEvent: self._end,
            SequenceEndEvent: self._end,
            AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }
        loader = Loader(self._text)
        try:
            while (event := loader.get_event()).__class__ is not StreamEndEvent:
                if handle := handlers.get(event.__class__):
                    handle(event)
        except yaml.MarkedYAMLError as error:
            raise self._syntax_error(error) from None
        finally:
            loader.dispose()

    def _document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            self._fail(
                "several_documents", "found a second document, expected one in a file", event, "remove the `---`"
            )

    def _scalar(self, event: Any) -> None:
        text = event.value
        if event.implicit[0]:
            value = self._plain.get(text, _NO_KEY)
            if value is _NO_KEY:
                value = self._plain[text] = plain_scalar(text)
        else:
            value = text
            if event.tag is not None and event.tag != _TEXT_TAG:
                self._unknown_tag(event)
        self._nodes += 1
        if event.anchor is not None:
            self._remember(event.anchor, value, 1, event)
        self._put(value, event)

    def _start(self, event: Any) -> None:
        if self._key is _NO_KEY and self._container.__class__ is dict:
            self._collection_key(event)
        if event.tag not in _COLLECTION_TAGS:
            self._unknown_tag(event)
        self._outer.append((self._container, self._key, event.anchor, self._nodes))
        self._container, self._key = ({} if event.__class__ is MappingStartEvent else []), _NO_KEY
        self._nodes += 1
        self.deepest = max(self.deepest, len(self._outer))
        if len(self._outer) > MAX_NESTING:
            self._fail("too_deep", TOO_DEEP, event)

    def _end(self, event: Any) -> None:
        value = self._container
        self._container, self._key, anchor, before = self._outer.pop()
        if anchor is not None:
            self._remember(anchor, value, self._nodes - before, event)
        self._put(value, event)

    def _alias(self, event: Any) -> None:
        if event.anchor not in self._anchors:
            self._fail("yaml_syntax", f"found `*{event.anchor}` without a complete `&{event.anchor}` before it", event)
        value, size = self._anchors[event.anchor]
        self._nodes += size
        self._aliased += size
        if self._aliased > MAX_ALIASED:
            self._fail("too_many_aliases", f"aliases bring in more than {MAX_ALIASED:,} values", event)
        self._put(value, event)

    def _remember(self, anchor: str, value: Any, size: int, event: Any) -> None:
        if anchor in self._anchors:
            self._fail("yaml_syntax", f"found `&{anchor}` a second time, expected each anchor once", event)
        self._anchors[anchor] = (value, size)

    def _put(self, value: Any, event: Any) -> None:
        container = self._container
        if container.__class__ is list:
            container.append(value)
        elif container is None:
            self.root = value
        elif self._key is not _NO_KEY:
            container[self._key] = value
            self._key = _NO_KEY
        else:
            self._key = self._checked_key(value, event)

    def _checked_key(self, key: Any, event: Any) -> str:
        if key.__class__ is not str:
            if isinstance(key, dict | list):
                self._collection_key(event)
            written = getattr(event, "value", f"*{event.anchor}")
            message = f"found `{written}` as a key, expected text"
            self._errors.add(CompileError("non_text_key", message, self._at(event), hint=f'add quotes: "{written}"'))
            return str(key)
        if key in self._container:
            self._errors.add(CompileError("duplicate_key", f"the key `{key}` is given twice", self._at(event)))
        return str(key)

    def _collection_key(self, event: Any) -> NoReturn:
        mark = event.start_mark
        if self._text[mark.index - 1 : mark.index + 1] == "{{":
            self._fail("non_text_key", "found `{{` outside quotes", event, _QUOTE_PLACEHOLDER.format())
        self._fail("non_text_key", "found a mapping or a list as a key, expected text", event)

    def _unknown_tag(self, event: Any) -> NoReturn:
        self._fail("yaml_tag", f"found the tag `{event.tag}`, expected a value without tag", event)

    def _syntax_error(self, error: yaml.MarkedYAMLError) -> CompileError:
        mark: Any = error.problem_mark or error.context_mark
        character = self._text[mark.index : mark.index + 1]
        problem = error.problem or "the text does not parse"
        if character == "\t":
            return CompileError("yaml_syntax", "found a tab, expected spaces", self._spot(mark))
        hint = next((hint for part, hint in _HINTS.items() if part in problem), "")
        if "{{" in self._text[: mark.index].rpartition("\n")[2]:
            hint = _QUOTE_PLACEHOLDER
        start: Any = error.context_mark
        since = f" that begins in line {start.line + 1}" if start and start.line != mark.line else ""
        context = f" {error.context}{since}" if error.context else ""
        return CompileError("yaml_syntax", f"{problem}{context}", self._spot(mark), hint=hint.format(character))

    def _fail(self, code: str, message: str, event: Any, hint: str = "") -> NoReturn:
        raise CompileError(code, message, self._at(event), hint=hint)

    def _at(self, event: Any) -> Origin:
        return self._spot(event.start_mark)

    def _spot(self, mark: Any) -> Origin:
        return Origin(Spot(self._name, mark.line + 1, mark.column + 1))
