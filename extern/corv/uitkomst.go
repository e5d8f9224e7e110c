// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package corv

import (
	"encoding/xml"
	"io"

	"dwarsverband/domein/melding"
	"dwarsverband/domein/termijn"
)

// uitkomst is the answer as XML. Prefixes stand in the names, because junctions compare messages as text too.
type uitkomst struct {
	XMLName xml.Name        `xml:"JZ:uitkomstMeldingGeneriekDi01"`
	JZ      string          `xml:"xmlns:JZ,attr"`
	StUF    string          `xml:"xmlns:StUF,attr"`
	ZKN     string          `xml:"xmlns:ZKN,attr"`
	BG      string          `xml:"xmlns:BG,attr"`
	Sturing uitkomstSturing `xml:"JZ:stuurgegevens"`
	Object  uitkomstObject  `xml:"JZ:object"`
}

type uitkomstSturing struct {
	Code      string          `xml:"StUF:berichtcode"`
	Zender    uitkomstSysteem `xml:"StUF:zender"`
	Ontvanger uitkomstSysteem `xml:"StUF:ontvanger"`
	Nummer    string          `xml:"StUF:referentienummer"`
	Moment    string          `xml:"StUF:tijdstipBericht"`
	Functie   string          `xml:"StUF:functie"`
}

type uitkomstSysteem struct {
	Organisatie string `xml:"StUF:organisatie"`
	Applicatie  string `xml:"StUF:applicatie"`
}

type uitkomstObject struct {
	Type          string             `xml:"StUF:entiteittype,attr"`
	Identificatie string             `xml:"ZKN:identificatie"`
	Initiator     uitkomstBetrekking `xml:"ZKN:heeftAlsInitiator"`
	Uitvoerende   uitkomstBetrekking `xml:"ZKN:heeftAlsUitvoerende"`
	Uw            string             `xml:"JZ:uwIdentificatie"`
	Soort         string             `xml:"JZ:soortmeldingCode"`
	Status        string             `xml:"JZ:statuscode"`
	Casus         *uitkomstCasus     `xml:"JZ:casus"`
	Toelichting   *uitkomstTekst     `xml:"JZ:toelichtendeinformatie"`
}

type uitkomstBetrekking struct {
	Type         string               `xml:"StUF:entiteittype,attr,omitempty"`
	Gerelateerde uitkomstGerelateerde `xml:"ZKN:gerelateerde"`
}

type uitkomstGerelateerde struct {
	Type string `xml:"StUF:entiteittype,attr,omitempty"`
}

type uitkomstCasus struct {
	Nummer  string          `xml:"JZ:registratienummer"`
	Contact uitkomstContact `xml:"JZ:contact"`
}

type uitkomstContact struct {
	Telefoon string `xml:"ZKN:telefoonnummer,omitempty"`
	Naam     string `xml:"ZKN:naam,omitempty"`
}

type uitkomstTekst struct {
	Omschrijving string `xml:"JZ:omschrijving"`
}

// in is the code of CORV for a report that became a case; only then it is told whom to call.
const in = "ZVH-01"

// Schrijf writes the outcome of a report as uitkomstMeldingGeneriekDi01. What the schema would refuse is an error and is not written.
func Schrijf(w io.Writer, u melding.Uitkomst) error {
	x := uitkomst{JZ: ruimte, StUF: "http://www.egem.nl/StUF/StUF0301", ZKN: "http://www.egem.nl/StUF/sector/zkn/0310", BG: "http://www.egem.nl/StUF/sector/bg/0310",
		Sturing: uitkomstSturing{Code: "Di01", Zender: deelnemer(u.Van, "Dwarsverband"), Ontvanger: deelnemer(u.Op.Afzender, u.Op.Afzender.Applicatie), Nummer: u.Kenmerk,
			Moment: u.Gestuurd.Time().In(termijn.Amsterdam).Format("20060102150405"), Functie: "uitkomstMeldingGeneriekDi01"},
		Object: uitkomstObject{Type: "ZAK", Identificatie: u.Nummer, Initiator: uitkomstBetrekking{Type: "ZAKBTRINI", Gerelateerde: uitkomstGerelateerde{"BTR"}}, Uw: u.Op.Zaak,
			Soort: string(u.Op.Bestemming), Status: u.Code}}
	if u.Code == in {
		x.Object.Casus = &uitkomstCasus{u.Nummer, uitkomstContact{u.Regisseur.Telefoon, u.Regisseur.Naam}}
	}
	if u.Advies != "" {
		x.Object.Toelichting = &uitkomstTekst{u.Advies}
	}
	text, err := xml.MarshalIndent(x, "", "  ")
	if err != nil {
		return err
	}
	text = append([]byte(xml.Header), append(text, '\n')...)
	if err := geldig(gm, text); err != nil {
		return err
	}
	_, err = w.Write(text)
	return err
}

// deelnemer names an organisation as a junction routes to it: by its OIN where it has one.
func deelnemer(p melding.Partij, applicatie string) uitkomstSysteem {
	s := uitkomstSysteem{p.OIN, applicatie}
	if s.Organisatie == "" {
		s.Organisatie = p.Naam
	}
	if s.Applicatie == "" {
		s.Applicatie = "onbekend"
	}
	return s
}
