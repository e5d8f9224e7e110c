// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// Command assets builds what the browser loads: one style sheet, one script, fonts, a sheet of icons and the licences
// of all of them. It reads web/assets/src and node_modules and writes web/assets/dist, which the program embeds.
//
//	go run ./assets -root ..
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"sort"
)

// keep is the one committed file in the output folder; with it the folder can be embedded before the first build.
const keep = "README.md"

func main() {
	root := flag.String("root", ".", "root of the repository")
	flag.Parse()
	if err := run(*root); err != nil {
		fmt.Fprintln(os.Stderr, "assets:", err)
		os.Exit(1)
	}
}

// run builds everything before it writes anything, so that a failed build leaves the former one in place.
func run(root string) error {
	abs, err := filepath.Abs(root)
	if err != nil {
		return fmt.Errorf("root: %w", err)
	}
	src, modules := filepath.Join(abs, "web", "assets", "src"), filepath.Join(abs, "node_modules")
	files, packages, err := bundle(src, modules)
	if err != nil {
		return err
	}
	icons, err := iconSheet(filepath.Join(src, "iconen.txt"), filepath.Join(modules, "@tabler", "icons"))
	if err != nil {
		return err
	}
	files["iconen.svg"] = icons
	mark, err := os.ReadFile(filepath.Join(src, "merk.svg"))
	if err != nil {
		return fmt.Errorf("mark: %w", err)
	}
	files["merk.svg"] = mark
	licences, err := collectLicences(modules, append(packages, "@tabler/icons"))
	if err != nil {
		return err
	}
	files["LICENTIES.txt"] = licences
	return write(filepath.Join(abs, "web", "assets", "dist"), files)
}

// write replaces the content of dist by files and prints their sizes.
func write(dist string, files map[string][]byte) error {
	old, err := os.ReadDir(dist)
	if err != nil {
		return fmt.Errorf("output folder: %w", err)
	}
	for _, entry := range old {
		if _, stays := files[entry.Name()]; stays || entry.Name() == keep {
			continue
		}
		if err := os.RemoveAll(filepath.Join(dist, entry.Name())); err != nil {
			return fmt.Errorf("output folder: %w", err)
		}
	}
	names := make([]string, 0, len(files))
	for name := range files {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		if err := os.WriteFile(filepath.Join(dist, name), files[name], 0o644); err != nil {
			return fmt.Errorf("output folder: %w", err)
		}
		fmt.Printf("  %-48s %7.1f kB\n", name, float64(len(files[name]))/1000)
	}
	return nil
}
