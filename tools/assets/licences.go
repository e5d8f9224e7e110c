// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
)

// collectLicences gives one text: the packages with version and licence, and then each different licence text once.
// A package without a licence or without its text is a fault: its files may not be shipped.
func collectLicences(modules string, packages []string) ([]byte, error) {
	sort.Strings(packages)
	var list, texts strings.Builder
	var faults []error
	number := map[string]int{}
	for _, name := range packages {
		version, licence, text, err := licenceOf(filepath.Join(modules, filepath.FromSlash(name)))
		if err != nil {
			faults = append(faults, fmt.Errorf("licence of %s: %w", name, err))
			continue
		}
		n, known := number[text]
		if !known {
			n = len(number) + 1
			number[text] = n
			fmt.Fprintf(&texts, "\n\n======== text %d ========\n\n%s\n", n, text)
		}
		fmt.Fprintf(&list, "%-56s %-10s %-10s text %d\n", name, version, licence, n)
	}
	if err := errors.Join(faults...); err != nil {
		return nil, err
	}
	head := "Style sheets, fonts and icons of others in this folder, and their licences.\n\n"
	return []byte(head + list.String() + texts.String()), nil
}

// licenceOf reads the package in dir.
func licenceOf(dir string) (version, licence, text string, err error) {
	raw, err := os.ReadFile(filepath.Join(dir, "package.json"))
	if err != nil {
		return "", "", "", err
	}
	var about struct {
		Version string `json:"version"`
		License string `json:"license"`
	}
	if err := json.Unmarshal(raw, &about); err != nil {
		return "", "", "", err
	}
	if about.License == "" {
		return "", "", "", errors.New("package.json names none")
	}
	for _, file := range []string{"LICENSE", "LICENSE.md", "LICENSE.txt"} {
		raw, err := os.ReadFile(filepath.Join(dir, file))
		if err == nil {
			return about.Version, about.License, strings.TrimSpace(string(raw)), nil
		}
	}
	return "", "", "", errors.New("no LICENSE file in the package")
}
