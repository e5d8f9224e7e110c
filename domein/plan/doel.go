// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package plan

import (
	"fmt"

	"dwarsverband/domein"
	"dwarsverband/domein/cijfer"
	"dwarsverband/domein/gebied"
	"dwarsverband/toegang"
)

// Prioriteit is what a plan puts first, within a veiligheidsveld where the plan is about safety.
type Prioriteit struct {
	ID, Plan    string
	Titel       string
	Veld        int    // 1 to 5; 0 in a plan about care
	Thema       string // code of the theme, or empty
	Niveau      string // regio, basisteam or lokaal
	Motivering  string
	Bestuurlijk string // who answers for it in the college
	Ambtelijk   string // who answers for it in the organisation
	Inhoud
}

// PrioriteitVelden are the fields of a priority that people edit.
var PrioriteitVelden = []string{"titel", "veld", "thema", "niveau", "motivering", "bestuurlijk", "ambtelijk"}

// Niveaus are the levels at which a priority is agreed.
var Niveaus = []string{"lokaal", "basisteam", "regio"}

// Lees sets the typed fields from Velden and gives all faults at once. domeinPlan is the field of policy of the plan.
func (p *Prioriteit) Lees(domeinPlan string) []domein.Fault {
	l := lezer{velden: p.Velden}
	p.Titel = l.nodig("titel", "Geef de prioriteit een titel.", 150)
	p.Veld = l.geheel("veld", 0, 0)
	p.Thema = l.tekst("thema", 10)
	p.Niveau = l.keuze("niveau", "", Niveaus...)
	p.Motivering = l.tekst("motivering", 5000)
	p.Bestuurlijk = l.tekst("bestuurlijk", 150)
	p.Ambtelijk = l.tekst("ambtelijk", 150)
	veld, ok := VeldVan(p.Veld)
	switch {
	case domeinPlan == toegang.DomeinVeiligheid && !ok:
		l.fout("veld", "Kies een van de vijf veiligheidsvelden.")
	case p.Veld != 0 && !ok:
		l.fout("veld", "Dit veiligheidsveld bestaat niet. Kies 1 tot en met 5.")
	}
	if _, known := ThemaVan(p.Thema); p.Thema != "" && (!known || !ok || p.Thema[0] != '0'+byte(veld.Nummer)) {
		l.fout("thema", "Dit thema hoort niet bij het gekozen veiligheidsveld. Kies een ander thema.")
	}
	return l.faults
}

// Richting is where a goal wants its value to go.
type Richting string

// The directions.
const (
	Dalen     Richting = "dalen"
	Stijgen   Richting = "stijgen"
	Handhaven Richting = "handhaven"
)

// The kinds of goals.
const (
	Effect    = "effect"    // on what it brings about
	Prestatie = "prestatie" // on what is done
)

// Doel is what a plan wants to reach.
type Doel struct {
	ID, Plan      string
	Tekst         string
	Soort         string // Effect or Prestatie
	Prioriteit    string // id
	Doelgroep     string
	Bestuurlijk   string // bestuurlijk opdrachtgever
	Ambtelijk     string // ambtelijk opdrachtgever
	Partner       string
	Partnersoort  string // code of a Partnersoort
	Eenheid       string // of baseline and target; an indicator in this unit measures the goal
	Nulmeting     *float64
	Nulperiode    cijfer.Periode
	Nulbron       string
	Streef        *float64
	Streefperiode cijfer.Periode
	Richting      Richting
	Gebieden      []string // CBS codes; none: the whole gemeente
	Inhoud
}

// DoelVelden are the fields of a goal that people edit.
var DoelVelden = []string{"tekst", "soort", "prioriteit", "doelgroep", "bestuurlijk", "ambtelijk", "partner", "partnersoort", "eenheid",
	"nulmeting", "nulperiode", "nulbron", "streefwaarde", "streefperiode", "richting", "gebieden"}

// Lees sets the typed fields from Velden and gives all faults at once. A goal of a draft may still lack its figures; see Compleet.
func (d *Doel) Lees() []domein.Fault {
	l := lezer{velden: d.Velden}
	d.Tekst = l.nodig("tekst", "Schrijf op wat u wilt bereiken.", 1000)
	d.Soort = l.keuze("soort", "Kies of het doel over een effect of een prestatie gaat.", Effect, Prestatie)
	d.Prioriteit = l.nodig("prioriteit", "Kies bij welke prioriteit het doel hoort.", 60)
	d.Doelgroep = l.tekst("doelgroep", 150)
	d.Bestuurlijk = l.tekst("bestuurlijk", 150)
	d.Ambtelijk = l.tekst("ambtelijk", 150)
	d.Partner = l.tekst("partner", 200)
	d.Partnersoort = l.tekst("partnersoort", 40)
	if _, ok := PartnersoortVan(d.Partnersoort); d.Partnersoort != "" && !ok {
		l.fout("partnersoort", "Deze soort partner bestaat niet. Kies uit de lijst.")
	}
	d.Eenheid = l.tekst("eenheid", 60)
	d.Nulmeting, d.Nulperiode, d.Nulbron = l.getal("nulmeting"), l.periode("nulperiode"), l.tekst("nulbron", 200)
	d.Streef, d.Streefperiode = l.getal("streefwaarde"), l.periode("streefperiode")
	d.Richting = Richting(l.keuze("richting", "", string(Dalen), string(Stijgen), string(Handhaven)))
	d.Gebieden = gebiedslijst(&l)
	d.samenhang(&l)
	return l.faults
}

func gebiedslijst(l *lezer) []string {
	codes := l.lijst("gebieden")
	if len(codes) > 200 {
		l.fout("gebieden", "Kies hooguit 200 gebieden.")
	}
	for _, code := range codes {
		if _, _, err := gebied.ParseCode(code); err != nil {
			l.fout("gebieden", fmt.Sprintf("%q is geen CBS-code van een gebied. Gebruik een code zoals WK059901.", code))
		}
	}
	return codes
}

// samenhang checks what only the fields together can tell.
func (d *Doel) samenhang(l *lezer) {
	if (d.Nulmeting == nil) != (d.Nulperiode == "") {
		l.fout("nulperiode", "Vul de waarde en de periode van de nulmeting allebei in.")
	}
	if (d.Streef == nil) != (d.Streefperiode == "") {
		l.fout("streefperiode", "Vul de streefwaarde en het jaar ervan allebei in.")
	}
	if (d.Nulmeting != nil || d.Streef != nil) && d.Eenheid == "" {
		l.fout("eenheid", "Vul in waarin u meet, bijvoorbeeld \"per 1.000 woningen\".")
	}
	if d.Nulmeting == nil || d.Streef == nil || d.Nulperiode == "" || d.Streefperiode == "" {
		return
	}
	if maandEinde(d.Streefperiode) <= maandEinde(d.Nulperiode) {
		l.fout("streefperiode", "De streefwaarde hoort na de nulmeting te liggen. Kies een latere periode.")
	}
	switch {
	case d.Richting == "":
		l.fout("richting", "Kies of de waarde moet dalen, stijgen of gelijk blijven.")
	case d.Richting == Dalen && *d.Streef >= *d.Nulmeting:
		l.fout("streefwaarde", "U wilt een daling. Kies een streefwaarde onder de nulmeting.")
	case d.Richting == Stijgen && *d.Streef <= *d.Nulmeting:
		l.fout("streefwaarde", "U wilt een stijging. Kies een streefwaarde boven de nulmeting.")
	}
}

// Compleet tells what a goal still lacks before the plan can be offered: without them nobody can hold anybody to it.
func (d Doel) Compleet() []domein.Fault {
	l := lezer{}
	for _, nodig := range []struct {
		veld, wat string
		leeg      bool
	}{
		{"bestuurlijk", "een bestuurlijk opdrachtgever", d.Bestuurlijk == ""},
		{"ambtelijk", "een ambtelijk opdrachtgever", d.Ambtelijk == ""},
		{"partner", "een partner", d.Partner == "" || d.Partnersoort == ""},
		{"nulmeting", "een nulmeting met periode en bron", d.Nulmeting == nil || d.Nulperiode == "" || d.Nulbron == ""},
		{"streefwaarde", "een streefwaarde met periode", d.Streef == nil || d.Streefperiode == ""},
		{"richting", "een richting", d.Richting == ""},
	} {
		if nodig.leeg {
			l.fout(nodig.veld, fmt.Sprintf("Het doel %q mist nog %s.", kort(d.Tekst), nodig.wat))
		}
	}
	return l.faults
}

// kort gives the first words of a text, to name it in a message.
func kort(s string) string {
	runes := []rune(s)
	if len(runes) <= 60 {
		return s
	}
	return string(runes[:57]) + "..."
}
