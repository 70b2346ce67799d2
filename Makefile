# Two commands on a fresh machine with Swift: `make demo`, `make test`.
SHELL := /bin/bash
export FOXP3_STRICT := 1

SWIFT ?= swift
RELEASE := $(SWIFT) build -c release --static-swift-stdlib --product foxp3 -Xlinker -s
BINARY = .build/release/foxp3
MANUAL = .documentation/foxp3.1
PREFIX ?= /usr/local
INSTALLED = $(DESTDIR)$(PREFIX)
SWIFT_FOLDERS := Sources Pipelines Tests Package.swift

.PHONY: demo build test lint check sanitize bench calling validate examples manual documentation install fuzz workflows names system-packages python-tools pdf-tools workflow-tools clean

## Build the release program and run its main job on the examples.
demo: build
	@rm -rf demo-results
	@$(BINARY) annotate Examples/affected_male/boy.vcf --sex male -o demo-results
	@echo
	@echo "Open demo-results/*/*.foxp3.html in a browser."

## With the sources' name in it, for `foxp3 --version`, reports, the store and `--resume`.
build: FOXP3_BUILD ?= $(shell git describe --always --dirty --abbrev=12 2>/dev/null)
build: system-packages
	FOXP3_BUILD=$(FOXP3_BUILD) FOXP3_CXX_ARCHIVE=$$(.ci/cxx-archive .build/cxx-archive) $(RELEASE)

## Every test of the package (under ten minutes).
test: system-packages python-tools workflow-tools
	$(SWIFT) test --disable-xctest

## The reports of the worked cases in Examples/, written anew.
examples: FOXP3_BUILD :=
examples: build
	Examples/make_reports.sh $(BINARY)

## Manual page and shell completions, in .documentation/.
manual: build
	rm -rf .documentation/completions && mkdir -p .documentation/completions
	for shell in bash zsh fish; do \
	  $(BINARY) --generate-completion-script $$shell > .documentation/completions/foxp3.$$shell || exit 1; done
	$(SWIFT) package --allow-writing-to-package-directory generate-manual
	cp .build/plugins/GenerateManual/outputs/foxp3/foxp3.1 $(MANUAL)

## These and the library's documentation.
documentation: manual
	rm -rf .documentation/foxp3.doccarchive
	$(SWIFT) package --allow-writing-to-directory .documentation/foxp3.doccarchive \
	  generate-documentation --target Flow --target Genome --target Nomenclature --target Pipelines \
	  --enable-experimental-combined-documentation --output-path .documentation/foxp3.doccarchive

## The program, its manual page (after `make manual`) and completions, under DESTDIR and PREFIX. Builds nothing, so that
## it can be run as root where Swift is not.
install:
	@for file in $(BINARY) $(MANUAL); do \
	  test -f $$file || { echo "$$file is missing: run make manual first" >&2; exit 1; }; done
	install -d "$(INSTALLED)/bin" "$(INSTALLED)/share/man/man1"
	install -m 755 $(BINARY) "$(INSTALLED)/bin/foxp3"
	install -m 644 $(MANUAL) "$(INSTALLED)/share/man/man1/foxp3.1"
	for place in bash:bash-completion/completions/foxp3 zsh:zsh/site-functions/_foxp3 \
	  fish:fish/vendor_completions.d/foxp3.fish; do \
	  file="$(INSTALLED)/share/$${place#*:}"; install -d "$${file%/*}" && \
	  $(BINARY) --generate-completion-script $${place%%:*} > "$$file" && chmod 644 "$$file" || exit 1; done

lint:
	$(SWIFT) format lint --strict --recursive $(SWIFT_FOLDERS)
	@! grep -rnE 'TODO|FIXME|XXX' Sources Pipelines || (echo "unfinished work above"; exit 1)

## The address sanitizer over the rooms that touch C; in CScan undefined behaviour traps.
sanitize: system-packages
	FOXP3_TRAP_UNDEFINED=1 \
	LSAN_OPTIONS=suppressions=$(CURDIR)/Tests/leak-suppressions.txt:print_suppressions=0 \
	$(SWIFT) test --disable-xctest --sanitize=address --scratch-path .build-asan \
	  --filter 'ScanTests|HTSTests|HTSlibBehaviourTests|IsolationTests|ReadingTests|CallingTests|DeliveryTests'

## All that CI runs.
check: test lint sanitize

## Times and memory beside peers; nothing asserts a time.
bench: build
	Benchmarks/run.sh $(BINARY)
	Benchmarks/batch.sh $(BINARY) .bench-batch

## Calling beside bcftools and freebayes on simulated reads: .bench-calling/quick/calling.md (ten minutes).
calling: build
	@.ci/system-packages calling
	Benchmarks/calling/run.sh quick .bench-calling $(BINARY)

## The long comparisons; figures go to docs/.
validate: build python-tools workflows names
	FOXP3_WRITE_DIFFERENCES=1 $(SWIFT) test --disable-xctest --filter VEPComparisonTests
	FOXP3_WRITE_CLASSIFICATION=1 $(SWIFT) test --disable-xctest --filter ClinVarValidationTests
	FOXP3_FAULTS=1000 $(SWIFT) test --disable-xctest --filter FaultTests
	FOXP3_KILLS=50 $(SWIFT) test --disable-xctest --filter BatchKillTests

## Names of random variants beside biocommons hgvs.
names: build
	@.ci/python-tools .venv-names Tests/Names/requirements.txt
	cd Tests/Names && PYTHONDONTWRITEBYTECODE=1 $(CURDIR)/.venv-names/bin/python3 beside_biocommons.py $(abspath $(BINARY)) $(CURDIR)/Reference 5000

## The workflow engines, SLURM too (installed and started on loopback as root), beside `foxp3 batch`.
workflows: build workflow-tools
	Tests/Workflows/run.sh $(BINARY) all

## Every fuzzer for some seconds; docs/robustness.md has figures.
SECONDS ?= 60
fuzz: system-packages
	Tests/Fuzz/fuzz.sh $(SECONDS)

system-packages:
	@.ci/system-packages

## Python packages the tests compare with.
python-tools: system-packages
	@.ci/python-tools .venv Tests/Python/requirements.txt

## Snakemake and cwltool, in .venv-workflows.
workflow-tools: system-packages
	@.ci/python-tools .venv-workflows Tests/Python/workflows-requirements.txt

## What makes PDF reports (--formats pdf): WeasyPrint in .venv-pdf.
pdf-tools: system-packages
	@.ci/python-tools .venv-pdf Pipelines/pdf/requirements.txt
	@echo "export FOXP3_PYTHON=$(CURDIR)/.venv-pdf/bin/python3"

clean:
	rm -rf .build .build-asan .build-fuzz .venv .venv-pdf .venv-workflows .venv-names .bench-calling .documentation demo-results
