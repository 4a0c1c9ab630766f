# Everything here sets itself up: Python >= 3.11 and git are enough, nothing is installed outside this folder
# (except Debian's Chromium for the browser tests, when you are root). The second time needs no network.

REPO ?= .
PYTEST_ARGS ?=

.DELETE_ON_ERROR:
.PHONY: help report verify check sbom test test-engines test-corpora fuzz threats lint docs lock changelog clean environment test-environment browser contracts wheel

help: ## Say what can be made
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST)

report: environment ## Read a repository and write its report: make report REPO=<path or URL>
	@.venv/bin/folkmoot report "$(REPO)"

verify: environment ## Count this project's own decisions again, from its history
	@.venv/bin/folkmoot verify .

check: environment ## Ask of this project what `folkmoot check` asks of others; any open "no" fails
	@.venv/bin/folkmoot check .
	@.venv/bin/folkmoot check . --profile osps-3

sbom: environment ## Write this project's own bill of materials: bill.cdx.json and bill.spdx.json
	@.venv/bin/folkmoot sbom . --format cyclonedx -o bill.cdx.json
	@.venv/bin/folkmoot sbom . --format spdx -o bill.spdx.json

test: lint wheel browser contracts ## Check the sources, then run the tests against the built wheel
	.venv-test/bin/python -m pytest -n 2 -m "not engines and not corpora" $(PYTEST_ARGS)

test-engines: wheel ## Run every metric on the other engines too (downloads some 300 MB once)
	@tools/prepare .venv-test requirements-engines.txt
	.venv-test/bin/python -m pytest -m engines tests/engines $(PYTEST_ARGS)

test-corpora: wheel browser ## Read what others have gathered to break programs (fetches some 300 MB once)
	@.venv-test/bin/python tools/corpora.py
	.venv-test/bin/python -m pytest -m corpora tests/corpora $(PYTEST_ARGS)

fuzz: wheel ## Give each parser 20,000 cases of input made wrong (an ordinary test gives it 60)
	FOLKMOOT_FUZZ_CASES=20000 .venv-test/bin/python -m pytest -n 2 tests/fuzz tests/supply/test_manifests.py $(PYTEST_ARGS)

threats: wheel ## Take every defence away in a copy of the sources and see that its test misses it
	.venv-test/bin/python tools/threats.py prove

lint: test-environment ## Check style, types and floors
	.venv-test/bin/ruff check .
	.venv-test/bin/ruff format --check .
	.venv-test/bin/mypy
	PYTHONPATH=src .venv-test/bin/lint-imports

docs: wheel ## Write docs/reference anew from the sources
	.venv-test/bin/python tools/reference.py

lock: ## Choose the newest versions of what we depend on and write them down with their hashes
	@tools/lock

changelog: test-environment ## Gather changelog.d into CHANGELOG.md: make changelog VERSION=0.2.0
	.venv-test/bin/towncrier build --version "$(VERSION)"

clean: ## Remove everything made here
	rm -rf .venv .venv-test .venv-lock dist build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache

environment:
	@tools/prepare .venv requirements.txt requirements-build.txt
	@tools/install .venv .

test-environment:
	@tools/prepare .venv-test requirements-test.txt

browser:
	@tools/browser

contracts: test-environment
	@.venv-test/bin/python tools/contracts.py

wheel: test-environment
	@rm -rf dist
	.venv-test/bin/python -m hatchling build -t wheel
	@tools/install .venv-test dist/*.whl
