r"""The portable subset of regular expressions behind `matches`.

In: a pattern as people write it. Out: the same pattern in the spelling that every engine reads alike (RE2 and the
backtracking ones): literals, `.`, classes, `\d \w \s`, anchors, groups, alternatives and greedy quantifiers.
"""

from __future__ import annotations

from coterie.compiler.values import Mismatch

_CLASSES = {"d": "0-9", "w": "A-Za-z0-9_", "s": r" \t\n\r\f"}
_CONTROLS = {"t": r"\t", "n": r"\n", "r": r"\r", "f": r"\f"}
_SPECIAL = set(r"\.^$|?*+()[]{}")
_MAX_REPEAT = 1000


def portable_pattern(pattern: str) -> str:
    """The pattern in its portable spelling, or `Mismatch` with code `pattern` saying what is not allowed."""
    reader = _Reader(pattern)
    text = reader.alternatives()
    if reader.position < len(pattern):
        raise reader.problem("found `)` without `(`")
    return text


class _Reader:
    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.position = 0
        self.depth = 0

    def problem(self, message: str) -> Mismatch:
        position = min(self.position + 1, len(self.pattern))
        return Mismatch(f"pattern `{self.pattern}`, character {position}: {message}", "pattern")

    def _peek(self) -> str:
        return self.pattern[self.position] if self.position < len(self.pattern) else ""

    def _next(self) -> str:
        character = self._peek()
        self.position += 1
        return character

    def alternatives(self) -> str:
        self.depth += 1
        if self.depth > 50:
            raise self.problem("groups nest more than 50 deep")
        branches = [self._sequence()]
        while self._peek() == "|":
            self._next()
            branches.append(self._sequence())
        self.depth -= 1
        return "|".join(branches)

    def _sequence(self) -> str:
        text = ""
        while self._peek() not in ("", "|", ")"):
            atom, repeatable = self._atom()
            text += atom + self._quantifier(repeatable=repeatable)
        return text

    def _atom(self) -> tuple[str, bool]:
        character = self._next()
        match character:
            case "(":
                return self._group(), True
            case "[":
                return self._bracket(), True
            case "\\":
                return self._escape(), True
            case "^" | "$":
                return character, False
            case ".":
                return r"[^\n]", True
            case "*" | "+" | "?" | "{":
                self.position -= 1
                raise self.problem(f"found `{character}` with nothing to repeat")
            case "]" | "}":
                return f"\\{character}", True
        return character, True

    def _group(self) -> str:
        if self._peek() == "?":
            if self.pattern[self.position : self.position + 2] != "?:":
                raise self.problem("found `(?`, expected `(` or `(?:`")
            self.position += 2
        inside = self.alternatives()
        if self._next() != ")":
            raise self.problem("found no `)` for `(`")
        return f"(?:{inside})"

    def _escape(self) -> str:
        character = self._next()
        if character in _CLASSES:
            return f"[{_CLASSES[character]}]"
        if character in _CONTROLS:
            return _CONTROLS[character]
        if character and not character.isalnum() and character.isascii():
            return f"\\{character}" if character in _SPECIAL else character
        raise self.problem(f"found `\\{character}`, expected \\d, \\w, \\s or an escaped sign")

    def _bracket(self) -> str:
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
        return text + "]"

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

    def _quantifier(self, *, repeatable: bool) -> str:
        character = self._peek()
        if character not in ("*", "+", "?", "{"):
            return ""
        if not repeatable:
            raise self.problem(f"found `{character}` after an anchor")
        self._next()
        text = character if character != "{" else self._counts()
        if self._peek() in ("?", "+", "*", "{"):
            raise self.problem("quantifiers are greedy, and one at a time")
        return text

    def _counts(self) -> str:
        end = self.pattern.find("}", self.position)
        low, comma, high = self.pattern[self.position : max(end, self.position)].partition(",")
        if end < 0 or not low.isdecimal() or not (high.isdecimal() or not high):
            raise self.problem("expected {n}, {n,} or {n,m}")
        if max(int(low), int(high or low)) > _MAX_REPEAT or (high and int(high) < int(low)):
            raise self.problem(f"expected counts in order, at most {_MAX_REPEAT}")
        self.position = end + 1
        return f"{{{low}{comma}{high}}}"
