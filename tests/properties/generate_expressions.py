"""Generated expressions: well-typed trees over the columns and traits of a row.

Nothing is decided on the last digits of a double: a rough number (see `shapes.Ty`) meets only uneven literals.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from tests.properties.chooser import Chooser
from tests.properties.generate_populations import PERCENTILES
from tests.properties.pools import JSON_PATHS, LIKE_PATTERNS, PATTERNS, constants, literal_pool
from tests.properties.shapes import BOOLEAN, DATE, INSTANT, INTEGER, ROUGH, STEADY, TEXT, Operand, Shape, Ty, array_of
from tests.properties.tree_conditions import Between, Both, Case, Compare, In, Is, IsNull, Like, Not
from tests.properties.tree_everyone import PercentileOf
from tests.properties.trees import Arithmetic, AsOf, Call, Cast, Column, Joined, Literal, Negative, TraitRef, Tree

MOST_SCALE = 9
ORDERED = ("=", "<", ">=", "!=", ">", "<=", "==", "<>")
UNITS = ("month", "day", "week", "quarter", "year")
JSON_TYPES = {
    "text": TEXT,
    "number": Ty("decimal", scale=9),
    "integer": INTEGER,
    "boolean": BOOLEAN,
    "date": DATE,
    "timestamp": INSTANT,
}
FORMATS = ("%Y-%m", "%Y%m%d", "%d.%m.%Y", "day %d")


class Expressions:
    """Draws expressions over some operands."""

    def __init__(
        self,
        choose: Chooser,
        shape: Shape,
        operands: Sequence[Operand],
        *,
        braces_only: bool = False,
        everyone: bool = False,
    ) -> None:
        self.choose = choose
        self.braces_only = braces_only
        self.everyone = everyone  # may it look at all rows?
        self.shape = shape
        self.fields: dict[str, list[Operand]] = {}
        for operand in operands:
            self.fields.setdefault(operand.type.family, []).append(operand)

    def any_of(self, family: str, depth: int) -> Operand:
        """An expression of a family: number, text, boolean, date or timestamp."""
        if family == "boolean":
            return Operand(self.boolean(depth), BOOLEAN, (True, False))
        rule = {"number": self.number, "text": self.text, "date": self.date, "timestamp": self.timestamp}[family]
        found = self.from_json(family, 60) or rule(depth)
        return found if found.pool else replace(found, pool=self.literals(found.type))

    def literals(self, type: Ty) -> Sequence[Any]:
        return literal_pool(type, self.shape.moments, self.shape.zone)

    def field(self, family: str) -> Operand | None:
        """An operand of the family; one of the row itself more often than one at the end of a path."""
        fields = self.fields.get(family, [])
        near = [field for field in fields if not (isinstance(field.tree, Column) and field.tree.path)]
        pool = near if near and not self.choose.chance(35) else fields
        found = self.choose.pick(pool) if pool else None
        if found and isinstance(found.tree, TraitRef) and not self.braces_only and self.choose.chance(30):
            return replace(found, tree=TraitRef(found.tree.slug, bare=True))
        return found

    def from_json(self, family: str, percent: int) -> Operand | None:
        """A value of the family, read from JSON of the row: as often as asked for, where there is any."""
        document = self.field("json") if "json" in self.fields and self.choose.chance(percent) else None
        if document is None:
            return None
        name = self.choose.pick(("number", "integer")) if family == "number" else family
        path = Literal(self.choose.pick(JSON_PATHS))
        return Operand(Call("json_value", (document.tree, path, Literal(name))), JSON_TYPES[name])

    def array(self) -> Operand | None:
        """An array of the row, or one that is read from JSON."""
        found, document = self.field("array"), self.field("json")
        if document is None or (found and self.choose.chance(50)):
            return found
        name, type = self.choose.pick(tuple(JSON_TYPES.items()))
        path = Literal(self.choose.pick(JSON_PATHS))
        return Operand(Call("json_array", (document.tree, path, Literal(name))), array_of(type))

    def from_array(self, family: str, percent: int) -> Operand | None:
        """An element of an array of the family, or all its texts joined."""
        array = self.array() if self.choose.chance(percent) else None
        if array is None or array.type.inside.family != family or array.type.is_rough:
            return None
        if family == "text" and self.choose.chance(40):
            return Operand(Call("array_join", (array.tree, Literal(self.choose.pick(("-", "", ", "))))), TEXT)
        position = Literal(self.choose.pick((1, -1, 2)))
        return Operand(Call("array_element", (array.tree, position)), array.type.inside, array.pool)

    def array_contains(self, array: Operand) -> Tree:
        """That a value is an element: a constant, or one of the row."""
        inside = array.type.inside
        near = self.field(inside.family) if self.choose.chance(40) else None
        if near is None or near.type.kind != inside.kind or near.type.is_rough:
            pool = constants(array.pool) or self.literals(inside)
            near = Operand(Literal(self.choose.pick(pool)), inside)
        return Call("array_contains", (array.tree, near.tree))

    def number(self, depth: int) -> Operand:
        simple = self.from_json("number", 30) or self.from_array("number", 15) or self.field("number")
        if depth <= 0 or self.choose.chance(25):
            return simple or self.number_literal()
        rules = (
            *(self.sum, self.product, self.sum, self.product, self.quotient, self.rounded, self.rounded, self.turned),
            *(self.extreme, self.fallback, self.number_case, self.calendar_part, self.calendar_part),
            *(self.measured, self.measured, self.read, self.signed, self.apart, self.chosen_number),
            *([self.percentile, self.percentile] if self.everyone else []),
        )
        return self.choose.pick(rules)(depth - 1)

    def signed(self, depth: int) -> Operand:
        """A sign, or a double that is NULL where there is none."""
        value = self.number(depth)
        if value.type.is_rough:
            return value
        name = self.choose.pick(("sign", "sqrt", "ln", "exp", "power"))
        if name == "sign":
            return Operand(Call(name, (value.tree,)), INTEGER)
        exponent = (Literal(self.choose.pick((2, -1, Decimal("0.5"), 0))),) if name == "power" else ()
        return Operand(Call(name, (value.tree, *exponent)), ROUGH)

    def apart(self, depth: int) -> Operand:
        start, end = self.moment(depth).tree, self.moment(0).tree
        name = self.choose.pick(("months_between", "years_between", "days_since", "week", "minute", "position"))
        match name:
            case "months_between" | "years_between":
                return Operand(Call(name, (start, end)), INTEGER)
            case "minute":
                return Operand(Call(name, (self.timestamp(depth).tree,)), INTEGER)
            case "position":
                return Operand(Call(name, (self.text(depth).tree, self.text(0).tree)), INTEGER)
        return Operand(Call(name, (start,)), INTEGER)

    def chosen_number(self, depth: int) -> Operand:
        one, other = self.alike(self.number(depth), depth)
        return Operand(Call("if", (self.boolean(depth), one.tree, other.tree)), together(one.type, other.type))

    def part(self, depth: int) -> Operand:
        """Some of a text, or several together."""
        text, n = self.text(depth).tree, Literal(self.choose.integer(0, 3))
        match self.choose.pick(("left", "right", "split_part", "lpad", "concat_ws", "if")):
            case "split_part":
                place = Literal(self.choose.pick((1, 2, -1)))
                return Operand(Call("split_part", (text, Literal(self.choose.pick(("a", "-", "%", "'"))), place)), TEXT)
            case "lpad":
                return Operand(Call("lpad", (text, n, Literal(self.choose.pick(("0", "é"))))), TEXT)
            case "concat_ws":
                between = Literal(self.choose.pick((" ", "", ",")))
                return Operand(Call("concat_ws", (between, text, self.text(0).tree)), TEXT)
            case "if":
                return Operand(Call("if", (self.boolean(depth), text, self.text(0).tree)), TEXT)
            case name:
                return Operand(Call(name, (text, n)), TEXT)

    def decimal_field(self, percent: int) -> Operand | None:
        """An exact fraction of the row, as often as asked for."""
        decimals = [field for field in self.fields.get("number", []) if field.type.kind == "decimal"]
        return self.choose.pick(decimals) if decimals and self.choose.chance(percent) else None

    def number_literal(self) -> Operand:
        constant = self.choose.pick(self.choose.pick((self.literals(INTEGER), self.literals(Ty("decimal", scale=3)))))
        if constant == int(constant):
            return Operand(Literal(int(constant)), INTEGER)
        return Operand(Literal(constant), Ty("decimal", scale=max(0, -int(constant.as_tuple().exponent))))

    def sum(self, depth: int) -> Operand:
        left, right = self.number(depth), self.number(depth)
        operator = self.choose.pick(("+", "-"))
        return Operand(Arithmetic(operator, left.tree, right.tree), together(left.type, right.type))

    def product(self, depth: int) -> Operand:
        """Two exact numbers keep nine digits after the point, or as many as the longer of them."""
        left, right = self.decimal_field(40) or self.number(depth), self.decimal_field(40) or self.number(depth)
        type, limit = together(left.type, right.type), None
        if type.is_exact and type.kind != "integer":
            scale = left.type.scale + right.type.scale
            if scale > MOST_SCALE:
                if not (isinstance(left.tree, Column) and isinstance(right.tree, Column)):
                    return Operand(Arithmetic("-", left.tree, right.tree), type)
                limit = scale = max(MOST_SCALE, left.type.scale, right.type.scale)
            type = replace(type, scale=scale)
        return Operand(Arithmetic("*", left.tree, right.tree, limit), type)

    def quotient(self, depth: int) -> Operand:
        left, right = self.number(depth), self.number(depth)
        if left.type.is_exact and right.type.is_exact and self.choose.chance(30):
            return Operand(Arithmetic("%", left.tree, right.tree), together(left.type, right.type))
        if right.type.is_rough:
            left, right = right, self.number_literal()
        return Operand(Arithmetic("/", left.tree, right.tree), ROUGH if left.type.is_rough else STEADY)

    def rounded(self, depth: int) -> Operand:
        value = self.decimal_field(60) or self.number(depth)
        if value.type.is_rough:
            return value
        if value.type.kind == "double" or self.choose.chance(50):
            return Operand(Call(self.choose.pick(("floor", "ceil")), (value.tree,)), INTEGER)
        digits = self.choose.integer(0, 3)
        if digits == 0:
            return Operand(Call("round", (value.tree,)), INTEGER)
        return Operand(
            Call("round", (value.tree, Literal(digits))), replace(value.type, scale=min(value.type.scale, digits))
        )

    def extreme(self, depth: int) -> Operand:
        values = self.alike(self.number(depth), depth)
        return Operand(Call(self.choose.pick(("least", "greatest")), trees(values)), together(*types(values)))

    def fallback(self, depth: int) -> Operand:
        values = self.alike(self.number(depth), depth)
        is_rough = any(type.is_rough for type in types(values))
        name = "nullif" if self.choose.chance(40) and not is_rough else "coalesce"
        type = values[0].type if name == "nullif" else together(*types(values))
        return Operand(Call(name, trees(values)), type)

    def alike(self, first: Operand, depth: int) -> tuple[Operand, Operand]:
        """Two numbers, both exact or both double: what mixes them would turn one into the other."""
        second = self.number(depth)
        if first.type.is_exact != second.type.is_exact:
            second = Operand(Arithmetic("+", first.tree, Literal(1)), first.type)
        return first, second

    def number_case(self, depth: int) -> Operand:
        values = self.alike(self.number(depth), depth)
        case = self.case(depth, *trees(values))
        return Operand(case, together(*types(values)) if case.otherwise else values[0].type)

    def case(self, depth: int, one: Tree, other: Tree) -> Case:
        if (text := self.field("text")) and self.choose.chance(30):
            literal = Literal(self.choose.pick(constants(text.pool or self.literals(TEXT))))
            return Case(((literal, one),), other, text.tree)
        return Case(((self.boolean(depth), one),), other if self.choose.chance(70) else None)

    def calendar_part(self, depth: int) -> Operand:
        day = self.moment(depth)
        name = self.choose.pick(("year", "month", "day", "weekday", "quarter", "days_between", "hour", "elapsed"))
        if name == "days_between":
            return Operand(Call(name, (day.tree, self.moment(depth).tree)), INTEGER)
        if name == "elapsed":
            unit = Literal(self.choose.pick(("day", "hour", "minute")))
            return Operand(Call(name, (self.timestamp(depth).tree, self.timestamp(0).tree, unit)), INTEGER)
        return Operand(Call(name, (self.timestamp(depth).tree if name == "hour" else day.tree,)), INTEGER)

    def measured(self, depth: int) -> Operand:
        if (array := self.array()) and self.choose.chance(50):
            return Operand(Call("array_length", (array.tree,)), INTEGER)
        return Operand(Call("length", (self.text(depth).tree,)), INTEGER)

    def read(self, depth: int) -> Operand:
        """A text read as a number, sooner one that may hold a number."""
        numeric = [
            field for field in self.fields.get("text", []) if any(re.search("[0-9]", str(x)) for x in field.pool)
        ]
        text = self.choose.pick(numeric) if numeric and self.choose.chance(70) else self.text(depth)
        if self.choose.chance(50):
            return Operand(Cast(text.tree, "integer"), INTEGER)
        return Operand(Cast(text.tree, "number"), Ty("decimal", scale=9))

    def percentile(self, depth: int) -> Operand:
        """Of a number of the row, rather than of one that is made of it."""
        value = (self.field("number") if self.choose.chance(60) else None) or self.number(depth)
        if value.type.is_rough:
            return value
        return Operand(PercentileOf(value.tree, Decimal(self.choose.pick(PERCENTILES))), STEADY)

    def turned(self, depth: int) -> Operand:
        value = self.number(depth)
        return Operand(Negative(value.tree) if self.choose.chance(50) else Call("abs", (value.tree,)), value.type)

    def text(self, depth: int) -> Operand:
        simple = self.from_json("text", 30) or self.from_array("text", 15) or self.field("text")
        if depth <= 0 or self.choose.chance(35):
            return simple or self.text_literal()
        rules = (self.changed, self.changed, self.joined, self.text_choice, self.shown, self.part, self.part)
        return self.choose.pick(rules)(depth - 1)

    def text_literal(self) -> Operand:
        return Operand(Literal(self.choose.pick(self.literals(TEXT))), TEXT)

    def changed(self, depth: int) -> Operand:
        text = self.text(depth).tree
        name = self.choose.pick(("lower", "upper", "trim", "substr", "replace"))
        args: tuple[Tree, ...] = (text,)
        if name == "substr":
            args = (text, Literal(self.choose.integer(1, 3)), Literal(self.choose.integer(0, 2)))
            args = args if self.choose.chance(60) else args[:2]
        if name == "replace":
            args = (
                text,
                Literal(self.choose.pick(("a", "b", "%", "'", "\\"))),
                Literal(self.choose.pick(("", "x", "a"))),
            )
        return Operand(Call(name, args), TEXT)

    def joined(self, depth: int) -> Operand:
        left, right = self.text(depth).tree, self.choose.pick((self.text, self.shown))(depth).tree
        return Operand(
            Joined(left, right) if self.choose.chance(50) else Call("concat", (left, Literal("-"), right)), TEXT
        )

    def text_choice(self, depth: int) -> Operand:
        one, other = self.text(depth), self.choose.pick((self.text(depth), self.text_literal()))
        name = self.choose.pick(("coalesce", "nullif", "least", "greatest", "case"))
        if name == "case":
            return Operand(self.case(depth, one.tree, other.tree), TEXT)
        return Operand(Call(name, (one.tree, other.tree)), TEXT)

    def shown(self, depth: int) -> Operand:
        form = self.choose.integer(0, 3)
        if form == 0:
            return Operand(Call("format_date", (self.moment(depth).tree, Literal(self.choose.pick(FORMATS)))), TEXT)
        if form == 1:
            return Operand(Cast(self.date(depth).tree, "text"), TEXT)
        if form == 2 and (flag := self.field("boolean")):
            return Operand(Cast(flag.tree, "text"), TEXT)
        number = self.number(depth)
        return Operand(Cast(number.tree, "text"), TEXT) if number.type.kind == "integer" else self.text_literal()

    def date(self, depth: int) -> Operand:
        simple = self.from_json("date", 30) or self.from_array("date", 15) or self.field("date")
        if depth <= 0 or (simple and self.choose.chance(40)):
            return simple or Operand(Literal(self.choose.pick(self.literals(DATE))), DATE)
        form = self.choose.integer(0, 6)
        if form == 5:
            return Operand(Call("last_day", (self.moment(depth - 1).tree,)), DATE)
        if form == 6:
            n, unit = Literal(self.choose.pick((1, -1, 13))), Literal(self.choose.pick(UNITS))
            return Operand(Call("date_add", (self.date(depth - 1).tree, n, unit)), DATE)
        if form == 0:
            return Operand(Call("date", (self.timestamp(depth - 1).tree,)), DATE)
        if form == 1:
            return Operand(Call("date_trunc", (Literal(self.choose.pick(UNITS)), self.moment(depth - 1).tree)), DATE)
        if form == 2:
            return Operand(Cast(self.text(depth - 1).tree, "date"), DATE)
        if form == 3:
            name = self.choose.pick(("coalesce", "least", "greatest", "nullif"))
            return Operand(Call(name, (self.date(depth - 1).tree, self.date(depth - 1).tree)), DATE)
        return Operand(Cast(self.timestamp(depth - 1).tree, "date"), DATE)

    def timestamp(self, depth: int) -> Operand:
        if found := self.from_json("timestamp", 20) or self.from_array("timestamp", 15):
            return found
        simple = self.field("timestamp")
        if simple is None or (depth > 0 and self.choose.chance(15)):
            return Operand(AsOf() if self.choose.chance(60) else self.moment_literal(), INSTANT)
        if depth > 0 and self.choose.chance(12):
            n, unit = Literal(self.choose.pick((1, -1, 13))), Literal(self.choose.pick((*UNITS, "hour", "minute")))
            return Operand(Call("date_add", (simple.tree, n, unit)), INSTANT)
        if depth > 0 and self.choose.chance(6):
            return Operand(Cast(self.text(depth - 1).tree, "timestamp"), INSTANT)
        number = self.field("number") if depth > 0 and self.choose.chance(4) else None
        if number is not None and number.type.kind == "integer":
            unit = Literal(self.choose.pick(("second", "millisecond")))
            return Operand(Call("from_unix", (number.tree, unit)), INSTANT)
        others = [field for field in self.fields["timestamp"] if field.type == simple.type]
        if depth > 0 and self.choose.chance(30):
            return Operand(Call("coalesce", (simple.tree, self.choose.pick(others).tree)), simple.type)
        return simple

    def moment_literal(self) -> Tree:
        return Literal(self.choose.pick(self.shape.moments))

    def moment(self, depth: int) -> Operand:
        """A date or a timestamp."""
        return self.timestamp(depth) if self.choose.chance(60) else self.date(depth)

    def boolean(self, depth: int) -> Tree:
        if (array := self.array()) and not array.type.is_rough and self.choose.chance(15):
            return self.array_contains(array)
        simple = self.from_json("boolean", 30) or self.field("boolean")
        if depth > 0 and self.choose.chance(35):
            if self.choose.chance(25):
                return Not(self.boolean(depth - 1))
            parts = tuple(self.boolean(depth - 1) for _ in range(self.choose.integer(2, 3)))
            return Both(self.choose.pick(("AND", "OR")), parts)
        if simple and self.choose.chance(15):
            is_true = self.choose.chance(50)
            forms = (simple.tree, simple.tree, Compare("=", simple.tree, Literal(is_true)), Is(simple.tree, is_true))
            return self.choose.pick((*forms, Is(simple.tree, is_true, negated=True)))
        rules = (self.number_test, self.text_test, self.date_test, self.moment_test, self.null_test, self.text_test)
        return self.choose.pick(rules)(depth)

    def null_test(self, depth: int) -> Tree:
        fields = [field for family, found in self.fields.items() if family != "array" for field in found]
        tested = self.choose.pick(fields).tree if fields else self.text(depth - 1).tree
        return IsNull(tested, self.choose.chance(50))

    def number_test(self, depth: int) -> Tree:
        left = self.number(depth - 1)
        if left.type.is_rough:
            return Compare(self.choose.pick(("<", ">")), left.tree, Literal(self.choose.pick(self.literals(ROUGH))))
        pool = constants(left.pool) or self.literals(left.type)
        form = self.choose.integer(0, 5)
        if form == 0:
            return In(left.tree, self.some_literals(pool), self.choose.chance(40))
        if form == 1:
            low, high = sorted((self.choose.pick(pool), self.choose.pick(pool)))
            return Between(left.tree, Literal(low), Literal(high), self.choose.chance(40))
        right = self.number(depth - 1)
        if right.type.is_rough or form > 2:
            return Compare(self.choose.pick(ORDERED), left.tree, Literal(self.choose.pick(pool)))
        return Compare(self.choose.pick(ORDERED), left.tree, right.tree)

    def some_literals(self, pool: Sequence[Any]) -> tuple[Tree, ...]:
        return tuple(Literal(constant) for constant in self.choose.several(pool, 1, 3))

    def text_test(self, depth: int) -> Tree:
        left = self.text(depth - 1)
        pool = constants(left.pool) or self.literals(TEXT)
        form = self.choose.integer(0, 6)
        if form == 6:
            return Call("matches", (left.tree, Literal(self.choose.pick(PATTERNS))))
        if form == 0:
            return In(left.tree, self.some_literals(pool), self.choose.chance(40))
        if form == 1:
            return Like(left.tree, self.choose.pick(LIKE_PATTERNS), self.choose.chance(40))
        if form == 2:
            name = self.choose.pick(("contains", "starts_with", "ends_with"))
            part = self.text(0).tree if self.choose.chance(30) else Literal(self.choose.pick(pool))
            return Call(name, (left.tree, part))
        if form == 3:
            return Compare(self.choose.pick(ORDERED), left.tree, self.text(depth - 1).tree)
        return Compare(self.choose.pick(ORDERED), left.tree, Literal(self.choose.pick(pool)))

    def date_test(self, depth: int) -> Tree:
        left = self.date(depth).tree
        pool = self.literals(DATE)
        if self.choose.chance(20):
            low, high = sorted((self.choose.pick(pool), self.choose.pick(pool)))
            return Between(left, Literal(low), Literal(high), self.choose.chance(40))
        right = self.date(depth - 1).tree if self.choose.chance(40) else Literal(self.choose.pick(pool))
        return Compare(self.choose.pick(ORDERED), left, right)

    def moment_test(self, depth: int) -> Tree:
        left = self.timestamp(depth).tree
        if self.choose.chance(15):
            day = Literal(self.choose.pick(self.literals(DATE)))
            return Compare(self.choose.pick(("<", ">=")), left, day)
        rights = (AsOf(), self.moment_literal(), self.timestamp(0).tree)
        return Compare(self.choose.pick(ORDERED), left, self.choose.pick(rights))


def together(*types: Ty) -> Ty:
    """The type of a sum, a choice or a product of numbers."""
    if all(type.is_exact for type in types):
        scale = max(type.scale for type in types)
        return INTEGER if all(type.kind == "integer" for type in types) else Ty("decimal", scale=scale)
    grade = max(type.grade for type in types)
    uneven = any(type.kind == "decimal" for type in types)
    return Ty("double", grade=max(grade, 1 if uneven else 0))


def trees(operands: Sequence[Operand]) -> tuple[Tree, ...]:
    return tuple(operand.tree for operand in operands)


def types(operands: Sequence[Operand]) -> tuple[Ty, ...]:
    return tuple(operand.type for operand in operands)


__all__ = ["Expressions"]
