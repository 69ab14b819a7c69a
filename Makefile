# make run   sets everything up and starts the app on the worked example
# make test  sets everything up and runs the tests
SHELL := /bin/bash
PY := .venv/bin/python
NICE ?=

.PHONY: run test test-all lint model bench screenshots frozen translations setup setup-dev setup-build self-test clean

run: model
	$(PY) -m supportbot

test: setup-dev model
	QT_QPA_PLATFORM=offscreen $(PY) -m pytest -m "not slow"

test-all: setup-dev model
	QT_QPA_PLATFORM=offscreen $(PY) -m pytest

lint: setup-dev
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	.venv/bin/lint-imports

model: setup
	$(PY) -m supportbot.models.place assets/linear

bench: setup-dev frozen
	$(PY) -m benchmarks

# docs/images, its contact sheets and the table of docs/ui-review.md
screenshots: setup-dev
	$(PY) -m tests.ui.screenshots

# dist/supportbot: the program for machines without Python
frozen: setup-build model
	$(PY) -m PyInstaller build.spec --noconfirm

# takes new texts into supportbot/ui/translations/*.ts and compiles them
translations: setup
	$(PY) -m installer.translations

self-test: model
	$(PY) -m supportbot --self-test

setup:
	@bash installer/setup.sh

setup-dev:
	@bash installer/setup.sh --dev

setup-build:
	@bash installer/setup.sh --build

clean:
	rm -rf .venv build dist work .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
