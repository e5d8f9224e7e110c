// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"fmt"
	"io"
	"log/slog"

	"dwarsverband/api"
)

func runOpenAPI(args []string, _ io.Reader, stdout, stderr io.Writer) int {
	fs := vlaggen("openapi", "schrijft de beschrijving van de API (JSON)", "dwarsverband openapi > openapi.json", stderr)
	if code, done := lees(fs, args); done {
		return code
	}
	text, err := api.New(api.Services{Log: slog.New(slog.DiscardHandler)}).OpenAPI()
	if err != nil {
		fmt.Fprintln(stderr, "dwarsverband openapi:", err)
		return 1
	}
	_, _ = stdout.Write(text)
	return 0
}
