# Everything a contributor runs. `make help` lists the targets.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
SOURCES := src tests scripts bench

.DEFAULT_GOAL := help
.PHONY: help install export test check format lint types rings data-check cover docs docs-check \
	fix golden data train bench smoke consumers demo-check build clean

help:  ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "ifnlit needs Python 3.11 or later")'
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1" >&2
	@$(BIN)/python -m pip install --quiet --editable . --group dev >&2
	@touch $@

install: $(READY)  ## make the environment in .venv

export: $(READY)  ## set up, and print the review's references as BibTeX
	@$(BIN)/ifnlit export --format bib

test: $(READY)  ## set up, and run the tests
	@$(BIN)/python -m pytest

check: $(READY) format lint types rings data-check docs-check cover  ## all that CI runs

format: $(READY)
	@$(BIN)/ruff format --check $(SOURCES)

lint: $(READY)
	@$(BIN)/ruff check $(SOURCES)

types: $(READY)
	@$(BIN)/mypy
	@$(BIN)/pyright --level error

rings: $(READY)
	@$(BIN)/lint-imports --cache-dir .import_linter_cache

data-check: $(READY)  ## refs.yaml against the printed list, the packaged library against refs.yaml
	@$(BIN)/python scripts/library_data.py --check

docs-check: $(READY)
	@$(BIN)/python scripts/docs.py --check

cover: $(READY)
	@rm -f .coverage .coverage.*
	@$(BIN)/python -m coverage run -m pytest > .tests.log 2>&1; status=$$?; \
	$(BIN)/python -m coverage combine --quiet && \
	$(BIN)/python scripts/coverage_goals.py || { test $$status -eq 0 && status=1; true; }; \
	cat .tests.log; exit $$status

fix: $(READY)  ## format and mend what ruff can
	@$(BIN)/ruff format $(SOURCES)
	@$(BIN)/ruff check --fix $(SOURCES)

golden: $(READY)  ## rewrite the golden files; then read the diff
	@$(BIN)/python scripts/golden.py

data: $(READY)  ## compile refs/refs.yaml into the package
	@$(BIN)/python scripts/library_data.py

docs: $(READY)  ## write the generated pages of docs/
	@$(BIN)/python scripts/docs.py

train: $(READY)  ## train the parser's model from ../shared/training
	@$(BIN)/python scripts/train.py

bench: $(READY)  ## measure: start-up, formats, parsing, matching
	@$(BIN)/python scripts/bench.py

smoke: $(READY)  ## the built wheel in a fresh environment, no HOME, no network, read-only
	@$(BIN)/python scripts/smoke.py

consumers: $(READY)  ## pandoc, bibtexparser, rispy, citation-js and biber read the exports
	@$(BIN)/python scripts/consumers.py

demo-check: $(READY)  ## ifnlit check on the 24 against a made-up world on this machine
	@$(BIN)/python scripts/demo_check.py

build: $(READY)  ## the wheel and the source archive in dist/
	@$(BIN)/python -m build --outdir dist .

clean:  ## remove what was built
	@rm -rf $(VENV) build dist .coverage .coverage.* .mypy_cache .pytest_cache .ruff_cache .hypothesis
