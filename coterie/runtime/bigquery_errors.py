"""What BigQuery's client says when something is wrong: exceptions of several libraries in, `WarehouseError` out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

import requests
from google.api_core.exceptions import GoogleAPIError, RetryError
from google.auth.exceptions import GoogleAuthError, TransportError

from coterie.errors import WarehouseError

# The reasons of requests and jobs that fail. https://cloud.google.com/bigquery/docs/error-messages
CODES = {
    "missing_relation": ("notFound",),
    "not_permitted": ("accessDenied", "billingNotEnabled", "blocked", "policyViolation"),
    "cannot_connect": ("authError", "required"),
    "wrong_relation": ("duplicate",),
    "concurrent_run": ("resourceInUse",),
    "quota_exceeded": (
        "quotaExceeded",
        "rateLimitExceeded",
        "jobRateLimitExceeded",
        "bytesBilledLimitExceeded",
        "billingTierLimitExceeded",
        "responseTooLarge",
    ),
    "out_of_memory": ("resourcesExceeded",),
    "cancelled": ("stopped", "timeout"),
    "statement_refused": ("invalid", "invalidQuery", "notImplemented"),
}
_BY_REASON = {reason: code for code, reasons in CODES.items() for reason in reasons}

# BigQuery has one reason for a statement that it cannot read and for one that fails under way: what it says tells more.
_CODES: tuple[tuple[str, str], ...] = (
    (r"concurrent update|concurrent transaction|transaction is aborted", "concurrent_run"),
    (r"is not allowed for this operation because it is currently", "wrong_relation"),
    (r"overflow|out of range|exceeds range|floating point error|division by zero", "out_of_range"),
    (r"^(query error: )?(bad |could not (cast|parse|convert)|failed to parse)", "not_convertible"),
    (r"^(query error: )?invalid (\w+ )?(value|date|time|timestamp|datetime|numeric|bignumeric)\b", "not_convertible"),
    (r"^(query error: )?not found: (table|dataset)", "missing_relation"),
)


@contextmanager
def translated() -> Iterator[None]:
    """Whatever the client raises, as a `WarehouseError`."""
    try:
        yield
    except RetryError as error:
        raise _warehouse_error(error.cause or error) from error
    except (GoogleAPIError, GoogleAuthError, requests.RequestException, OSError) as error:
        raise _warehouse_error(error) from error


def _warehouse_error(error: BaseException) -> WarehouseError:
    if isinstance(error, GoogleAuthError) and not isinstance(error, TransportError):
        return WarehouseError("cannot_connect", f"Google refuses the credentials: {_first_line(error)}")
    if not isinstance(error, GoogleAPIError):  # no answer at all
        return WarehouseError("connection_lost", _first_line(error))
    reason, message = _reason(error)
    code = _BY_REASON.get(reason, "warehouse_failed")
    if code == "statement_refused":
        code = next((told for pattern, told in _CODES if re.search(pattern, message, re.IGNORECASE)), code)
    if code == "concurrent_run":
        message = f"another session is changing the same tables: {message}"
    job = getattr(error, "query_job", None)
    if job is not None and job.state is not None:  # it was begun, and can be looked at
        message = f"{message} (job {job.job_id})"
    return WarehouseError(code, message)


def _reason(error: GoogleAPIError) -> tuple[str, str]:
    """BigQuery's word for what is wrong, and its sentence, without the address that was asked and the statement."""
    details = [detail for detail in getattr(error, "errors", ()) if isinstance(detail, dict)]
    if not details:
        return "", _first_line(error)
    return str(details[0].get("reason", "")), _first_line(details[0].get("message") or error)


def _first_line(said: object) -> str:
    return str(said).strip().partition("\n")[0]
