# Conversation coach: everything is set up in .venv, in this folder. `make help` lists what there is.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUN_READY := $(VENV)/.run-ready
DEV_READY := $(VENV)/.dev-ready
PIP := $(BIN)/python -m pip --disable-pip-version-check

.DEFAULT_GOAL := help
.PHONY: help run demo test eval bench lint format lock screenshots clean

help: ## list the commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

run: $(RUN_READY) ## set up what is missing and open the app in the browser
	@$(BIN)/coach app

demo: $(RUN_READY) ## fetch the model if need be and print a full brief for the sample event
	@$(BIN)/coach model pull
	@$(BIN)/coach demo

test: $(DEV_READY) ## set up what the tests need and run them all
	@$(BIN)/coach model pull
	$(BIN)/python -m pytest

eval: $(DEV_READY) ## measure recall, drafts and grounding against their baselines
	@$(BIN)/coach model pull
	$(BIN)/python -m eval.run recall
	$(BIN)/python -m eval.run drafts
	$(BIN)/python -m eval.grounding

bench: $(DEV_READY) ## measure speed, memory and size; prints ratios of one run
	@$(BIN)/coach model pull
	$(BIN)/python -m eval.bench_app
	$(BIN)/python -m eval.bench_drafts --large
	$(BIN)/python -m eval.bench_recall

lint: $(DEV_READY) ## style, types and the direction of imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(DEV_READY) ## put the code into the house style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: $(DEV_READY) ## renew the locked dependencies from pyproject.toml
	$(PIP) install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --upgrade \
		pyproject.toml requirements/build.in --output-file requirements/run.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --upgrade \
		pyproject.toml requirements/build.in --group dev --constraint requirements/run.txt --output-file requirements/dev.txt

screenshots: $(DEV_READY) ## take the pictures of the user guide anew
	$(BIN)/python docs/take_pictures.py

clean: ## remove everything that `make` has set up (workspaces stay)
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed; $(PYTHON) is older. Next step: make PYTHON=python3.12 run"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(RUN_READY): requirements/run.txt pyproject.toml | $(BIN)/python
	@echo "Setting up in $(VENV) (once, about a minute) …"
	@$(PIP) install --quiet --require-hashes --requirement requirements/run.txt
	@$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@mkdir -p $(VENV)/share/coach/models
	@touch $@

$(DEV_READY): requirements/dev.txt $(RUN_READY)
	@$(PIP) install --quiet --require-hashes --requirement requirements/dev.txt
	@touch $@
