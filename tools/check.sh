#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Dwarsverband contributors
# SPDX-License-Identifier: EUPL-1.2

# Everything about the code that needs no run of it. Goes on after a fault, so that one run shows all of them.
set -uo pipefail
cd "$(dirname "$0")/.." || exit 1
git ls-files >/dev/null || exit 1 # without the list of files the checks below would see nothing wrong
failed=0

# step <name> <command...>: the command prints its faults and fails.
step() {
  echo "==> $1"
  if ! "${@:2}"; then
    echo "    $1: FAILED" >&2
    failed=1
  fi
}

# nothing <command...>: the output of the command is a list of faults; it must be empty.
nothing() {
  local found
  found=$("$@") || true
  if [ -n "$found" ]; then echo "$found" >&2; return 1; fi
}

# sources lists the files of the repository, also those not committed yet, that match the patterns.
sources() { git ls-files -co --exclude-standard -- "$@" | while read -r f; do [ -f "$f" ] && echo "$f"; done; }

unformatted() { sources '*.go' | xargs gofmt -l; }
vet() { go vet ./... && go vet -tags trial ./... && (cd tools && go vet ./...); }
# The analysis runs over the packages of the main module, the program itself is one of tools/go.mod.
staticcheck() {
  local program
  program=$(cd tools && go tool -n staticcheck) && "$program" -tags trial ./... && (cd tools && "$program" ./...)
}
modules() { go mod verify >/dev/null && (cd tools && go mod verify >/dev/null); }
openapi() { go run ./cmd/dwarsverband openapi | diff - api/openapi.json >&2 || { echo "run: go run ./cmd/dwarsverband openapi > api/openapi.json" >&2; return 1; }; }
# The repository must work anywhere: no path of one machine, no mirror of packages of one network.
places() { sources ':!*.gz' ':!LICENSES' ':!LICENSE' | xargs grep -nIE '(^|[^A-Za-z0-9_.}-])/(work|root|farm|home/[a-z]+|Users/[A-Za-z]+)/' /dev/null; }
hosts() { sources ':!*.gz' | xargs grep -nIE 'registry\.npmjs|registry\.yarnpkg|proxy\.golang|"resolved": *"http' /dev/null; }

step "format (gofmt)" nothing unformatted
step "vet" vet
step "staticcheck" staticcheck
step "rules of the house (house_test.go)" go test -count=1 -run TestHouse .
step "modules are what go.sum says" modules
step "api/openapi.json is what the code says" openapi
step "no path of one machine" nothing places
step "no address of a package registry" nothing hosts
exit $failed
