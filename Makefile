# One word each; `make check` is what has to pass before a change is handed over.
BIN ?= .venv/bin

.PHONY: setup fmt lint type test check ci live bench docs rendered support lock

setup:            ## a virtual environment with everything
	python3 -m venv .venv
	$(BIN)/pip install -q -c requirements-dev.lock -e '.[dev]'

fmt:              ## format, and mend what can be mended
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lint:             ## style, without changing anything
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

type:             ## types
	$(BIN)/mypy

test:             ## all tests, with few generated examples
	$(BIN)/pytest -q -n auto

check: lint type test

ci:               ## what continuous integration runs: many generated examples, in an environment of its own
	.ci/run

live:             ## run on the warehouses that the environment names
	$(BIN)/pytest -q -n0 -m live tests/live

bench:            ## how fast it is
	$(BIN)/python -m benchmarks

docs:             ## write into the pages what their examples print, and draw the picture
	COTERIE_UPDATE_DOCS=1 $(BIN)/pytest -q tests/test_docs.py
	$(BIN)/python docs/picture.py

rendered:         ## write down what every primitive is rendered as
	$(BIN)/python -m tests.conformance.rendering

support:          ## ask the engines at hand what they do, and write it into docs/support.md
	$(BIN)/python -m tests.conformance.table

lock:             ## pin the newest versions that fit
	uv pip compile pyproject.toml --extra dev --extra engines --universal --python-version 3.11 --no-annotate --upgrade -o requirements-dev.lock
	uv pip compile pyproject.toml --extra fakesnow --universal --python-version 3.11 --no-annotate --upgrade -o requirements-fakesnow.lock
