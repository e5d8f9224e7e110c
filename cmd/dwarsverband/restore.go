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
	"slices"

	"dwarsverband/domein/termijn"
	"dwarsverband/journaal"
	"dwarsverband/store"
)

// errHerstel is wrong use of restore; its text says what to do.
type errHerstel string

func (e errHerstel) Error() string { return string(e) }

func runRestore(args []string, _ io.Reader, stdout, stderr io.Writer) int {
	fs := vlaggen("restore", "zet een reservekopie terug in een lege datamap", "dwarsverband restore -van kopie -archief kopie-sleutels -data nieuw", stderr)
	uitleg := fs.Usage
	fs.Usage = func() {
		uitleg()
		fmt.Fprintf(stderr, "\nSleutels ouder dan 30 dagen worden niet teruggezet. Wat vernietigd is, komt niet terug: zet %s uit de laatste datamap\nof de laatste kopie in een van deze mappen.\n", vernietigdLijst)
	}
	var p plaats
	p.vlaggen(fs)
	van := fs.String("van", "", "`map` met de kopie (verplicht)")
	archief := fs.String("archief", "", "`map` met de sleutels (standaard: naast de kopie, met -sleutels erachter)")
	stand := fs.String("stand", "", "`moment` van de kopie, zoals in de naam van het bestand (standaard: de nieuwste)")
	if code, done := lees(fs, args); done {
		return code
	}
	if *van == "" {
		fmt.Fprintln(stderr, "dwarsverband restore: zeg met -van in welke map de kopie staat")
		return 2
	}
	if *archief == "" {
		*archief = filepath.Clean(*van) + "-sleutels"
	}
	err := zetTerug(context.Background(), p, *van, *archief, *stand, stdout)
	var verkeerd errHerstel
	if errors.As(err, &verkeerd) {
		fmt.Fprintln(stderr, "dwarsverband restore:", err)
		return 2
	}
	if err != nil {
		fmt.Fprintln(stderr, "dwarsverband restore:", err)
		return 1
	}
	return 0
}

// zetTerug copies a backup to an empty place, puts the keys back that may come back, and destroys again what was destroyed. The copy takes its place when it is whole.
func zetTerug(ctx context.Context, p plaats, van, archief, stand string, stdout io.Writer) error {
	doel := filepath.Join(p.data, "dwarsverband.db")
	if _, err := os.Stat(doel); err == nil {
		return errHerstel("in " + p.data + " staat al een database; kies met -data een lege map")
	}
	if stand == "" {
		names, err := filepath.Glob(filepath.Join(van, kopieVoor+"*"+kopieNa))
		if err != nil || len(names) == 0 {
			return errHerstel("in " + van + " staat geen kopie")
		}
		moment, ok := momentVan(filepath.Base(slices.Max(names)), kopieVoor, kopieNa)
		if !ok {
			return errHerstel("de naam van " + slices.Max(names) + " is geen naam van een kopie")
		}
		stand = moment.Time().Format(stempel)
	}
	nu := klok(p.demo, termijn.Moment{})()
	a, err := leesArchief(filepath.Join(archief, archiefVoor+stand+archiefNa), nu)
	if err != nil {
		return err
	}
	weg, err := vernietigdeSleutels(p.data, van, archief)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(p.data, 0o700); err != nil {
		return err
	}
	if err := kopieer(filepath.Join(van, kopieVoor+stand+kopieNa), doel+".terug"); err != nil {
		return errors.Join(errHerstel("de kopie "+stand+" is niet te lezen"), err)
	}
	if err := herstel(ctx, doel+".terug", a, weg, nu, stdout); err != nil {
		return errors.Join(err, os.Remove(doel+".terug"))
	}
	if err := voegToe(filepath.Join(p.data, vernietigdLijst), weg); err != nil {
		return err
	}
	return os.Rename(doel+".terug", doel)
}

// kopieer copies a file and makes the copy durable.
func kopieer(van, naar string) error {
	in, err := os.Open(van)
	if err != nil {
		return err
	}
	defer func() { _ = in.Close() }()
	out, err := os.OpenFile(naar, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Sync(), out.Close())
}

// leesArchief reads the keys that belong to a copy. An archive that is too old is refused: in it live keys of dossiers that were to be gone.
func leesArchief(path string, nu termijn.Moment) (sleutelarchief, error) {
	var a sleutelarchief
	text, err := os.ReadFile(path)
	if err != nil {
		return a, errHerstel("het archief met sleutels " + filepath.Base(path) + " is niet te lezen; zeg met -archief waar het staat")
	}
	if err := json.Unmarshal(text, &a); err != nil || a.Gemaakt.IsZero() {
		return a, errHerstel("het archief met sleutels " + filepath.Base(path) + " is beschadigd")
	}
	regel, err := termijn.Geldend(termijn.SleutelArchief, nu.Date())
	if err != nil {
		return a, err
	}
	if !nu.Before(regel.Vanaf(a.Gemaakt)) {
		return a, errHerstel(fmt.Sprintf("het archief met sleutels is ouder dan %d dagen en wordt niet teruggezet; neem een nieuwere kopie", regel.Waarde))
	}
	return a, nil
}

// vernietigdeSleutels is the union of the lists in these folders.
func vernietigdeSleutels(dirs ...string) ([]store.VernietigdeSleutel, error) {
	var all []store.VernietigdeSleutel
	for _, dir := range dirs {
		list, err := leesLijst(filepath.Join(dir, vernietigdLijst))
		if err != nil {
			return nil, errHerstel(err.Error())
		}
		all = append(all, list...)
	}
	return all, nil
}

func herstel(ctx context.Context, path string, a sleutelarchief, weg []store.VernietigdeSleutel, nu termijn.Moment, stdout io.Writer) error {
	st, err := store.Open(ctx, path, store.Meester{})
	if err != nil {
		return err
	}
	err = herstelElk(ctx, st, a, weg, nu, stdout)
	return errors.Join(err, st.Close())
}

func herstelElk(ctx context.Context, st *store.Store, a sleutelarchief, weg []store.VernietigdeSleutel, nu termijn.Moment, stdout io.Writer) error {
	tenants, err := st.Verantwoordelijken(ctx)
	if err != nil {
		return err
	}
	for _, t := range tenants {
		entry, err := journaal.New(journaal.Params{Verantwoordelijke: t.ID, Wie: "beheer", Rol: "systeem", Actie: "bewaring.terugzetten", Soort: "database", Object: a.Gemaakt.Time().Format(stempel),
			Doel: "herstel na verlies van gegevens", Grondslag: "art. 32 AVG", Uitkomst: "gedaan", Moment: nu.Time()})
		if err != nil {
			return err
		}
		v, err := st.Herstel(ctx, t.ID, a.Sleutels, weg, entry)
		if err != nil {
			return err
		}
		fmt.Fprintf(stdout, "%s: %d sleutels teruggezet, %d dossiers opnieuw vernietigd, %d dossiers zonder sleutel.\n", t.Naam, v.Sleutels, v.Vernietigd, v.Onleesbaar)
	}
	return nil
}
