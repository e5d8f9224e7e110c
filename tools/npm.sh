#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Dwarsverband contributors
# SPDX-License-Identifier: EUPL-1.2

# Installs the npm packages of package-lock.json. make calls it only when that file changed.
set -euo pipefail
cd "$(dirname "$0")/.."

for tool in node npm; do
  if ! command -v "$tool" >/dev/null; then
    echo "$tool is missing: install Node.js 20 or newer (https://nodejs.org)" >&2
    exit 1
  fi
done
major=$(node -p 'process.versions.node.split(".")[0]')
if [ "$major" -lt 20 ]; then
  echo "Node.js $major is too old: install Node.js 20 or newer (https://nodejs.org)" >&2
  exit 1
fi
echo "==> npm packages (only when package-lock.json changed)"
npm ci --no-progress --loglevel=error </dev/null
