// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package toegang

// Actie is an intention of a user: one method of one service.
type Actie string

// The actions. An action that is not in this list is refused.
const (
	GebiedLezen              Actie = "gebied.lezen"               // see areas and their borders
	GebiedImporteren         Actie = "gebied.importeren"          // load a vintage of areas
	BronLezen                Actie = "bron.lezen"                 // see sources, licences and the age of data
	CijferLezen              Actie = "cijfer.lezen"               // see observed figures
	CijferImporteren         Actie = "cijfer.importeren"          // load figures, dry run included
	SignaalLezen             Actie = "signaal.lezen"              // see signals
	SignaalDuiden            Actie = "signaal.duiden"             // add a reading with author and source
	SignaalBespreken         Actie = "signaal.bespreken"          // record that a table discussed it
	SignaalOppakken          Actie = "signaal.oppakken"           // take it up, tied to a measure
	SignaalSluiten           Actie = "signaal.sluiten"            // close it with a reason
	SignaalHeropenen         Actie = "signaal.heropenen"          // open a closed one again
	SignaalPartnerVragen     Actie = "signaal.partner_vragen"     // ask a partner through a link
	SignaalPartnerAntwoorden Actie = "signaal.partner_antwoorden" // answer through that link
	SignaalDetecteren        Actie = "signaal.detecteren"         // run the detection
	PlanLezen                Actie = "plan.lezen"                 // see plans with goals, indicators, measures
	PlanOpstellen            Actie = "plan.opstellen"             // start a plan or a new version
	PlanWijzigen             Actie = "plan.wijzigen"              // change the text of a draft
	PlanVaststellenRaad      Actie = "plan.vaststellen_raad"      // record the raadsbesluit
	PlanVaststellenCollege   Actie = "plan.vaststellen_college"   // record the collegebesluit
	PlanAfronden             Actie = "plan.afronden"              // record the evaluation of an adopted plan, and close it
	DoelWijzigen             Actie = "doel.wijzigen"              // add or change a goal of a draft
	IndicatorWijzigen        Actie = "indicator.wijzigen"         // add or change an indicator of a draft
	ActieWijzigen            Actie = "actie.wijzigen"             // add or change a measure of a draft
	ActieVoortgang           Actie = "actie.voortgang"            // report how a measure goes
	VerbandLezen             Actie = "verband.lezen"              // see ties
	VerbandLeggen            Actie = "verband.leggen"             // propose a tie
	VerbandInstemmen         Actie = "verband.instemmen"          // agree for the end in one's own field
	VerbandBeeindigen        Actie = "verband.beeindigen"         // end a tie
	RapportageLezen          Actie = "rapportage.lezen"           // see reports within the organisation
	RapportageOpstellen      Actie = "rapportage.opstellen"       // write a report
	RapportageVrijgeven      Actie = "rapportage.vrijgeven"       // release it by collegebesluit
	RapportageLezenOpenbaar  Actie = "rapportage.lezen_openbaar"  // read what was released, without login
	JournaalLezen            Actie = "journaal.lezen"             // see who did what
	JournaalVerifieren       Actie = "journaal.verifieren"        // check that nobody altered the journal
	GebruikerLezen           Actie = "gebruiker.lezen"            // see who has access
	ZoekopdrachtBewaren      Actie = "zoekopdracht.bewaren"       // keep a search of one's own
	InstellingWijzigen       Actie = "instelling.wijzigen"        // change a setting of the tenant
	APIToken                 Actie = "api.token"                  // make or withdraw a token of one's own
)

// actieGegevens describes an action as data: how it reads after "om" in a
// refusal, and the purpose and ground that hold when the task in hand gives no
// narrower ones.
type actieGegevens struct {
	actie           Actie
	omTe            string
	doel, grondslag string
}

// Grounds that several actions share. Planning rests on the duty of the raad
// to set safety goals and to adopt the Wmo- and Jeugdplan.
const (
	grondBestuur    = "art. 160 Gemeentewet"
	grondOrde       = "art. 160 en 172 Gemeentewet"
	grondPlan       = "art. 38b Politiewet 2012; art. 2.1.2 Wmo 2015; art. 2.2 Jeugdwet"
	grondInformeren = "art. 169 en 180 Gemeentewet"
	grondBeheer     = "art. 32 AVG"
)

var acties = []actieGegevens{
	{GebiedLezen, "gebieden te bekijken", "beleidsanalyse veiligheid", grondBestuur},
	{GebiedImporteren, "gebieden te importeren", "gebieden bijhouden", grondBestuur},
	{BronLezen, "bronnen te bekijken", "herkomst van cijfers verantwoorden", grondBestuur},
	{CijferLezen, "deze cijfers te bekijken", "beleidsanalyse veiligheid", grondBestuur},
	{CijferImporteren, "cijfers te importeren", "cijfers bijhouden", grondBestuur},
	{SignaalLezen, "signalen te bekijken", "ontwikkelingen in veiligheid volgen", grondOrde},
	{SignaalDuiden, "dit signaal te duiden", "ontwikkelingen in veiligheid duiden", grondOrde},
	{SignaalBespreken, "vast te leggen dat dit signaal is besproken", "ontwikkelingen in veiligheid bespreken", grondOrde},
	{SignaalOppakken, "dit signaal op te pakken", "maatregelen voor veiligheid kiezen", grondOrde},
	{SignaalSluiten, "dit signaal te sluiten", "signalen afhandelen", grondOrde},
	{SignaalHeropenen, "dit signaal te heropenen", "signalen afhandelen", grondOrde},
	{SignaalPartnerVragen, "een partner om duiding te vragen", "signalen duiden met partners", grondOrde},
	{SignaalPartnerAntwoorden, "deze vraag te beantwoorden", "signalen duiden met partners", grondOrde},
	{SignaalDetecteren, "naar signalen te zoeken", "ontwikkelingen in veiligheid opsporen", grondOrde},
	{PlanLezen, "dit plan te lezen", "beleid voorbereiden en volgen", grondPlan},
	{PlanOpstellen, "een plan op te stellen", "beleid voorbereiden", grondPlan},
	{PlanWijzigen, "dit plan te wijzigen", "beleid voorbereiden", grondPlan},
	{PlanVaststellenRaad, "het raadsbesluit over dit plan vast te leggen", "beleid vaststellen door de raad", grondPlan},
	{PlanVaststellenCollege, "het collegebesluit over dit plan vast te leggen", "beleid vaststellen door het college", grondBestuur},
	{PlanAfronden, "dit plan te evalueren of af te sluiten", "beleid evalueren", grondPlan},
	{DoelWijzigen, "dit doel te wijzigen", "beleid voorbereiden", grondPlan},
	{IndicatorWijzigen, "deze indicator te wijzigen", "beleid voorbereiden", grondPlan},
	{ActieWijzigen, "deze actie te wijzigen", "beleid voorbereiden", grondPlan},
	{ActieVoortgang, "de voortgang van deze actie te melden", "beleid uitvoeren", grondBestuur},
	{VerbandLezen, "verbanden te bekijken", "veiligheid en zorg verbinden", grondPlan},
	{VerbandLeggen, "een verband te leggen", "veiligheid en zorg verbinden", grondPlan},
	{VerbandInstemmen, "in te stemmen met dit verband", "veiligheid en zorg verbinden", grondPlan},
	{VerbandBeeindigen, "dit verband te beëindigen", "veiligheid en zorg verbinden", grondPlan},
	{RapportageLezen, "deze rapportage te lezen", "de raad informeren", grondInformeren},
	{RapportageOpstellen, "een rapportage op te stellen", "de raad informeren", grondInformeren},
	{RapportageVrijgeven, "deze rapportage vrij te geven", "de raad informeren", grondInformeren},
	{RapportageLezenOpenbaar, "deze rapportage te lezen", "openbaarheid van bestuur", "art. 3.1 Wet open overheid"},
	{JournaalLezen, "het journaal te lezen", "toezicht op het gebruik van gegevens", "art. 39 AVG"},
	{JournaalVerifieren, "het journaal te controleren", "juistheid van het journaal aantonen", "art. 5 lid 2 en art. 32 AVG"},
	{GebruikerLezen, "gebruikers te bekijken", "toegang beheren", grondBeheer},
	{ZoekopdrachtBewaren, "deze zoekopdracht te bewaren", "eigen werk ordenen", grondBestuur},
	{InstellingWijzigen, "instellingen te wijzigen", "het systeem beheren", grondBeheer},
	{APIToken, "een sleutel voor de API te maken", "toegang beheren", grondBeheer},
}

// actieIndex finds the data of an action; built once from the table above.
var actieIndex = func() map[Actie]actieGegevens {
	m := make(map[Actie]actieGegevens, len(acties))
	for _, a := range acties {
		m[a.actie] = a
	}
	return m
}()

// Acties returns every action in the order of the table.
func Acties() []Actie {
	uit := make([]Actie, len(acties))
	for i, a := range acties {
		uit[i] = a.actie
	}
	return uit
}

// StandaardDoel returns the purpose (Dutch, for screen and journal) and the
// legal ground of an action when the task in hand gives no narrower ones. Both
// are empty for an unknown action, which the gate then refuses.
func StandaardDoel(a Actie) (doel, grondslag string) {
	g := actieIndex[a]
	return g.doel, g.grondslag
}
