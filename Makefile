# Two commands do all set-up: `make demo` and `make test`.
PYTHON ?= python3
VENV   ?= .venv
CORPUS ?= examples/lake-quarrel
OUT    ?= out
ABOUT  ?=

BIN    := $(VENV)/bin
READY  := $(VENV)/.ready
LEDGER := $(OUT)/demo.db

.PHONY: demo test lint eval bench model lock clean
.DELETE_ON_ERROR:

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "sayso needs Python 3.11 or newer; name one with: make PYTHON=/path/to/python3"; exit 2; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(READY)

demo: $(READY)
	@mkdir -p $(OUT)
	@rm -f $(LEDGER) $(LEDGER)-wal $(LEDGER)-shm
	@$(BIN)/sayso --ledger $(LEDGER) add $(CORPUS)
	@echo
	@$(BIN)/sayso --ledger $(LEDGER) conflicts --limit 6
	@echo
	@$(BIN)/sayso --ledger $(LEDGER) dossier $(ABOUT) -o $(OUT)/dossier.html
	@$(BIN)/sayso --ledger $(LEDGER) verify

test: $(READY) lint
	$(BIN)/python -m pytest

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

eval: $(READY)
	$(BIN)/python -m evals.gate --shared ../shared

bench: $(READY)
	$(BIN)/python -m evals.bench.throughput --data ../shared/bench/polnear
	$(BIN)/python -m evals.bench.memory --data ../shared/bench/polnear

model: $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r training/requirements.txt
	$(BIN)/python -m training --bench ../shared/bench

lock: pyproject.toml
	$(BIN)/python -m pip install --quiet pip-tools
	$(BIN)/python -m piptools compile --quiet --strip-extras --extra dev --generate-hashes --allow-unsafe --no-emit-index-url --no-emit-find-links --output-file requirements.lock pyproject.toml

clean:
	rm -rf $(VENV) $(OUT) .mypy_cache .ruff_cache .pytest_cache
