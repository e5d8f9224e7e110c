// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/sumdb/note"

	"dwarsverband/journaal"
)

// sleutels are the secrets of an installation. They come from files that are never in the data folder.
type sleutels struct {
	vastlegging []byte           // key of the commitments in the journal
	tekenaars   journaal.Signers // keys that sign the checkpoints, by tenant
	controle    note.Verifiers
}

const (
	vastleggingFile = "vastlegging.sleutel"
	tekenaarsFile   = "checkpoint.sleutels"
	controleFile    = "checkpoint.publiek"
)

// leesSleutels reads the secrets. In demo mode it makes those that are missing, for the tenants given.
func leesSleutels(p plaats, tenants []string) (sleutels, error) {
	var s sleutels
	dir := p.sleutelmap()
	if p.demo {
		if err := maakSleutels(dir, tenants); err != nil {
			return s, err
		}
	}
	text, err := geheim("DWARSVERBAND_VASTLEGGING_FILE", filepath.Join(dir, vastleggingFile))
	if err != nil {
		return s, err
	}
	if s.vastlegging, err = hex.DecodeString(strings.TrimSpace(text)); err != nil || len(s.vastlegging) < 32 {
		return s, errors.New("de sleutel van de vastleggingen is geen rij van 64 of meer hexadecimale tekens")
	}
	if text, err = geheim("DWARSVERBAND_CHECKPOINT_FILE", filepath.Join(dir, tekenaarsFile)); err != nil {
		return s, err
	}
	if s.tekenaars, err = journaal.ParseSigners(text); err != nil {
		return s, err
	}
	if text, err = geheim("DWARSVERBAND_CHECKPOINT_PUBLIEK_FILE", filepath.Join(dir, controleFile)); err != nil {
		return s, err
	}
	s.controle, err = journaal.ParseVerifiers(text)
	return s, err
}

// geheim reads a secret from the file that the environment names, or from path.
func geheim(env, path string) (string, error) {
	if named := os.Getenv(env); named != "" {
		path = named
	}
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return "", fmt.Errorf("de sleutel %s ontbreekt: zet hem klaar en noem hem met -sleutels of %s", filepath.Base(path), env)
	}
	return string(text), err
}

func maakSleutels(dir string, tenants []string) error {
	if _, err := os.Stat(filepath.Join(dir, vastleggingFile)); err == nil {
		return nil
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	var secret, public strings.Builder
	for _, tenant := range tenants {
		geheim, publiek, err := journaal.GenerateKey(rand.Reader, tenant)
		if err != nil {
			return err
		}
		secret.WriteString(geheim + "\n")
		public.WriteString(publiek + "\n")
	}
	key := make([]byte, 32)
	if _, err := rand.Read(key); err != nil {
		return err
	}
	for name, text := range map[string]string{tekenaarsFile: secret.String(), controleFile: public.String(), vastleggingFile: hex.EncodeToString(key) + "\n"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			return err
		}
	}
	return nil
}
