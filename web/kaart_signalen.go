// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package web

import (
	"dwarsverband/beeld"
	"dwarsverband/domein"
	"dwarsverband/domein/cijfer"
	"dwarsverband/domein/signaal"
)

// signalenOp gives the signals of a kind in the last month that is shown, by area. Who may not see signals sees a map without them.
func (b *bezoek) signalenOp(data cijfer.Vergelijking) (map[string]string, error) {
	if data.Soort.Lengte != cijfer.Maand {
		return nil, nil
	}
	list, err := b.web.Signaal.Lijst(b.Context(), b.wie, signaal.Filter{Soort: data.Soort.Code, Vanaf: data.Keuze.Tot, Alles: true})
	if domein.KindOf(err) == domein.Forbidden {
		return nil, nil
	}
	by := map[string]string{}
	for _, s := range list {
		if s.Periode == data.Keuze.Tot && !s.Vervallen {
			by[s.Gebied] = s.ID
		}
	}
	return by, err
}

// merkSignalen marks the months of a series in which there was a signal.
func (b *bezoek) merkSignalen(points []beeld.Reekspunt, soort cijfer.Soort, gebied string) error {
	if soort.Lengte != cijfer.Maand {
		return nil
	}
	list, err := b.web.Signaal.Lijst(b.Context(), b.wie, signaal.Filter{Soort: soort.Code, Gebied: gebied, Alles: true})
	if domein.KindOf(err) == domein.Forbidden {
		return nil
	}
	for _, s := range list {
		month := beeld.NewMaand(s.Periode.Start())
		for i := range points {
			points[i].Signaal = points[i].Signaal || points[i].Maand == month && !s.Vervallen
		}
	}
	return err
}
