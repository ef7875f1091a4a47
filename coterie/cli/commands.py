"""The commands. Each imports what it needs when it runs, so that `--help` and errors of usage are quick."""

from __future__ import annotations

import json
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from coterie.cli.failures import DEFINITIONS, print_json, reported

if TYPE_CHECKING:
    from coterie.project import Project

Folder = Annotated[Path | None, typer.Argument(metavar="PROJECT", help="The project's folder.", show_default="here")]
ProjectDir = Annotated[Path, typer.Option("--project-dir", help="The project's folder, as an option.")]
Target = Annotated[str | None, typer.Option("--target", "-t", help="Which target of coterie.yml to use.")]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", help="The instant to speak about: 2024-01-31, 2024-01-31T09:30:00Z. Default now."),
]
Select = Annotated[
    list[str] | None,
    typer.Option("--select", "-s", help="Only these: names, slugs, trait:…, audience:…, model:…, with * and ?."),
]
Var = Annotated[list[str] | None, typer.Option("--var", help="A variable for placeholders, as name=value. Repeatable.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Dialect = Annotated[str | None, typer.Option("--dialect", help="Write SQL for this engine; default the target's.")]

HERE = Path()


def init(folder: Annotated[Path, typer.Argument(help="The folder to make; its name is the project's.")]) -> None:
    """Make a new small project that runs as it stands."""
    from coterie.cli.starting import NotEmptyError, write_starter

    try:
        written = write_starter(folder)
    except (NotEmptyError, OSError) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error
    for file in written:
        typer.echo(f"  {file}")
    typer.echo(f"\nNext: coterie run {folder} --as-of 2024-07-01")


def check(
    project: Folder = None,
    project_dir: ProjectDir = HERE,
    target: Target = None,
    var: Var = None,
    strict: Annotated[bool, typer.Option("--strict", help="Fail where there are warnings.")] = False,
    notes: Annotated[bool, typer.Option("--notes", help="Show notes too.")] = False,
    as_json: Json = False,
) -> None:
    """Check all definitions against the warehouse's tables. Writes nothing."""
    with reported(as_json=as_json):
        loaded = _load(project or project_dir, var, target)
        found = loaded.check(target)
        warnings = [one for one in found if one.level == "warning"]
        if as_json:
            print_json([one.as_dict() for one in found])
        else:
            for one in found if notes else warnings:
                typer.echo(f"{one.level}: {one}")
            typer.echo(_summary(loaded, len(warnings)))
    if strict and warnings:
        raise typer.Exit(DEFINITIONS)


def _summary(project: Project, warnings: int) -> str:
    """What was checked, in one line."""
    definitions = project.definitions
    counts = {
        "model": len(definitions.models),
        "relationship": len(definitions.relationships),
        "trait": len(definitions.traits),
        "audience": len(definitions.audiences),
        **({"test": len(definitions.tests)} if definitions.tests else {}),
        **({"warning": warnings} if warnings else {}),
    }
    listed = ", ".join(f"{count} {word}{'' if count == 1 else 's'}" for word, count in counts.items())
    return f"{project.name} is well: {listed}"


def compile(
    project: Folder = None,
    project_dir: ProjectDir = HERE,
    target: Target = None,
    as_of: AsOf = None,
    select: Select = None,
    var: Var = None,
    dialect: Dialect = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write a file for each entity here.")] = None,
    explain_plan: Annotated[
        bool, typer.Option("--explain-plan", help="Print what the SQL reads, and for which traits, in place of it.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Print the SQL of a run, or write it to files; or tell how often it reads each source."""
    with reported(as_json=as_json):
        compiled = _load(project or project_dir, var, target).compile(as_of, select or None, target, dialect=dialect)
        if as_json:
            print_json(
                {
                    "as_of": compiled.as_of.isoformat(),
                    "dialect": compiled.dialect,
                    "entities": [
                        {
                            "entity": one.entity,
                            "part": one.part,
                            "table": one.table,
                            "sql": one.sql,
                            "reading": one.reading.as_dict(),
                        }
                        for one in compiled.entities
                    ],
                    "checks": [{"name": one.name, "code": one.code, "sql": one.sql} for one in compiled.checks],
                    "notes": compiled.notes,
                }
            )
        elif explain_plan:
            from coterie.cli.drawing import draw_reading

            for one in compiled.entities:
                draw_reading(one.title, one.reading)
        elif output is None:
            for position, one in enumerate(compiled.entities):
                typer.echo(f"{'' if position == 0 else chr(10)}-- {one.title}\n{one.sql};")
        else:
            from coterie.compiler.ir.names import slug_of

            try:
                output.mkdir(parents=True, exist_ok=True)
                for one in compiled.entities:
                    number = "" if one.part == 1 else f".{one.part}"
                    file = output / f"{slug_of(one.entity)}{number}.sql"
                    file.write_text(f"{one.sql};\n", encoding="utf-8")
                    typer.echo(file)
            except OSError as error:
                raise typer.BadParameter(f"`{output}` cannot be written: {error.strerror}", param_hint="-o") from None


def run(
    project: Folder = None,
    project_dir: ProjectDir = HERE,
    target: Target = None,
    as_of: AsOf = None,
    select: Select = None,
    var: Var = None,
    as_json: Json = False,
) -> None:
    """Evaluate traits and audiences, and publish them as tables, at once where the warehouse can."""
    with reported(as_json=as_json):
        from coterie.cli.interrupting import interruptible

        loaded = _load(project or project_dir, var, target)
        chosen = (as_of, select or None, target)
        if as_json:
            print_json(interruptible(lambda cancellation: loaded.run(*chosen, cancellation=cancellation)).as_dict())
            return
        from coterie.cli.drawing import Drawing, draw_report

        with Drawing() as drawing:
            watch = drawing.watch
            report = interruptible(lambda cancellation: loaded.run(*chosen, watch=watch, cancellation=cancellation))
        draw_report(report)


def test(
    project: Folder = None,
    project_dir: ProjectDir = HERE,
    select: Select = None,
    name: Annotated[
        str | None, typer.Option("--name", "-k", help="Only tests of this name: a part of it, or with * and ?.")
    ] = None,
    var: Var = None,
    as_json: Json = False,
) -> None:
    """Run the project's unit tests in memory. Asks no warehouse."""
    with reported(as_json=as_json):
        report = _load(project or project_dir, var).test(select or None, name)
        if as_json:
            print_json(report.as_dict())
        else:
            typer.echo(str(report))
    if not report.passed:
        raise typer.Exit(DEFINITIONS)


def preview(
    name: Annotated[str, typer.Argument(help="A trait or audience: name, slug, trait:slug, audience:slug.")],
    project: Folder = None,
    project_dir: ProjectDir = HERE,
    target: Target = None,
    as_of: AsOf = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="How many rows.")] = 10,
    var: Var = None,
    as_json: Json = False,
) -> None:
    """Print the first rows of a trait or audience. Publishes nothing."""
    with reported(as_json=as_json):
        rows = _load(project or project_dir, var, target).preview(name, limit, as_of, target)
        if as_json:
            print_json([dict(zip(rows.columns, row, strict=True)) for row in rows.rows])
            return
        from coterie.cli.drawing import draw_groups, draw_rows

        draw_rows(rows.columns, rows.rows)
        draw_groups(rows.groups)


def explain(
    name: Annotated[str, typer.Argument(help="An audience or trait: name, slug, audience:slug, trait:slug.")],
    keys: Annotated[list[str], typer.Argument(metavar="KEY", help="Keys of entities; parts are joined by |.")],
    project_dir: ProjectDir = HERE,
    target: Target = None,
    as_of: AsOf = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=0, help="How many rows behind a trait to show.")] = 20,
    var: Var = None,
    as_json: Json = False,
) -> None:
    """Tell why entities are in an audience, or how their trait came about. Publishes nothing."""
    with reported(as_json=as_json):
        from coterie.compiler.explaining.entity_keys import KeyText

        loaded = _load(project_dir, var, target)
        explanation = loaded.explain(name, [KeyText(key) for key in keys], as_of, target, limit=limit)
        if as_json:
            print_json(explanation.as_dict())
            return
        from coterie.cli.explaining import draw_explanation

        draw_explanation(explanation)


def estimate(
    name: Annotated[str, typer.Argument(metavar="AUDIENCE", help="An audience: name or slug.")],
    project: Folder = None,
    project_dir: ProjectDir = HERE,
    target: Target = None,
    as_of: AsOf = None,
    sample: Annotated[
        float | None, typer.Option("--sample", help="Look at this share of the entities: 0.1 is one in ten.")
    ] = None,
    var: Var = None,
    as_json: Json = False,
) -> None:
    """Tell how many entities are in an audience, or about how many. Publishes nothing."""
    with reported(as_json=as_json):
        found = _load(project or project_dir, var, target).estimate(name, sample, as_of, target)
        if as_json:
            print_json(found.as_dict())
            return
        from coterie.cli.drawing import draw_estimate

        draw_estimate(found)


def ls(
    project: Folder = None,
    project_dir: ProjectDir = HERE,
    select: Select = None,
    var: Var = None,
    as_json: Json = False,
) -> None:
    """List traits and audiences. Asks no warehouse."""
    with reported(as_json=as_json):
        from coterie.selection import selectables, selected

        definitions = _load(project or project_dir, var).definitions
        listed = selected(definitions, select) if select else selectables(definitions)
        rows = [
            {
                "kind": one.kind,
                "model": one.model,
                "slug": one.slug,
                "name": one.definition.name,
                "type": getattr(one.definition, "trait_type", ""),
                "status": one.definition.status,
                "place": one.definition.origin.place,
            }
            for one in listed
        ]
        if as_json:
            print_json(rows)
            return
        from coterie.cli.drawing import draw_rows

        draw_rows(("kind", "model", "slug", "name", "type", "status", "place"), [tuple(row.values()) for row in rows])


def schema() -> None:
    """Print the JSON Schema of the YAML files, for editors."""
    from coterie.compiler.loading.schema import json_schema

    print_json(json_schema())


def _load(folder: Path, var: Sequence[str] | None, target: str | None = None) -> Project:
    from coterie.project import open_project

    return open_project(folder, dict(_variable(text) for text in var or ()), target)


def _variable(text: str) -> tuple[str, object]:
    """`days=30` is a number, `countries=["DE","FR"]` a list, what is not JSON a text."""
    name, equals, value = text.partition("=")
    if not name or not equals:
        raise typer.BadParameter(f"`{text}` is no name=value", param_hint="--var")
    try:
        return name, json.loads(value, parse_float=Decimal, parse_constant=str)
    except ValueError:
        return name, value
