"""The command line, `coterie`: parse arguments, call the library, draw what it says.

Exit codes: 0 done, 1 definitions are wrong or their tests fail, 2 the command is wrong, 3 the warehouse or the run
failed, 70 a mistake of coterie's own, 130 interrupted.
"""

from __future__ import annotations

import gc
import sys
from io import TextIOWrapper

import typer

from coterie.cli import commands

__all__ = ["app", "main"]

app = typer.Typer(
    name="coterie",
    help="Customer traits and audiences, compiled to SQL and kept as tables in the data warehouse.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

for command in (
    commands.init,
    commands.check,
    commands.compile,
    commands.run,
    commands.test,
    commands.preview,
    commands.explain,
    commands.estimate,
    commands.ls,
    commands.schema,
):
    app.command()(command)


@app.callback(invoke_without_command=True)
def version(
    show: bool = typer.Option(False, "--version", help="Print the version and stop.", is_eager=True),
) -> None:
    """Customer traits and audiences, compiled to SQL and kept as tables in the data warehouse."""
    if show:
        from coterie import __version__

        typer.echo(f"coterie {__version__}")
        raise typer.Exit


def main() -> None:
    """The entry point of the `coterie` script."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # whatever the terminal's encoding lacks
    gc.set_threshold(1_000_000)  # a command soon ends: searching for garbage now and then costs more than it frees
    app()
