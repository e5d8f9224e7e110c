// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

func (w *Web) meldingKoppel(b *bezoek) error {
	id := b.PathValue("id")
	if err := w.Melding.Koppel(b.Context(), b.wie, id, b.PostFormValue("met")); err != nil {
		return err
	}
	b.zeg("Gekoppeld. Weeg deze meldingen vandaag samen. Ontkoppelen kan dertig dagen.")
	return b.naar("/meldingen/" + id)
}

func (w *Web) meldingOntkoppel(b *bezoek) error {
	id := b.PathValue("id")
	if err := w.Melding.Ontkoppel(b.Context(), b.wie, id, b.PostFormValue("met")); err != nil {
		return err
	}
	b.zeg("Ontkoppeld. Beide meldingen zijn weer zoals ze waren.")
	return b.naar("/meldingen/" + id)
}
