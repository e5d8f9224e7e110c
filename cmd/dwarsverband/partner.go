// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"context"
	"fmt"
	"io"

	"dwarsverband/domein/uitkomst"
)

func runPartner(args []string, _ io.Reader, stdout, stderr io.Writer) int {
	fs := vlaggen("partner", "laat het systeem van een partner toe, en geeft het token dat u aan die partner geeft; een nieuw token vervangt het vorige",
		"dwarsverband partner -data demo-map -demo -gemeente zvh-voorbeeldregio -oin 00000003123456789000 -naam 'Politie Voorbeeld' -organisatie politie", stderr)
	var p plaats
	var s uitkomst.Partnersysteem
	p.vlaggen(fs)
	tenant := fs.String("gemeente", "", "`naam` van de gemeente of het samenwerkingsverband in dit programma")
	fs.StringVar(&s.OIN, "oin", "", "`nummer` van de partner: twintig cijfers")
	fs.StringVar(&s.Naam, "naam", "", "`naam` van de partner")
	fs.StringVar(&s.Organisatie, "organisatie", "", "`soort` organisatie, zoals politie of veilig_thuis")
	if code, done := lees(fs, args); done {
		return code
	}
	if fs.NArg() != 0 || *tenant == "" {
		fmt.Fprintln(stderr, "dwarsverband partner: noem -gemeente, -oin, -naam en -organisatie. Uitleg: dwarsverband partner -h")
		return 2
	}
	token, err := laatToe(context.Background(), p, *tenant, s)
	if err != nil {
		return mislukt("partner", err, stderr)
	}
	fmt.Fprintln(stdout, token)
	return 0
}

// laatToe lets the system of a partner in and gives its token.
func laatToe(ctx context.Context, p plaats, tenant string, s uitkomst.Partnersysteem) (string, error) {
	h, err := open(ctx, p)
	if err != nil {
		return "", err
	}
	defer func() { _ = h.Store.Close() }()
	if _, err := h.Store.Verantwoordelijke(ctx, tenant); err != nil {
		return "", err
	}
	beheerder, err := h.Gebruiker.Actor(ctx, tenant, "beheerder")
	if err != nil {
		return "", err
	}
	return h.Uitkomst.Registreer(ctx, beheerder, s)
}
