"""What differs between warehouses, as a record.

A dialect holds facts and primitives. A primitive takes sqlglot nodes and returns one, and means on every engine what
`MEANINGS` says of it; `None` (or a missing entry) says that the engine has no way to do it, which the compiler
reports before any SQL is made. Nobody outside this package asks for a dialect's name.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from sqlglot import exp

from coterie.dialects.costs import COLUMNS, Costs
from coterie.types import Type

Node = exp.Expr
Scalar = Callable[..., Node]
Typed = Callable[[Sequence[Type], Type], Scalar]
"""The types of what is given, and of what comes out → the primitive for these."""

MEANINGS: dict[str, str] = {
    "add": "exact for exact numbers, with room as the operands were widened, and an error (or still exact) beyond; "
    "NULL in, NULL out",
    "sub": "as add",
    "mul": "as add",
    "trunc": "a double without its fraction",
    "mod": "of exact numbers, the remainder with the dividend's sign; NULL for divisor 0",
    "div": "a double; NULL for divisor 0",
    "neg": "the other sign, of a double",
    "eq": "equal; NULL if a side is NULL; text by code point",
    "ne": "not equal; NULL if a side is NULL",
    "lt": "less; NULL if a side is NULL; text by code point",
    "le": "less or equal",
    "gt": "greater",
    "ge": "greater or equal",
    "one_of": "equal to one of the others, constants; NULL if the value is NULL",
    "abs": "without sign; an error (or still exact) where 64 bits do not hold it",
    "round": "the nearest whole number, half away from zero",
    "round_double": "a double times 10^n, rounded half away from zero, over 10^n; as it is if it has no such digits",
    "floor": "the largest whole number not above",
    "ceil": "the smallest whole number not below",
    "sign": "-1, 0 or 1",
    "sqrt": "of a double; NULL for a negative one",
    "power": "of doubles; NULL for no real number, and for one too large",
    "exp": "of a double; NULL for one too large",
    "ln": "of a double; NULL for 0 and negative ones",
    "least": "the smallest of the values that are not NULL",
    "greatest": "the largest of the values that are not NULL",
    "coalesce": "the first value that is not NULL",
    "nullif": "NULL if both are equal, else the first",
    "length": "code points",
    "lower": "lower case, at least of ASCII",
    "upper": "upper case, at least of ASCII",
    "trim": "without spaces (U+0020 only) at both ends",
    "substr": "from the n-th code point (from 1), at most so many",
    "right": "the last n code points",
    "position": "where the second text begins in the first, in code points from 1; 0 for nowhere, 1 for an empty one",
    "split_part": "the n-th part between separators, from the end for a negative n; NULL where there is none",
    "lpad": "filled up from the left with a character to n code points, or cut to the first n",
    "concat_ws": "texts joined by the first, without those that are NULL; an empty text for none",
    "concat": "texts joined; NULL if any is NULL",
    "replace": "every occurrence; an empty search text changes nothing",
    "starts_with": "true if the text begins with the other, no wildcards; an empty one always fits",
    "ends_with": "true if the text ends with the other, no wildcards; an empty one always fits",
    "contains": "true if the other occurs in the text, case-sensitive, no wildcards; an empty one always fits",
    "like": "SQL LIKE with % and _ only, no escape character, case-sensitive, whole text",
    "matches": "the portable pattern is found anywhere; third argument: ignore case",
    "date_of": "the date of a wall clock",
    "midnight": "the wall clock at the start of a date",
    "to_instant": "the instant at which clocks of a zone show it: the earlier of two, the later side of a gap",
    "to_wall": "what clocks of a zone show at an instant",
    "shift": "a wall clock moved by n units on its own clock; a day the month does not have becomes its last",
    "year": "of a date",
    "quarter": "of a date, 1 to 4",
    "month": "of a date, 1 to 12",
    "day": "of a date, 1 to 31",
    "weekday": "of a date, 1 for Monday to 7",
    "week": "of a date, the ISO 8601 week, 1 to 53",
    "last_day": "the last date of its month",
    "minute": "of a wall clock, 0 to 59",
    "months_between": "the most whole months that can be added to the first date, clipped to the month's end, without "
    "passing the second; for a second that is earlier, the other way round and negative",
    "years_between": "as months_between, of 12 months",
    "from_microseconds": "the instant so many after 1970-01-01T00:00:00Z; NULL outside the years 1 to 9999",
    "hour": "of a wall clock, 0 to 23",
    "format_date": "the date through %Y (four digits), %m, %d; other characters as they are",
    "date_trunc": "the first date of its week (Monday), month, quarter or year",
    "days_between": "end date minus start date, in days",
    "elapsed": "whole minutes, hours or days of 24 h from one UTC wall clock to another, towards zero",
    "to_text": "whole numbers in plain digits, booleans true/false, dates YYYY-MM-DD; how it writes fractions is the "
    "engine's",
    "microseconds": "microseconds since 1970-01-01T00:00:00 of an instant, or of a wall clock as if it were UTC",
    "iso_text": "YYYY-MM-DDTHH:MM:SS.ffffff of a wall clock",
    "bucket": "the first 8 hex digits of the MD5 of the text in UTF-8, as a whole number, mod 10,000",
    "json_text": "an array or JSON value as JSON text; how it writes fractions and timestamps is the engine's",
    "read_integer": "[+-]digits as an integer; NULL for any other text, and outside 64 bits",
    "read_number": "[+-]digits[.digits] as DECIMAL(38, 9), rounded half away from zero; NULL for any other text, and "
    "for more than 29 digits before the point",
    "read_date": "YYYY-MM-DD as a date; NULL for any other text",
    "read_timestamp": "YYYY-MM-DD, T or a space, HH:MM[:SS[.f]] (one to nine digits, those after the sixth dropped), "
    "and Z, ±HH:MM, ±HHMM (to 14:59) or nothing as an instant; without zone on the clocks of the second argument; NULL "
    "for any other text, and for days and times that there are not",
    "clean_json": "a JSON value; NULL for a text that is not JSON as RFC 8259 has it, or has half of a surrogate pair",
    "json_value": "what stands at the steps (names, positions from 0) of the first argument, if it is of the type "
    "that the second names: text (a string without U+0000), number (exact, rounded half away from zero to "
    "DECIMAL(38, 9)), integer (such a number that is whole and of 64 bits), boolean, date and timestamp (a string that "
    "read_date or read_timestamp reads, on clocks of the third); else NULL, also where an object on the way repeats "
    "the name",
    "json_array": "as json_value, of every element of the array at the steps, without what would be NULL; [] for none",
    "array_length": "the number of elements",
    "array_contains_any": "does the array hold at least one of the values?",
    "array_contains_all": "does the array hold every one of the values?",
    "array_contains": "does the array hold the value? NULL if the value is NULL",
    "array_contains_between": "does the array hold an element that is not before the second argument, but before the "
    "third?",
    "array_element": "the n-th element from 1, from the end for a negative n; NULL where there is none",
    "array_join": "the texts of an array with another between them; an empty text for []",
    "clean_array": "NULL as [], NULL elements dropped",
    "clean_double": "NaN as NULL; infinities stay",
    "clean_double_array": "NULL as [], NULL and NaN elements dropped",
    "bit": "the integer, of the type asked for, in which the bit of a place is set, and no other; places are from 1 to "
    "62, or to 126 in an integer of more than 19 digits; NULL in, NULL out",
    "has_bit": "is the bit of a place set in an integer? Both as of `bit`",
    "bit_count": "how many bits of an integer are set",
    "masked": "the elements of an array at whose places, from 1, an integer has its bits set, [] for NULL; NULL for "
    "no array",
    "array_concat": "the elements of an array, then those of another; NULL as []",
}

AGGREGATE_MEANINGS: dict[str, str] = {
    "count": "how many rows (of `*`), or values that are not NULL",
    "count_distinct": "how many different values, NULL left out; 0 for none",
    "approx_count_distinct": "about how many different values; exact where the engine has no sketch",
    "sum": "exact for exact numbers, to 38 digits; NULL for none; `type` is that of the values",
    "percentile": "continuous (linear between neighbours), of doubles; NULL for none",
    "stddev": "of the sample, of doubles; NULL for fewer than two",
    "any": "is the condition true for at least one row? NULL may stand for no",
    "bit_or": "the integer in which every bit is set that is set in one of the values; NULL for none",
    "nth": "the value in the n-th row in order, of the rows that pass the filter; NULL for none; `type` is that of the "
    "value",
    "list": "the values in order, of the rows that pass the filter; NULL or [] for none; `type` is that of the values",
    "list_distinct": "the different values, by value, of the rows that pass the filter; NULL or [] for none; `type` is "
    "that of the values",
}


RELATION_MEANINGS: dict[str, str] = {
    "unnest": "the rows of a SELECT, once per element of an array of each, with that as one more column; none for []; "
    "`type` is that of the array",
}

OF_REWRITES = frozenset({"bit", "has_bit", "bit_count", "masked", "array_concat", "bit_or"})
"""What no definition needs: the compiler takes it where it makes a statement cheaper."""


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort key of an aggregate; NULLs last ascending, first descending."""

    node: Node
    type: Type
    descending: bool = False


@dataclass(frozen=True)
class Dialect:
    """One warehouse: its facts, its primitives, its types. See MEANINGS for what each primitive promises."""

    name: str
    sqlglot: str
    read_type: Callable[[str, str], Type]
    """Native type and the model's zone → type. Naive timestamps get the zone; unknown types are unsupported."""
    write_type: Callable[[Type], exp.DataType]
    """The column type that holds every value of a type."""
    needs_cast: Callable[[str], bool]
    """Must a source column of a native type be cast to the column type of its `read_type` before use?"""
    cast: Callable[[Node, Type, Type], Node]
    """A value of a type (or, of the same as the other, a column as the source has it) in the column type of another,
    which can hold it, or to which it is rounded half away from zero; texts then sort by code point."""
    literal: Callable[[object, Type], Node]
    """A constant; instants are aware datetimes, wall clocks naive ones."""
    scalars: Mapping[str, Scalar]
    aggregates: Mapping[str, Scalar]
    relations: Mapping[str, Callable[..., exp.Select]]
    """What makes other rows of the rows of a SELECT."""
    sort_keys: Callable[[Sort], list[Node]]
    """A sort key of a window, as one or more of the engine's own."""
    file_source: Callable[[str], Node] | None
    """A Parquet or CSV file as a table expression, from its path; None where files cannot be read."""
    max_identifier: int
    """How many bytes a name may have."""
    unquoted: Callable[[str], str] = lambda name: name
    """What a name that is written without quotes stands for."""
    typed: Mapping[str, Typed] = field(default_factory=dict)
    """Scalars that differ with types."""
    selected: Callable[[exp.Select], exp.Select] = lambda select: select
    """A SELECT of the compiler's own as the engine takes it."""
    null_arrays: bool = True
    """Can a column hold NULL in place of an array? Else it holds [] for that."""
    alike: Callable[[Node, Type, Type], Node] = lambda value, *_: value
    """A value of a type as one of several of another, of which a CASE gives one."""
    outward: Callable[[Node, Type], Node] = lambda value, _: value
    """A column of a statement's rows, in its `write_type` whatever type the engine would give it."""
    inward: Callable[[Node, Type], Node] = lambda value, _: value
    """A column of such a type, that of a table of an earlier run, as a statement works with it."""
    complete: Callable[[Node], Node] = lambda statement: statement
    """A whole statement, with what makes it mean the same in every session."""
    materializes: bool = False
    """Can a common table expression be `AS MATERIALIZED`, which is computed once and for itself?"""
    stars: bool = True
    """Does `t.*` give the columns of one of several tables their own names, also those that others have, too?"""
    most_distinct: int | None = None
    """How many DISTINCT aggregates one SELECT may have; None for any number."""
    most_width: int | None = None
    """How wide a row of a table may be, in what `width` counts; None for any width."""
    width: Callable[[Type], int] = lambda type: 1
    """How much of that a column of a type takes: one each, where it is the number of columns that is limited."""
    most_columns: int | None = None
    """How many columns a SELECT may have; None for any number."""
    most_text: int | None = None
    """How many bytes a SELECT may have as text, with room for the statement that makes a table of it; None for any
    number."""
    costs: Costs = COLUMNS
    """What work costs, for the choice between ways to compute the same."""
    most_relations: int | None = None
    """How many common table expressions one statement may have; None for any number."""
    most_selects: int | None = None
    """How many SELECTs one statement may come to, where a common table expression is one wherever it is read; None
    where it is one in all, or any number will do."""

    def lacks(self, primitive: str) -> bool:
        """Is there no way to do it on this engine?"""
        return not any(primitive in known for known in (self.scalars, self.aggregates, self.relations, self.typed))

    def scalar(self, name: str, types: Sequence[Type], result: Type) -> Scalar:
        """The primitive for arguments of these types."""
        return self.typed[name](types, result) if name in self.typed else self.scalars[name]
