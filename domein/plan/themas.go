// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package plan

import "slices"

// ThemaBron is where the taxonomy comes from.
const ThemaBron = "VNG Kernbeleid Veiligheid, 6e editie (2021): vijf veiligheidsvelden met thema's"

// Veld is one of the five veiligheidsvelden. They have not changed since the first edition of the Kernbeleid.
type Veld struct {
	Nummer int
	Naam   string
	Themas []Thema
}

// Thema is a theme within a veld. A municipality may use other words; the code stays.
type Thema struct{ Code, Naam string }

// velden is seed data from ThemaBron.
var velden = []Veld{
	{1, "Veilige woon- en leefomgeving", []Thema{
		{"1.1", "Sociale kwaliteit: woonoverlast, onbegrepen gedrag, huiselijk geweld, drank en drugs"},
		{"1.2", "Fysieke kwaliteit: vernieling en verloedering"},
		{"1.3", "Objectieve veiligheid: woninginbraak, diefstal, geweld, overval, straatroof"},
		{"1.4", "Subjectieve veiligheid: hoe veilig mensen zich voelen"},
		{"1.5", "Gedigitaliseerde criminaliteit"},
	}},
	{2, "Bedrijvigheid en veiligheid", []Thema{
		{"2.1", "Veilig winkelgebied"},
		{"2.2", "Veilig bedrijventerrein"},
		{"2.3", "Veilig uitgaan"},
		{"2.4", "Veilige evenementen"},
		{"2.5", "Veilig toerisme en recreatieparken"},
	}},
	{3, "Jeugd en veiligheid", []Thema{
		{"3.1", "Jeugdoverlast en jeugdgroepen"},
		{"3.2", "Jeugdcriminaliteit en risicojongeren"},
		{"3.3", "Jeugd, alcohol en drugs"},
		{"3.4", "Veilig in en om de school"},
		{"3.5", "12-minners"},
	}},
	{4, "Fysieke veiligheid", []Thema{
		{"4.1", "Verkeersveiligheid"},
		{"4.2", "Brandveiligheid"},
		{"4.3", "Gevaarlijke stoffen"},
		{"4.4", "Rampenbestrijding en crisisbeheersing"},
	}},
	{5, "Integriteit en veiligheid", []Thema{
		{"5.1", "Ondermijning en georganiseerde criminaliteit"},
		{"5.2", "Polarisatie en radicalisering"},
		{"5.3", "Veilige publieke taak"},
		{"5.4", "Informatieveiligheid"},
		{"5.5", "Bestuurlijke integriteit"},
		{"5.6", "Mensenhandel en prostitutie"},
	}},
}

// Velden lists the five veiligheidsvelden with their themes.
func Velden() []Veld { return slices.Clone(velden) }

// VeldVan gives the veld with a number from 1 to 5.
func VeldVan(nummer int) (Veld, bool) {
	i := slices.IndexFunc(velden, func(v Veld) bool { return v.Nummer == nummer })
	if i < 0 {
		return Veld{}, false
	}
	return velden[i], true
}

// ThemaVan gives the theme with a code such as "1.3".
func ThemaVan(code string) (Thema, bool) {
	for _, v := range velden {
		for _, t := range v.Themas {
			if t.Code == code {
				return t, true
			}
		}
	}
	return Thema{}, false
}

// Partnersoort is a kind of partner. Sociaal tells whether it belongs to the social domain: what Wmo, Jeugdwet and Participatiewet pay for. The raad follows
// their share apart (letter 6b; Wmo 2015 art. 2.1.2 lid 6).
type Partnersoort struct {
	Code    string
	Naam    string
	Sociaal bool
}

// Partnersoorten lists the kinds of partners.
func Partnersoorten() []Partnersoort {
	return []Partnersoort{
		{"gemeente", "Gemeente zelf", false},
		{"politie", "Politie", false},
		{"om", "Openbaar Ministerie", false},
		{"veiligheidsregio", "Veiligheidsregio", false},
		{"corporatie", "Woningcorporatie", false},
		{"school", "School", false},
		{"ondernemers", "Ondernemers", false},
		{"bewoners", "Bewoners", false},
		{"zorgaanbieder", "Zorgaanbieder", true},
		{"sociaal-team", "Sociaal team of wijkteam", true},
		{"jeugdhulp", "Jeugdhulp", true},
		{"welzijn", "Welzijnsorganisatie", true},
		{"veilig-thuis", "Veilig Thuis", true},
		{"opvang", "Maatschappelijke of vrouwenopvang", true},
		{"anders", "Andere partner", false},
	}
}

// PartnersoortVan gives the kind of partner with a code.
func PartnersoortVan(code string) (Partnersoort, bool) {
	list := Partnersoorten()
	i := slices.IndexFunc(list, func(p Partnersoort) bool { return p.Code == code })
	if i < 0 {
		return Partnersoort{}, false
	}
	return list[i], true
}
