"""Errors on the screen: all at once, by file, as text or JSON; and the exit code each kind means."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from itertools import groupby

import typer

from coterie.errors import CompileError, DefinitionErrors, InternalError, WarehouseError

DEFINITIONS, WAREHOUSE, INTERNAL, INTERRUPTED = 1, 3, 70, 130


@contextmanager
def reported(*, as_json: bool = False) -> Iterator[None]:
    """Print errors that leave the block, and end the command with their exit code."""
    try:
        yield
    except DefinitionErrors as several:
        _definitions(several.errors, as_json=as_json)
        raise typer.Exit(DEFINITIONS) from several
    except CompileError as error:
        _definitions((error,), as_json=as_json)
        raise typer.Exit(DEFINITIONS) from error
    except WarehouseError as error:
        _other({"code": error.code, "message": error.message}, str(error), as_json=as_json)
        raise typer.Exit(WAREHOUSE) from error
    except InternalError as error:
        text = f"{error}\nThis is a mistake of coterie's own; please report it with the definition that led here."
        _other({"code": "internal", "message": str(error)}, text, as_json=as_json)
        raise typer.Exit(INTERNAL) from error
    except KeyboardInterrupt as error:
        typer.echo(f"interrupted; {error.args[0] if any(error.args) else 'nothing was published'}", err=True)
        raise typer.Exit(INTERRUPTED) from None


def _definitions(errors: tuple[CompileError, ...], *, as_json: bool) -> None:
    if as_json:
        print_json([error.as_dict() for error in errors])
        return
    files = 0
    for file, group in groupby(errors, lambda error: error.origin.spot.name):
        files += bool(file)
        for error in group:
            typer.echo(str(error), err=True)
        typer.echo(err=True)
    counted = f"{len(errors)} error{'s' if len(errors) > 1 else ''}"
    where = f" in {files} file{'s' if files > 1 else ''}" if files else ""
    typer.echo(f"{counted}{where}", err=True)


def _other(error: dict[str, str], text: str, *, as_json: bool) -> None:
    if as_json:
        print_json([error])
    else:
        typer.echo(text, err=True)


def print_json(value: object) -> None:
    """JSON for scripts: instants are ISO 8601, exact numbers texts."""
    typer.echo(json.dumps(value, indent=2, ensure_ascii=False, default=_plain))


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)
