// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package data

import "dwarsverband/domein/cijfer"

// Codes of the sources of Voorbeeldstad.
const (
	BronRegistratie = "VBS-REG"
	BronVeiligThuis = "VBS-VT"
	BronKern        = "VBS-KERN"
	BronPeiling     = "VBS-PEIL"
)

// BronnenVoorbeeldstad describes the invented sources. The delivery by Veilig Thuis and the survey are not open, so the council sees them only
// after suppression; the other two publish everything themselves.
func BronnenVoorbeeldstad() []cijfer.Bron {
	const licentie, verzonnen = "CC0 1.0", "Verzonnen voor de demonstratie."
	return []cijfer.Bron{
		{Code: BronRegistratie, Naam: "Registraties veiligheid Voorbeeldregio", Houder: "Politie Voorbeeldregio", Domein: "veiligheid", Licentie: licentie,
			Openbaar: true, Verzonnen: true, Vertraging: 1, Toelichting: verzonnen + " De laatste twee maanden zijn voorlopig."},
		{Code: BronVeiligThuis, Naam: "Levering Veilig Thuis Voorbeeldregio", Houder: "Veilig Thuis Voorbeeldregio", Domein: "zorg",
			Verzonnen: true, Vertraging: 1, Toelichting: verzonnen + " Levering per wijk en kwartaal, niet openbaar."},
		{Code: BronKern, Naam: "Kerncijfers Voorbeeldstad", Houder: "Gemeente Voorbeeldstad", Domein: "veiligheid", Licentie: licentie,
			Openbaar: true, Verzonnen: true, Vertraging: 3, Toelichting: verzonnen + " Stand op 1 januari."},
		{Code: BronPeiling, Naam: "Buurtpeiling Voorbeeldstad", Houder: "Gemeente Voorbeeldstad", Domein: "veiligheid",
			Verzonnen: true, Vertraging: 4, Toelichting: verzonnen + " Enquête onder inwoners, elke twee jaar."},
	}
}

// SoortenVoorbeeldstad describes the kinds of figures in the files of Voorbeeldstad: what the canonical CSV cannot say, such as which kinds
// measure police activity.
func SoortenVoorbeeldstad() []cijfer.Soort {
	soorten := []cijfer.Soort{
		{Code: "woninginbraak", Naam: "Woninginbraak"},
		{Code: "fietsendiefstal", Naam: "Fietsendiefstal"},
		{Code: "auto-inbraak", Naam: "Diefstal uit auto"},
		{Code: "vernieling", Naam: "Vernieling"},
		{Code: "mishandeling", Naam: "Mishandeling"},
		{Code: "bedreiging", Naam: "Bedreiging"},
		{Code: "overlast-jeugd", Naam: "Overlast jeugd"},
		{Code: "winkeldiefstal", Naam: "Winkeldiefstal"},
		{Code: "drugshandel", Naam: "Drugshandel", Politie: true, Toelichting: "Dit cijfer hangt af van hoeveel de politie controleert."},
		{Code: "wapens", Naam: "Wapenbezit en wapenhandel", Politie: true, Toelichting: "Dit cijfer hangt af van hoeveel de politie controleert."},
	}
	for i := range soorten {
		soorten[i].Eenheid, soorten[i].Bron, soorten[i].Lengte = "aantal", BronRegistratie, cijfer.Maand
	}
	return append(soorten,
		cijfer.Soort{Code: "hg-meldingen", Naam: "Meldingen huiselijk geweld", Eenheid: "aantal", Bron: BronVeiligThuis, Lengte: cijfer.Kwartaal, Gevoelig: true},
		cijfer.Soort{Code: "km-meldingen", Naam: "Meldingen kindermishandeling", Eenheid: "aantal", Bron: BronVeiligThuis, Lengte: cijfer.Kwartaal, Gevoelig: true},
		cijfer.Soort{Code: "inwoners", Naam: "Inwoners", Eenheid: "aantal", Bron: BronKern, Lengte: cijfer.Jaar},
		cijfer.Soort{Code: "huishoudens", Naam: "Huishoudens", Eenheid: "aantal", Bron: BronKern, Lengte: cijfer.Jaar},
		cijfer.Soort{Code: "woningen", Naam: "Woningen", Eenheid: "aantal", Bron: BronKern, Lengte: cijfer.Jaar},
		cijfer.Soort{Code: "rapportcijfer-veiligheid", Naam: "Rapportcijfer veiligheid in de wijk", Eenheid: "cijfer", Bron: BronPeiling, Lengte: cijfer.Jaar},
		cijfer.Soort{Code: "rapportcijfer-veiligheid-marge", Naam: "Marge rapportcijfer veiligheid (95%)", Eenheid: "cijfer", Bron: BronPeiling, Lengte: cijfer.Jaar},
		cijfer.Soort{Code: "onveilig-gevoel", Naam: "Voelt zich wel eens onveilig in de wijk", Eenheid: "%", Bron: BronPeiling, Lengte: cijfer.Jaar},
		cijfer.Soort{Code: "onveilig-gevoel-marge", Naam: "Marge voelt zich wel eens onveilig (95%)", Eenheid: "procentpunt", Bron: BronPeiling, Lengte: cijfer.Jaar},
	)
}
