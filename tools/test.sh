#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Dwarsverband contributors
# SPDX-License-Identifier: EUPL-1.2

# Runs the tests with a browser and a database engine; a missing one fails the run, nothing is skipped. Arguments go to go test.
set -euo pipefail
cd "$(dirname "$0")/.."

CHROMIUM=$(tools/find-chromium.sh)
DWARSVERBAND_TEST_PGBIN=$(tools/find-postgres.sh)
export CHROMIUM DWARSVERBAND_TEST_PGBIN DWARSVERBAND_BINARY="$PWD/build/dwarsverband"
echo "==> browser: $("$CHROMIUM" --version 2>/dev/null)"
echo "==> database: $("$DWARSVERBAND_TEST_PGBIN/postgres" --version)"

if [ $# -eq 0 ]; then
  echo "==> tests of the build tools"
  (cd tools && go test ./...)
  set -- -timeout 20m
fi
echo "==> go test $* ./..."
go test "$@" ./...
echo "==> all tests passed"
