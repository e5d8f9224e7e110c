# SPDX-FileCopyrightText: 2026 Dwarsverband contributors
# SPDX-License-Identifier: EUPL-1.2

# shellcheck shell=bash
# Read by other scripts. install_package <apt package> <what to tell where nothing may be installed>: installs with apt-get as root or
# with sudo that asks no password; otherwise it says what to install and fails.
install_package() {
  local package=$1 advice=$2 as=()
  if [ "$(id -u)" -ne 0 ]; then as=(sudo -n); fi
  if ! command -v apt-get >/dev/null || { [ "${#as[@]}" -gt 0 ] && ! sudo -n true 2>/dev/null; }; then
    echo "$advice" >&2
    return 1
  fi
  echo "==> installing $package with apt-get" >&2
  if ! { "${as[@]}" apt-get update -q && "${as[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -qy "$package"; } </dev/null >&2; then
    echo "apt-get could not install $package. $advice" >&2
    return 1
  fi
}
