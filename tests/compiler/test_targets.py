"""Fields of targets that exclude or need each other."""

from __future__ import annotations

import pytest

from coterie.compiler.loading.load import load_text
from coterie.errors import DefinitionErrors


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ("spark, remote: r, master: m", "[both_given] targets.d: `remote` and `master` are both given, expected one"),
        ("spark, remote: r, warehouse_dir: w", "[both_given] targets.d: `remote` and `warehouse_dir` are both given"),
        ("bigquery, keyfile: k, keyfile_json: j", "[both_given] targets.d: `keyfile` and `keyfile_json` are both"),
        ("clickhouse, path: p, secure: true", "[both_given] targets.d: `path` and `secure` are both given"),
        ("clickhouse, path: p, verify: false", "[both_given] targets.d: `path` and `verify` are both given"),
        ("snowflake, private_key: k, private_key_path: p", "[both_given] targets.d: `private_key` and `private_key_"),
        ("snowflake, password: p, token: t", "[both_given] targets.d: `password` and `token` are both given"),
        ("snowflake, password: p, private_key: k", "[both_given] targets.d: `password` and `private_key` are both"),
        ("redshift, host: h, workgroup: w, password: p", "[both_given] targets.d: `password` and `workgroup` are both"),
        ("redshift, cluster_identifier: c, workgroup: w", "[both_given] targets.d: `cluster_identifier` and `workgrou"),
        ("redshift, password: p", "[missing_field] targets.d: `password` needs `host`"),
        ("databricks, host: h, http_path: p, client_secret: s", "[missing_field] targets.d: `client_secret` needs `cl"),
        (
            "databricks, host: h, http_path: p, client_id: i",
            "[missing_field] targets.d: `client_id` needs `client_secret` or `auth_type`",
        ),
        (
            "databricks, host: h, http_path: p, access_token: t, client_id: i, client_secret: s",
            "[both_given] targets.d: `access_token` and `client_id` are both given, expected one",
        ),
        (
            "databricks, host: h, http_path: p, auth_type: azure-oauth, client_id: i, client_secret: s",
            "[both_given] targets.d: `client_secret` and `auth_type` are both given, expected one",
        ),
    ],
)
def test_fields_of_targets_that_do_not_fit(fields: str, told: str) -> None:
    with pytest.raises(DefinitionErrors) as raised:
        load_text(f"targets: {{d: {{source_type: {fields}}}}}")
    assert told in str(raised.value)


@pytest.mark.parametrize(
    "fields",
    [
        "databricks, host: h, http_path: p, auth_type: databricks-oauth, client_id: i",
        "databricks, host: h, http_path: p, access_token: t, client_id: '', client_secret: ''",
        "clickhouse, path: p, database: d, secure: false, password: ''",
        "snowflake, private_key_path: k, password: ''",
    ],
)
def test_fields_of_targets_that_fit(fields: str) -> None:
    assert load_text(f"targets: {{d: {{source_type: {fields}}}}}").settings.targets.keys() == {"d"}
