"""CSV files of unit tests: which lines are rows, and where they stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from coterie.errors import NOWHERE, DefinitionErrors
from coterie.runtime.given_files import csv_rows


def rows(folder: Path, content: str) -> list[dict[str, object]]:
    (folder / "rows.csv").write_text(content, encoding="utf-8")
    return [dict(row) for row in csv_rows(folder, "rows.csv", NOWHERE)]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("id,name\n1,a\n\n2,\n", [{"id": "1", "name": "a"}, {"id": "2", "name": None}]),
        ("id\n1\n\n2\n", [{"id": "1"}, {"id": None}, {"id": "2"}]),
        ("id,name\n", []),
        ("", []),
    ],
)
def test_an_empty_line_is_a_row_of_one_column(tmp_path: Path, content: str, expected: list[object]) -> None:
    assert rows(tmp_path, content) == expected


def test_lines_are_those_of_the_file(tmp_path: Path) -> None:
    with pytest.raises(DefinitionErrors) as caught:
        rows(tmp_path, 'id,name\n1,"a\nb"\n\n2\n3,c,d\n')
    assert [error.message for error in caught.value.errors] == [
        "file `rows.csv` cannot be read: line 5 has 1 value, expected 2",
        "file `rows.csv` cannot be read: line 6 has 3 values, expected 2",
    ]
