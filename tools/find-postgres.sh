#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Dwarsverband contributors
# SPDX-License-Identifier: EUPL-1.2

# Prints the folder with initdb and postgres of PostgreSQL 15 or newer, and installs it where there is none.
# DWARSVERBAND_TEST_PGBIN=folder chooses one.
set -euo pipefail
. "$(dirname "$0")/install.sh"
advice="The tests need PostgreSQL 15 or newer (the server, no running database). Install it (Debian, Ubuntu: apt-get install postgresql), or set DWARSVERBAND_TEST_PGBIN to the folder with initdb and postgres."

# serves <folder>: the folder holds initdb and a server that is new enough.
serves() {
  local version
  [ -x "$1/initdb" ] && [ -x "$1/pg_ctl" ] || return 1
  version=$("$1/postgres" --version 2>/dev/null | sed -E 's/.* ([0-9]+).*/\1/; s/[^0-9].*//') || return 1
  [ "${version:-0}" -ge 15 ]
}

candidates() {
  if command -v pg_ctl >/dev/null; then dirname "$(readlink -f "$(command -v pg_ctl)")"; fi
  printf '%s\n' /usr/lib/postgresql/*/bin | sort -Vr
  pg_config --bindir 2>/dev/null || true
}

find_postgres() {
  local dir
  for dir in $(candidates); do
    if serves "$dir"; then
      echo "$dir"
      return 0
    fi
  done
  return 1
}

if [ -n "${DWARSVERBAND_TEST_PGBIN:-}" ]; then
  if ! serves "$DWARSVERBAND_TEST_PGBIN"; then
    echo "DWARSVERBAND_TEST_PGBIN=$DWARSVERBAND_TEST_PGBIN holds no PostgreSQL 15 or newer. $advice" >&2
    exit 1
  fi
  echo "$DWARSVERBAND_TEST_PGBIN"
  exit 0
fi
find_postgres || { install_package postgresql "$advice" && { find_postgres || { echo "$advice" >&2; exit 1; }; }; }
