# Two commands do everything: make demo, make test. The rest is for people who change the code.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: setup demo up test lint types layers generated check-generated pytest lock catalog clean

setup: .venv/.ready

.venv/.ready: requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed") if sys.version_info < (3, 11) else None'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

demo: setup
	$(BIN)/dondoc demo $(if $(KEEP),--keep)

up: setup
	$(BIN)/dondoc up

test: setup lint types layers check-generated pytest

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup
	$(BIN)/mypy

layers: setup
	$(BIN)/lint-imports

generated: setup
	$(BIN)/python -m cli.generate

check-generated: setup
	$(BIN)/python -m cli.generate --check

pytest: setup
	tools/install-servers
	$(BIN)/pytest

lock: setup
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-strip-extras \
		--no-emit-index-url --no-header --extra dev pyproject.toml --output-file requirements.lock

clean:
	rm -rf .venv var build *.egg-info
