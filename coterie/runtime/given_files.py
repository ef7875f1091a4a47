"""CSV files with the rows of unit tests: texts by column, NULL where a field is empty."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

from coterie.errors import Collector, CompileError, Origin
from coterie.runtime.catalog import missing_file


def csv_rows(root: Path, file: str, origin: Origin) -> list[Mapping[str, object]]:
    """The rows of a CSV file that begins with the names of its columns.

    Raises DefinitionErrors with all that is wrong with its lines, or CompileError: `missing_file`, `unreadable_file`.
    """
    try:
        with (root / file).open(encoding="utf-8-sig", newline="") as stream:
            header, *rows = [line for line in csv.reader(stream, strict=True) if line] or [[]]
    except FileNotFoundError:
        raise missing_file(root, file, origin) from None
    except OSError as error:
        raise _unreadable(file, str(error.strerror), origin) from None
    except UnicodeDecodeError as error:
        raise _unreadable(file, f"found the byte 0x{error.object[error.start]:02x}, expected UTF-8", origin) from None
    except csv.Error as error:
        raise _unreadable(file, str(error), origin) from None
    errors = Collector()
    for name in dict.fromkeys(name for position, name in enumerate(header) if name in header[:position]):
        errors.add(_unreadable(file, f"it has several columns `{name}`", origin))
    for number, row in enumerate(rows, 2):
        if len(row) != len(header):
            message = f"line {number} has {len(row)} value{'' if len(row) == 1 else 's'}, expected {len(header)}"
            errors.add(_unreadable(file, message, origin))
    errors.raise_any()
    return [{name: value or None for name, value in zip(header, row, strict=True)} for row in rows]


def _unreadable(file: str, why: str, origin: Origin) -> CompileError:
    return CompileError("unreadable_file", f"file `{file}` cannot be read: {why}", origin)
