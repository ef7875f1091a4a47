"""A target of Snowflake as what its connector's `connect` takes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from coterie.compiler.definitions import SnowflakeTarget

_NAMES = {
    "private_key_passphrase": "private_key_file_pwd",
    "connect_timeout": "login_timeout",
}
"""Fields that the connector calls otherwise; the others have its own names."""

_NOT_PASSED = ("source_type", "origin", "statement_timeout", "private_key", "private_key_path")

_AUTHENTICATORS = {
    "private_key": "SNOWFLAKE_JWT",
    "private_key_path": "SNOWFLAKE_JWT",
    "workload_identity_provider": "WORKLOAD_IDENTITY",
    "token": "PROGRAMMATIC_ACCESS_TOKEN",
    "token_file_path": "PROGRAMMATIC_ACCESS_TOKEN",
}
"""What is meant where only a secret is given, and not how to log in; the first that is there."""


def login(target: SnowflakeTarget, root: Path) -> dict[str, Any]:
    """The arguments of `connect`. Raises OSError or ValueError for a private key that cannot be read."""
    given = {name: value for name in type(target).model_fields if (value := getattr(target, name)) not in (None, "")}
    options = {_NAMES.get(name, name): value for name, value in given.items() if name not in _NOT_PASSED}
    if target.private_key is not None:
        options.pop("private_key_file_pwd", None)
        options["private_key"] = _der(target.private_key, target.private_key_passphrase)
    elif target.private_key_path is not None:
        options["private_key_file"] = str(root / Path(target.private_key_path).expanduser())
    for field, authenticator in _AUTHENTICATORS.items():
        if field in given:
            options.setdefault("authenticator", authenticator)
    return options | {"application": "coterie", "enable_server_session_keep_alive_auto_detection": True}


def _der(pem: str, passphrase: str | None) -> bytes:
    """A private key in the form that every version of the connector takes."""
    from cryptography.hazmat.primitives import serialization

    key = serialization.load_pem_private_key(pem.encode(), passphrase.encode() if passphrase else None)
    der: bytes = key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return der
