// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package signaal

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"unicode/utf8"

	"dwarsverband/domein"
	"dwarsverband/domein/cijfer"
	"dwarsverband/domein/gebied"
	"dwarsverband/toegang"
)

// vraagDagen is how long a link to a partner works.
const vraagDagen = 14

// vraagDicht is why no partner is asked about a closed signal.
const vraagDicht = "Dit signaal is gesloten. Heropen het eerst als u een partner iets wilt vragen."

// VraagPartner asks an organisation without an account for its reading. It gives the key of the link, which is shown once and not kept.
func (s *Service) VraagPartner(ctx context.Context, wie toegang.Actor, id, aan, tekst string) (sleutel string, err error) {
	const op = "signaal.VraagPartner"
	sig, _, grant, err := s.haal(ctx, wie, id, toegang.SignaalPartnerVragen)
	if err != nil {
		return "", domein.Wrap(op, err)
	}
	aan, tekst = netjes(aan), netjes(tekst)
	faults := tekstFouten("aan", aan, "Vul in welke organisatie u iets vraagt.", maxNaam*2)
	faults = append(faults, tekstFouten("vraag", tekst, "Schrijf uw vraag op. Noem geen personen.", maxTekst)...)
	if sig.Status() == Gesloten {
		faults = append(faults, domein.Fault{Veld: "status", Melding: vraagDicht})
	}
	if err := domein.Refuse(op, "De vraag is nog niet verstuurd.", faults); err != nil {
		return "", err
	}
	sleutel = s.Sleutel()
	v := Vraag{ID: s.NieuwID(), Signaal: id, Hash: hash(sleutel), Aan: aan, Tekst: tekst, Wie: wie.ID, Gesteld: s.Nu(),
		Tot: s.Nu().Date().AddDays(vraagDagen).End()}
	entry, err := s.Entry(grant, toegang.SoortPartnervraag, v.ID, v)
	if err != nil {
		return "", domein.Wrap(op, err)
	}
	event := Gebeurtenis{Signaal: id, Moment: s.Nu(), Wie: wie.ID, Wat: Gevraagd, Tekst: tekst, Bron: aan}
	return sleutel, domein.Wrap(op, s.Store.AddVraag(ctx, grant, v, event, entry))
}

func tekstFouten(veld, tekst, leeg string, langst int) []domein.Fault {
	switch {
	case tekst == "":
		return []domein.Fault{{Veld: veld, Melding: leeg}}
	case utf8.RuneCountInString(tekst) > langst:
		return []domein.Fault{{Veld: veld, Melding: fmt.Sprintf("Deze tekst is te lang. Gebruik ten hoogste %d tekens.", langst)}}
	}
	return nil
}

// Partnerpagina is what a link shows: the question and the signal, nothing else. Figures of a source that is not public stay inside: a link can be passed on.
type Partnerpagina struct {
	Vraag
	Verantwoordelijke string
	Signaal           Signaal
	Gebied            gebied.Gebied
	Soort             cijfer.Soort
	Bron              cijfer.Bron
	Reeks             []cijfer.Cijfer // empty where the source is not public
	Oordelen          []Oordeel       // idem
}

// ToonVraag gives what is behind a link. A link that never existed, has been used or is over answers the same.
func (s *Service) ToonVraag(ctx context.Context, sleutel string) (Partnerpagina, error) {
	const op = "signaal.ToonVraag"
	v, grant, err := s.partner(ctx, sleutel)
	if err != nil {
		return Partnerpagina{}, domein.Wrap(op, err)
	}
	p := Partnerpagina{Vraag: v, Verantwoordelijke: grant.Verantwoordelijke()}
	if p.Signaal, err = s.Store.Signaal(ctx, grant, v.Signaal); err != nil {
		return p, domein.Wrap(op, err)
	}
	return p, domein.Wrap(op, s.vulPartner(ctx, grant, &p))
}

func (s *Service) vulPartner(ctx context.Context, grant toegang.Grant, p *Partnerpagina) error {
	soorten, err := s.Store.Soorten(ctx, grant)
	if err != nil {
		return err
	}
	bronnen, err := s.Store.Bronnen(ctx, grant)
	if err != nil {
		return err
	}
	if i := slices.IndexFunc(soorten, func(k cijfer.Soort) bool { return k.Code == p.Signaal.Soort }); i >= 0 {
		p.Soort = soorten[i]
	}
	if i := slices.IndexFunc(bronnen, func(b cijfer.Bron) bool { return b.Code == p.Soort.Bron }); i >= 0 {
		p.Bron = bronnen[i]
	}
	areas, err := s.Store.Gebieden(ctx, grant, false)
	if err != nil {
		return err
	}
	if i := slices.IndexFunc(areas, func(a gebied.Gebied) bool { return a.Code == p.Signaal.Gebied }); i >= 0 {
		p.Gebied = areas[i]
	}
	if !p.Bron.Openbaar {
		return nil
	}
	if p.Reeks, err = s.Store.Reeks(ctx, grant, p.Signaal.Soort, p.Signaal.Gebied); err != nil {
		return err
	}
	p.Oordelen, err = s.Store.Oordelen(ctx, grant, p.Signaal.Soort, p.Signaal.Gebied)
	return err
}

// Beantwoord keeps the answer of a partner; the link is used up.
func (s *Service) Beantwoord(ctx context.Context, sleutel, antwoord, bron string) error {
	const op = "signaal.Beantwoord"
	v, grant, err := s.partner(ctx, sleutel)
	if err != nil {
		return domein.Wrap(op, err)
	}
	antwoord, bron = netjes(antwoord), netjes(bron)
	faults := tekstFouten("antwoord", antwoord, "Schrijf uw antwoord op. Noem geen personen.", maxTekst)
	faults = append(faults, tekstFouten("bron", bron, "Vul in waarop u dit baseert.", maxTekst)...)
	if err := domein.Refuse(op, "Het antwoord is nog niet verstuurd.", faults); err != nil {
		return err
	}
	v.Antwoord, v.Bron, v.Beantwoord = antwoord, bron, s.Nu()
	entry, err := s.Entry(grant, toegang.SoortPartnervraag, v.ID, v)
	if err != nil {
		return domein.Wrap(op, err)
	}
	event := Gebeurtenis{Signaal: v.Signaal, Moment: s.Nu(), Wie: WiePartner, Wat: Antwoord, Tekst: antwoord, Bron: v.Aan + ": " + bron}
	return domein.Wrap(op, s.Store.SaveAntwoord(ctx, grant, v, event, entry))
}

// partner opens a link. Whatever is wrong with it, the answer is the same.
func (s *Service) partner(ctx context.Context, sleutel string) (Vraag, toegang.Grant, error) {
	v, tenant, err := s.Store.VraagVanSleutel(ctx, hash(sleutel))
	if err != nil {
		return v, toegang.Grant{}, err
	}
	if !v.Open(s.Nu()) {
		return v, toegang.Grant{}, domein.Missing("signaal.partner")
	}
	partner := toegang.Actor{ID: v.ID, Naam: v.Aan, Verantwoordelijke: tenant, Organisatie: "partner", Rollen: []toegang.Rol{toegang.Partner}}
	grant, err := s.Mag(partner, toegang.SignaalPartnerAntwoorden, toegang.Middel{Soort: toegang.SoortPartnervraag, ID: v.ID, Verantwoordelijke: tenant,
		Status: toegang.StatusOpen, Eigenaar: v.ID})
	return v, grant, err
}

func hash(sleutel string) string {
	sum := sha256.Sum256([]byte(sleutel))
	return hex.EncodeToString(sum[:])
}
