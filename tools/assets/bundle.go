// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// themeFile matches the token sheet of the NL Design System theme.
const themeFile = `voorbeeld-design-tokens[/\\]dist[/\\]theme\.css$`

// bundle gives the built style sheet, script and fonts by file name, and the npm packages they came from.
//
// The theme defines about 2,800 tokens, of which our components read a tenth. So the sheet is built twice: first without
// the theme, to see which tokens are read, and then with those.
func bundle(src, modules string) (map[string][]byte, []string, error) {
	without, err := build(src, modules, func(string) (string, error) { return "", nil })
	if err != nil {
		return nil, nil, err
	}
	var sheets strings.Builder
	for _, f := range without.OutputFiles {
		if strings.HasSuffix(f.Path, ".css") {
			sheets.Write(f.Contents)
		}
	}
	with, err := build(src, modules, func(theme string) (string, error) {
		text, err := os.ReadFile(theme)
		if err != nil {
			return "", fmt.Errorf("theme: %w", err)
		}
		return pruneTokens(string(text), sheets.String())
	})
	if err != nil {
		return nil, nil, err
	}
	files := make(map[string][]byte, len(with.OutputFiles))
	for _, f := range with.OutputFiles {
		files[filepath.Base(f.Path)] = f.Contents
	}
	packages, err := packagesIn(with.Metafile)
	return files, packages, err
}

// build runs esbuild over the two entry points; theme gives the text that stands for the token sheet at a path.
func build(src, modules string, theme func(path string) (string, error)) (api.BuildResult, error) {
	tokens := api.Plugin{Name: "tokens", Setup: func(b api.PluginBuild) {
		b.OnLoad(api.OnLoadOptions{Filter: themeFile}, func(args api.OnLoadArgs) (api.OnLoadResult, error) {
			text, err := theme(args.Path)
			return api.OnLoadResult{Contents: &text, Loader: api.LoaderCSS}, err
		})
	}}
	result := api.Build(api.BuildOptions{
		AbsWorkingDir:     filepath.Dir(modules),
		EntryPoints:       []string{filepath.Join(src, "app.css"), filepath.Join(src, "app.js")},
		NodePaths:         []string{modules},
		Outdir:            filepath.Join(src, "..", "dist"),
		Bundle:            true,
		Metafile:          true,
		MinifyWhitespace:  true,
		MinifySyntax:      true,
		MinifyIdentifiers: true,
		LegalComments:     api.LegalCommentsNone, // LICENTIES.txt has them in full
		Format:            api.FormatESModule,
		Target:            api.ES2022,
		AssetNames:        "[name]",
		Loader:            map[string]api.Loader{".woff2": api.LoaderFile, ".svg": api.LoaderFile},
		Plugins:           []api.Plugin{tokens},
	})
	var faults []error
	for _, m := range append(result.Errors, result.Warnings...) {
		where := ""
		if m.Location != nil {
			where = fmt.Sprintf("%s:%d: ", m.Location.File, m.Location.Line)
		}
		faults = append(faults, errors.New(where+m.Text))
	}
	return result, errors.Join(faults...)
}

// packagesIn names the npm packages of which the build used at least one byte.
func packagesIn(metafile string) ([]string, error) {
	var meta struct {
		Outputs map[string]struct {
			Inputs map[string]struct {
				BytesInOutput int `json:"bytesInOutput"`
			} `json:"inputs"`
		} `json:"outputs"`
	}
	if err := json.Unmarshal([]byte(metafile), &meta); err != nil {
		return nil, fmt.Errorf("build report: %w", err)
	}
	seen := map[string]bool{}
	var names []string
	for _, output := range meta.Outputs {
		for path, input := range output.Inputs {
			_, inside, ok := strings.Cut(path, "node_modules/")
			if !ok || input.BytesInOutput == 0 {
				continue
			}
			parts := strings.SplitN(inside, "/", 3)
			name := parts[0]
			if strings.HasPrefix(name, "@") {
				name += "/" + parts[1]
			}
			if !seen[name] {
				seen[name] = true
				names = append(names, name)
			}
		}
	}
	return names, nil
}
