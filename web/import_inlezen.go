// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import "dwarsverband/domein"

// importInlezen reads a waiting file in for good. A second press of the button finds the work under way and starts nothing.
func (w *Web) importInlezen(b *bezoek) error {
	if _, err := w.Cijfer.Invoeren(b.Context(), b.wie); err != nil {
		return err
	}
	id := b.PathValue("id")
	if work := w.Inlezer.vind(b.tenant.ID, b.wie.ID, id); work != nil && !work.proef && work.nu().Fout == nil {
		return b.naar("/import/" + id)
	}
	in, err := b.klaargezet(id)
	if err != nil {
		return err
	}
	work := b.baan(in, false)
	if err := w.Inlezer.start(work); err != nil {
		return err
	}
	work.wacht(b.Context())
	return b.naar("/import/" + id)
}

// importWeg throws a waiting file away.
func (w *Web) importWeg(b *bezoek) error {
	id := b.PathValue("id")
	work := w.Inlezer.vind(b.tenant.ID, b.wie.ID, id)
	if work != nil && !work.nu().Klaar {
		return &domein.Error{Kind: domein.Conflict, Op: "web.importWeg", Melding: "Dit bestand wordt net gelezen. Wacht tot dat klaar is."}
	}
	if err := w.Klaar.Weg(b.tenant.ID, b.wie.ID, id); err != nil {
		return err
	}
	if work != nil {
		w.Inlezer.vergeet(work)
	}
	b.zeg("Het bestand is weggegooid. Er is niets ingelezen.")
	return b.naar("/import")
}
