"""A whole project: settings, targets, and every definition."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from coterie.compiler.definitions.audiences import AudienceDef, PriorityListDef
from coterie.compiler.definitions.base import Def, ScalarOrList, TimeZone
from coterie.compiler.definitions.models import ModelDef, RelationshipDef
from coterie.compiler.definitions.targets import TargetDef
from coterie.compiler.definitions.templates import TemplateDef, UseDef
from coterie.compiler.definitions.traits import TraitDef
from coterie.compiler.definitions.unit_tests import UnitTestDef

DEFINITION_FOLDERS = ("models", "relationships", "traits", "audiences", "templates", "tests")


class SettingsDef(Def):
    """What `coterie.yml` says beside definitions."""

    name: Annotated[str, Field(min_length=1, description="The project's name.")] = "project"
    timezone: TimeZone = Field("UTC", description="The zone of days, months and literals without zone.")
    schema_: Annotated[str, Field(alias="schema", min_length=1)] = Field(
        "coterie", alias="schema", description="The only schema coterie writes to."
    )
    default_target: str | None = Field(None, description="Which target `run` uses; default the only one.")
    targets: dict[str, TargetDef] = Field(default_factory=dict, description="Warehouses by the names they are run by.")
    vars: dict[str, ScalarOrList] = Field(
        default_factory=dict, description="Values that `{{ var('name') }}` stands for."
    )
    definition_paths: tuple[str, ...] = Field(
        DEFINITION_FOLDERS, description="Folders whose YAML files hold definitions."
    )


class DefinitionsFile(Def):
    """What a YAML file in a definition folder may hold."""

    models: tuple[ModelDef, ...] = Field((), description="Tables, files and SELECTs with what is known of their rows.")
    relationships: tuple[RelationshipDef, ...] = Field((), description="How models belong together.")
    traits: tuple[TraitDef, ...] = Field((), description="Values per row of a model.")
    audiences: tuple[AudienceDef, ...] = Field((), description="Sets of rows of a model.")
    priority_lists: tuple[PriorityListDef, ...] = Field((), description="Which audience goes first.")
    templates: tuple[TemplateDef, ...] = Field((), description="Traits and audiences with parameters.")
    use: tuple[UseDef, ...] = Field((), description="Templates, with values for their parameters.")
    tests: tuple[UnitTestDef, ...] = Field((), description="Given rows, and what must come out.")


class ProjectFile(SettingsDef, DefinitionsFile):
    """`coterie.yml`: settings, and for small projects the definitions too."""


class ProjectDef(Def):
    """Settings and all definitions, from whatever files they came."""

    settings: SettingsDef = Field(default_factory=lambda: SettingsDef.model_validate({}))
    models: tuple[ModelDef, ...] = ()
    relationships: tuple[RelationshipDef, ...] = ()
    traits: tuple[TraitDef, ...] = ()
    audiences: tuple[AudienceDef, ...] = ()
    priority_lists: tuple[PriorityListDef, ...] = ()
    tests: tuple[UnitTestDef, ...] = ()
