# Two commands do everything on a bare machine: make demo, make test.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: demo test check docs gate clean

demo: $(STAMP)
	@$(BIN)/rashomon run

test: $(STAMP) check
	@$(BIN)/python -m pytest -n 2

check: $(STAMP)
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache

gate: $(STAMP)
	@$(BIN)/python -m benchmarks.gate $(CORPORA)

docs: $(STAMP)
	@$(BIN)/python -m rashomon.documents

$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(0 if (3, 11) <= sys.version_info[:2] < (3, 14) else "Rashomon needs Python 3.11 to 3.13; name one with: make PYTHON=python3.12")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing into $(VENV) (once; about a minute) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@$(BIN)/python -m flows.launcher --prepare
	@touch $(STAMP)

clean:
	rm -rf $(VENV) out build dist
