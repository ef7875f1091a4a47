"""A client of BigQuery for a target: who it speaks for, and where to."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import google.auth
from google.auth import impersonated_credentials
from google.auth.credentials import Credentials
from google.auth.exceptions import GoogleAuthError
from google.cloud.bigquery import Client
from google.oauth2 import service_account

from coterie.errors import WarehouseError

if TYPE_CHECKING:
    from coterie.compiler.definitions import BigQueryTarget

SCOPES = Client.SCOPE


def client_of(target: BigQueryTarget, root: Path) -> Client:
    """Nothing is asked of BigQuery yet. Raises WarehouseError `cannot_connect` where there are no credentials."""
    credentials, project = _credentials(target, root)
    if target.impersonate_service_account is not None:
        credentials = impersonated_credentials.Credentials(
            source_credentials=credentials,
            target_principal=target.impersonate_service_account,
            target_scopes=list(SCOPES),
        )
    project = target.project or project
    if project is None:
        raise WarehouseError("cannot_connect", "the credentials name no project: give the target a `project`")
    options = {} if target.api_endpoint is None else {"api_endpoint": target.api_endpoint}
    return Client(project=project, credentials=credentials, location=target.location, client_options=options)


def _credentials(target: BigQueryTarget, root: Path) -> tuple[Credentials, str | None]:
    """Credentials, and the project that goes with them."""
    if target.keyfile_json is not None:
        return _of_key("keyfile_json", target.keyfile_json)
    if target.keyfile is not None:
        try:
            written = (root / target.keyfile).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise WarehouseError("cannot_connect", f"`keyfile` cannot be read: {error}") from error
        return _of_key("keyfile", written)
    try:
        credentials, project = google.auth.default(scopes=SCOPES)
    except GoogleAuthError as error:
        raise WarehouseError("cannot_connect", f"there are no credentials: {error}") from error
    return credentials, project


def _of_key(field: str, written: str) -> tuple[Credentials, str | None]:
    """What is wrong with a key is told without showing it."""
    try:
        key = json.loads(written)
        if not isinstance(key, dict):
            raise ValueError("it is no JSON object")
        found = service_account.Credentials.from_service_account_info(key, scopes=SCOPES)
    except ValueError as error:
        message = f"`{field}` is not the key of a service account: {error}"
        raise WarehouseError("cannot_connect", message) from None
    return found, found.project_id
