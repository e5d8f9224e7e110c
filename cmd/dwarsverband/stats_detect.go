// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"dwarsverband/stats"
)

// detectOpties are the flags of stats detect. A flag that was not given takes the setting of its method.
type detectOpties struct {
	in, out, method, threshold      string
	freq, b, w, past, periods, from int
	trend                           bool
	alpha                           float64
}

func runStatsDetect(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	fs := vlaggen("stats detect", "zoekt opvallende aantallen in reeksen",
		"(echo series,t,count; for t in 1 2 3 4 5 6 7; do echo a,$t,$t; done; echo a,8,20) | dwarsverband stats detect -method ears-c1 -in - -out -", stderr)
	var o detectOpties
	o.vlaggen(fs)
	if code, done := lees(fs, args); done {
		return code
	}
	given := map[string]bool{}
	fs.Visit(func(f *flag.Flag) { given[f.Name] = true })
	method, err := o.methode(given)
	if err == nil && (o.in == "" || o.out == "" || fs.NArg() > 0) {
		err = tellUser("noem -in en -out (- is de standaardinvoer of -uitvoer) en verder geen bestanden.")
	}
	var result []byte
	if err == nil {
		result, err = detectFile(o, method, stdin, stderr)
	}
	if err == nil && o.out != "-" {
		err = replaceFile(o.out, result)
	}
	if err != nil {
		fmt.Fprintln(stderr, "dwarsverband stats detect:", eenRegel(err))
		return 2
	}
	if o.out == "-" {
		if _, err := stdout.Write(result); err != nil {
			fmt.Fprintln(stderr, "dwarsverband stats detect: het resultaat is niet te schrijven naar de standaarduitvoer.")
			return 1
		}
	}
	return 0
}

func (o *detectOpties) vlaggen(fs *flag.FlagSet) {
	fs.StringVar(&o.in, "in", "", "CSV-`bestand` met series,t,count; een leeg aantal is een gat; - is de standaardinvoer")
	fs.StringVar(&o.out, "out", "", "CSV-`bestand` voor het resultaat; - is de standaarduitvoer")
	fs.StringVar(&o.method, "method", "flexible", "farrington, flexible, ears-c1, ears-c2, ears-c3 of bayes")
	fs.IntVar(&o.freq, "freq", 52, "tijdstippen per jaar")
	fs.IntVar(&o.b, "b", 3, "jaren terug")
	fs.IntVar(&o.w, "w", 3, "tijdstippen aan weerszijden van dezelfde tijd van het jaar")
	fs.IntVar(&o.past, "past", 26, "laatste tijdstippen die niet meetellen (flexible)")
	fs.IntVar(&o.periods, "periods", 10, "delen van het jaar in het seizoen (flexible)")
	fs.BoolVar(&o.trend, "trend", true, "schat een trend (farrington, flexible)")
	fs.Float64Var(&o.alpha, "alpha", 0.05, "kans op vals alarm (ears-c1 en ears-c2: 0.001, ears-c3: 0.025)")
	fs.StringVar(&o.threshold, "threshold", "delta", "delta, nbPlugin of muan (flexible)")
	fs.IntVar(&o.from, "from", 0, "eerste tijdstip dat beoordeeld wordt; 0: het eerste met genoeg verleden")
}

// methode makes the method with the settings that were given, over those of the reference.
func (o detectOpties) methode(given map[string]bool) (stats.Method, error) {
	switch o.method {
	case "farrington":
		m := stats.DefaultFarrington()
		m.Freq, m.B, m.W, m.Trend, m.Alpha = o.freq, o.b, o.w, o.trend, o.alpha
		return m, o.check(m)
	case "flexible":
		m := stats.DefaultFlexible()
		m.Freq, m.B, m.W, m.Past, m.Periods, m.Trend, m.Alpha = o.freq, o.b, o.w, o.past, o.periods, o.trend, o.alpha
		threshold, ok := stats.ParseThreshold(o.threshold)
		if !ok {
			return nil, tellUser("-threshold %q bestaat niet. Kies delta, nbPlugin of muan.", o.threshold)
		}
		m.Threshold = threshold
		return m, o.check(m)
	case "bayes":
		m := stats.DefaultBayes()
		m.Freq, m.B, m.W, m.Alpha = o.freq, o.b, o.w, o.alpha
		return m, o.check(m)
	}
	which, ok := map[string]stats.EARS{"ears-c1": stats.C1, "ears-c2": stats.C2, "ears-c3": stats.C3}[o.method]
	if !ok {
		return nil, tellUser("-method %q bestaat niet. Kies farrington, flexible, ears-c1, ears-c2, ears-c3 of bayes.", o.method)
	}
	m := stats.DefaultEARS(which)
	if given["alpha"] {
		m.Alpha = o.alpha
	}
	return m, o.check(m)
}

// check says in Dutch which settings do not fit; m.Check knows of no others.
func (o detectOpties) check(m stats.Method) error {
	var faults []string
	unless := func(ok bool, format string, args ...any) {
		if !ok {
			faults = append(faults, fmt.Sprintf(format, args...))
		}
	}
	unless(o.from >= 0, "-from %d kan niet; geef 0 of het nummer van een tijdstip vanaf 1", o.from)
	unless(o.alpha > 0 && o.alpha < 0.5, "-alpha %v kan niet; geef een getal tussen 0 en 0,5, bijvoorbeeld 0.05", o.alpha)
	if _, ears := m.(stats.EARSOptions); !ears {
		unless(o.freq >= 1 && o.freq <= 366, "-freq %d kan niet; geef 52 voor weken of 12 voor maanden", o.freq)
		unless(o.b >= 1 && o.b <= 1000, "-b %d kan niet; geef een aantal jaren vanaf 1", o.b)
		unless(o.w >= 0 && 2*o.w < o.freq, "-w %d kan niet; geef 0 of meer, en minder dan de helft van -freq", o.w)
	}
	if _, flexible := m.(stats.FlexibleOptions); flexible {
		unless(o.past >= 0 && o.past < o.freq, "-past %d kan niet; geef 0 of meer, en minder dan -freq", o.past)
		unless(o.periods == 1 || o.periods >= 1 && o.periods <= o.freq-2*o.w, "-periods %d kan niet; geef 1 tot en met -freq min twee keer -w", o.periods)
	}
	if len(faults) > 0 {
		return tellUser("%s.", strings.Join(faults, "; "))
	}
	return m.Check()
}

// detectFile judges the series of a file and gives the result as CSV.
func detectFile(o detectOpties, m stats.Method, stdin io.Reader, stderr io.Writer) ([]byte, error) {
	file, err := openBestand(o.in, stdin)
	if err != nil {
		return nil, err
	}
	defer func() { _ = file.Close() }()
	series, err := readSeries(file)
	if err != nil {
		return nil, err
	}
	for i := range series {
		series[i].From = o.from
	}
	shown := 0
	verdicts, err := stats.DetectAll(context.Background(), series, m, func(done, total int) {
		if percent := 100 * done / total; percent >= shown+10 {
			shown = percent - percent%10
			fmt.Fprintf(stderr, "  %d %%\n", shown)
		}
	})
	if errors.Is(err, stats.ErrCounts) {
		return nil, tellUser("een aantal klopt niet: %v.", err)
	}
	if err != nil {
		return nil, err
	}
	return writeVerdicts(series, verdicts), nil
}

// writeVerdicts writes numbers so that reading them back gives the same bits, and what is undefined as an empty field.
func writeVerdicts(series []stats.Series, verdicts [][]stats.Verdict) []byte {
	var b bytes.Buffer
	b.WriteString("series,t,observed,expected,upper,score,p,alarm\n")
	for i, s := range series {
		name := csvField(s.Name)
		for _, v := range verdicts[i] {
			b.WriteString(name)
			b.WriteByte(',')
			b.WriteString(strconv.Itoa(v.T))
			for _, f := range []float64{v.Observed, v.Expected, v.Upper, v.Score, v.P} {
				b.WriteByte(',')
				if !math.IsNaN(f) {
					b.Write(strconv.AppendFloat(b.AvailableBuffer(), f, 'g', -1, 64))
				}
			}
			switch {
			case !v.Judged:
				b.WriteString(",\n")
			case v.Alarm:
				b.WriteString(",1\n")
			default:
				b.WriteString(",0\n")
			}
		}
	}
	return b.Bytes()
}
