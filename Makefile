# korpu: make setup | run | test | check | bench | lock. Everything lives in .venv; nothing needs root.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
LOCK := requirements
.DEFAULT_GOAL := help
.PHONY: help setup setup-dev fonts run test check bench peers fuzz lock clean browser

help:  ## show what can be made
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):[^#]*## /  make \1\t/'

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "korpu needs Python 3.11 or later; $(PYTHON) is older. Set PYTHON=/path/to/python3.11."; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo "Python's venv module is missing. On Debian or Ubuntu: sudo apt-get install python3-venv"; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.run: $(BIN)/python $(LOCK)/run.txt pyproject.toml $(wildcard src/korpu/locale/*/LC_MESSAGES/*.po)
	@echo "korpu: installing what it needs (once, about a minute) ..."
	@$(BIN)/python -m pip install -q --disable-pip-version-check --no-compile --require-hashes -r $(LOCK)/run.txt
	@$(BIN)/python -m compileall -q -x scgraph_data $(VENV)/lib || true  # its tables are read as text: compiled they would take 200 MB
	@$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e '.[corridors]'
	@touch $@

$(VENV)/.dev: $(VENV)/.run $(LOCK)/dev.txt
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r $(LOCK)/dev.txt
	@touch $@

$(VENV)/.fonts: frontend/package-lock.json
	@sh tools/fonts.sh
	@touch $@

setup: $(VENV)/.run fonts  ## create .venv with korpu in it

setup-dev: $(VENV)/.dev fonts

fonts: $(BIN)/python
	@$(MAKE) -s $(VENV)/.fonts

run: setup  ## load the demonstration and open the workbench on 127.0.0.1
	@$(BIN)/korpu serve --demo

browser:
	@sh tools/browser.sh

test: setup-dev browser  ## unit, contract, integration and browser tests
	@$(BIN)/python -m pytest -q

check: setup-dev  ## format, lint, types, import contracts, messages, docs
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python tools/check_house.py
	@$(BIN)/python tools/check_messages.py

bench: setup-dev  ## measure speed and memory beside the stated bars
	@$(BIN)/python -m benchmarks

peers:  ## install the programs that the benchmarks measure korpu beside, in .venv-peers
	@$(PYTHON) -m venv .venv-peers
	@.venv-peers/bin/python -m pip install -q --disable-pip-version-check --require-hashes -r $(LOCK)/peers.txt

FUZZ_SECONDS ?= 600
fuzz: setup-dev  ## look for files that break a document reader, ten minutes each (Linux)
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r $(LOCK)/fuzz.txt
	@for reader in text pdf page docx xlsx html mail; do $(BIN)/python tests/security/fuzz_documents.py $$reader $(FUZZ_SECONDS) || exit 1; done

lock:  ## pin requirements anew (needs uv: pip install uv)
	@$(BIN)/uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --python-version 3.11 pyproject.toml --extra corridors --group build -o $(LOCK)/run.txt
	@$(BIN)/uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --python-version 3.11 pyproject.toml --extra corridors --group dev -c $(LOCK)/run.txt -o $(LOCK)/dev.txt
	@$(BIN)/uv pip compile -q --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --python-version 3.11 $(LOCK)/fuzz.in -o $(LOCK)/fuzz.txt
	@$(BIN)/uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --python-version 3.11 $(LOCK)/peers.in -o $(LOCK)/peers.txt

clean:  ## remove the environment
	@rm -rf $(VENV)
