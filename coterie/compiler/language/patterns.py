r"""The portable subset of regular expressions behind `matches`.

In: a pattern as people write it. Out: the same pattern in the spelling that every engine reads alike (RE2 and the
backtracking ones): literals, `.`, classes, `\d \w \s`, anchors, groups, alternatives and greedy quantifiers.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from coterie.compiler.ir.values import Mismatch, shown

_CLASSES = {"d": "0-9", "w": "A-Za-z0-9_", "s": r" \t\n\r\f"}
_CONTROLS = {"t": r"\t", "n": r"\n", "r": r"\r", "f": r"\f"}
_SPECIAL = set(r"\.^$|?*+()[]{}")
_COUNTS = re.compile(r"(?P<low>[0-9]{1,9})(?:,(?P<high>[0-9]{0,9}))?\}")
_MAX_REPEAT = 1000
_MAX_SIZE = 20_000


def portable_pattern(pattern: str) -> str:
    """The pattern in its portable spelling, or `Mismatch` with code `pattern` saying what is not allowed."""
    reader = _Reader(pattern)
    part = reader.alternatives()
    if reader.position < len(pattern):
        raise reader.problem("found `)` without `(`")
    if part.size > _MAX_SIZE:
        raise reader.problem(f"the pattern means more than {_MAX_SIZE:,} characters when counts are written out")
    return part.text


class _Part(NamedTuple):
    """A piece of the pattern: its spelling, how long it is with its counts written out, and these multiplied."""

    text: str
    size: int = 1
    repeats: int = 1


class _Reader:
    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.position = 0
        self.depth = 0

    def problem(self, message: str) -> Mismatch:
        position = min(self.position + 1, len(self.pattern))
        return Mismatch(f"pattern `{shown(self.pattern)}`, character {position}: {message}", "pattern")

    def _peek(self) -> str:
        return self.pattern[self.position] if self.position < len(self.pattern) else ""

    def _next(self) -> str:
        character = self._peek()
        self.position += 1
        return character

    def alternatives(self) -> _Part:
        self.depth += 1
        if self.depth > 50:
            raise self.problem("groups nest more than 50 deep")
        branches = [self._sequence()]
        while self._peek() == "|":
            self._next()
            branches.append(self._sequence())
        self.depth -= 1
        return _joined("|", branches)

    def _sequence(self) -> _Part:
        parts: list[_Part] = []
        while self._peek() not in ("", "|", ")"):
            is_anchor = self._peek() in ("^", "$")
            atom = self._atom()
            quantifier, count = self._quantifier(repeatable=not is_anchor)
            if atom.repeats * count > _MAX_REPEAT:
                raise self.problem(f"counts inside each other multiply to more than {_MAX_REPEAT}")
            parts.append(_Part(atom.text + quantifier, atom.size * count, atom.repeats * count))
        return _joined("", parts)

    def _atom(self) -> _Part:
        character = self._next()
        match character:
            case "(":
                return self._group()
            case "[":
                return self._bracket()
            case "\\":
                return _Part(self._escape())
            case ".":
                return _Part(r"[^\n]")
            case "*" | "+" | "?" | "{":
                self.position -= 1
                raise self.problem(f"found `{character}` with nothing to repeat")
            case "]" | "}":
                return _Part(f"\\{character}")
        return _Part(character)

    def _group(self) -> _Part:
        if self._peek() == "?":
            if self.pattern[self.position : self.position + 2] != "?:":
                raise self.problem("found `(?`, expected `(` or `(?:`")
            self.position += 2
        inside = self.alternatives()
        if self._next() != ")":
            raise self.problem("found no `)` for `(`")
        return inside._replace(text=f"(?:{inside.text})")

    def _escape(self) -> str:
        character = self._next()
        if character in _CLASSES:
            return f"[{_CLASSES[character]}]"
        if character in _CONTROLS:
            return _CONTROLS[character]
        if character and not character.isalnum() and character.isascii():
            return f"\\{character}" if character in _SPECIAL else character
        raise self.problem(f"found `\\{character}`, expected \\d, \\w, \\s or an escaped sign")

    def _bracket(self) -> _Part:
        text = "["
        if self._peek() == "^":
            text += self._next()
        members = 0
        while (character := self._next()) != "]":
            if not character:
                raise self.problem("found no `]` for `[`")
            text += self._member(character)
            members += 1
        if not members:
            raise self.problem("found an empty class")
        return _Part(text + "]", members)

    def _member(self, character: str) -> str:
        if character == "\\":
            escaped = self._next()
            if escaped in _CLASSES:
                return _CLASSES[escaped]
            low = _CONTROLS.get(escaped) or self._class_literal(escaped)
        else:
            low = self._class_literal(character)
        following = self.pattern[self.position : self.position + 2]
        if len(following) == 2 and following[0] == "-" and following[1] != "]":
            self._next()
            high = self._next()
            if high == "\\":
                high = self._next()
            if not high or high < low[-1]:
                raise self.problem(f"found the reversed range `{low}-{high}`")
            return f"{low}-{self._class_literal(high)}"
        return low

    def _class_literal(self, character: str) -> str:
        if not character or (character.isalnum() and self.pattern[self.position - 2 : self.position - 1] == "\\"):
            raise self.problem(f"found `\\{character}` in a class")
        return f"\\{character}" if character in r"\[]^-&~" else character

    def _quantifier(self, *, repeatable: bool) -> tuple[str, int]:
        """The quantifier at hand, and how often it counts out what stands before it."""
        character = self._peek()
        if character not in ("*", "+", "?", "{"):
            return "", 1
        if not repeatable:
            raise self.problem(f"found `{character}` after an anchor")
        self._next()
        text, count = (character, 1) if character != "{" else self._counts()
        if self._peek() in ("?", "+", "*", "{"):
            raise self.problem("quantifiers are greedy, and one at a time")
        return text, count

    def _counts(self) -> tuple[str, int]:
        found = _COUNTS.match(self.pattern, self.position)
        if found is None:
            raise self.problem("expected {n}, {n,} or {n,m}")
        low, high = int(found["low"]), int(found["high"] or found["low"])
        if high > _MAX_REPEAT or high < low:
            raise self.problem(f"expected counts in order, at most {_MAX_REPEAT}")
        self.position = found.end()
        return "{" + found.group(), max(high, 1)


def _joined(separator: str, parts: list[_Part]) -> _Part:
    text = separator.join(part.text for part in parts)
    return _Part(text, sum(part.size for part in parts), max((part.repeats for part in parts), default=1))
