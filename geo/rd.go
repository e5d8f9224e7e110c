// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package geo

import "math"

// The chain is that of EPSG:28992 to EPSG:4326 without the RDNAPTRANS2018 grid:
// oblique stereographic projection (EPSG method 9809, EPSG Guidance Note 7-2,
// 3.2.4) on the Bessel 1841 ellipsoid, then the seven-parameter transformation
// "Amersfoort to WGS 84 (4)" (EPSG:4833) in geocentric coordinates. Leaving the
// grid out costs at most 0.25 m, well under the width of a border.

// ellipsoid holds the equatorial radius and the squared first eccentricity.
type ellipsoid struct {
	a, e2 float64
}

func newEllipsoid(a, inverseFlattening float64) ellipsoid {
	f := 1 / inverseFlattening
	return ellipsoid{a, f * (2 - f)}
}

var (
	bessel = newEllipsoid(6377397.155, 299.1528128)
	wgs84  = newEllipsoid(6378137, 298.257223563)
)

// geocentric gives the geocentric coordinates of a point on the ellipsoid.
func (el ellipsoid) geocentric(lon, lat float64) (x, y, z float64) {
	sinLat, cosLat := math.Sincos(lat)
	sinLon, cosLon := math.Sincos(lon)
	nu := el.a / math.Sqrt(1-el.e2*sinLat*sinLat)
	return nu * cosLat * cosLon, nu * cosLat * sinLon, nu * (1 - el.e2) * sinLat
}

// geodetic is Bowring's closed form (Survey Review 1976): error below a
// micrometre at heights near the ground. The height itself is dropped.
func (el ellipsoid) geodetic(x, y, z float64) (lon, lat float64) {
	p := math.Hypot(x, y)
	b := el.a * math.Sqrt(1-el.e2)
	t := z * el.a / (p * b)
	c := 1 / math.Sqrt(1+t*t)
	s := t * c
	second := el.e2 / (1 - el.e2)
	return math.Atan2(y, x), math.Atan2(z+second*b*s*s*s, p-el.e2*el.a*c*c*c)
}

const (
	arcSecond = math.Pi / (180 * 3600)
	degree    = math.Pi / 180

	shiftX, shiftY, shiftZ = 565.4171, 50.3319, 465.5524
	rotX                   = -0.398957388243134 * arcSecond
	rotY                   = 0.343987817378283 * arcSecond
	rotZ                   = -1.87740163998045 * arcSecond
	scaleUp                = 1 + 4.0725e-6
)

// amersfoortToWGS84 applies the position-vector transformation.
func amersfoortToWGS84(x, y, z float64) (float64, float64, float64) {
	return shiftX + scaleUp*(x-rotZ*y+rotY*z),
		shiftY + scaleUp*(rotZ*x+y-rotX*z),
		shiftZ + scaleUp*(-rotY*x+rotX*y+z)
}

// wgs84ToAmersfoort uses the transposed rotation: for angles this small it is
// the inverse to well under a millimetre.
func wgs84ToAmersfoort(x, y, z float64) (float64, float64, float64) {
	x, y, z = (x-shiftX)/scaleUp, (y-shiftY)/scaleUp, (z-shiftZ)/scaleUp
	return x + rotZ*y - rotY*z, -rotZ*x + y + rotX*z, rotY*x - rotX*y + z
}

// stereographic holds the constants of the projection, named as in EPSG
// Guidance Note 7-2.
type stereographic struct {
	e, n, c, sinChi0, cosChi0, chi0, lon0, twoRk0 float64
}

const (
	falseEasting  = 155000.0
	falseNorthing = 463000.0
)

var rd = newStereographic()

func newStereographic() stereographic {
	const (
		lat0 = (52 + 9.0/60 + 22.178/3600) * degree
		lon0 = (5 + 23.0/60 + 15.5/3600) * degree
		k0   = 0.9999079
	)
	e2, e := bessel.e2, math.Sqrt(bessel.e2)
	sin0, cos0 := math.Sincos(lat0)
	rho := bessel.a * (1 - e2) / math.Pow(1-e2*sin0*sin0, 1.5)
	nu := bessel.a / math.Sqrt(1-e2*sin0*sin0)
	n := math.Sqrt(1 + e2*math.Pow(cos0, 4)/(1-e2))
	w1 := math.Exp(2 * n * (math.Atanh(sin0) - e*math.Atanh(e*sin0)))
	sinChi00 := (w1 - 1) / (w1 + 1)
	c := (n + sin0) * (1 - sinChi00) / ((n - sin0) * (1 + sinChi00))
	sinChi0 := (c*w1 - 1) / (c*w1 + 1)
	chi0 := math.Asin(sinChi0)
	return stereographic{e, n, c, sinChi0, math.Cos(chi0), chi0, lon0, 2 * math.Sqrt(rho*nu) * k0}
}

func (s stereographic) forward(lon, lat float64) (x, y float64) {
	sinLat := math.Sin(lat)
	w := s.c * math.Exp(2*s.n*(math.Atanh(sinLat)-s.e*math.Atanh(s.e*sinLat)))
	sinChi := (w - 1) / (w + 1)
	cosChi := math.Sqrt(1 - sinChi*sinChi)
	sinLon, cosLon := math.Sincos(s.n * (lon - s.lon0))
	b := 1 + sinChi*s.sinChi0 + cosChi*s.cosChi0*cosLon
	return falseEasting + s.twoRk0*cosChi*sinLon/b,
		falseNorthing + s.twoRk0*(sinChi*s.cosChi0-cosChi*s.sinChi0*cosLon)/b
}

func (s stereographic) inverse(x, y float64) (lon, lat float64) {
	dx, dy := x-falseEasting, y-falseNorthing
	g := s.twoRk0 * math.Tan(math.Pi/4-s.chi0/2)
	h := 2*s.twoRk0*math.Tan(s.chi0) + g
	i := math.Atan(dx / (h + dy))
	j := math.Atan(dx/(g-dy)) - i
	chi := s.chi0 + 2*math.Atan((dy-dx*math.Tan(j/2))/s.twoRk0)
	psi := (math.Atanh(math.Sin(chi)) - math.Log(s.c)/2) / s.n
	// Isometric latitude to latitude: each step gains over two digits, so five
	// steps reach the precision of a float64.
	sinLat := math.Tanh(psi)
	for range 5 {
		sinLat = math.Tanh(psi + s.e*math.Atanh(s.e*sinLat))
	}
	return (j+2*i)/s.n + s.lon0, math.Asin(sinLat)
}

// ToWGS84 converts RD New metres to degrees of longitude and latitude, within
// 0.5 m of PROJ without its correction grid.
func ToWGS84(x, y float64) (lon, lat float64) {
	lon, lat = wgs84.geodetic(amersfoortToWGS84(bessel.geocentric(rd.inverse(x, y))))
	return lon / degree, lat / degree
}

// FromWGS84 converts degrees of longitude and latitude to RD New metres, within
// 0.5 m of PROJ without its correction grid.
func FromWGS84(lon, lat float64) (x, y float64) {
	return rd.forward(bessel.geodetic(wgs84ToAmersfoort(wgs84.geocentric(lon*degree, lat*degree))))
}
