// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package stats

import "math"

// regression fits counts by quasi-Poisson regression with log link on an intercept for each group (the season factor) and
// one common slope in time. The normal matrix is an arrow, so the groups are swept out by centring time within each group:
// a step costs one pass over the observations, no matrix is formed and nothing is lost to conditioning.
//
// Starting values (y + 0.1), the bound on fitted means, the stopping rule (change of deviance under 1e-8 relative, 25
// steps) and which quantities are of the step before the last are those of R's glm.fit: on a season without a single case the
// fitted mean runs to zero until the rule stops it, so there the way matters and not only the destination.
//
// One regression serves one goroutine; its buffers are reused.
type regression struct {
	groups int
	y, t   []float64 // response, and time measured from the time point that is judged
	group  []int     // 0..groups-1; the last one is the group that is judged

	eta, mu, work, z      []float64 // work and z are the weights and the response of the last weighted least squares
	startEta, yLogY       []float64
	omega                 []float64
	sumW, meanT           []float64 // per group, under work
	intercept, before     []float64 // per group, at the judged time; before is of the step before
	ss                    float64   // spread of time within groups under work
	slope, slopeBefore    float64
	df                    float64 // observations minus parameters
	hasTrend, isConverged bool
}

const (
	glmTolerance = 1e-8
	glmSteps     = 25
)

// reset empties the observations.
func (r *regression) reset(groups int) {
	r.groups = groups
	r.y, r.t, r.group, r.startEta, r.yLogY = r.y[:0], r.t[:0], r.group[:0], r.startEta[:0], r.yLogY[:0]
}

// add appends one observation.
func (r *regression) add(y, t float64, group int) {
	l := logsOf(y)
	r.y, r.t, r.group = append(r.y, y), append(r.t, t), append(r.group, group)
	r.startEta, r.yLogY = append(r.startEta, l.plusTenth), append(r.yLogY, l.yLogY)
}

// fit runs the regression. prior holds a weight for each observation, or is nil for weights of 1. It reports false
// when there is nothing to fit: no observation in the judged group, no finite solution, or no freedom left.
// isConverged tells whether the stopping rule was met.
func (r *regression) fit(trend bool, prior []float64) bool {
	n := len(r.y)
	for _, b := range []*[]float64{&r.eta, &r.mu, &r.work, &r.z} {
		*b = resize(*b, n)
	}
	for _, b := range []*[]float64{&r.sumW, &r.meanT, &r.intercept, &r.before} {
		*b = resize(*b, r.groups)
	}
	for i, y := range r.y {
		r.eta[i], r.mu[i] = r.startEta[i], y+0.1
	}
	r.hasTrend, r.isConverged = trend, false
	deviance := r.deviance(prior)
	for step := 0; step < glmSteps; step++ {
		if !r.solve(prior) {
			return false
		}
		r.predict()
		next := r.deviance(prior)
		for half := 0; math.IsNaN(next) || math.IsInf(next, 0); half++ {
			if step == 0 || half > glmSteps {
				return false
			}
			r.halve()
			r.predict()
			next = r.deviance(prior)
		}
		if math.Abs(next-deviance)/(math.Abs(next)+0.1) < glmTolerance {
			r.isConverged = true
			break
		}
		deviance = next
	}
	return r.df > 0
}

// solve does the weighted least squares of one step.
func (r *regression) solve(prior []float64) bool {
	r.intercept, r.before, r.slopeBefore = r.before, r.intercept, r.slope
	clear(r.sumW)
	clear(r.meanT)
	clear(r.intercept)
	for i, mu := range r.mu {
		w := mu
		if prior != nil {
			w *= prior[i]
		}
		z, g := r.eta[i]+(r.y[i]-mu)/mu, r.group[i]
		r.work[i], r.z[i] = w, z
		r.sumW[g] += w
		r.meanT[g] += w * r.t[i]
		r.intercept[g] += w * z
	}
	rank := 0
	for g, w := range r.sumW {
		if w > 0 {
			rank++
			r.meanT[g] /= w
			r.intercept[g] /= w
		}
	}
	r.slope, r.ss = 0, 0
	if r.hasTrend {
		var cross float64
		for i, w := range r.work {
			d := r.t[i] - r.meanT[r.group[i]]
			r.ss += w * d * d
			cross += w * d * (r.z[i] - r.intercept[r.group[i]])
		}
		if r.slope = cross / r.ss; r.ss <= 0 || math.IsNaN(r.slope) || math.IsInf(r.slope, 0) {
			return false
		}
		for g, t := range r.meanT {
			r.intercept[g] -= r.slope * t
		}
		rank++
	}
	r.df = float64(len(r.y) - rank)
	return r.sumW[r.groups-1] > 0
}

// halve goes half the way back to the solution of the step before.
func (r *regression) halve() {
	for g, old := range r.before {
		r.intercept[g] = (r.intercept[g] + old) / 2
	}
	r.slope = (r.slope + r.slopeBefore) / 2
}

func (r *regression) predict() {
	for i, g := range r.group {
		eta := r.intercept[g] + r.slope*r.t[i]
		r.eta[i], r.mu[i] = eta, max(math.Exp(eta), machineEpsilon)
	}
}

func (r *regression) deviance(prior []float64) float64 {
	var sum float64
	for i, y := range r.y {
		d := r.mu[i]
		if y > 0 {
			d += r.yLogY[i] - y*r.eta[i] - y
		}
		if prior != nil {
			d *= prior[i]
		}
		sum += d
	}
	return 2 * sum
}

// pearson is the sum of w*e*e over the freedom left, with e the working residual: the dispersion of the quasi-Poisson
// model when w are the working weights.
func (r *regression) pearson(w []float64) float64 {
	var sum float64
	for i, mu := range r.mu {
		e := (r.y[i] - mu) / mu
		sum += w[i] * e * e
	}
	return sum / r.df
}

// leverage is the diagonal of the hat matrix at observation i.
func (r *regression) leverage(i int) float64 {
	w, g := r.work[i], r.group[i]
	h := w / r.sumW[g]
	if r.hasTrend {
		d := r.t[i] - r.meanT[g]
		h += w * d * d / r.ss
	}
	return h
}

// judgedEta is the linear predictor at the time point that is judged.
func (r *regression) judgedEta() float64 { return r.intercept[r.groups-1] }

// judgedVariance is the variance of judgedEta under dispersion 1.
func (r *regression) judgedVariance() float64 {
	g := r.groups - 1
	v := 1 / r.sumW[g]
	if r.hasTrend {
		v += r.meanT[g] * r.meanT[g] / r.ss
	}
	return v
}

// reweigh returns the weights of Farrington et al. (1996) that quieten past outbreaks: observations whose standardised
// Anscombe residual s is over the limit get s^-2, all others 1, scaled so that they sum to the number of observations.
func (r *regression) reweigh(phi, limit float64) []float64 {
	r.omega = resize(r.omega, len(r.y))
	var sum float64
	for i, y := range r.y {
		mu := r.mu[i]
		s := 1.5 * (math.Cbrt(y*y)/math.Cbrt(math.Sqrt(mu)) - math.Sqrt(mu))
		s /= math.Sqrt(phi * (1 - r.leverage(i)))
		r.omega[i] = 1
		if s > limit {
			r.omega[i] = 1 / (s * s)
		}
		sum += r.omega[i]
	}
	for i := range r.omega {
		r.omega[i] *= float64(len(r.y)) / sum
	}
	return r.omega
}

// maxResponse is the largest observation.
func (r *regression) maxResponse() float64 {
	largest := math.Inf(-1)
	for _, y := range r.y {
		largest = max(largest, y)
	}
	return largest
}

type logs struct{ plusTenth, yLogY float64 }

// smallLogs spares two logarithms an observation: nearly all counts are small.
var smallLogs = func() (table [256]logs) {
	for y := range table {
		table[y] = newLogs(float64(y))
	}
	return table
}()

func newLogs(y float64) logs {
	l := logs{plusTenth: math.Log(y + 0.1)}
	if y > 0 {
		l.yLogY = y * math.Log(y)
	}
	return l
}

func logsOf(y float64) logs {
	if i := int(y); i >= 0 && i < len(smallLogs) && float64(i) == y {
		return smallLogs[i]
	}
	return newLogs(y)
}

func resize(b []float64, n int) []float64 {
	if cap(b) < n {
		return make([]float64, n)
	}
	return b[:n]
}
