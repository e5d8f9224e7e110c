// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"errors"
	"net/http"

	"dwarsverband/domein"
)

// foutView is the page for what did not go well.
type foutView struct {
	Pagina
	Uitleg    string
	Faults    []domein.Fault
	Botsingen []domein.Botsing
}

var statussen = map[domein.Kind]int{
	domein.Invalid: http.StatusBadRequest, domein.NotFound: http.StatusNotFound, domein.Forbidden: http.StatusForbidden,
	domein.Conflict: http.StatusConflict, domein.Gone: http.StatusGone, domein.Internal: http.StatusInternalServerError,
}

var titels = map[domein.Kind]string{
	domein.Invalid: "Dit klopt nog niet", domein.NotFound: "Niet gevonden", domein.Forbidden: "Dit mag u niet",
	domein.Conflict: "Intussen gewijzigd", domein.Gone: "Niet meer beschikbaar", domein.Internal: "Er ging iets mis",
}

// fout shows what went wrong in the words of the domain; what nobody classified is logged and shown without its text.
func (b *bezoek) fout(err error) {
	kind := domein.KindOf(err)
	v := &foutView{Pagina: Pagina{Titel: titels[kind]}}
	var e *domein.Error
	if errors.As(err, &e) && kind != domein.Internal {
		v.Uitleg, v.Faults, v.Botsingen = e.Melding, e.Faults, e.Botsingen
	} else {
		v.Uitleg = "Uw werk is niet opgeslagen. Probeer het opnieuw. Blijft het misgaan? Meld het bij de beheerder."
		b.web.Log.ErrorContext(b.Context(), "page failed", "method", b.Method, "pattern", b.Pattern, "err", err)
	}
	if err := b.toonMet(statussen[kind], "fout", v); err != nil {
		b.web.Log.ErrorContext(b.Context(), "error page failed", "err", err)
		http.Error(b.w, "Er ging iets mis.", http.StatusInternalServerError)
	}
}
