"""What Spark and Databricks say of a failure, by its condition and SQLSTATE, as codes and messages of ours.

Both write `[CONDITION] What happened. SQLSTATE: 22003`, then a stack trace, the statement or its plan.
https://spark.apache.org/docs/latest/sql-error-conditions.html
"""

from __future__ import annotations

import re

from coterie.errors import WarehouseError

# The first condition that fits, or else the first SQLSTATE or beginning of one, gives the code.
_CONDITIONS: tuple[tuple[str, str], ...] = (
    ("SPARK_JOB_CANCELLED", "cancelled"),
    ("QUERY_EXECUTION_TIMEOUT_EXCEEDED", "cancelled"),
    ("INSUFFICIENT_PERMISSIONS", "not_permitted"),
    ("PERMISSION_DENIED", "not_permitted"),
    ("DELTA_CONCURRENT_", "concurrent_run"),
    ("CONCURRENT_", "concurrent_run"),
    ("LOCATION_ALREADY_EXISTS", "wrong_relation"),
    ("TABLE_OR_VIEW_NOT_FOUND", "missing_relation"),
    ("FAILED_READ_FILE.FILE_NOT_EXIST", "missing_relation"),
    ("UNSUPPORTED_OVERWRITE", "statement_refused"),
    ("RETRIES_EXCEEDED", "connection_lost"),
    ("INVALID_HANDLE", "connection_lost"),
    ("NO_ACTIVE_SESSION", "connection_lost"),
)
_STATES: tuple[tuple[str, str], ...] = (
    ("HY008", "cancelled"),
    ("57014", "cancelled"),
    ("42P01", "missing_relation"),
    ("42501", "not_permitted"),
    ("42P07", "wrong_relation"),
    ("42809", "wrong_relation"),
    ("22003", "out_of_range"),
    ("22007", "not_convertible"),
    ("22008", "not_convertible"),
    ("22012", "out_of_range"),
    ("22018", "not_convertible"),
    ("22P02", "not_convertible"),
    ("40", "concurrent_run"),
    ("2D521", "concurrent_run"),
    ("53200", "out_of_memory"),
    ("82", "out_of_memory"),
    ("42K03", "input_output"),
    ("58030", "input_output"),
    ("KD", "input_output"),
    ("08", "connection_lost"),
    ("0A", "statement_refused"),
    ("42", "statement_refused"),
)
_TEXTS: tuple[tuple[str, str], ...] = (
    ("java.lang.OutOfMemoryError", "out_of_memory"),
    ("AccessControlException", "not_permitted"),
    ("Permission denied", "not_permitted"),
    ("PERMISSION_DENIED", "not_permitted"),
    ("No space left on device", "input_output"),
    ("Invalid SessionHandle", "connection_lost"),
    ("StatusCode.UNAVAILABLE", "connection_lost"),
    ("stopped SparkContext", "connection_lost"),
    ("SparkContext was shut down", "connection_lost"),
)
"""What is looked for where there is neither."""

_CONDITION = re.compile(r"\[([A-Z][A-Z0-9_]*(?:\.[A-Z0-9_]+)*)\]\s*")
_STATE = re.compile(r"\bSQLSTATE: ([0-9A-Z]{5})\b")
_DETAILS = re.compile(r'^\s*details = "(.*)"$', re.MULTILINE)
_JAVA_CLASS = re.compile(r"(?:Caused by: )?(?:[a-z]\w*\.)+[A-Z][\w$]*(?:Exception|Error): ")


_TOO_LONG = "trying to shrink LONG VARCHAR"
_LONG_VIEW = (
    "the metastore is a Derby database, which holds views of up to 32,700 characters, and this one is longer: use a "
    "metastore on another database, or publish fewer traits"
)


def explained(said: str, *, state: str | None = None) -> WarehouseError:
    """The error for what was said, of which the first line of the innermost condition is told."""
    if _TOO_LONG in said:
        return WarehouseError("statement_refused", _LONG_VIEW)
    conditions = list(_CONDITION.finditer(said))
    condition = next((found for found in reversed(conditions) if _code_of(found[1])), None)
    condition = condition or next(iter(conditions), None)
    rest = said[condition.end() :] if condition else said
    if found := _STATE.search(rest):
        state = found[1]
    code = (condition and _code_of(condition[1])) or _first(_STATES, state) or _mentioned(said) or "warehouse_failed"
    message = _line(rest)
    if code == "concurrent_run":
        message = f"another session is changing the same tables: {message}"
    return WarehouseError(code, message)


def _code_of(condition: str) -> str | None:
    return _first(_CONDITIONS, condition)


def _first(known: tuple[tuple[str, str], ...], text: str | None) -> str | None:
    return next((code for start, code in known if text and text.startswith(start)), None)


def _mentioned(said: str) -> str | None:
    return next((code for part, code in _TEXTS if part in said), None)


def _line(said: str) -> str:
    """The first line that says something, without classes of Java and SQLSTATEs; of an error of gRPC, its details."""
    if found := _DETAILS.search(said):
        return found[1]
    lines = (line.strip(" :") for line in said.splitlines())
    line = next((line for line in lines if line and not line.startswith("An error occurred while calling")), "")
    return _STATE.split(_JAVA_CLASS.sub("", line))[0].rstrip(" (;")
