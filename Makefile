# The verbs of this project. `make` alone lists them.

SHELL := /bin/bash
PREFIX ?= /usr/local
FUZZ_SECONDS ?= 600
# Where the Swift build goes.
BUILD ?= .build
BINARY := $(BUILD)/release/apigw-synth
PYTHON := .venv/bin/python
# The other tools that `make bench` compares with.
PEERS := .venv-bench
# Where releases go.
DIST ?= $(BUILD)/dist
ROOT = $(DESTDIR)$(PREFIX)
SHARE = $(ROOT)/share
EXAMPLES := $(wildcard Examples/*/apigw.yaml)

SWIFT_BUILD = swift build --scratch-path "$(BUILD)" -c release $$(scripts/link-flags)
SWIFT_TEST = swift test --scratch-path "$(BUILD)"

.PHONY: help build test test-swift test-sanitized test-integration test-hook example golden docs format lint check bench bench-guard bench-guard-renew link-order watch-times fuzz fuzz-ci install uninstall static deb formula image setup venv

help: ## list these verbs
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-18s %s\n", $$1, $$2}' Makefile

example: build ## build, and show the request-authorizer example become a template
	@scripts/example "$(BINARY)"

build: setup ## build the release binary (one static file on Linux)
	@$(SWIFT_BUILD)

test: setup venv ## run everything: format, Swift tests, fuzzers, integration tests
	@$(MAKE) --no-print-directory lint test-swift fuzz-ci test-integration

lint: setup ## check the source's format
	swift format lint --strict --recursive Package.swift Sources Tests Fuzz

test-swift: setup ## run the Swift tests: unit, golden and property tests
	$(SWIFT_TEST)

# XCTest itself leaks at its end, so the address sanitizer runs without it. Lost memory is looked for in the rooms that hold
# some by hand: elsewhere Swift marks the pointers in its enums, and the sanitizer takes what they lead to for lost.
test-sanitized: setup ## run the Swift tests under the address and the thread sanitizer (two builds of their own: minutes)
	ASAN_OPTIONS=detect_leaks=0 swift test --scratch-path "$(BUILD)-address" --sanitize=address --disable-xctest
	swift test --scratch-path "$(BUILD)-address" --sanitize=address --disable-xctest --filter "DocumentTests|CloudFormationTests|VTLTests"
	swift test --scratch-path "$(BUILD)-thread" --sanitize=thread --disable-xctest

test-integration: build venv ## run cfn-lint, the AWS CLI against an emulator, pre-commit, terminals, and what the documents show
	@[ "$$(uname)" != Linux ] || scripts/setup valgrind
	@scripts/setup terminal
	@$(PYTHON) Tests/Integration/run.py "$(BINARY)"

test-hook: build venv ## run of the integration tests those of the pre-commit hooks that are built from the source
	@$(PYTHON) Tests/Integration/run.py "$(BINARY)" -k Built

golden: build ## rewrite the goldens of the tests and the examples' templates; review the difference
	UPDATE_GOLDENS=1 $(SWIFT_TEST)
	@scripts/setup python terminal
	UPDATE_GOLDENS=1 $(PYTHON) Tests/Integration/run.py "$(BINARY)" -k Screens
	@for spec in $(EXAMPLES); do "$(BINARY)" build "$$spec" -o "$${spec%apigw.yaml}template.yaml" || exit 1; done

docs: build ## rewrite the generated pages, and the outputs that the documents show
	python3 scripts/manual.py "$(BINARY)" > packaging/apigw-synth.1
	python3 scripts/docs.py "$(BINARY)"

format: setup ## format the source in place
	swift format --in-place --recursive Package.swift Sources Tests Fuzz

check: test ## what continuous integration runs

# With SIZES or ONLY just the tables of those are printed; without, docs/performance.md and its plot are made anew, other tools included.
bench: build ## measure the program in every way that a spec can grow, and rewrite docs/performance.md (twenty minutes)
	@scripts/setup valgrind
	@$(if $(SIZES)$(ONLY),python3 scripts/bench/bench.py "$(BINARY)" $(if $(SIZES),--sizes "$(SIZES)") $(if $(ONLY),--only "$(ONLY)"),\
	  scripts/setup peers && python3 scripts/bench/bench.py "$(BINARY)" --page docs/performance.md --python "$(PEERS)/bin/python")

link-order: build ## list anew which functions the linker puts side by side (after much has changed)
	@scripts/setup valgrind
	@python3 scripts/link-order.py "$(BINARY)" > "$(BUILD)/link-order.txt" && mv "$(BUILD)/link-order.txt" scripts/link-order.txt

bench-guard: build ## compare a few instruction counts with the figures in scripts/bench/guard.json
	@scripts/setup valgrind
	@python3 scripts/bench/guard.py "$(BINARY)"

bench-guard-renew: build ## write the figures of 'bench-guard' anew; review the difference
	@scripts/setup valgrind
	@python3 scripts/bench/guard.py "$(BINARY)" --renew

watch-times: build ## say how long after a save 'build --watch' has written the template
	@scripts/watch-times "$(BINARY)"

fuzz: setup ## run the fuzzers, FUZZ_SECONDS (600) each
	@scripts/fuzz "$(FUZZ_SECONDS)"

# Optimised fuzzers take minutes to build. Toolchains of macOS mostly come without libFuzzer.
fuzz-ci: setup ## run the fuzzers, built in a minute, for two minutes in all
	@[ "$$(uname)" != Linux ] || FUZZ_CONFIGURATION=debug scripts/fuzz 24

install: build ## install the program, shell completions and the manual page under PREFIX (/usr/local)
	@mkdir -p "$(ROOT)/bin" "$(SHARE)/bash-completion/completions" "$(SHARE)/zsh/site-functions" \
	  "$(SHARE)/fish/vendor_completions.d" "$(SHARE)/man/man1"
	@install -m 755 "$(BINARY)" "$(ROOT)/bin/apigw-synth"
	@"$(BINARY)" --generate-completion-script bash > "$(SHARE)/bash-completion/completions/apigw-synth"
	@"$(BINARY)" --generate-completion-script zsh > "$(SHARE)/zsh/site-functions/_apigw-synth"
	@"$(BINARY)" --generate-completion-script fish > "$(SHARE)/fish/vendor_completions.d/apigw-synth.fish"
	@install -m 644 packaging/apigw-synth.1 "$(SHARE)/man/man1/apigw-synth.1"

uninstall: ## remove what 'make install' with the same PREFIX installed
	@rm -f "$(ROOT)/bin/apigw-synth" "$(SHARE)/bash-completion/completions/apigw-synth" \
	  "$(SHARE)/zsh/site-functions/_apigw-synth" "$(SHARE)/fish/vendor_completions.d/apigw-synth.fish" \
	  "$(SHARE)/man/man1/apigw-synth.1"

static: build ## put the program as one file that runs on any Linux of this architecture into DIST
	@scripts/static "$(BINARY)" "$(DIST)"

deb: build ## put a package for Debian and Ubuntu into DIST
	@scripts/deb "$(BINARY)" "$(DIST)"

formula: ## put the last commit's source and a Homebrew formula for it, to be found at ADDRESS, into DIST
	@scripts/formula "$${ADDRESS:?say where the archive will be found: make formula ADDRESS=https://...}" "$(DIST)"

image: ## build the container image apigw-synth
	docker build --tag "apigw-synth:$$(scripts/version)" .

setup:
	@scripts/setup swift libyaml

venv:
	@scripts/setup python
