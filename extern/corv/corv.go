// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// Package corv reads and writes messages of the Collectieve Opdracht Routeer Voorziening: StUF-koppelvlak Jeugdzorg 1.0.9, as XML files that a junction drops and fetches.
package corv

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"time"

	"github.com/jacoelho/xsd"

	"dwarsverband/domein"
	"dwarsverband/domein/melding"
	"dwarsverband/domein/persoon"
	"dwarsverband/domein/termijn"
)

const op = "corv.Lees"

// ruimte is the namespace of the messages.
const ruimte = "http://www.stufstandaarden.nl/koppelvlak/jz0100"

// soorten are the messages that are read, with the schema of each.
var soorten = map[string]struct {
	soort  melding.Berichtsoort
	schema func() (*xsd.Engine, error)
}{
	"meldingGeneriekDi01": {melding.MeldingGeneriek, gm},
	"vcobDi01":            {melding.CheckBekendheid, vv},
	"ucobDi01":            {melding.AntwoordBekendheid, vv},
}

// Lees reads one message. What the schema does not allow is refused with every fault; a message meant for Veilig Thuis is not read further than its name.
func Lees(r io.Reader) ([]melding.Aanlevering, error) {
	text, err := io.ReadAll(r)
	if err != nil {
		return nil, domein.Wrap(op, err)
	}
	naam, err := begin(text)
	if err != nil {
		return nil, err
	}
	s, ok := soorten[naam]
	switch {
	case naam == "vtMeldingDi01" || naam == "vtTerugkoppelingDi01":
		return nil, &domein.Error{Kind: domein.Invalid, Op: op, Melding: "Dit bericht is voor Veilig Thuis. Stuur het naar Veilig Thuis: meldingen voor Veilig Thuis worden hier nooit ontvangen."}
	case !ok:
		return nil, &domein.Error{Kind: domein.Invalid, Op: op, Melding: "Dit soort CORV-bericht wordt hier niet ontvangen. Een melding komt als meldingGeneriekDi01."}
	}
	if err := geldig(s.schema, text); err != nil {
		return nil, err
	}
	var b bericht
	if err := xml.Unmarshal(text, &b); err != nil {
		return nil, geenXML
	}
	a, faults := b.aanlevering(s.soort)
	return []melding.Aanlevering{a}, domein.Refuse(op, "Er is niets ontvangen. Verbeter dit:", faults)
}

var geenXML = &domein.Error{Kind: domein.Invalid, Op: op, Melding: "Dit is geen goede XML, of er staat iets in dat hier niet wordt gelezen, zoals een DTD. Lever het bericht opnieuw aan."}

// begin gives the name of the message. It refuses a DTD before anything is read that it could define.
func begin(text []byte) (string, error) {
	d := xml.NewDecoder(bytes.NewReader(text))
	for {
		token, err := d.Token()
		switch t := token.(type) {
		case xml.Directive:
			return "", geenXML
		case xml.StartElement:
			if t.Name.Space != ruimte {
				return "", &domein.Error{Kind: domein.Invalid, Op: op, Melding: "Dit is geen bericht van CORV. Verwacht wordt een bericht van het koppelvlak jz0100, versie 1.0.9."}
			}
			return t.Name.Local, nil
		}
		if err != nil {
			return "", geenXML
		}
	}
}

// aanlevering puts a message in the words of the house.
func (b bericht) aanlevering(soort melding.Berichtsoort) (melding.Aanlevering, []domein.Fault) {
	o := b.Object
	contact := o.Initiator.Eenheid.Contact
	a := melding.Aanlevering{Deur: melding.CORV, Soort: soort, Kenmerk: strings.TrimSpace(b.Sturing.Nummer), Zaak: strings.TrimSpace(o.Identificatie), Afzender: partij(b.Sturing.Zender),
		Geadresseerde: partij(b.Sturing.Ontvanger), Bestemming: melding.Bestemming(o.Soort), Aanleiding: alineas(o.Situatie.Omschrijving, o.Situatie.Nader, o.Reden.Omschrijving),
		Verzoek: alineas(o.Verzoek, o.Overig), Terugkoppelen: o.Terugkoppelen == "Ja", AntwoordOp: b.Sturing.Op, Bekend: map[string]string{"J": "ja", "N": "nee"}[o.Betrokkene.Bekend]}
	a.Afzender.Contact, a.Afzender.Telefoon, a.Afzender.Mailadres = contact.Naam, contact.Telefoon, contact.Mailadres
	var faults []domein.Fault
	var err error
	if a.Verzonden, err = moment(b.Sturing.Moment); err != nil {
		faults = append(faults, domein.Fault{Veld: "stuurgegevens/tijdstipBericht", Melding: "Deze datum bestaat niet. Schrijf haar als 20261109224000."})
	}
	for _, v := range o.Situatie.Vragen {
		a.Zorgen = append(a.Zorgen, melding.Zorg{Code: naam(vragen, v.Code), Tekst: strings.TrimSpace(v.Antwoord)})
	}
	for _, l := range o.Situatie.Leefgebieden {
		a.Zorgen = append(a.Zorgen, melding.Zorg{Code: naam(leefgebieden, l.Code), Tekst: strings.TrimSpace(l.Toelichting)})
	}
	if i := o.Situatie.Incident; i != (incident{}) {
		a.Incidenten = []melding.Incident{{Kenmerk: a.Zaak, Datum: dag(i.Moment + i.Begin), Plaats: strings.TrimSpace(i.Plaats), Tekst: strings.TrimSpace(i.Omschrijving)}}
	}
	for i, x := range append([]betrekking{o.Betrokkene}, o.Overigen...) {
		if p := x.Persoon.persoon(); p != (persoon.Persoon{}) {
			rol := naam(hoedanigheden, x.Hoedanigheid)
			if i > 0 {
				rol = naam(relaties, x.Relatie)
			}
			a.Betrokkenen = append(a.Betrokkenen, melding.Betrokkene{Persoon: p, Rol: rol})
		}
	}
	return a, faults
}

// partij reads an organisation: by its OIN where twenty digits stand, else by its name.
func partij(s systeem) melding.Partij {
	p := melding.Partij{Naam: strings.TrimSpace(s.Organisatie), Applicatie: strings.TrimSpace(s.Applicatie)}
	if len(p.Naam) == 20 && strings.Trim(p.Naam, "0123456789") == "" {
		p.OIN, p.Naam = p.Naam, ""
	}
	return p
}

// alineas puts texts under each other and leaves out what is empty.
func alineas(texts ...string) string {
	var list []string
	for _, t := range texts {
		if t = strings.TrimSpace(t); t != "" {
			list = append(list, t)
		}
	}
	return strings.Join(list, "\n")
}

func (p persoonXML) persoon() persoon.Persoon {
	r := persoon.Persoon{BSN: strings.TrimSpace(p.BSN), Achternaam: strings.TrimSpace(p.Geslachtnaam + p.Naam), Voorvoegsel: strings.TrimSpace(p.Voorvoegsel),
		Voornamen: strings.TrimSpace(p.Voornamen), Geboren: p.Geboren.zover(), Telefoon: strings.TrimSpace(p.Telefoon), Mailadres: strings.TrimSpace(p.Mailadres)}
	r.Geslacht = map[string]string{"M": "m", "V": "v"}[p.Geslacht]
	if a, ok := woonadres(p.Adressen); ok {
		r.Adres = persoon.Adres{Straat: strings.TrimSpace(a.Straat), Huisnummer: strings.Join(strings.Fields(a.Nummer+" "+a.Letter+" "+a.Toevoeging), " "),
			Postcode: strings.TrimSpace(a.Postcode), Plaats: strings.TrimSpace(a.Plaats)}
	}
	return r
}

// woonadres chooses where somebody lives: his place of living or staying, else the one on register, else the first that is given.
func woonadres(list []adresXML) (adresXML, bool) {
	for _, soort := range []string{"02", "51", "03"} {
		for _, a := range list {
			if a.Soort == soort {
				return a, true
			}
		}
	}
	if len(list) == 0 {
		return adresXML{}, false
	}
	return list[0], true
}

// zover gives as much of a day as is known: "2009-03-04", "2009-03", "2009".
func (d datum) zover() string {
	s := strings.TrimSpace(d.Waarde)
	if len(s) != 8 {
		return ""
	}
	switch d.Onvolledig {
	case "D":
		return s[:4] + "-" + s[4:6]
	case "M":
		return s[:4]
	case "J":
		return ""
	}
	return s[:4] + "-" + s[4:6] + "-" + s[6:]
}

// dag gives the day of a Tijdstip.
func dag(s string) string {
	if len(s) < 8 {
		return ""
	}
	return s[:4] + "-" + s[4:6] + "-" + s[6:8]
}

// moment reads a Tijdstip: eight to seventeen digits, from the year to the millisecond, on the clock of Amsterdam.
func moment(s string) (termijn.Moment, error) {
	const layout = "20060102150405"
	s = strings.TrimSpace(s)
	if len(s) < 8 {
		return termijn.Moment{}, errors.New("corv: a moment without a day")
	}
	if s = s[:min(len(s), len(layout))]; len(s)%2 != 0 {
		s = s[:len(s)-1]
	}
	t, err := time.ParseInLocation(layout[:len(s)], s, termijn.Amsterdam)
	return termijn.At(t), err
}

// naam gives the words of a code, or the code itself where its meaning is not public.
func naam(codes map[string]string, code string) string {
	if n, ok := codes[code]; ok {
		return n
	}
	return code
}
