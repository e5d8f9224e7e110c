// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"dwarsverband/cmd/huis"
	"dwarsverband/domein/termijn"
	"dwarsverband/store"
)

// stempel is the moment of a backup in the names of its files. It sorts as text.
const stempel = "20060102T150405Z"

const (
	kopieVoor, kopieNa     = "dwarsverband-", ".db"
	archiefVoor, archiefNa = "sleutels-", ".json"
)

// sleutelarchief is the second archive: the wrapped keys of the dossiers at one moment. Without it a copy of the database shows no case; without a copy it opens nothing.
type sleutelarchief struct {
	Gemaakt  termijn.Moment           `json:"gemaakt"`
	Sleutels []store.IngepakteSleutel `json:"sleutels"`
}

func runBackup(args []string, _ io.Reader, stdout, stderr io.Writer) int {
	fs := vlaggen("backup", "maakt een reservekopie, met de sleutels van de dossiers in een tweede archief", "dwarsverband backup -data data -naar kopie -archief kopie-sleutels", stderr)
	uitleg := fs.Usage
	fs.Usage = func() {
		uitleg()
		fmt.Fprint(stderr, "\nDe kopie en het archief worden niet versleuteld; dat komt later. Bewaar ze apart van elkaar en op een versleutelde schijf.\n"+
			"Archieven met sleutels ouder dan 30 dagen worden gewist: zo verdwijnt een vernietigd dossier ook uit oude kopieën.\n"+
			"Met PostgreSQL werkt deze opdracht nog niet.\n")
	}
	var p plaats
	p.vlaggen(fs)
	naar := fs.String("naar", "", "`map` voor de kopie (verplicht)")
	archief := fs.String("archief", "", "`map` voor de sleutels (standaard: naast de kopie, met -sleutels erachter)")
	if code, done := lees(fs, args); done {
		return code
	}
	if *naar == "" {
		fmt.Fprintln(stderr, "dwarsverband backup: zeg met -naar in welke map de kopie komt")
		return 2
	}
	if *archief == "" {
		*archief = filepath.Clean(*naar) + "-sleutels"
	}
	err := metHuis(context.Background(), p, func(h *installatie) error { return h.backup(context.Background(), *naar, *archief, stdout) })
	if errors.Is(err, store.ErrPostgres) {
		fmt.Fprintln(stderr, "dwarsverband backup: een kopie van PostgreSQL maakt deze opdracht nog niet. Gebruik de middelen van PostgreSQL en laat de tabel dossiersleutel erbuiten.")
		return 2
	}
	if err != nil {
		fmt.Fprintln(stderr, "dwarsverband backup:", err)
		return 1
	}
	return 0
}

// backup writes a copy, the keys beside it, and the list of destroyed keys to both. The keys are read after the copy is made, so that each dossier in the copy has its key.
func (h *installatie) backup(ctx context.Context, naar, archief string, stdout io.Writer) error {
	for _, dir := range []string{naar, archief} {
		if err := os.MkdirAll(dir, 0o700); err != nil {
			return err
		}
	}
	nu := h.Kader.Nu()
	naam := nu.Time().Format(stempel)
	if err := h.Store.Backup(ctx, filepath.Join(naar, kopieVoor+naam+kopieNa)); err != nil {
		return err
	}
	tenants, err := h.Store.Verantwoordelijken(ctx)
	if err != nil {
		return err
	}
	a := sleutelarchief{Gemaakt: nu}
	for _, t := range tenants {
		keys, err := h.Store.Sleutels(ctx, t.ID)
		if err != nil {
			return err
		}
		a.Sleutels = append(a.Sleutels, keys...)
	}
	text, err := json.Marshal(a)
	if err != nil {
		return err
	}
	if err := huis.SchrijfHeel(filepath.Join(archief, archiefVoor+naam+archiefNa), text); err != nil {
		return err
	}
	for _, dir := range []string{h.plaats.data, naar, archief} {
		if err := h.schrijfLijst(ctx, dir); err != nil {
			return err
		}
	}
	weg, err := ruimArchief(archief, nu)
	if err != nil {
		return err
	}
	fmt.Fprintf(stdout, "Kopie %s gemaakt, met %d sleutels in %s. Oude archieven gewist: %d.\n", naam, len(a.Sleutels), archief, weg)
	return nil
}

// ruimArchief removes archives of keys that are older than their rule allows, and says how many.
func ruimArchief(dir string, nu termijn.Moment) (int, error) {
	regel, err := termijn.Geldend(termijn.SleutelArchief, nu.Date())
	if err != nil {
		return 0, err
	}
	names, err := filepath.Glob(filepath.Join(dir, archiefVoor+"*"+archiefNa))
	if err != nil {
		return 0, err
	}
	n := 0
	for _, name := range names {
		made, ok := momentVan(filepath.Base(name), archiefVoor, archiefNa)
		if !ok || nu.Before(regel.Vanaf(made)) {
			continue
		}
		if err := os.Remove(name); err != nil {
			return n, err
		}
		n++
	}
	return n, nil
}

// momentVan reads the moment in the name of a file of a backup.
func momentVan(naam, voor, na string) (termijn.Moment, bool) {
	t, err := time.Parse(stempel, strings.TrimSuffix(strings.TrimPrefix(naam, voor), na))
	return termijn.At(t), err == nil
}
