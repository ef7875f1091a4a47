"""Values that people write beside an operator or as a default → typed literals.

A value is checked against the type it is compared with, never cast: a number where text is due is an error that says
"add quotes", and the other way round.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal

from coterie.compiler.definitions.base import Def
from coterie.compiler.ir import times
from coterie.compiler.ir.expr import Literal
from coterie.types import BOOLEAN, DATE, INSTANT, MAX_PRECISION, TEXT, Kind, Type, decimal, integer

_LONG = 10**MAX_PRECISION


class Mismatch(Exception):
    """What was given does not fit; the message says what was found and what was expected."""

    def __init__(self, message: str, code: str = "type_mismatch", hint: str = "", path: tuple[int, ...] = ()) -> None:
        self.code = code
        self.message = message
        self.hint = hint
        self.path = path
        super().__init__(message)

    def at(self, *path: int) -> Mismatch:
        """The same of a part of what was given."""
        return Mismatch(self.message, self.code, self.hint, (*path, *self.path))


def literal(value: object) -> Literal:
    """A constant with the type that its own form shows; dates and times come as such. Mismatch: `out_of_range`."""
    match value:
        case bool():
            return Literal(value, BOOLEAN)
        case int():
            is_short = -_LONG < value < _LONG  # of others Python makes no text
            return Literal(value, integer(len(str(abs(value))) if is_short else _digits(Decimal(value).adjusted() + 1)))
        case Decimal():
            _, digits, exponent = value.as_tuple()
            scale = max(0, -int(exponent))
            return Literal(value, decimal(_digits(max(len(digits) + max(0, int(exponent)), scale)), scale))
        case datetime():
            return Literal(value, INSTANT)
        case date():
            return Literal(value, DATE)
        case str():
            return Literal(value, TEXT)
    raise TypeError(f"no literal for {value!r}")


def _digits(count: int) -> int:
    if count > MAX_PRECISION:
        raise Mismatch(f"found a number of {count:,} digits, expected at most {MAX_PRECISION}", "out_of_range")
    return count


_MOMENT = "a date such as 2024-01-31 or a time such as 2024-01-31T09:30:00Z"
_NOUNS = {bool: "boolean", int: "number", Decimal: "number", str: "text", date: "date", datetime: "timestamp"}


def noun(value: object) -> str:
    """What a written value is, in the words of definitions."""
    if isinstance(value, list | tuple):
        return "a list"
    if isinstance(value, Mapping):
        return "a mapping"
    if value == "":
        return "an empty text"
    if value is None or isinstance(value, Def):
        return f"`{shown(value)}`"
    return f"the {_NOUNS.get(type(value), 'value')} `{shown(value)}`"


def shown(value: object) -> str:
    """A written value as it would be written again."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Def):
        return f"{{{', '.join(f'{name}: {shown(getattr(value, name))}' for name in sorted(value.model_fields_set))}}}"
    text = value.isoformat() if isinstance(value, date) else str(value)
    return text if len(text) <= 60 else f"{text[:57]}..."


def typed_value(value: object, type: Type, zone: str) -> Literal:
    """The literal for a written value that is compared with something of `type`.

    Beside dates and timestamps the result is a DATE or an INSTANT, as written; the comparison aligns them.
    Raises Mismatch.
    """
    if isinstance(value, float):
        value = Decimal(repr(value))
    match type.kind, value:
        case Kind.BOOLEAN, bool():
            return literal(value)
        case ((Kind.INTEGER | Kind.DECIMAL | Kind.DOUBLE), (int() | Decimal())) if not isinstance(value, bool):
            return literal(value)
        case Kind.TEXT, str():
            return literal(value)
        case ((Kind.DATE | Kind.TIMESTAMP), datetime()):
            return Literal(times.as_instant(value, zone), INSTANT)
        case ((Kind.DATE | Kind.TIMESTAMP), date()):
            return Literal(value, DATE)
        case ((Kind.DATE | Kind.TIMESTAMP), str()):
            return moment_from(value, zone)
    raise Mismatch(f"found {noun(value)}, expected {_expected(type)}", hint=_hint(value, type))


def moment_from(text: str, zone: str) -> Literal:
    """A DATE or INSTANT literal from its text."""
    if (day := times.read_date(text)) is not None:
        return Literal(day, DATE)
    if (instant := times.read_instant(text, zone)) is not None:
        return Literal(instant, INSTANT)
    raise Mismatch(f"found {noun(text)}, expected {_MOMENT}")


def _expected(type: Type) -> str:
    if type.kind is Kind.TEXT:
        return "text"
    if type.is_temporal:
        return _MOMENT
    if type.is_number:
        return "a number"
    return f"an {type}" if type.kind is Kind.ARRAY else f"a {type}"


def _hint(value: object, type: Type) -> str:
    if type.kind is Kind.TEXT and isinstance(value, int | Decimal):
        return f'add quotes: "{shown(value)}"'
    if type.kind is Kind.BOOLEAN and value in ("true", "false"):
        return "remove the quotes"
    if type.is_number and isinstance(value, str):
        try:
            Decimal(value)
        except ArithmeticError:
            return ""
        return "remove the quotes"
    return ""


def bounds(value: object, zone: str) -> tuple[datetime, datetime]:
    """A written moment as a window's [start, end): a bare date is the whole local day, an instant only itself."""
    found = typed_value(value, INSTANT, zone).value
    if isinstance(found, datetime):
        return found, found
    assert isinstance(found, date)
    return times.midnight(found, zone), times.next_midnight(found, zone)
