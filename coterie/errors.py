"""What goes wrong, and where.

Two families: `CompileError` is the user's to mend (stable code, place, what was found, what was expected, nearest
names); `InternalError` is ours. A pass collects every error it finds and raises them together as `DefinitionErrors`.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, NoReturn, Protocol

Step = str | int


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a file; line and column count from 1. Without a name it is nowhere.

    `note` says how something came to be there: ``in template `spend`, used at traits/vips.yml:3:5``.
    """

    name: str = ""
    line: int = 0
    column: int = 0
    note: str = ""

    def spot(self, path: tuple[Step, ...]) -> Spot:
        """Itself: a spot may be the document of errors that concern a file's text rather than a node."""
        return self


class Document(Protocol):
    """A text that definitions were read from; knows where each of its nodes stands."""

    def spot(self, path: tuple[Step, ...]) -> Spot:
        """Where the node at `path` stands, or its nearest ancestor."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where something was written: a document (None for objects built in Python) and a path inside it.

    `base` counts the leading steps that lead to the definition itself; the rest is the path a reader wants to see.
    """

    document: Document | None = None
    path: tuple[Step, ...] = ()
    base: int = 0

    def at(self, *steps: Step) -> Origin:
        """The place of a node below this one."""
        return Origin(self.document, self.path + steps, self.base)

    @property
    def spot(self) -> Spot:
        """File, line and column, when a document is known."""
        return self.document.spot(self.path) if self.document else Spot()

    @property
    def place(self) -> str:
        """`audiences/vips.yml:12:9`, or `` without a document."""
        spot = self.spot
        return f"{spot.name}:{spot.line}:{spot.column}" if spot.name else ""

    @property
    def dotted(self) -> str:
        """The path inside the definition: `filter_tree.children[1].value`."""
        return dotted(self.path[self.base :])


NOWHERE = Origin()


def dotted(path: Iterable[Step]) -> str:
    """Write a path as people read it: names joined by dots, positions in brackets."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text


@dataclass(unsafe_hash=True)  # not frozen: `contextlib` sets `__traceback__` on what passes through it
class CompileError(Exception):
    """One mistake in a definition, with a stable `code`.

    `subject` names the definition (``trait `net_revenue` ``); `hint` says what would be right.
    """

    code: str
    message: str
    origin: Origin = NOWHERE
    subject: str = ""
    hint: str = ""

    def __str__(self) -> str:
        where = " ".join(part for part in (self.origin.place, f"[{self.code}]") if part)
        inside = ", ".join(part for part in (self.subject, self.origin.dotted) if part)
        text = f"{where} {inside}: {self.message}" if inside else f"{where} {self.message}"
        note = self.origin.spot.note
        lines = [_one_line(text), *(f"    {more}" for more in (self.hint, _one_line(note)) if more)]
        return printable("\n".join(lines))

    def as_dict(self) -> dict[str, object]:
        """The same as plain values, for `--json` and the API."""
        spot = self.origin.spot
        return {
            "code": self.code,
            "message": self.message,
            "hint": self.hint,
            "subject": self.subject,
            "note": spot.note,
            "file": spot.name or None,
            "line": spot.line or None,
            "column": spot.column or None,
            "path": self.origin.dotted,
        }


@dataclass(frozen=True, slots=True)
class CompileWarning:
    """Something odd about a definition that is well; of a note, whether it is meant is for its author to say."""

    code: str
    message: str
    origin: Origin = NOWHERE
    subject: str = ""
    level: Literal["warning", "note"] = "warning"

    def __str__(self) -> str:
        return str(self._as_error)

    @property
    def _as_error(self) -> CompileError:
        return CompileError(self.code, self.message, self.origin, self.subject)

    @property
    def reading_order(self) -> tuple[str, int, int, str]:
        """By file, line and column."""
        return _reading_order(self._as_error)

    def as_dict(self) -> dict[str, object]:
        """Plain values, for `--json`."""
        return {"level": self.level, **self._as_error.as_dict()}


def _one_line(text: str) -> str:
    return text.replace("\n", "\\n")


def printable(text: str) -> str:
    """The text without what could steer a terminal: other than spaces and line ends, only what can be seen."""
    if text.isascii() and text.replace("\n", "").isprintable():
        return text
    return "".join(
        char if char.isprintable() or char == "\n" else char.encode("unicode_escape").decode() for char in text
    )


class AlreadyReported(Exception):
    """What was asked for is broken, and its own error says so: nothing more to report."""


class DefinitionErrors(Exception):
    """All the mistakes of a project, in the order of files and lines."""

    def __init__(self, errors: Iterable[CompileError]) -> None:
        unique = {str(error): error for error in errors}
        self.errors: tuple[CompileError, ...] = tuple(sorted(unique.values(), key=_reading_order))
        super().__init__("\n".join(str(error) for error in self.errors))


def _reading_order(error: CompileError) -> tuple[str, int, int, str]:
    spot = error.origin.spot
    return spot.name, spot.line, spot.column, str(error)


class TooMuchAtOnce(DefinitionErrors):
    """One statement would be more than the engine bears: `times` as much as it does, which several may keep to."""

    def __init__(self, code: str, message: str, times: float) -> None:
        self.times = times
        hint = "run what it is made of before, and let it read what is published (`freshness`)"
        super().__init__([CompileError(code, message, hint=hint)])


class WarehouseError(Exception):
    """The warehouse refused or failed a statement, or its data broke a promise; `code` is stable.

    `changed` is what a run has changed although it failed, in words; the message says it too.
    """

    def __init__(self, code: str, message: str, *, changed: str = "") -> None:
        self.code = code
        self.message = f"{message}; {changed}" if changed else message
        self.changed = changed
        super().__init__(f"[{code}] {self.message}")


class InternalError(Exception):
    """A mistake of coterie's own; please report it with the definition that led here."""


@dataclass
class Collector:
    """Gathers errors so that one does not hide the next."""

    errors: list[CompileError] = field(default_factory=list)

    def catching(self, *, subject: str = "") -> _Catching:
        """Note an error raised inside and go on; it gets `subject` unless it has one."""
        return _Catching(self, subject)

    def add(self, error: CompileError, *, subject: str = "") -> None:
        if subject and not error.subject:
            error = CompileError(error.code, error.message, error.origin, subject, error.hint)
        self.errors.append(error)

    def raise_any(self) -> None:
        """Raise everything gathered so far, if anything."""
        if self.errors:
            raise DefinitionErrors(self.errors)

    def raise_or_skip(self) -> NoReturn:
        """Raise what was gathered; where everything was reported before, say just that."""
        self.raise_any()
        raise AlreadyReported


@dataclass(slots=True)
class _Catching:
    """A class, as it is entered for each part of each expression and `contextmanager` takes several times as long."""

    collector: Collector
    subject: str

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, traceback: object) -> bool:
        match error:
            case AlreadyReported():
                return True
            case CompileError():
                self.collector.add(error, subject=self.subject)
                return True
            case DefinitionErrors():
                for each in error.errors:
                    self.collector.add(each, subject=self.subject)
                return True
            case _:
                return False


def nearest(name: str, known: Iterable[str], *, limit: int = 3) -> list[str]:
    """The names most like `name`, best first; letter case does not count."""
    by_lower: dict[str, str] = {}
    for candidate in known:
        by_lower.setdefault(candidate.lower(), candidate)
    return [by_lower[key] for key in difflib.get_close_matches(name.lower(), by_lower, n=limit, cutoff=0.6)]


def suggestion(name: str, known: Iterable[str], *, what: str) -> str:
    """A hint for an unknown name: the nearest ones, else all of them (at most eight)."""
    names = list(dict.fromkeys(known))
    if close := nearest(name, names):
        return f"did you mean {' or '.join(f'`{_one_line(near)}`' for near in close)}?"
    if not names:
        return f"there are no {what}"
    shown = ", ".join(f"`{_one_line(known_name)}`" for known_name in sorted(names)[:8])
    return f"known {what}: {shown}{', …' if len(names) > 8 else ''}"
