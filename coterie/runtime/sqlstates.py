"""What SQLSTATEs of PostgreSQL and its kin mean to us."""

from __future__ import annotations

# The first SQLSTATE, or beginning of one, that fits an error gives its code.
# https://www.postgresql.org/docs/current/errcodes-appendix.html
_CODES: tuple[tuple[str, str], ...] = (
    ("57014", "cancelled"),
    ("42P01", "missing_relation"),
    ("42501", "not_permitted"),
    ("25006", "not_permitted"),  # in a session that is read-only
    ("42809", "wrong_relation"),
    ("42P07", "wrong_relation"),
    ("2BP01", "needed_elsewhere"),
    ("22003", "out_of_range"),
    ("22P02", "not_convertible"),
    ("22007", "not_convertible"),
    ("22008", "not_convertible"),
    ("40", "concurrent_run"),
    ("55P03", "concurrent_run"),
    ("53200", "out_of_memory"),
    ("53", "input_output"),
    ("58", "input_output"),
    ("08", "connection_lost"),
    ("57P", "connection_lost"),
    ("42", "statement_refused"),
    ("54", "statement_refused"),
)


def code_of(state: str) -> str:
    """The code of an error with that SQLSTATE."""
    return next((code for start, code in _CODES if state.startswith(start)), "warehouse_failed")
