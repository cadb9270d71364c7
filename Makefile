# Nhịp Cầu: «make demo» để xem, «make test» để tin. Mọi thứ khác: .venv/bin/nhipcau --help
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

PYTHON ?= python3
PORT ?= 8000
HOST ?= 127.0.0.1
BIN := .venv/bin
# No file may name a registry host: hashes say what is meant, wherever it comes from.
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-header --no-annotate

.PHONY: help setup dev demo up test quick lint bench bench-reader lock clean

help:
	@echo 'make setup   chuẩn bị .venv (không làm gì khác)'
	@echo 'make demo    dựng và phục vụ bản giới thiệu có Chương trình 922; PORT=8000'
	@echo 'make up      phục vụ với dữ liệu của mình; PORT=8000'
	@echo 'make test    mọi kiểm tra cần để tin một thay đổi; make quick: dưới hai phút'
	@echo 'make lint    trình bày, kiểu, ranh giới các tầng'
	@echo 'make bench   đo tốc độ, ghi bench/results.json và docs/performance.md'
	@echo 'make lock    khóa lại các thư viện kèm mã băm;  make clean: dọn tệp tạm'

setup:
	@$(PYTHON) -m nhipcau.project.setup base

# What developers need on top: linters, types, tests.
dev:
	@$(PYTHON) -m nhipcau.project.setup dev

demo: setup
	@exec $(BIN)/nhipcau up --demo --host $(HOST) --port $(PORT)

up: setup
	@exec $(BIN)/nhipcau up --host $(HOST) --port $(PORT)

test: lint
	$(BIN)/python -m pytest -n 2 --dist worksteal

quick: dev
	$(BIN)/python -m pytest -n 2 --dist worksteal -m 'not machine'

lint: dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	git ls-files -z 'nhipcau/*.html' | xargs -0 --no-run-if-empty $(BIN)/djhtml --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/nhipcau manage check --fail-level WARNING
	$(BIN)/nhipcau manage makemigrations --check --dry-run

bench: dev
	$(BIN)/python -m bench

# How well documents are read, against the labelled ones beside the checkout; renews docs/reader.md.
bench-reader: dev
	$(BIN)/python -m bench.reader_quality

lock:
	$(LOCK) --group setup -o requirements/setup.txt
	$(LOCK) pyproject.toml -o requirements/base.txt
	$(LOCK) pyproject.toml --group dev -o requirements/dev.txt

clean:
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find nhipcau tests bench -name __pycache__ -prune -exec rm -rf {} +
