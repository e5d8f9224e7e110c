// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"time"

	"dwarsverband/domein"
	"dwarsverband/domein/cijfer"
)

// importVerslagView is what reading a file in would do, does or did.
type importVerslagView struct {
	Pagina
	ID          string
	Bezig       *voortgang
	Fout        string
	Faults      []veldFout
	Meer        int // faults that are not shown
	Uitslag     *uitslag
	FormaatNaam string
	Telling     []telvak
	Leeg        bool // nothing is new: the file changes nothing
	Voorbeelden []voorbeeldGroep
	Opgeslagen  *cijfer.Invoer // the report that is kept; nil for a dry run and for areas
	Weigeringen []cijfer.Weigering
	Geweigerd   int // refused rows in total; Weigeringen holds the first
	Wie         string
}

// telvak is a count with what it means.
type telvak struct {
	Label, Uitleg string
	Aantal        int
	Nadruk        bool
}

// maxWeigeringen is how many refused rows a page shows; the CSV has all.
const maxWeigeringen = 100

// importVerslag shows a file that waits, is being read in, or was read in.
func (w *Web) importVerslag(b *bezoek) error {
	if _, err := w.Cijfer.Invoeren(b.Context(), b.wie); err != nil {
		return err
	}
	id := b.PathValue("id")
	work := w.Inlezer.vind(b.tenant.ID, b.wie.ID, id)
	if work == nil {
		in, err := b.klaargezet(id)
		if domein.KindOf(err) == domein.NotFound {
			return b.invoerShow(id)
		}
		if err == nil {
			work, err = b.proef(in)
		}
		if err != nil {
			return err
		}
		work.wacht(b.Context())
	}
	return b.baanShow(work)
}

// baanShow shows work that is under way or done.
func (b *bezoek) baanShow(work *baan) error {
	st := work.nu()
	v := &importVerslagView{Pagina: b.verslagPagina("Proef: wat zou er gebeuren?"), ID: work.id}
	switch {
	case !st.Klaar:
		v.Titel, v.Bezig = "Het bestand wordt gelezen", &st
		return b.toon("import_verslag", v)
	case st.Fout != nil:
		var e *domein.Error
		if !errors.As(st.Fout, &e) || e.Kind == domein.Internal {
			return st.Fout
		}
		v.Titel, v.Fout = "Het bestand is niet ingelezen", e.Melding
		v.Faults, v.Meer = veldFouten(e.Faults)
		return b.toonMet(http.StatusBadRequest, "import_verslag", v)
	case !work.proef && st.Uitslag.Cijfers != nil:
		if _, err := b.web.Cijfer.Invoer(b.Context(), b.wie, st.Uitslag.Cijfers.ID); err == nil {
			return b.naar("/import/" + st.Uitslag.Cijfers.ID)
		} else if domein.KindOf(err) != domein.NotFound { // a file that changes nothing leaves no report
			return err
		}
	}
	if !work.proef {
		v.Titel = "Het bestand is ingelezen"
	}
	return b.uitslagShow(v, st.Uitslag)
}

func (b *bezoek) verslagPagina(titel string) Pagina {
	return Pagina{Titel: titel, Menu: "/import", Kruimels: []Kruimel{{"Inlezen", "/import"}}}
}

func (b *bezoek) uitslagShow(v *importVerslagView, u *uitslag) error {
	v.Uitslag, v.FormaatNaam = u, formaatNaam(u.Formaat)
	v.Lead = u.Bestand
	if u.Gebieden != nil {
		g := u.Gebieden
		v.Telling = []telvak{
			{"Nieuw", "gebieden die er nog niet waren", g.Nieuw, g.Nieuw > 0}, {"Gewijzigd", "met een andere naam, plaats of grens", g.Gewijzigd, g.Gewijzigd > 0},
			{"Gelijk", "staan er al zo in", g.Gelijk, false},
		}
		v.Leeg = g.Nieuw+g.Gewijzigd == 0
		return b.toon("import_verslag", v)
	}
	c := u.Cijfers
	v.Telling, v.Leeg = telling(c.Invoer), c.Nieuw+c.Herzien == 0
	v.Geweigerd, v.Weigeringen = c.Geweigerd, c.Weigeringen[:min(len(c.Weigeringen), maxWeigeringen)]
	var err error
	if v.Voorbeelden, err = b.voorbeelden(c); err != nil {
		return err
	}
	return b.toon("import_verslag", v)
}

func telling(in cijfer.Invoer) []telvak {
	return []telvak{
		{"Nieuw", "cijfers die er nog niet waren", in.Nieuw, in.Nieuw > 0},
		{"Herzien", "cijfers met een andere waarde; de oude blijft bewaard", in.Herzien, in.Herzien > 0},
		{"Gelijk", "cijfers die er al zo in staan", in.Gelijk, false},
		{"Geweigerd", "regels die niet kloppen", in.Geweigerd, false},
	}
}

// invoerShow shows the report of a file that was read in.
func (b *bezoek) invoerShow(id string) error {
	in, err := b.web.Cijfer.Invoer(b.Context(), b.wie, id)
	if err != nil {
		return err
	}
	v := &importVerslagView{Pagina: b.verslagPagina("Verslag van het inlezen"), ID: id, Opgeslagen: &in, FormaatNaam: formaatNaam(in.Formaat), Telling: telling(in),
		Geweigerd: in.Geweigerd, Weigeringen: in.Weigeringen[:min(len(in.Weigeringen), maxWeigeringen)]}
	names, err := b.web.namen(b)
	if err != nil {
		return err
	}
	v.Lead, v.Wie = in.Bestand, naamOf(names, in.Wie)
	return b.toon("import_verslag", v)
}

// importGeweigerd sends every refused row as CSV.
func (w *Web) importGeweigerd(b *bezoek) error {
	if _, err := w.Cijfer.Invoeren(b.Context(), b.wie); err != nil {
		return err
	}
	id := b.PathValue("id")
	var rows []cijfer.Weigering
	if work := w.Inlezer.vind(b.tenant.ID, b.wie.ID, id); work != nil {
		if u := work.nu().Uitslag; u != nil && u.Cijfers != nil {
			rows = u.Cijfers.Weigeringen
		}
	} else {
		in, err := w.Cijfer.Invoer(b.Context(), b.wie, id)
		if err != nil {
			return err
		}
		rows = in.Weigeringen
	}
	table := [][]string{{"regel", "kolom", "reden"}}
	for _, r := range rows {
		table = append(table, []string{strconv.Itoa(r.Lijn), r.Kolom, r.Reden})
	}
	return b.stuurCSV("geweigerde-regels.csv", table)
}

// importVoortgang sends how far the work is, as server-sent events, until it is done.
func (w *Web) importVoortgang(b *bezoek) error {
	work := w.Inlezer.vind(b.tenant.ID, b.wie.ID, b.PathValue("id"))
	if work == nil {
		return domein.Missing("web.importVoortgang")
	}
	b.w.Header().Set("Content-Type", "text/event-stream")
	ctx, cancel := context.WithTimeout(b.Context(), 10*time.Minute)
	defer cancel()
	tick := time.NewTicker(250 * time.Millisecond)
	defer tick.Stop()
	flush := http.NewResponseController(b.w)
	for last := (voortgang{Deel: -1}); ; {
		st := work.nu()
		if st.Deel != last.Deel || st.Tekst != last.Tekst || st.Klaar {
			text, err := json.Marshal(st)
			if err == nil {
				_, err = fmt.Fprintf(b.w, "data: %s\n\n", text)
			}
			if err == nil {
				err = flush.Flush()
			}
			if err != nil || st.Klaar {
				return nil // a visitor who left is no fault
			}
			last = st
		}
		select {
		case <-tick.C:
		case <-work.gereed:
		case <-ctx.Done():
			return nil
		}
	}
}
