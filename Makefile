# Every target goes through tools/setup.py, which makes .venv and what it needs the first time.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python; do command -v $$p >/dev/null && echo $$p && break; done)
SETUP = $(or $(PYTHON),python3) tools/setup.py

.PHONY: run test test-dates test-lowest test-newest test-windows lint bench torture import-report screenshots approve licences package package-windows prepare lock clean

run test test-dates test-lowest test-newest test-windows lint bench torture import-report screenshots approve licences package package-windows prepare:
	@$(SETUP) $@ $(ARGS)

# New versions within the ranges of pyproject.toml: make lock ARGS=--upgrade
lock:
	@$(or $(PYTHON),python3) tools/lock.py $(ARGS)

clean:
	rm -rf .venv .venv-* build dist out .mypy_cache .ruff_cache .pytest_cache .hypothesis
