#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Dwarsverband contributors
# SPDX-License-Identifier: EUPL-1.2

# Prints the path of a Chromium that runs, and installs one where there is none. CHROMIUM=path chooses one. The headless shell comes first: it draws no windows, and the browser tests
# take half the time in it.
set -euo pipefail
. "$(dirname "$0")/install.sh"
advice="The browser tests need Chromium or Google Chrome. Install it (Debian: apt-get install chromium-headless-shell), or set CHROMIUM to its path."

find_chromium() {
  local name path
  for name in chromium-headless-shell chromium chromium-browser google-chrome google-chrome-stable \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" "/Applications/Chromium.app/Contents/MacOS/Chromium"; do
    path=$(command -v "$name" || true)
    # A stub that only points to another package system answers no version.
    if [ -n "$path" ] && "$path" --version >/dev/null 2>&1; then
      echo "$path"
      return 0
    fi
  done
  return 1
}

if [ -n "${CHROMIUM:-}" ]; then
  if ! "$CHROMIUM" --version >/dev/null 2>&1; then
    echo "CHROMIUM=$CHROMIUM does not run. $advice" >&2
    exit 1
  fi
  echo "$CHROMIUM"
  exit 0
fi
if ! find_chromium; then
  install_package chromium-headless-shell "$advice" || install_package chromium "$advice"
  find_chromium || { echo "$advice" >&2; exit 1; }
fi
