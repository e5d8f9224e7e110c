// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package huis

import (
	"errors"
	"os"
	"path/filepath"
)

// SchrijfHeel writes a file, for its owner only, that others see whole or not at all, and that is on the disk when it returns.
func SchrijfHeel(path string, text []byte) error {
	f, err := os.CreateTemp(filepath.Dir(path), ".deel-*")
	if err != nil {
		return err
	}
	_, err = f.Write(text)
	err = errors.Join(err, f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	dir, err := os.Open(filepath.Dir(path))
	if err != nil {
		return err
	}
	return errors.Join(dir.Sync(), dir.Close())
}
