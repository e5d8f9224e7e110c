// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package corv

import "encoding/xml"

// bericht is a message as it stands in XML. Names are those of the schema; the schema has checked order, number and values before this is read.
type bericht struct {
	XMLName xml.Name
	Sturing sturing `xml:"stuurgegevens"`
	Object  object  `xml:"object"`
}

type sturing struct {
	Zender    systeem `xml:"zender"`
	Ontvanger systeem `xml:"ontvanger"`
	Nummer    string  `xml:"referentienummer"`
	Moment    string  `xml:"tijdstipBericht"`
	Op        string  `xml:"crossRefnummer"`
}

type systeem struct {
	Organisatie string `xml:"organisatie"`
	Applicatie  string `xml:"applicatie"`
}

// object is the case at the sender (ZAK), or the question (VVZ).
type object struct {
	Identificatie string          `xml:"identificatie"`
	Betrokkene    betrekking      `xml:"heeftBetrekkingOp"`
	Initiator     betrekking      `xml:"heeftAlsInitiator"`
	Overigen      []betrekking    `xml:"heeftAlsOverigBetrokkene"`
	Situatie      situatie        `xml:"betreft>gerelateerde"`
	Soort         string          `xml:"soortmeldingCode"`
	Reden         omschrevenReden `xml:"redenMelding"`
	Terugkoppelen string          `xml:"indicatieTerugkoppelingGewenst"`
	Verzoek       string          `xml:"verzoekOmschrijving"`
	Overig        string          `xml:"overigeInformatie>omschrijving"`
}

type omschrevenReden struct {
	Code         string `xml:"code"`
	Omschrijving string `xml:"omschrijving"`
}

// betrekking ties a person or an organisation to the case.
type betrekking struct {
	Persoon      persoonXML `xml:"gerelateerde>natuurlijkPersoon"`
	Eenheid      eenheid    `xml:"gerelateerde>organisatorischeEenheid"`
	Hoedanigheid string     `xml:"hoedanigheid"`
	Relatie      string     `xml:"betrokkenheidRelatie"`
	Bekend       string     `xml:"indicatieBekend"`
}

type eenheid struct {
	Naam    string `xml:"naam"`
	Contact struct {
		Naam      string `xml:"naam"`
		Telefoon  string `xml:"telefoonnummer"`
		Mailadres string `xml:"emailadres"`
	} `xml:"heeftAlsContactpersoon>gerelateerde"`
}

type persoonXML struct {
	BSN          string     `xml:"inp.bsn"`
	Geslachtnaam string     `xml:"geslachtsnaam"`
	Naam         string     `xml:"naam"` // of others than the one whom it is about
	Voorvoegsel  string     `xml:"voorvoegselGeslachtsnaam"`
	Voornamen    string     `xml:"voornamen"`
	Geslacht     string     `xml:"geslachtsaanduiding"`
	Geboren      datum      `xml:"geboortedatum"`
	Telefoon     string     `xml:"sub.telefoonnummer"`
	Mailadres    string     `xml:"sub.emailadres"`
	Adressen     []adresXML `xml:"adres"`
}

// datum is a day of which parts can be unknown.
type datum struct {
	Waarde     string `xml:",chardata"`
	Onvolledig string `xml:"indOnvolledigeDatum,attr"` // "V" whole, "D" no day, "M" no month, "J" nothing
}

type adresXML struct {
	Soort      string `xml:"soortadres"`
	Straat     string `xml:"nederlandsadres>gor.openbareRuimteNaam"`
	Nummer     string `xml:"nederlandsadres>aoa.huisnummer"`
	Letter     string `xml:"nederlandsadres>aoa.huisletter"`
	Toevoeging string `xml:"nederlandsadres>aoa.huisnummertoevoeging"`
	Postcode   string `xml:"nederlandsadres>aoa.postcode"`
	Plaats     string `xml:"nederlandsadres>wpl.woonplaatsNaam"`
}

// situatie is what worries the sender.
type situatie struct {
	Omschrijving string `xml:"omschrijvingZorgelijkeSituatie"`
	Nader        string `xml:"nadereOmschrijving"`
	Vragen       []struct {
		Code     string `xml:"vraagCode"`
		Antwoord string `xml:"antwoord"`
	} `xml:"vraagAntwoord"`
	Leefgebieden []struct {
		Code        string `xml:"leefgebiedCode"`
		Toelichting string `xml:"toelichting"`
	} `xml:"leefgebied"`
	Incident incident `xml:"kent>gerelateerde"`
}

type incident struct {
	Moment       string `xml:"datumTijd"`
	Begin        string `xml:"periodeVanTot>datumtijdBegin"`
	Omschrijving string `xml:"omschrijving"`
	Plaats       string `xml:"locatieAanduiding"`
}
