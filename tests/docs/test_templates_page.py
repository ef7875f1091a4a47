"""docs/templates.md tells what comes with coterie, and how arguments are written into expressions.

`COTERIE_UPDATE_DOCS=1` writes the tables of parameters; what a template is for is written by hand around them.
"""

from __future__ import annotations

import os
import re
from typing import Any, get_args

import pytest

from coterie.compiler.definitions.templates import ParameterDef, ParameterType, TemplateDef
from coterie.compiler.ir.values import shown
from coterie.compiler.loading.load import build
from coterie.compiler.loading.shelf import ready_templates
from tests.docs.session import ROOT

PATH = ROOT / "docs" / "templates.md"
UPDATE = "COTERIE_UPDATE_DOCS" in os.environ
SECTION = r"^### `{name}`\n(.*?)(?=^##|\Z)"
TABLE = r"(?:^\| parameter \| type .*\n(?:\|.*\n)+)"


def table(template: TemplateDef) -> str:
    rows = [f"| {_name(one)} | `{one.type}` | {_meaning(one)} |" for one in template.parameters]
    return "\n".join(["| parameter | type | meaning |", "|---|---|---|", *rows]) + "\n"


def _name(parameter: ParameterDef) -> str:
    return f"`{parameter.name}`" if parameter.has_default else f"**`{parameter.name}`**"


def _meaning(parameter: ParameterDef) -> str:
    if not parameter.has_default or parameter.default is None:
        return parameter.description
    return f"{parameter.description} Default `{_written(parameter.default)}`."


def _written(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_written(item)}" for key, item in value.items()) + "}"
    return "[" + ", ".join(_written(item) for item in value) + "]" if isinstance(value, list) else shown(value)


@pytest.mark.parametrize("name", ready_templates())
def test_every_template_has_its_table(name: str) -> None:
    page, right = PATH.read_text(encoding="utf-8"), table(ready_templates()[name])
    section = re.search(SECTION.format(name=re.escape(name)), page, re.MULTILINE | re.DOTALL)
    assert section is not None, f"docs/templates.md has no section `{name}`"
    if UPDATE:
        filled = re.sub(TABLE, lambda _: right, section[0], count=1, flags=re.MULTILINE)
        PATH.write_text(page.replace(section[0], filled), encoding="utf-8")
    else:
        assert right in section[0]


def test_every_section_is_a_template() -> None:
    told = re.findall(r"^### `(coterie\.\w+)`$", PATH.read_text(encoding="utf-8"), re.MULTILINE)
    assert told == list(dict.fromkeys(told))
    assert set(told) == ready_templates().keys()


def test_every_type_of_parameter_has_a_row() -> None:
    page = (ROOT / "docs" / "definitions.md").read_text(encoding="utf-8")
    (rows,) = re.findall(r"^<!-- parameters -->\n\|.*\n\|.*\n((?:\|.*\n)+)", page, re.MULTILINE)
    assert re.findall(r"^\| `(\w+)` \|", rows, re.MULTILINE) == list(get_args(ParameterType))


def test_what_arguments_become_in_expressions() -> None:
    rows = re.findall(r"^\| `([^|]*\{\{[^|]*)` \| (.*?) \| `(.*?)` \|$", PATH.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(rows) == 6
    for text, given, right in rows:
        types = re.findall(r"a `(\w+)`", given)
        values = [_value(*pair) for pair in re.findall(r"a `(\w+)`, `(.*?)`", given)]
        names = re.findall(r"param\('(\w+)'\)", text)
        template = {
            "name": "t",
            "parameters": [{"name": name, "type": type} for name, type in zip(names, types, strict=True)],
            "audiences": [{"name": "a", "parent_model": "m", "filter_tree": text}],
        }
        use = {"template": "t", "with": dict(zip(names, values, strict=True))}
        (audience,) = build({"templates": [template], "use": [use]}).audiences
        assert audience.filter_tree == right


def _value(type: str, text: str) -> Any:
    match type:
        case "number":
            return int(text)
        case "list":
            return text.strip("[]").split(", ")
    return text
