# make brief: set up, then brief on the example dossier.   make test: run the tests.   make check: all that CI runs.
PYTHON ?= python3.11
BIN := .venv/bin
READY := .venv/.ready
GOLDEN := tests/golden tests/brief/test_build.py

.PHONY: setup brief test check format lint types imports docs measure golden golden-accept lock clean

brief: $(READY)
	@$(BIN)/dragoman brief examples/ukraine-2025

setup: $(READY)

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check "pip>=24"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@

test: $(READY)
	$(BIN)/python -m pytest

check: format lint types imports docs test

format: $(READY)
	$(BIN)/ruff format --check src tests benchmarks

lint: $(READY)
	$(BIN)/ruff check src tests benchmarks

types: $(READY)
	$(BIN)/mypy

imports: $(READY)
	$(BIN)/lint-imports

docs: $(READY)
	$(BIN)/cog --check README.md docs/*.md

measure: $(READY)
	$(BIN)/python benchmarks/measure.py

# What is printed now beside what was last accepted.   golden-accept: accept it, in the documents too; say why in the
# commit.
golden: $(READY)
	$(BIN)/python -m pytest $(GOLDEN)

golden-accept: $(READY)
	$(BIN)/python -m pytest $(GOLDEN) --accept-golden
	$(BIN)/cog -r README.md docs/*.md

lock: $(READY)
	uv pip compile -q --universal --python-version 3.11 --extra dev --generate-hashes pyproject.toml -o requirements.lock

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis
