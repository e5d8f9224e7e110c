// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"dwarsverband/stats"
)

const tableS23 = "wijk,inbraak,geweld,overlast,totaal\nNoord,3,12,9,24\nMidden,14,2,11,27\nZuid,20,17,8,45\ntotaal,37,31,28,96\n"

const safeS23 = "wijk,inbraak,geweld,overlast,totaal\nNoord,x,x,9,24\nMidden,x,x,11,27\nZuid,20,17,8,45\ntotaal,37,31,28,96\n"

// suppress runs the subcommand on text.
func suppress(text string, args ...string) (code int, stdout, stderr string) {
	var out, errs bytes.Buffer
	code = runStatsSuppress(args, strings.NewReader(text), &out, &errs)
	return code, out.String(), errs.String()
}

func TestStatsSuppress(t *testing.T) {
	crlf := func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") }
	semicolon := func(s string) string { return strings.ReplaceAll(s, ",", ";") }
	for _, c := range []struct{ name, min, in, want string }{
		{"the table of three wijken", "5", tableS23, safeS23},
		{"nothing is small", "2", tableS23, tableS23},
		{"layout of a spreadsheet", "5", "\ufeff" + crlf(semicolon(tableS23)), "\ufeff" + crlf(semicolon(safeS23))},
		{"shown fields stay as they are", "5", "a,\"b, c\",som\nr,007,7\nsom,7,7 \n", "a,\"b, c\",som\nr,007,7\nsom,7,7 \n"},
		{"absent cells and totals", "5", "a,b,c,som\nr,3,.,.\ns,20,30,50\nsom,23,.,.\n", "a,b,c,som\nr,x,.,.\ns,x,x,50\nsom,23,.,.\n"},
		{"zero is shown", "10", "a,b,c,som\nr,0,4,4\ns,90,0,90\nsom,90,4,94\n", "a,b,c,som\nr,0,x,x\ns,x,0,x\nsom,x,x,94\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			code, out, errs := suppress(c.in, "-in", "-", "-min", c.min, "-out", "-")
			if code != 0 || out != c.want || errs != "" {
				t.Errorf("code %d, stderr %q\ngot  %q\nwant %q", code, errs, out, c.want)
			}
		})
	}
}

func TestStatsSuppressFiles(t *testing.T) {
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in.csv"), filepath.Join(dir, "out.csv")
	if err := os.WriteFile(in, []byte(tableS23), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{out, in} { // a new file, and the source itself
		if code, _, errs := suppress("", "-in", in, "-out", path); code != 0 {
			t.Fatalf("code %d: %s", code, errs)
		}
		if got, err := os.ReadFile(path); err != nil || string(got) != safeS23 {
			t.Errorf("%s: %v, %q", path, err, got)
		}
	}
	if info, err := os.Stat(in); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("rights of a replaced file: %v, %v", info.Mode(), err)
	}
	if left, _ := filepath.Glob(filepath.Join(dir, ".*")); left != nil {
		t.Errorf("left behind: %v", left)
	}
}

func TestStatsSuppressBadInput(t *testing.T) {
	const head = "wijk,inbraak,geweld,totaal\n"
	const tail = "Zuid,20,17,37\ntotaal,34,19,53\n"
	dir := t.TempDir()
	out := filepath.Join(dir, "out.csv")
	if err := os.WriteFile(out, []byte("oud"), 0o644); err != nil {
		t.Fatal(err)
	}
	wide := strings.Repeat("1,", 5001) + "1\n"
	for _, c := range []struct{ name, in, want string }{
		{"empty", "", "regel 1, kolom 1: de tabel is te klein"},
		{"no rows", head + tail[:14] + "\n", "de tabel is te klein"},
		{"not a number", head + "Noord,14,twee,16\n" + tail, `regel 2, kolom 3 ("geweld"): "twee" is geen geheel getal`},
		{"a fraction", head + "Noord,14,2.5,16\n" + tail, `"2.5" is geen geheel getal. Schrijf alleen cijfers`},
		{"an empty cell", head + "Noord,14,,16\n" + tail, `regel 2, kolom 3 ("geweld"): "" is geen geheel getal`},
		{"hidden before", head + "Noord,14,x,16\n" + tail, `"x" is geen geheel getal`},
		{"negative", head + "Noord,14,-2,12\n" + tail, `regel 2, kolom 3 ("geweld"): "-2" is negatief`},
		{"too large", head + "Noord,14,99999999999999999999,16\n" + tail, "is te groot"},
		{"row sum", head + "Noord,14,2,17\n" + tail, `regel 2, kolom 4 ("totaal"): het totaal is 17, maar de rij telt op tot 16`},
		{"column sum", head + "Noord,14,3,17\n" + tail, `regel 4, kolom 3 ("geweld"): het totaal is 19, maar de kolom telt op tot 20`},
		{"grand total", head + "Noord,14,2,16\nZuid,20,17,37\ntotaal,34,19,54\n", `regel 4, kolom 4 ("totaal"): het totaal is 54, maar de kolom telt op tot 53. Verbeter het totaal of een cel. Aantal andere fouten: 1.`},
		{"ragged", head + "Noord,14,2\n" + tail, "regel 2, kolom 4: de regel heeft 3 kolommen en de kopregel 4"},
		{"too long", head + "Noord,14,2,16,1\n" + tail, "regel 2, kolom 5: de regel heeft 5 kolommen en de kopregel 4"},
		{"formula in a name", head + "=1+1,14,2,16\n" + tail, `regel 2, kolom 1 ("wijk"): de naam "=1+1" begint met "="`},
		{"formula in the header", "wijk,@som,geweld,totaal\nNoord,14,2,16\n" + tail, `regel 1, kolom 2: de naam "@som" begint met "@"`},
		{"formula in a cell", head + "Noord,14,+2,16\n" + tail, `"+2" is geen geheel getal`},
		{"a line later in a quoted name", head + "\"No\nord\",14,twee,16\n" + tail, "regel 2, kolom 3"},
		{"quotes", head + "No\"ord,14,2,16\n" + tail, "regel 2, teken 3: de aanhalingstekens kloppen niet"},
		{"cut in half", head + "\"Noord,14", "de aanhalingstekens kloppen niet"},
		{"encoding", head + "Belgi\xeb,14,2,16\n" + tail, "regel 2: het bestand is geen UTF-8"},
		{"too many cells", wide + wide + wide, "meer dan 10000 cellen"},
		{"too big", head + strings.Repeat(" ", suppressMaxBytes), "groter dan 16 MB"},
	} {
		t.Run(c.name, func(t *testing.T) {
			code, stdout, errs := suppress(c.in, "-in", "-", "-out", out)
			if code != 2 || stdout != "" || !strings.Contains(errs, c.want) || strings.Count(errs, "\n") != 1 {
				t.Errorf("code %d, stdout %q, stderr %q, want %q", code, stdout, errs, c.want)
			}
			if got, err := os.ReadFile(out); err != nil || string(got) != "oud" {
				t.Errorf("the file changed: %v, %q", err, got)
			}
		})
	}
	if files, _ := os.ReadDir(dir); len(files) != 1 {
		t.Errorf("%d files in the folder, want 1", len(files))
	}
}

func TestStatsSuppressBadOptions(t *testing.T) {
	dir := t.TempDir()
	for _, c := range []struct {
		name string
		args []string
		want string
	}{
		{"no files", nil, "noem -in en -out"},
		{"loose word", []string{"-in", "-", "-out", "-", "5"}, "noem -in en -out"},
		{"minimum is a word", []string{"-in", "-", "-out", "-", "-min", "vijf"}, `-min "vijf" is geen geheel getal van 2 tot en met 1000000`},
		{"minimum hides nothing", []string{"-in", "-", "-out", "-", "-min", "1"}, `-min "1" is geen geheel getal`},
		{"no such file", []string{"-in", filepath.Join(dir, "weg.csv"), "-out", "-"}, "niet te lezen"},
		{"a folder", []string{"-in", dir, "-out", "-"}, "niet te lezen"},
		{"into a folder", []string{"-in", "-", "-out", dir}, "geen gewoon bestand"},
		{"into a folder that is not there", []string{"-in", "-", "-out", filepath.Join(dir, "weg", "uit.csv")}, "Controleer de map"},
	} {
		t.Run(c.name, func(t *testing.T) {
			code, stdout, errs := suppress(tableS23, c.args...)
			if code != 2 || stdout != "" || !strings.Contains(errs, c.want) || strings.Count(errs, "\n") != 1 {
				t.Errorf("code %d, stdout %q, stderr %q, want %q", code, stdout, errs, c.want)
			}
		})
	}
}

func TestStatsSuppressBrokenStreams(t *testing.T) {
	var out, errs bytes.Buffer
	broken := io.MultiReader(strings.NewReader(tableS23), iotest.ErrReader(errors.New("cable pulled")))
	if code := runStatsSuppress([]string{"-in", "-", "-out", "-"}, broken, &out, &errs); code != 2 || out.Len() > 0 || !strings.Contains(errs.String(), "niet te lezen") {
		t.Errorf("broken input: code %d, %q, %q", code, out.String(), errs.String())
	}
	errs.Reset()
	pipe, closed := io.Pipe()
	_ = pipe.Close()
	if code := runStatsSuppress([]string{"-in", "-", "-out", "-"}, strings.NewReader(tableS23), closed, &errs); code != 1 || !strings.Contains(errs.String(), "niet te schrijven") {
		t.Errorf("closed output: code %d, %q", code, errs.String())
	}
}

// A file without open figures always has a safe pattern, so the refusal is shown by its message alone.
func TestStatsSuppressRefusedTable(t *testing.T) {
	got := (&tableCSV{}).explain(fmt.Errorf("suppress: %w", stats.ErrNoSafePattern)).Error()
	if want := "deze tabel is niet veilig af te schermen"; !strings.HasPrefix(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestStatsSuppressHelp runs the example in the help.
func TestStatsSuppressHelp(t *testing.T) {
	code, stdout, help := suppress("", "-h")
	_, example, found := strings.Cut(stdout+help, "Voorbeeld:\n  printf '")
	if code != 0 || !found {
		t.Fatalf("code %d, help %q", code, stdout+help)
	}
	text, command, _ := strings.Cut(example, "' |\n    dwarsverband stats suppress ")
	code, out, errs := suppress(strings.ReplaceAll(text, `\n`, "\n"), strings.Fields(command)...)
	if code != 0 || out != safeS23 {
		t.Errorf("the example gives code %d, %q, %q", code, out, errs)
	}
}

// FuzzReadTableCSV: any bytes give a table or a message of one line, and a table that is written reads back as the same table.
func FuzzReadTableCSV(f *testing.F) {
	for _, seed := range []string{tableS23, safeS23, "\ufeffa;b;c\r\nr;.;4\r\nt;0;.\r\n", "a,b,c\n=r,1,1\nt,1,1\n", "\"a\nb\",,\n,1,1\n,1,1", "a,b,c\n\xff,1,1\nt,1,1\n", "a\"b,\n"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := readTableCSV(bytes.NewReader(data))
		var table stats.Table
		if err == nil {
			table, err = c.table()
		}
		if err != nil {
			if text := err.Error(); text == "" || strings.ContainsAny(text, "\r\n") {
				t.Fatalf("message %q", text)
			}
			return
		}
		text, err := c.format(stats.Suppressed{Table: table})
		if err != nil {
			t.Fatal(err)
		}
		again, err := readTableCSV(bytes.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		same, err := again.table()
		if err != nil || fmt.Sprint(same) != fmt.Sprint(table) {
			t.Fatalf("%v: %v became %v", err, table, same)
		}
	})
}
