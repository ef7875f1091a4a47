"""Customer traits and audiences, compiled to SQL and kept as tables in the data warehouse.

`coterie.load(path)` reads a project; `coterie.Project(...)` makes one from Python. Names are loaded when used, so that
importing coterie costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coterie.compiler.compiled import Compiled
    from coterie.compiler.definitions import (
        AggregationTrait,
        AudienceDef,
        FormulaTrait,
        ListTrait,
        ModelDef,
        OccurrenceTrait,
        ProjectDef,
        RelationshipDef,
        SqlTrait,
        TemplateDef,
        TraitDef,
        UseDef,
    )
    from coterie.errors import CompileError, CompileWarning, DefinitionErrors, InternalError, WarehouseError
    from coterie.project import Project, load
    from coterie.runtime.cancellation import Cancellation
    from coterie.runtime.estimate import Estimate
    from coterie.runtime.explanation import Explanation
    from coterie.runtime.report import RunReport

__version__ = "0.1.0"

__all__ = [
    "AggregationTrait",
    "AudienceDef",
    "Cancellation",
    "CompileError",
    "CompileWarning",
    "Compiled",
    "DefinitionErrors",
    "Estimate",
    "Explanation",
    "FormulaTrait",
    "InternalError",
    "ListTrait",
    "ModelDef",
    "OccurrenceTrait",
    "Project",
    "ProjectDef",
    "RelationshipDef",
    "RunReport",
    "SqlTrait",
    "TemplateDef",
    "TraitDef",
    "UseDef",
    "WarehouseError",
    "__version__",
    "load",
]

_HOMES = {
    "coterie.compiler.compiled": ("Compiled",),
    "coterie.compiler.definitions": (
        "AggregationTrait",
        "AudienceDef",
        "FormulaTrait",
        "ListTrait",
        "ModelDef",
        "OccurrenceTrait",
        "ProjectDef",
        "RelationshipDef",
        "SqlTrait",
        "TemplateDef",
        "TraitDef",
        "UseDef",
    ),
    "coterie.errors": ("CompileError", "CompileWarning", "DefinitionErrors", "InternalError", "WarehouseError"),
    "coterie.project": ("Project", "load"),
    "coterie.runtime.cancellation": ("Cancellation",),
    "coterie.runtime.estimate": ("Estimate",),
    "coterie.runtime.explanation": ("Explanation",),
    "coterie.runtime.report": ("RunReport",),
}


def __getattr__(name: str) -> object:
    for module, names in _HOMES.items():
        if name in names:
            value = globals()[name] = getattr(import_module(module), name)
            return value
    raise AttributeError(f"module 'coterie' has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
