// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"errors"
	"regexp"
	"strings"
)

var (
	tokenDefinition = regexp.MustCompile(`^\s*--([\w-]+):\s*(.*?);\s*(?:/\*.*\*/)?\s*$`)
	tokenReading    = regexp.MustCompile(`var\(\s*--([\w-]+)`)
)

// pruneTokens keeps of the token sheet theme (one rule, one token a line) the tokens that sheets read, directly or
// through other tokens, in their order.
func pruneTokens(theme, sheets string) (string, error) {
	start, end := strings.Index(theme, "{"), strings.LastIndex(theme, "}")
	if start < 0 || end < start || strings.Count(theme, "{") != 1 {
		return "", errors.New("theme: the token sheet is not one rule: check how its new version is built")
	}
	lines := strings.Split(theme[start+1:end], "\n")
	values := make(map[string]string, len(lines))
	for _, line := range lines {
		if m := tokenDefinition.FindStringSubmatch(line); m != nil {
			values[m[1]] = m[2]
		}
	}
	read := map[string]bool{}
	queue := []string{sheets}
	for len(queue) > 0 {
		text := queue[0]
		queue = queue[1:]
		for _, m := range tokenReading.FindAllStringSubmatch(text, -1) {
			if value, defined := values[m[1]]; defined && !read[m[1]] {
				read[m[1]] = true
				queue = append(queue, value)
			}
		}
	}
	var kept strings.Builder
	kept.WriteString(theme[:start+1])
	for _, line := range lines {
		if m := tokenDefinition.FindStringSubmatch(line); m != nil && read[m[1]] {
			kept.WriteString("\n" + line)
		}
	}
	kept.WriteString("\n}\n")
	return kept.String(), nil
}
