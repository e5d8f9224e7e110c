// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"fmt"
	"net/http"
	"slices"
	"strings"

	"dwarsverband/domein/casus"
	"dwarsverband/domein/deling"
	"dwarsverband/domein/dossier"
	"dwarsverband/domein/termijn"
	"dwarsverband/export"
)

// gezinsplanFormulier asks for whom the plan is and what it holds. Everything that this household may hear is chosen beforehand.
func (w *Web) gezinsplanFormulier(b *bezoek) (*formulier, casus.Beeld, error) {
	beeld, err := w.Casus.Toon(b.Context(), b.wie, b.PathValue("id"))
	if err != nil {
		return nil, beeld, err
	}
	var mensen []keuze
	for _, st := range beeld.Van(casus.Betrokkene) {
		mensen = append(mensen, keuze{Waarde: st.ID, Naam: casus.Naam(st)})
	}
	wat := &veld{Naam: "wat", Label: "Wat komt erin?", Soort: "vinkjes", Nodig: true}
	wat.Keuzes = slices.DeleteFunc(stukkeuzes(beeld, casus.Doel, casus.Interventie), func(k keuze) bool {
		soort, id, _ := strings.Cut(k.Waarde, "/")
		st, err := beeld.Stuk(soort, id)
		return err != nil || !casus.VoorGezin(st)
	})
	f := &formulier{URL: b.URL.Path, Knop: "Plan maken", Terug: "/casussen/" + beeld.ID, Nieuw: true,
		Uitleg: "Een blad in gewone taal, voor één persoon. Aanhouding en vervolging staan er nooit in: dat vertellen politie en OM zelf. Dat u het geeft, wordt vastgelegd.",
		Groepen: []veldgroep{{Velden: []*veld{{Naam: "voor", Label: "Voor wie is het plan?", Soort: "keuze", Nodig: true, Keuzes: mensen}, wat,
			{Naam: "noodzaak", Label: "Waarom geeft u dit?", Soort: "tekst", Nodig: true}}}}}
	return f, beeld, nil
}

func (w *Web) gezinsplanShow(b *bezoek) error {
	f, beeld, err := w.gezinsplanFormulier(b)
	if err != nil {
		return err
	}
	var alles []string
	for _, v := range f.velden() {
		if v.Naam == "wat" {
			for _, k := range v.Keuzes {
				alles = append(alles, k.Waarde)
			}
		}
	}
	f.zet(map[string]string{"wat": strings.Join(alles, " "), "noodzaak": "het gezin moet weten wat is afgesproken"})
	return b.casusFormulier(http.StatusOK, casusPagina(beeld.Codenaam, beeld.ID, "Plan voor het gezin"), f)
}

func (w *Web) gezinsplanSave(b *bezoek) error {
	f, beeld, err := w.gezinsplanFormulier(b)
	if err != nil {
		return err
	}
	return w.geefUit(b, f, beeld, casus.Gezinsplan, "Plan voor het gezin")
}

// afdrukFormulier asks what a member takes along, and why.
func (w *Web) afdrukFormulier(b *bezoek) (*formulier, casus.Beeld, error) {
	beeld, err := w.Casus.Toon(b.Context(), b.wie, b.PathValue("id"))
	if err != nil {
		return nil, beeld, err
	}
	wat := &veld{Naam: "wat", Label: "Wat neemt u mee?", Soort: "vinkjes", Nodig: true,
		Keuzes: stukkeuzes(beeld, casus.Betrokkene, casus.Waarschuwing, casus.Informatie, casus.Doel, casus.Interventie, casus.Verzoek)}
	return &formulier{URL: b.URL.Path, Knop: "Afdruk maken", Terug: "/casussen/" + beeld.ID, Nieuw: true,
		Uitleg:  "U doet dit voor: " + beeld.Doel + " (" + beeld.Grondslag + "). Kies alleen wat u echt nodig hebt. Wat u meeneemt, wordt vastgelegd en staat in het overzicht dat de persoon kan vragen.",
		Groepen: []veldgroep{{Velden: []*veld{wat, {Naam: "noodzaak", Label: "Waarom hebt u het op papier of als bestand nodig?", Soort: "lang", Nodig: true}}}}}, beeld, nil
}

func (w *Web) afdrukShow(b *bezoek) error {
	f, beeld, err := w.afdrukFormulier(b)
	if err != nil {
		return err
	}
	return b.casusFormulier(http.StatusOK, casusPagina(beeld.Codenaam, beeld.ID, "Meenemen"), f)
}

func (w *Web) afdrukSave(b *bezoek) error {
	f, beeld, err := w.afdrukFormulier(b)
	if err != nil {
		return err
	}
	return w.geefUit(b, f, beeld, casus.Afdruk, "Meenemen")
}

func (w *Web) geefUit(b *bezoek, f *formulier, beeld casus.Beeld, vorm, titel string) error {
	x := f.lees(b).waarden()
	spoor, err := w.Casus.GeefUit(b.Context(), b.wie, beeld.ID, casus.Uitgifte{Vorm: vorm, Voor: x["voor"], Wat: strings.Fields(x["wat"]), Noodzaak: x["noodzaak"]})
	if err != nil {
		return b.casusFout(err, casusPagina(beeld.Codenaam, beeld.ID, titel), f, dossier.Stuk{})
	}
	return b.naar("/casussen/" + beeld.ID + "/uitgiften/" + spoor.ID)
}

// uitgifteView is a page to print: the plan for the family, or what a member takes along.
type uitgifteView struct {
	Pagina
	casus.Uitgegeven
	Gezin      bool
	Naam       string // of the person it is for
	Regisseur  feit   // name and telephone
	Let        string
	Doelen     []gezinsdoel
	Betwist    []string
	Stukken    []afschriftRegel
	Rechttekst string
}

// gezinsdoel is a goal with what is done for it, in words for the family.
type gezinsdoel struct {
	Tekst, Familie, Stand string
	Stappen               []gezinsstap
}

// gezinsstap is one thing that is done.
type gezinsstap struct{ Wat, Wie, Wanneer, AlsMislukt string }

func (w *Web) uitgifte(b *bezoek) (*uitgifteView, error) {
	u, err := w.Casus.ToonUitgifte(b.Context(), b.wie, b.PathValue("id"), b.PathValue("uitgifte"))
	if err != nil {
		return nil, err
	}
	m, err := w.mensen(b)
	if err != nil {
		return nil, err
	}
	page := casusPagina(u.Codenaam, u.Dossier, "Meegenomen")
	if u.Vorm == casus.Gezinsplan {
		page.Titel = "Ons plan" // the family does not know its case by a code name
	}
	v := &uitgifteView{Pagina: page, Uitgegeven: u, Gezin: u.Vorm == casus.Gezinsplan, Naam: casus.Naam(u.Ontvangt),
		Regisseur: feit{m[u.Casusregisseur].Naam, m[u.Casusregisseur].Telefoon}, Let: m[u.Houder].Naam, Rechttekst: rechtTekst}
	if v.Gezin {
		v.gezin()
	} else {
		v.Stukken = afschriftRegels(u.Stukken)
	}
	return v, nil
}

// gezin puts the pieces of the plan in words.
func (v *uitgifteView) gezin() {
	for _, d := range v.Uitgegeven.Stukken {
		switch d.Soort {
		case casus.Betwisting:
			v.Betwist = append(v.Betwist, d.Waarde("tekst"))
		case casus.Doel:
			g := gezinsdoel{Tekst: d.Waarde("tekst"), Familie: d.Waarde("familie"), Stand: casus.Woord(dossier.Dossier{}, d, "stand")}
			for _, st := range v.Uitgegeven.Stukken {
				if st.Soort == casus.Interventie && st.Waarde("doel") == d.ID {
					g.Stappen = append(g.Stappen, gezinsstap{st.Waarde("wat"), deling.OrganisatieNaam(st.Waarde("organisatie")), wanneer(st.Datum("van"), st.Datum("tot")), st.Waarde("als_mislukt")})
				}
			}
			v.Doelen = append(v.Doelen, g)
		}
	}
}

// wanneer writes a period as short as a column of a sheet of paper asks.
func wanneer(van, tot termijn.Date) string {
	kort := func(d termijn.Date) string { return fmt.Sprintf("%d-%d-%d", d.Day(), d.Month(), d.Year()) }
	if tot.IsZero() {
		return "vanaf " + kort(van)
	}
	return kort(van) + " tot en met " + kort(tot)
}

func (w *Web) uitgifteShow(b *bezoek) error {
	v, err := w.uitgifte(b)
	if err != nil {
		return err
	}
	return b.toon("uitgifte", v)
}

func (w *Web) uitgifteODT(b *bezoek) error {
	v, err := w.uitgifte(b)
	if err != nil {
		return err
	}
	file, err := v.document(b.tenant.Naam).ODT()
	if err != nil {
		return err
	}
	return b.download("uit-"+strings.ToLower(strings.ReplaceAll(v.Codenaam, " ", "-"))+".odt", "application/vnd.oasis.opendocument.text", file)
}

// document is what the page says, as a file to take along.
func (v *uitgifteView) document(van string) export.Document {
	if !v.Gezin {
		d := export.Document{Titel: v.Codenaam, Delen: []export.Deel{{Feiten: [][2]string{{"Voor", v.Doel}, {"Grondslag", v.Grondslag}, {"Waarom", v.Noodzaak}, {"Gemaakt op", tijd(v.Moment)}}}}}
		for _, r := range v.Stukken {
			deel := export.Deel{Kop: r.Naam}
			for _, f := range r.Velden {
				deel.Feiten = append(deel.Feiten, [2]string{f.Naam, f.Tekst})
			}
			d.Delen = append(d.Delen, deel)
		}
		return d
	}
	d := export.Document{Titel: "Ons plan", Delen: []export.Deel{{Feiten: [][2]string{{"Voor", v.Naam}, {"Van", van}, {"Gemaakt op", datum(v.Moment.Date())},
		{"Vragen? Bel", v.Regisseur.Naam + " " + v.Regisseur.Tekst}, {"Let op de veiligheid", v.Let}}}}}
	for _, g := range v.Doelen {
		deel := export.Deel{Kop: g.Tekst, Tekst: g.Familie, Tabel: "Wat er gebeurt", Kolom: []string{"Wat", "Wie", "Wanneer", "Als het niet lukt"}}
		for _, st := range g.Stappen {
			deel.Rijen = append(deel.Rijen, []string{st.Wat, st.Wie, st.Wanneer, st.AlsMislukt})
		}
		if len(deel.Rijen) == 0 {
			deel.Kolom = nil
		}
		d.Delen = append(d.Delen, deel)
	}
	if len(v.Betwist) > 0 {
		d.Delen = append(d.Delen, export.Deel{Kop: "Hier bent u het niet mee eens", Tekst: strings.Join(v.Betwist, "; ")})
	}
	return export.Document{Titel: d.Titel, Delen: append(d.Delen, export.Deel{Kop: "Wat kunt u doen", Tekst: v.Rechttekst})}
}
