// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"context"
	"fmt"
	"io"
	"os"

	"dwarsverband/journaal"
	"dwarsverband/store"
)

func runJournalVerify(args []string, _ io.Reader, stdout, stderr io.Writer) int {
	fs := vlaggen("journal verify", "controleert het journaal tegen de ondertekende stand", "dwarsverband journal verify -data demo-map -checkpoint demo-map-sleutels/checkpoints.txt", stderr)
	var p plaats
	p.vlaggen(fs)
	path := fs.String("checkpoint", "", "`bestand` met ondertekende standen")
	if code, done := lees(fs, args); done {
		return code
	}
	if *path == "" {
		*path = p.checkpoints()
	}
	ok, err := verify(context.Background(), p, *path, stdout)
	if err != nil {
		fmt.Fprintln(stderr, "dwarsverband journal verify:", err)
		return 2
	}
	if !ok {
		return 1
	}
	return 0
}

// verify recomputes the journal of every tenant in the file of checkpoints and says what does not fit. It needs public keys only.
func verify(ctx context.Context, p plaats, path string, stdout io.Writer) (bool, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return false, fmt.Errorf("het bestand met standen is niet te lezen: %w", err)
	}
	keys, err := geheim("DWARSVERBAND_CHECKPOINT_PUBLIEK_FILE", p.sleutelmap()+"/"+controleFile)
	if err != nil {
		return false, err
	}
	known, err := journaal.ParseVerifiers(keys)
	if err != nil {
		return false, err
	}
	file, err := journaal.ParseFile(text, known)
	if err != nil {
		return false, err
	}
	st, err := store.Open(ctx, p.database(), store.Meester{})
	if err != nil {
		return false, err
	}
	defer func() { _ = st.Close() }()
	ok := true
	for _, tenant := range file.Verantwoordelijken() {
		report, err := journaal.Verify(st.JournaalRijen(ctx, tenant), file.Punten(tenant)...)
		if err != nil {
			return false, err
		}
		head, err := st.JournaalKop(ctx, tenant)
		if err != nil {
			return false, err
		}
		report.CheckHead(head)
		fmt.Fprint(stdout, report)
		ok = ok && report.OK()
	}
	return ok, nil
}
