# SPDX-FileCopyrightText: 2026 Dwarsverband contributors
# SPDX-License-Identifier: EUPL-1.2

# Two commands for a newcomer: "make run" and "make test". Logic of more than a line stands in tools/*.sh.

PORT ?= 8080
DEMO ?= build/demo
BINARY := build/dwarsverband
BUNDLE := web/assets/dist/app.css
PACKAGES := node_modules/.package-lock.json

export CGO_ENABLED := 0

.DEFAULT_GOAL := help
.PHONY: help run build assets test trial bench check clean FORCE

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: build ## build, fill the demo and serve it on http://localhost:8080 (PORT=... for another port)
	@echo "==> the demo starts on http://localhost:$(PORT) (stop with Ctrl+C)"
	@exec $(BINARY) serve -demo -data $(DEMO) -addr localhost:$(PORT)

build: $(BINARY) ## build the program: one static binary, build/dwarsverband

# The Go build cache knows better than make what changed.
$(BINARY): $(BUNDLE) FORCE
	@echo "==> program (the first build compiles all libraries, which takes a minute or two)"
	@mkdir -p build
	@go build -trimpath -ldflags="-s -w" -o $(BINARY) ./cmd/dwarsverband

assets: $(BUNDLE) ## build style sheet, script, fonts and icons

$(BUNDLE): $(PACKAGES) $(wildcard web/assets/src/*) $(wildcard tools/assets/*.go) tools/go.mod
	@echo "==> style sheet, script, fonts and icons"
	@cd tools && go run ./assets -root ..

$(PACKAGES): package.json package-lock.json .npmrc
	@tools/npm.sh && touch $@

test: build ## run all tests; finds or installs Chromium and PostgreSQL
	@tools/test.sh

trial: build ## run the long trials with their full counts (up to an hour)
	@DWARSVERBAND_TRIAL=1 tools/test.sh -tags trial -timeout 60m

bench: $(BUNDLE) ## run the benchmarks
	@go test -run '^$$' -bench . -benchmem -timeout 60m ./...

check: $(BUNDLE) ## format, vet, staticcheck, rules of the house, generated files
	@tools/check.sh

clean: ## remove what was built; the demo in build/ too
	@rm -rf build node_modules
	@find web/assets/dist -type f ! -name README.md -delete

FORCE:
