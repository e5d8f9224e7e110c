// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"errors"
	"fmt"
	"slices"

	"dwarsverband/domein"
	"dwarsverband/domein/signaal"
)

// signaalStap takes one step with a signal, and with the others of its event when that was asked. Who stays at the station sends only what he changed; who goes on sends
// all fields of the next.
func (w *Web) signaalStap(b *bezoek) error {
	id, naar := b.PathValue("id"), signaal.Status(b.PostFormValue("naar"))
	form := nieuweStap(id, signaal.Status(b.PostFormValue("van")), naar)
	form.lees(b)
	if b.PostFormValue("kies.status") == "hun" {
		b.zeg("Uw stap is vervallen. De stap van uw collega is gebleven.")
		return b.naar("/signalen/" + id)
	}
	stap := signaal.Stap{Naar: naar, Basis: form.Versie, Velden: form.wijziging().Velden}
	if form.Van != naar {
		for _, f := range form.velden() {
			stap.Velden[f.Naam] = f.Waarde
		}
	}
	var mee []signaal.Keuze
	if b.PostFormValue("mee") != "" {
		mee = leesKeuzes(b.PostForm["deel"])
	}
	sig, others, err := w.Signaal.ZetSamen(b.Context(), b.wie, id, stap, mee)
	if err != nil {
		return w.stapFout(b, form, err)
	}
	b.zeg(stapMelding(sig, form.Versie, others))
	return b.naar("/signalen/" + id)
}

func stapMelding(sig signaal.Signaal, was int, others signaal.BulkVerslag) string {
	s := fmt.Sprintf("Dit signaal is %s.", sig.Status())
	if sig.Versie == was {
		s = "Er is niets gewijzigd."
	}
	if n := len(others.Gedaan); n > 0 {
		s += fmt.Sprintf(" Dat geldt ook voor %d andere van deze gebeurtenis.", n)
	}
	if n := len(others.Niet); n > 0 {
		s += fmt.Sprintf(" Bij %d andere kon het niet: %s", n, others.Niet[0].Reden)
	}
	return s
}

// stapFout shows the signal with the step that did not go through. Where somebody else was first, the form holds what is stored, beside what was sent.
func (w *Web) stapFout(b *bezoek, form stapForm, err error) error {
	var e *domein.Error
	if !errors.As(err, &e) || e.Kind != domein.Conflict {
		if status, ok := form.mislukt(err, nil, 0); ok {
			return w.signaalToon(b, status, signaalFout{Stap: &form})
		}
		return err
	}
	now, err := w.Signaal.Toon(b.Context(), b.wie, b.PathValue("id"))
	if err != nil {
		return err
	}
	fout := signaalFout{Stap: &form}
	status, _ := form.mislukt(e, now.Velden, now.Versie)
	if slices.ContainsFunc(e.Botsingen, func(c domein.Botsing) bool { return c.Veld == "status" }) {
		form.Statuskeuze = true
		fout.Botsing = &statusBotsing{Uw: form.Naar, Hun: now.Status(), Mag: slices.Contains(now.Stappen, signaal.Mogelijk{Naar: form.Naar})}
	}
	form.Van = now.Status()
	return w.signaalToon(b, status, fout)
}
