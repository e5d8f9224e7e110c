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

// The actions on reports, cases and what comes of them. Those on one case have no purpose and ground of their own: they come from the circle, the meeting or the task.
const (
	MeldingDoen          Actie = "melding.doen"          // report a household, as a partner
	MeldingOntvangen     Actie = "melding.ontvangen"     // take in a message of another system
	MeldingLezen         Actie = "melding.lezen"         // see a report
	MeldingKoppelen      Actie = "melding.koppelen"      // confirm or undo that two reports are about one household
	MeldingWegen         Actie = "melding.wegen"         // weigh a report and decide on it
	MeldingTerugkoppelen Actie = "melding.terugkoppelen" // send the outcome of a report to its sender
	HitVragen            Actie = "hit.vragen"            // ask whether somebody is known
	CasusOpenen          Actie = "casus.openen"          // open a case after triage
	CasusLijst           Actie = "casus.lijst"           // see in which cases one sits
	CasusInzien          Actie = "casus.inzien"          // see a case
	CasusBijdragen       Actie = "casus.bijdragen"       // add a note or a document
	CasusBewerken        Actie = "casus.bewerken"        // change plan, information and household
	CasusRegie           Actie = "casus.regie"           // suspend, resume, wake up, hold the table
	CasusKring           Actie = "casus.kring"           // let somebody into the circle, or out of it
	CasusOverdragen      Actie = "casus.overdragen"      // offer the direction of a case to somebody else
	CasusAanvaarden      Actie = "casus.aanvaarden"      // take over, or refuse, what was offered to one
	CasusSluiten         Actie = "casus.sluiten"         // scale down, close, open again
	CasusDelen           Actie = "casus.delen"           // share something with somebody
	CasusExporteren      Actie = "casus.exporteren"      // print or take out
	CasusNoodtoegang     Actie = "casus.noodtoegang"     // open a case in an emergency
	GedeeldInzien        Actie = "gedeeld.inzien"        // see what was shared with one
	AfwijkingBeoordelen  Actie = "afwijking.beoordelen"  // judge an emergency access or an appeal to vital interest
	KnoopInbrengen       Actie = "knoop.inbrengen"       // put a disagreement on record, or a position in it
	KnoopBeslissen       Actie = "knoop.beslissen"       // cut a knot that one holds
	KnoopLijst           Actie = "knoop.lijst"           // see the knots that one holds or is a party in
	OverlegVoorbereiden  Actie = "overleg.voorbereiden"  // call a meeting, set its agenda, record what was agreed
	OverlegLezen         Actie = "overleg.lezen"         // see the items of a meeting that one is invited to
	UitkomstVersturen    Actie = "uitkomst.versturen"    // tell the network of partners that an outcome is there or was seen
	InzageBehandelen     Actie = "inzage.behandelen"     // handle the request of a person to see his own data
	ToezichtLezen        Actie = "toezicht.lezen"        // see samples, deviations and open reviews
	ToezichtBevinden     Actie = "toezicht.bevinden"     // record a finding with its follow-up
	ToezichtOpvolgen     Actie = "toezicht.opvolgen"     // answer a finding of the FG
	ToezichtInrichten    Actie = "toezicht.inrichten"    // record under which conditions looks may be judged
	ToezichtVragen       Actie = "toezicht.vragen"       // ask who looked for an explanation, as the program itself
	ToezichtUitleggen    Actie = "toezicht.uitleggen"    // explain a look of one's own
	ToezichtWegen        Actie = "toezicht.wegen"        // judge a look that somebody else explained
	BewaringLezen        Actie = "bewaring.lezen"        // see what is due for destruction
	BewaringVoorstellen  Actie = "bewaring.voorstellen"  // propose a destruction list
	BewaringVasthouden   Actie = "bewaring.vasthouden"   // hold something back from destruction
	BewaringGoedkeuren   Actie = "bewaring.goedkeuren"   // approve a destruction list
	TermijnBewaken       Actie = "termijn.bewaken"       // do what has fallen due, as the program itself
	WerkLezen            Actie = "werk.lezen"            // see one's own tasks and notices
	WerkAfhandelen       Actie = "werk.afhandelen"       // finish a task, keep a draft, choose how one is told
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

	grondZorgplicht    = "art. 6 lid 1 onder e AVG"
	grondVerantwoorden = "art. 5 lid 2 AVG"
	grondArchief       = "art. 5 lid 1 onder e AVG; Archiefwet"
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
	{MeldingDoen, "een melding te doen", "melden van een zorgelijke situatie", grondZorgplicht},
	{MeldingOntvangen, "een melding te ontvangen", "melden van een zorgelijke situatie", grondZorgplicht},
	{MeldingLezen, "deze melding te bekijken", "weging van een melding", grondZorgplicht},
	{MeldingKoppelen, "meldingen te koppelen", "weging van een melding", grondZorgplicht},
	{MeldingWegen, "deze melding te wegen", "weging van een melding", grondZorgplicht},
	{MeldingTerugkoppelen, "de uitkomst van een melding terug te koppelen", "terugkoppelen aan de melder", grondZorgplicht},
	{HitVragen, "te vragen of iemand bekend is", "bepalen bekendheid", grondZorgplicht},
	{CasusOpenen, "een casus te openen", "aanpak van complexe problematiek", grondZorgplicht},
	{CasusLijst, "casussen te bekijken", "eigen werk ordenen", grondZorgplicht},
	{CasusInzien, "deze casus te bekijken", "", ""},
	{CasusBijdragen, "iets aan deze casus toe te voegen", "", ""},
	{CasusBewerken, "deze casus te wijzigen", "", ""},
	{CasusRegie, "de regie te voeren over deze casus", "", ""},
	{CasusKring, "de kring van deze casus te wijzigen", "", ""},
	{CasusOverdragen, "de regie van deze casus over te dragen", "", ""},
	{CasusAanvaarden, "de regie van deze casus over te nemen", "", ""},
	{CasusSluiten, "deze casus te sluiten", "", ""},
	{CasusDelen, "iets uit deze casus te delen", "", ""},
	{CasusExporteren, "iets uit deze casus mee te nemen", "", ""},
	{CasusNoodtoegang, "noodtoegang te nemen", "", ""},
	{GedeeldInzien, "te bekijken wat is gedeeld", "", ""},
	{AfwijkingBeoordelen, "deze afwijking te beoordelen", "toezicht op het gebruik van gegevens", grondVerantwoorden},
	{KnoopInbrengen, "een knoop in te brengen", "", ""},
	{KnoopBeslissen, "over deze knoop te beslissen", "", ""},
	{KnoopLijst, "knopen te bekijken", "eigen werk ordenen", grondZorgplicht},
	{OverlegVoorbereiden, "een overleg voor te bereiden", "casusoverleg", grondZorgplicht},
	{OverlegLezen, "dit overleg te bekijken", "casusoverleg", grondZorgplicht},
	{UitkomstVersturen, "partners te vertellen dat er een uitkomst is", "uitwisselen van de uitkomst van een overleg", grondZorgplicht},
	{InzageBehandelen, "een verzoek om inzage te behandelen", "rechten van betrokkenen", "art. 12 en 15 AVG"},
	{ToezichtLezen, "het toezicht te bekijken", "toezicht op het gebruik van gegevens", "art. 39 AVG"},
	{ToezichtOpvolgen, "een bevinding te beantwoorden", "toezicht op het gebruik van gegevens", "art. 24 AVG"},
	{ToezichtInrichten, "een voorwaarde voor het beoordelen van blikken vast te leggen", "toezicht op het gebruik van gegevens", "art. 24 en 35 AVG"},
	{ToezichtVragen, "te vragen waarom iemand keek", "toezicht op het gebruik van gegevens", "art. 24 en 32 AVG"},
	{ToezichtUitleggen, "deze blik uit te leggen", "toezicht op het gebruik van gegevens", "art. 24 en 32 AVG"},
	{ToezichtWegen, "over deze blik te oordelen", "toezicht op het gebruik van gegevens", "art. 24 en 32 AVG"},
	{ToezichtBevinden, "een bevinding vast te leggen", "toezicht op het gebruik van gegevens", "art. 39 AVG"},
	{BewaringLezen, "te bekijken wat vernietigd wordt", "vernietigen van gegevens op tijd", grondArchief},
	{BewaringVoorstellen, "een vernietigingslijst voor te stellen", "vernietigen van gegevens op tijd", grondArchief},
	{BewaringVasthouden, "iets van vernietiging uit te zonderen", "vernietigen van gegevens op tijd", grondArchief},
	{BewaringGoedkeuren, "een vernietigingslijst goed te keuren", "vernietigen van gegevens op tijd", grondArchief},
	{TermijnBewaken, "termijnen te bewaken", "bewaken van termijnen", grondZorgplicht},
	{WerkLezen, "uw werk te bekijken", "eigen werk ordenen", grondBestuur},
	{WerkAfhandelen, "dit af te handelen", "eigen werk ordenen", grondBestuur},
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

// Dossieractie reports whether purpose and ground of an action come from the
// circle, the meeting or the task in hand, and never from the action alone.
func Dossieractie(a Actie) bool {
	g, bekend := actieIndex[a]
	return bekend && g.doel == ""
}

// StandaardDoel returns the purpose (Dutch, for screen and journal) and the
// legal ground of an action when the task in hand gives no narrower ones. Both
// are empty for an unknown action and for one on a dossier, which the gate then refuses.
func StandaardDoel(a Actie) (doel, grondslag string) {
	g := actieIndex[a]
	return g.doel, g.grondslag
}
