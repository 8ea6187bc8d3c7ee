# Assay. Every target is one line of help; 'make help' prints them all.
#
#   setup bench test            what a newcomer needs: each works alone on a fresh machine
#   build report leaderboard    parts of bench
#   validate perf peers fuzz    evidence: numerics against references, speed against peers, hostile input
#   docs lint format clean help house
#
# One release build serves bench and test. 'swift test -c release' would compile everything anew
# with -enable-testing; 'swift build -c release --build-tests' does not, so that the tests share
# every object with the program and 'swift test --skip-build' runs them.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: setup build test bench validate perf peers fuzz leaderboard report docs lint format clean help

SWIFT ?= swift
JOBS ?= 2
SECONDS ?= 60
PARSERS ?= suite npy zip mat safetensors frame baseline idx cifar physionet ts table rdata
BUILD := $(SWIFT) build -c release -j $(JOBS)
ASSAY := .build/release/assay
EVIDENCE := .build/release/evidence
SOURCES := Package.swift Sources Tests Plugins Fuzzing/Package.swift Fuzzing/Checks Fuzzing/Programs

setup: ## install what is missing of the system's libraries
	@Scripts/setup.sh build

build: setup ## compile the program
	@$(BUILD) --product assay

test: ## set up, compile and run all tests
	@Scripts/setup.sh test
	@$(BUILD) --build-tests
	@OPENBLAS_NUM_THREADS=1 $(SWIFT) test -c release --skip-build
	@python3 -m unittest discover -q -s adapters/python/tests

bench: build ## run the quick profile of every suite, write Reports/, compare with Baselines/
	@$(ASSAY) run --all --profile quick
	@$(ASSAY) report
	@$(ASSAY) leaderboard --write
	@$(ASSAY) compare --baseline quick --fail-on regression

report: build ## write Reports/ from the stored results
	@$(ASSAY) report

leaderboard: build ## write Reports/leaderboard.{html,md,json} from Baselines/ alone
	@$(ASSAY) leaderboard --write

validate: setup ## check the numerics against published references: Reports/validation.json
	@$(BUILD) --product evidence
	@$(EVIDENCE) validate $(if $(filter 1,$(STRICT)),--strict)
	@$(EVIDENCE) soak --minutes 2

perf: setup ## time the program beside its peers: Reports/perf.json
	@$(BUILD) --product assay
	@$(BUILD) --product evidence
	@$(EVIDENCE) perf $(if $(filter 1,$(STRICT)),--strict)

peers: ## make the Python environment of the peers in .peers/
	@Scripts/peers.sh

fuzz: setup ## try every parser with made-up input; SECONDS=1800 for longer, PARSERS='npy mat' for some
	@Fuzzing/build.sh
	@for parser in $(PARSERS); do Fuzzing/run.sh $$parser $(SECONDS); done

docs: build ## write the documentation as a site to .build/site/
	@Scripts/setup.sh docs
	@Scripts/docs/build.py .build/site $(ASSAY)
	@for page in .build/site/*.html; do Scripts/check-links.sh $$page; done

lint: ## check the format of all sources; the caps are in RepositoryTests
	@$(SWIFT) format lint --strict --parallel -r $(SOURCES)

format: ## format all sources
	@$(SWIFT) format -i --parallel -r $(SOURCES)

clean: ## remove build products, keep results and data
	@rm -rf .build

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "%-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
