// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"errors"
	"net/http"
	"slices"

	"dwarsverband/domein"
	"dwarsverband/domein/cijfer"
)

// importView is the page where a file is sent in.
type importView struct {
	Pagina
	Formaten []formaat
	Formaat  string
	Jaar     string
	Fout     string // over the whole file
	Faults   []veldFout
	Meer     int // faults that are not shown
	Invoeren []invoerRegel
	MaxMB    int64
}

// veldFout is a fault and the field of the form that it is about.
type veldFout struct {
	domein.Fault
	Bij string // id of the field
}

// invoerRegel is a file that was read in before.
type invoerRegel struct {
	cijfer.Invoer
	FormaatNaam string
	Naam        string // of the user who read it in
}

// maxFouten is how many faults of a file a page shows; who has more starts with these.
const maxFouten = 25

// importShow shows the form and what was read in before.
func (w *Web) importShow(b *bezoek) error {
	v, err := b.importView()
	if err != nil {
		return err
	}
	return b.toon("import", v)
}

func (b *bezoek) importView() (*importView, error) {
	list, err := b.web.Cijfer.Invoeren(b.Context(), b.wie)
	if err != nil {
		return nil, err
	}
	names, err := b.web.namen(b)
	if err != nil {
		return nil, err
	}
	v := &importView{
		Pagina:   Pagina{Titel: "Cijfers en gebieden inlezen", Menu: "/import", Lead: "Kies een bestand. U ziet eerst wat er zou gebeuren. Pas daarna beslist u of het wordt ingelezen."},
		Formaten: formaten, MaxMB: maxUpload >> 20,
	}
	for _, in := range list[:min(len(list), 25)] {
		v.Invoeren = append(v.Invoeren, invoerRegel{in, formaatNaam(in.Formaat), naamOf(names, in.Wie)})
	}
	return v, nil
}

// importFout shows the form again, with what is wrong and what was chosen. An error that is not about the file goes on to the error page.
func (b *bezoek) importFout(err error, formaat, jaar string) error {
	var e *domein.Error
	if !errors.As(err, &e) || e.Kind != domein.Invalid {
		return err
	}
	v, viewErr := b.importView()
	if viewErr != nil {
		return viewErr
	}
	v.Formaat, v.Jaar, v.Fout = formaat, jaar, e.Melding
	v.Faults, v.Meer = veldFouten(e.Faults)
	return b.toonMet(http.StatusBadRequest, "import", v)
}

func veldFouten(faults []domein.Fault) (list []veldFout, meer int) {
	for _, f := range faults[:min(len(faults), maxFouten)] {
		bij := "bestand"
		if slices.Contains([]string{"formaat", "jaar"}, f.Veld) {
			bij = f.Veld
		}
		list = append(list, veldFout{f, bij})
	}
	return list, len(faults) - len(list)
}

// Bij gives the message of the first fault at a field, for beside the field.
func (v *importView) Bij(veld string) string {
	for _, f := range v.Faults {
		if f.Bij == veld {
			return f.Melding
		}
	}
	return ""
}
