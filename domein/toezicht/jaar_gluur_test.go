// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package toezicht_test

// anders gives a name as it may stand in the case: one in ten has another first name there than at work, one in twenty another surname.
func (j *jaar) anders(n naam) naam {
	if j.r.Float64() < 0.1 {
		n.voor = j.bron().voor
	}
	if j.r.Float64() < 0.05 {
		n.achter = j.bron().achter
	}
	return n
}

// plant adds the snoopers. One in five of those who look at somebody they know has a place in the circle too, one in ten a task.
func (j *jaar) plant() {
	for _, s := range soorten {
		for range s.aantal {
			j.gluurders = append(j.gluurders, s.naam)
			j.gluur(s.naam, len(j.gluurders))
		}
	}
}

func (j *jaar) gluur(soort string, nr int) {
	u, c := j.r.IntN(len(j.users)), j.r.IntN(len(j.zaken))
	z, wie := &j.zaken[c], j.users[u]
	switch soort {
	case "own record":
		z.mensen[0] = mens{j.anders(wie.naam), -1, wie.adres}
	case "household":
		n := j.bron()
		if j.r.Float64() < 0.65 {
			n.achter = wie.achter
		}
		z.mensen[0] = mens{n, -1, wie.adres}
	case "colleague":
		v := u
		for v == u {
			v = wie.org + len(j.volledig)*j.r.IntN(len(j.users)/len(j.volledig))
		}
		z.mensen[0] = mens{j.anders(j.users[v].naam), -1, j.users[v].adres}
	case "neighbour":
	default:
		j.dwaal(soort, nr, u, c)
		return
	}
	if j.r.Float64() < 0.2 {
		z.leden = append(z.leden, lid{u, 400})
	}
	taak := j.r.Float64() < 0.1
	for range 1 + j.r.IntN(6) {
		j.voeg(j.dag(), inkijk{wie: u, casus: c, minuut: j.uur(), taak: taak, gluurder: nr})
	}
}

func (j *jaar) oudlid(nr int) {
	for {
		c := j.r.IntN(len(j.zaken))
		l := j.zaken[c].leden[0]
		if l.tot < 20 || l.tot > 250 || j.zaken[c].begin < 0 {
			continue
		}
		for range 1 + j.r.IntN(4) {
			j.voeg(l.tot+5+j.r.IntN(100), inkijk{wie: l.wie, casus: c, minuut: j.uur(), gluurder: nr})
		}
		return
	}
}

// dwaal plants those who look at people that they do not know.
func (j *jaar) dwaal(soort string, nr, u, c int) {
	switch soort {
	case "left the circle":
		j.oudlid(nr)
	case "series of cases":
		for range 2 + j.r.IntN(4) {
			d, m := j.dag(), j.uur()
			for i := range 6 + j.r.IntN(20) {
				j.voeg(d, inkijk{wie: u, casus: j.r.IntN(len(j.zaken)), minuut: m + i*2, gluurder: nr})
			}
		}
	case "closed case at night":
		for n := 3 + j.r.IntN(8); n > 0; {
			c, m := j.r.IntN(len(j.zaken)), j.uur()
			d := j.zaken[c].eind + 60 + j.r.IntN(200)
			if d < 0 || d > 364 {
				continue
			}
			if j.r.Float64() < 0.6 {
				m = 19*60 + j.r.IntN(240)
			}
			j.voeg(d, inkijk{wie: u, casus: c, minuut: m, gluurder: nr})
			n--
		}
	case "run on one file":
		d := j.dag()
		for i, v := range j.r.Perm(len(j.users))[:85] {
			j.voeg(min(d+i/45, 364), inkijk{wie: v, casus: c, minuut: j.r.IntN(1440), gluurder: nr})
		}
	}
}
