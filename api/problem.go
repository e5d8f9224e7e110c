// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package api

import (
	"errors"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"dwarsverband/domein"
)

var statussen = map[domein.Kind]int{
	domein.Invalid: http.StatusBadRequest, domein.NotFound: http.StatusNotFound, domein.Forbidden: http.StatusForbidden,
	domein.Conflict: http.StatusConflict, domein.Gone: http.StatusGone,
}

// probleem turns the end of a use case into problem+json, with all faults or both values of each clash. What nobody classified is logged and keeps its text inside.
func (a *API) probleem(op string, err error) error {
	status, ok := statussen[domein.KindOf(err)]
	if !ok {
		a.Log.Error("api operation failed", "op", op, "err", err)
		return huma.NewError(http.StatusInternalServerError, "Er ging iets mis. Er is niets opgeslagen.")
	}
	var e *domein.Error
	if !errors.As(err, &e) {
		return huma.NewError(status, "")
	}
	var details []error
	for _, f := range e.Faults {
		details = append(details, &huma.ErrorDetail{Message: f.Melding, Location: f.Veld})
	}
	for _, b := range e.Botsingen {
		details = append(details, &huma.ErrorDetail{Message: "Uw waarde: " + b.Uw + ". Waarde van de ander: " + b.Hun + ".", Location: b.Veld, Value: b.Hun})
	}
	return huma.NewError(status, e.Melding, details...)
}
