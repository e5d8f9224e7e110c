// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"errors"
	"net/http"
	"net/url"

	"dwarsverband/domein"
)

// zoekopdrachtSave keeps the choice on the list of signals under a name. Only what the list knows is kept, never the address as it was sent.
func (w *Web) zoekopdrachtSave(b *bezoek) error {
	q, err := url.ParseQuery(b.PostFormValue("query"))
	if err != nil {
		q = url.Values{}
	}
	namen, err := w.Signaal.Namen(b.Context(), b.wie)
	if err != nil {
		return err
	}
	k := leesKeuze(q, namen)
	err = w.Signaal.BewaarZoekopdracht(b.Context(), b.wie, b.PostFormValue("naam"), k.query().Encode())
	var e *domein.Error
	if errors.As(err, &e) && e.Kind == domein.Invalid {
		return w.signalenToon(b, http.StatusBadRequest, k.query(), bulkForm{Kop: e.Melding, Fouten: e.Faults})
	}
	if err != nil {
		return err
	}
	b.zeg("De zoekopdracht is bewaard.")
	return b.naar(k.URL())
}

// zoekopdrachtWis removes a saved search.
func (w *Web) zoekopdrachtWis(b *bezoek) error {
	if err := w.Signaal.WisZoekopdracht(b.Context(), b.wie, b.PathValue("id")); err != nil {
		return err
	}
	b.zeg("De zoekopdracht is weg.")
	return b.naar("/signalen")
}
