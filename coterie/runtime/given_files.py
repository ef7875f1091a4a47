"""CSV files with the rows of unit tests: texts by column, NULL where a field is empty."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple, Protocol

from coterie.errors import Collector, CompileError, Origin
from coterie.runtime.catalog import missing_file


class _Reader(Protocol):
    line_num: int

    def __iter__(self) -> Iterator[list[str]]: ...


def csv_rows(root: Path, file: str, origin: Origin) -> list[Mapping[str, object]]:
    """The rows of a CSV file that begins with the names of its columns.

    Raises DefinitionErrors with all that is wrong with its lines, or CompileError: `missing_file`, `unreadable_file`.
    """
    try:
        with (root / file).open(encoding="utf-8-sig", newline="") as stream:
            header, *rows = _lines(csv.reader(stream, strict=True))
    except FileNotFoundError:
        raise missing_file(root, file, origin) from None
    except OSError as error:
        raise _unreadable(file, str(error.strerror), origin) from None
    except UnicodeDecodeError as error:
        raise _unreadable(file, f"found the byte 0x{error.object[error.start]:02x}, expected UTF-8", origin) from None
    except csv.Error as error:
        raise _unreadable(file, str(error), origin) from None
    errors = Collector()
    names = header.values
    for name in dict.fromkeys(name for position, name in enumerate(names) if name in names[:position]):
        errors.add(_unreadable(file, f"it has several columns `{name}`", origin))
    for line, row in rows:
        if len(row) != len(names):
            message = f"line {line} has {len(row)} value{'' if len(row) == 1 else 's'}, expected {len(names)}"
            errors.add(_unreadable(file, message, origin))
    errors.raise_any()
    return [{name: value or None for name, value in zip(names, row, strict=True)} for _, row in rows]


class _Record(NamedTuple):
    """The line that a record begins in, and its values."""

    line: int
    values: list[str]


def _lines(reader: _Reader) -> list[_Record]:
    """The header and the rows. An empty line is the row of NULL of a single column, and none of several."""
    records, line = list[_Record](), 1
    for values in reader:
        is_row = bool(records) and len(records[0].values) == 1
        if values or is_row:
            records.append(_Record(line, values or [""]))
        line = reader.line_num + 1
    return records or [_Record(1, [])]


def _unreadable(file: str, why: str, origin: Origin) -> CompileError:
    return CompileError("unreadable_file", f"file `{file}` cannot be read: {why}", origin)
