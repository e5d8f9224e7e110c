// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

var (
	iconBody  = regexp.MustCompile(`(?s)<svg[^>]*>(.*)</svg>`)
	iconSpace = regexp.MustCompile(`\s+`)
)

// iconSheet makes one SVG with a symbol for each line "our name = tabler name" of list, in the order of list.
func iconSheet(list, tabler string) ([]byte, error) {
	text, err := os.ReadFile(list)
	if err != nil {
		return nil, fmt.Errorf("icons: %w", err)
	}
	var sheet strings.Builder
	var faults []error
	sheet.WriteString(`<svg xmlns="http://www.w3.org/2000/svg">` + "\n")
	for i, line := range strings.Split(string(text), "\n") {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		name, from, ok := strings.Cut(line, "=")
		name, from = strings.TrimSpace(name), strings.TrimSpace(from)
		if !ok {
			faults = append(faults, fmt.Errorf("icons: line %d is not \"name = tabler name\"", i+1))
			continue
		}
		symbol, err := iconSymbol(name, filepath.Join(tabler, "icons", "outline", from+".svg"))
		if err != nil {
			faults = append(faults, err)
			continue
		}
		sheet.WriteString(symbol + "\n")
	}
	sheet.WriteString("</svg>\n")
	return []byte(sheet.String()), errors.Join(faults...)
}

// iconSymbol turns one icon file of 24 by 24 into a symbol that takes the colour of the text around it.
func iconSymbol(name, path string) (string, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return "", fmt.Errorf("icon %s: %w", name, err)
	}
	m := iconBody.FindSubmatch(text)
	if m == nil {
		return "", fmt.Errorf("icon %s: %s holds no svg element", name, filepath.Base(path))
	}
	body := strings.TrimSpace(iconSpace.ReplaceAllString(string(m[1]), " "))
	return `<symbol id="` + name + `" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" ` +
		`stroke-linecap="round" stroke-linejoin="round">` + body + `</symbol>`, nil
}
