"""What the type of a column must be for the role a definition gives it: time, key, or side of a join."""

from __future__ import annotations

from coterie.errors import CompileError, Origin
from coterie.types import Kind, Type

_NO_KEY = (Kind.DOUBLE, Kind.ARRAY, Kind.JSON, Kind.OTHER)


def require_time(column: str, type: Type, origin: Origin) -> None:
    """Rows are placed in time by a date or timestamp."""
    if not type.is_temporal:
        message = f"column `{column}` is {type}, expected a date or timestamp"
        raise CompileError("type_mismatch", message, origin)


def require_key(model: str, column: str, type: Type, origin: Origin) -> None:
    """An entity's key can be written as text in one way only."""
    if type.kind in _NO_KEY or type.scale > 0:
        message = f"key column `{column}` of model `{model}` is {type}"
        hint = "keys are text, whole numbers, dates, timestamps or booleans"
        raise CompileError("key_type", message, origin, hint=hint)


def require_joinable(left: tuple[str, Type], right: tuple[str, Type], origin: Origin) -> None:
    """Join keys are equal as they stand: nothing is cast, and clocks are the same."""
    (one, one_type), (other, other_type) = left, right
    if one_type.family != other_type.family or one_type.kind in _NO_KEY[1:]:
        message = f"`{one}` is {one_type} and `{other}` is {other_type}"
        raise CompileError("type_mismatch", message, origin, hint="join keys are of one type")
    if one_type.kind is Kind.TIMESTAMP and one_type.zone != other_type.zone:
        zones = [type.zone or "no zone of its own" for type in (one_type, other_type)]
        message = f"the clock of `{one}` is {zones[0]} and that of `{other}` is {zones[1]}"
        raise CompileError("type_mismatch", message, origin, hint="join keys are on one clock")
