"""Draws docs/run.svg, what a run of the Online Retail example shows on the screen: `python docs/picture.py`."""

from __future__ import annotations

import io
import os
import re
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.terminal_theme import TerminalTheme

from coterie.cli import app, drawing

DOCS = Path(__file__).parent
RUN = ("run", "examples/online_retail", "--as-of", "2011-07-01")
SELECTED = (
    "orders, net_revenue, last_order*, favourite_*, top_*, rfm_segment, lap*, *spenders, vips, audience:*customers"
)
COLORS = TerminalTheme((28, 30, 38), (214, 217, 224), [(90, 95, 110)] * 8)
FONTS = "ui-monospace, SFMono-Regular, Menlo, Consolas, DejaVu Sans Mono, monospace"


def main() -> None:
    """Run, with the console recorded, and save the picture."""
    console = Console(record=True, width=86, file=io.StringIO(), color_system="truecolor", highlight=False)
    selected = SELECTED.replace("rfm", "\n        rfm")
    console.print(f"$ coterie {' '.join(RUN)} \\\n    -s '{selected}'")
    drawing._console = lambda *, stderr=False: console
    os.chdir(DOCS.parent)
    with TemporaryDirectory() as folder:
        os.environ["RETAIL_DB"] = str(Path(folder) / "retail.duckdb")
        app([*RUN, "--select", SELECTED], standalone_mode=False)
    svg = console.export_svg(title="coterie", theme=COLORS, unique_id="run")
    without_downloads = re.sub(r"@font-face {.*?}\n", "", svg, flags=re.DOTALL).replace("Fira Code, monospace", FONTS)
    (DOCS / "run.svg").write_text(without_downloads, encoding="utf-8")


if __name__ == "__main__":
    main()
