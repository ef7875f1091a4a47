"""What Snowflake's connector is told of a target."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import coterie
from coterie.compiler.definitions import SnowflakeTarget
from coterie.runtime.snowflake_login import login

ROOT = Path("/project")
ALWAYS = {"application": "coterie", "enable_server_session_keep_alive_auto_detection": True, "login_timeout": 60}


def target(**fields: Any) -> SnowflakeTarget:
    return SnowflakeTarget.model_validate({"source_type": "snowflake", **fields})


def told(**fields: Any) -> dict[str, Any]:
    found = login(target(**fields), ROOT)
    assert found.items() >= ALWAYS.items()
    return {name: value for name, value in found.items() if name not in ALWAYS}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"password": "p"}, {"password": "p"}),
        ({"connection_name": "shop", "role": "r"}, {"connection_name": "shop", "role": "r"}),
        ({"authenticator": "externalbrowser"}, {"authenticator": "externalbrowser"}),
        ({"token": "t"}, {"token": "t", "authenticator": "PROGRAMMATIC_ACCESS_TOKEN"}),
        ({"token": "t", "authenticator": "oauth"}, {"token": "t", "authenticator": "oauth"}),
        (
            {"token": "t", "workload_identity_provider": "OIDC"},
            {"token": "t", "workload_identity_provider": "OIDC", "authenticator": "WORKLOAD_IDENTITY"},
        ),
        (
            {"private_key_path": "keys/k.p8", "private_key_passphrase": "s"},
            {
                "private_key_file": "/project/keys/k.p8",
                "private_key_file_pwd": "s",
                "authenticator": "SNOWFLAKE_JWT",
            },
        ),
        ({"private_key_path": "/keys/k.p8"}, {"private_key_file": "/keys/k.p8", "authenticator": "SNOWFLAKE_JWT"}),
        (
            {"private_key_path": "/k.p8", "private_key_passphrase": ""},  # a variable that is not set
            {"private_key_file": "/k.p8", "authenticator": "SNOWFLAKE_JWT"},
        ),
        ({"statement_timeout": 5, "host": "h"}, {"host": "h"}),
    ],
)
def test_how_to_log_in(fields: dict[str, Any], expected: dict[str, Any]) -> None:
    assert told(**fields) == expected


def test_a_key_of_the_environment() -> None:
    serialization = pytest.importorskip("cryptography.hazmat.primitives.serialization")
    from cryptography.hazmat.primitives.asymmetric import rsa

    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    locked = serialization.BestAvailableEncryption(b"secret")
    pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, locked).decode()
    found = told(private_key=pem, private_key_passphrase="secret")
    assert found.keys() == {"private_key", "authenticator"}
    assert found["authenticator"] == "SNOWFLAKE_JWT"
    assert serialization.load_der_private_key(found["private_key"], None).private_numbers() == key.private_numbers()
    with pytest.raises(ValueError, match=r"(?i)password|decrypt"):
        told(private_key=pem, private_key_passphrase="other")


def test_a_target_keeps_its_secrets() -> None:
    secrets = {"password": "p4ss", "private_key": "k3y", "private_key_passphrase": "phr4se", "token": "t0ken"}
    for name, secret in secrets.items():
        shown = repr(target(user="me", **{name: secret}))
        assert "me" in shown
        assert secret not in shown


def test_who_vouches_is_one_of_those_known() -> None:
    with pytest.raises(coterie.DefinitionErrors, match="AWS"):
        coterie.Project(targets={"dev": {"source_type": "snowflake", "workload_identity_provider": "IBM"}})
