// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package termijn

import "fmt"

// Eenheid is what the value of a Regel counts.
type Eenheid string

// The units.
const (
	InJaren     Eenheid = "jaar"
	InMaanden   Eenheid = "maand"
	InWeken     Eenheid = "week"
	InDagen     Eenheid = "dag"
	InWerkdagen Eenheid = "werkdag"
	InUren      Eenheid = "uur"
	InMinuten   Eenheid = "minuut"
	InKeren     Eenheid = "keer per uur"
)

// The codes of the rules on reports and cases.
const (
	ContactMelder        = "contact-melder"        // the reporter is called back
	KnoopTrede           = "knoop-trede-"          // how long a knot may stay on a step of the ladder, with the number of the step behind it
	OverdrachtStilte     = "overdracht-stilte"     // an offer of direction that nobody answers is told upwards
	BewaarConcept        = "bewaar-concept"        // a draft of a report that nobody touches is thrown away
	KennisNemen          = "kennisnemen"           // a party reads what was decided about its knot
	GrondenHerzien       = "gronden-herzien"       // whoever takes over the direction looks at each legal basis of the old arrangement
	WekGemist            = "wek-gemist"            // a case that came back and that nobody took up is told upwards
	AfwijkingBeoordelen  = "afwijking-beoordelen"  // an appeal to vital interest is judged by somebody else
	NoodtoegangDuur      = "noodtoegang-duur"      // how long an emergency access is open
	NoodtoegangOordeel   = "noodtoegang-oordeel"   // an emergency access is judged
	Ontkoppelen          = "ontkoppelen"           // two reports that were joined can be taken apart
	WaarschuwingVervalt  = "waarschuwing-vervalt"  // a warning note lapses at the latest
	BewaarZVH            = "bewaar-zvh"            // a case of a Zorg- en Veiligheidshuis
	BewaarPGA            = "bewaar-pga"            // a case of a local persoonsgerichte aanpak
	BewaarMelding        = "bewaar-melding"        // a report that was not taken in
	VeiligThuisBegin     = "vt-begin"              // Veilig Thuis begins; a key figure here
	VeiligThuisOordeel   = "vt-oordeel"            // Veilig Thuis judges; a key figure here
	InzageTermijn        = "inzage"                // a request of a person to see his own data
	InzageVerlenging     = "inzage-verlenging"     // by how much that may be extended
	UitstelHerzien       = "uitstel-herzien"       // how long before its day a postponed line is looked at again
	Meerderjarig         = "meerderjarig"          // up to this age somebody with authority asks on behalf of a child
	BewaarZVHVerlenging  = "bewaar-zvh-verlenging" // by how much one decision extends the retention of a case of a Zorg- en Veiligheidshuis
	BewaarInzage         = "bewaar-inzage"         // a request to see one's own data
	SleutelArchief       = "sleutelarchief"        // how long a second archive of keys may exist
	HitPerUur            = "hit-per-uur"           // how often somebody may ask whether a person is known
	GastVoorOverleg      = "gast-voor-overleg"     // from when a guest sees the item that he is asked for
	GastNaOverleg        = "gast-na-overleg"       // until when
	Agenderen            = "agenderen"             // a knot that went up to a table is put on an agenda
	InformerenBetrokkene = "informeren-betrokkene" // the person concerned is told that there is a case
	OpvallendUitleggen   = "opvallend-uitleggen"   // who looked explains an unusual look
	OpvallendWegen       = "opvallend-wegen"       // somebody else judges the explanation
	BewaarTerecht        = "bewaar-terecht"        // a question about a look that was right; it is not asked again either
	BewaarOnterecht      = "bewaar-onterecht"      // a question about a look that was not right, or that nobody judged
)

// Regel is one number of the law, or of a working agreement, as a dated record: code reads the record and never holds the number (promise 3).
type Regel struct {
	Code      string
	Waarde    int
	Eenheid   Eenheid
	Wet       string // empty for a working agreement that no statute asks for
	Artikel   string
	Lid       string
	GeldigVan Date
	Bron      string // where the number was read
	Nagekeken Date   // when somebody last compared it with that source
}

// The codes of the rules.
const (
	DoelenRaad      = "38b-doelen"       // how long the safety goals of the raad may stand
	DoelenRaadVroeg = "38b-waarschuwing" // first warning, before that term ends
	DoelenRaadLaat  = "38b-dringend"     // last warning, before that term ends
	DuurJaarplan    = "jup-duur"         // length of a jaaruitvoeringsplan
)

var (
	politiewet = Date{2013, 1, 1} // the Politiewet 2012 came into force
	nagekeken  = Date{2026, 11, 23}
)

var regels = []Regel{
	{Code: DoelenRaad, Waarde: 4, Eenheid: InJaren, Wet: "Politiewet 2012", Artikel: "38b", Lid: "1", GeldigVan: politiewet,
		Bron: "wetten.overheid.nl, BWBR0031788, tekst van 2015; latere wijziging van dit artikel is niet gevonden", Nagekeken: nagekeken},
	{Code: DoelenRaadVroeg, Waarde: 12, Eenheid: InMaanden, GeldigVan: politiewet,
		Bron: "werkafspraak: een nieuw plan vraagt ongeveer een jaar", Nagekeken: nagekeken},
	{Code: DoelenRaadLaat, Waarde: 6, Eenheid: InMaanden, GeldigVan: politiewet,
		Bron: "werkafspraak: zes maanden voor het einde hoort het ontwerp bij de raad te liggen", Nagekeken: nagekeken},
	{Code: DuurJaarplan, Waarde: 12, Eenheid: InMaanden, GeldigVan: politiewet,
		Bron: "vaste praktijk van gemeenten; geen wet schrijft een jaaruitvoeringsplan voor", Nagekeken: nagekeken},

	werkafspraak(ContactMelder, 5, InWerkdagen, "werkwijze van Zorg- en Veiligheidshuizen: contact binnen vijf werkdagen"),
	werkafspraak(KnoopTrede+"1", 5, InWerkdagen, "de casusregisseur beslist"),
	werkafspraak(KnoopTrede+"2", 2, InWerkdagen, "de procesregisseur beslist"),
	werkafspraak(KnoopTrede+"3", 5, InWerkdagen, "de managers van de organisaties beslissen"),
	werkafspraak(KnoopTrede+"4", 5, InWerkdagen, "wethouder zorg en burgemeester beslissen"),
	werkafspraak(KnoopTrede+"5", 10, InWerkdagen, "de vierhoek: driehoek met de portefeuillehouder zorg als gast"),
	werkafspraak(OverdrachtStilte, 48, InUren, "wie regie aangeboden krijgt, antwoordt binnen twee etmalen"),
	werkafspraak(BewaarConcept, 14, InDagen, "een melding die niemand afmaakt, verdwijnt na twee weken"),
	werkafspraak(KennisNemen, 1, InWerkdagen, "wie partij is in een knoop, leest het besluit binnen een werkdag"),
	werkafspraak(GrondenHerzien, 5, InWerkdagen, "wie de regie overneemt, beoordeelt binnen vijf werkdagen op welke gronden de kring en het delen rusten"),
	werkafspraak(WekGemist, 2, InWerkdagen, "een casus die terugkomt wordt binnen twee werkdagen opgepakt"),
	werkafspraak(AfwijkingBeoordelen, 24, InUren, "een afwijking wordt binnen een etmaal door een ander beoordeeld"),
	werkafspraak(NoodtoegangDuur, 60, InMinuten, "noodtoegang is een uur open"),
	werkafspraak(NoodtoegangOordeel, 2, InWerkdagen, "noodtoegang wordt binnen twee werkdagen beoordeeld"),
	werkafspraak(Ontkoppelen, 30, InDagen, "een koppeling van meldingen is dertig dagen terug te draaien"),
	werkafspraak(WaarschuwingVervalt, 6, InMaanden, "een waarschuwing die niemand opnieuw bekijkt, vervalt"),
	werkafspraak(BewaarMelding, 1, InJaren, "een melding die niet is ingenomen; na te gaan in de selectielijst van de gemeente"),
	werkafspraak(HitPerUur, 20, InKeren, "meer vragen in een uur wijst op zoeken zonder aanleiding"),
	werkafspraak(InformerenBetrokkene, 5, InWerkdagen, "de betrokkene hoort binnen vijf werkdagen van de casus, of er staat waarom niet"),
	werkafspraak(OpvallendUitleggen, 10, InWerkdagen, "wie een opvallende blik had, legt die binnen tien werkdagen uit; na te gaan met de ondernemingsraad"),
	werkafspraak(OpvallendWegen, 10, InWerkdagen, "een ander oordeelt binnen tien werkdagen"),
	werkafspraak(BewaarTerecht, 28, InDagen, "een blik die terecht was, blijft vier weken staan"),
	werkafspraak(BewaarOnterecht, 6, InMaanden, "een blik die niet terecht was, blijft een half jaar staan; na te gaan met de ondernemingsraad"),
	werkafspraak(GastVoorOverleg, 48, InUren, "een gast leest zijn agendapunt twee etmalen van tevoren"),
	werkafspraak(GastNaOverleg, 24, InUren, "een gast ziet de afspraken nog een etmaal"),
	werkafspraak(Agenderen, 1, InWerkdagen, "een knoop die naar een tafel gaat, staat de volgende werkdag op een agenda"),
	{Code: BewaarZVH, Waarde: 5, Eenheid: InJaren, Wet: "Wet gegevensverwerking door samenwerkingsverbanden", Artikel: "bewaartermijn", GeldigVan: Date{2025, 3, 1},
		Bron: "Stb. 2024, 198; uiterlijk vijf jaar na de eerste verwerking; artikelnummer na te gaan", Nagekeken: nagekeken},
	werkafspraak(BewaarPGA, 5, InJaren, "Selectielijst gemeenten 2020; proces en resultaat stelt de gemeente vast; telt vanaf sluiten"),
	{Code: VeiligThuisBegin, Waarde: 5, Eenheid: InDagen, Wet: "Uitvoeringsbesluit Wmo 2015", Artikel: "4.1.7", GeldigVan: Date{2015, 1, 1},
		Bron: "tekst van 2015; het handelingsprotocol telt werkdagen", Nagekeken: nagekeken},
	{Code: VeiligThuisOordeel, Waarde: 10, Eenheid: InWeken, Wet: "Uitvoeringsbesluit Wmo 2015", Artikel: "4.1.7", GeldigVan: Date{2015, 1, 1},
		Bron: "tekst van 2015", Nagekeken: nagekeken},
	{Code: InzageTermijn, Waarde: 1, Eenheid: InMaanden, Wet: "AVG", Artikel: "12", Lid: "3", GeldigVan: Date{2018, 5, 25},
		Bron: "Verordening (EU) 2016/679; met twee maanden te verlengen", Nagekeken: nagekeken},
	{Code: InzageVerlenging, Waarde: 2, Eenheid: InMaanden, Wet: "AVG", Artikel: "12", Lid: "3", GeldigVan: Date{2018, 5, 25},
		Bron: "Verordening (EU) 2016/679; de persoon hoort binnen de eerste maand waarom", Nagekeken: nagekeken},
	{Code: Meerderjarig, Waarde: 18, Eenheid: InJaren, Wet: "Burgerlijk Wetboek Boek 1", Artikel: "233", GeldigVan: Date{1988, 1, 1},
		Bron: "wie jonger is, staat onder gezag (art. 1:245 BW)", Nagekeken: nagekeken},
	werkafspraak(UitstelHerzien, 5, InWerkdagen, "een uitstel wordt vijf werkdagen voor zijn dag opnieuw bekeken"),
	werkafspraak(BewaarZVHVerlenging, 1, InJaren, "een besluit verlengt met een jaar; na te gaan in het Besluit gegevensverwerking door samenwerkingsverbanden (Stb. 2024, 380)"),
	werkafspraak(BewaarInzage, 1, InJaren, "een afgehandeld verzoek; na te gaan in de selectielijst van de gemeente; telt vanaf sluiten"),
	werkafspraak(SleutelArchief, 30, InDagen, "zolang leven vernietigde sleutels hoogstens voort in een reservekopie"),
}

// werkafspraak is a number that no statute gives and that a municipality may set otherwise.
func werkafspraak(code string, waarde int, eenheid Eenheid, bron string) Regel {
	return Regel{Code: code, Waarde: waarde, Eenheid: eenheid, GeldigVan: politiewet, Bron: "werkafspraak: " + bron, Nagekeken: nagekeken}
}

// Regels lists every rule.
func Regels() []Regel { return append([]Regel(nil), regels...) }

// Geldend gives the rule that holds under code on a day: the one that came into force last. No such rule is an error, never a zero term.
func Geldend(code string, op Date) (Regel, error) {
	var found Regel
	for _, r := range regels {
		if r.Code == code && !r.GeldigVan.After(op) && (found.Code == "" || r.GeldigVan.After(found.GeldigVan)) {
			found = r
		}
	}
	if found.Code == "" {
		return Regel{}, fmt.Errorf("termijn.Geldend: no rule %q holds on %s", code, op)
	}
	return found, nil
}

// Maanden gives the length in months.
func (r Regel) Maanden() int {
	if r.Eenheid == InJaren {
		return 12 * r.Waarde
	}
	return r.Waarde
}

// Grond names the article, as a reader of the law writes it: "art. 38b lid 1 Politiewet 2012"; empty for a working agreement.
func (r Regel) Grond() string {
	if r.Wet == "" {
		return ""
	}
	grond := "art. " + r.Artikel
	if r.Lid != "" {
		grond += " lid " + r.Lid
	}
	return grond + " " + r.Wet
}
