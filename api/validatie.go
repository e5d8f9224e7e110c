// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package api

import (
	"cmp"
	"net/http"
	"slices"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/validation"
)

// init sets what huma keeps in variables: its error constructor, because the design rules ask for 400 where it says 422, and its messages, because the users of the
// API read Dutch. Faults come in the order of their place, since huma walks unknown fields as a map.
func init() {
	newError := huma.NewError
	huma.NewError = func(status int, msg string, errs ...error) huma.StatusError {
		if status == http.StatusUnprocessableEntity {
			status, msg = http.StatusBadRequest, "De aanvraag klopt niet. Herstel alle genoemde velden."
			errs = slices.Clone(errs)
			slices.SortStableFunc(errs, func(a, b error) int { return cmp.Compare(plaats(a), plaats(b)) })
		}
		return newError(status, msg, errs...)
	}
	validation.MsgUnexpectedProperty = "dit veld bestaat niet; haal het weg"
	validation.MsgExpectedRFC3339DateTime = "geef een tijdstip als 2026-11-09T14:30:00Z"
	validation.MsgExpectedRFC3339Date = "geef een datum als 2026-11-09"
	validation.MsgExpectedBoolean = "geef true of false"
	validation.MsgExpectedNumber = "geef een getal"
	validation.MsgExpectedInteger = "geef een geheel getal"
	validation.MsgExpectedString = "geef een tekst"
	validation.MsgExpectedArray = "geef een lijst"
	validation.MsgExpectedObject = "geef een object"
	validation.MsgExpectedArrayItemsUnique = "noem elke waarde één keer"
	validation.MsgExpectedOneOf = "kies uit \"%s\""
	validation.MsgExpectedMinimumNumber = "geef een getal van %v of hoger"
	validation.MsgExpectedMaximumNumber = "geef een getal van %v of lager"
	validation.MsgExpectedMinLength = "geef een tekst van minstens %d teken(s)"
	validation.MsgExpectedMaxLength = "geef een tekst van hoogstens %d tekens"
	validation.MsgExpectedMatchPattern = "geef een tekst van de vorm %s"
	validation.MsgExpectedMinItems = "geef minstens %d waarde(n)"
	validation.MsgExpectedMaxItems = "geef hoogstens %d waarden"
	validation.MsgExpectedRequiredProperty = "het veld %s ontbreekt"
}

func plaats(err error) string {
	if d, ok := err.(huma.ErrorDetailer); ok {
		return d.ErrorDetail().Location
	}
	return ""
}
