// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

package e2e

// page is one state of one page: empty, filled, with errors, with a dialog open. Each gets a line of its own in pages.
type page struct {
	Name   string // of the test and the screenshot: "signalen-leeg"
	Path   string // "/signalen?stand=nieuw"
	User   string // "controller/id" of a demo user; empty: without login
	Status int    // expected; 0 is 200
	NoJS   bool   // opened without JavaScript
	Steps  []step // what brings the page into the state
}

// pages are all states that must pass.
var pages = []page{
	{Name: "begin", Path: "/"},
	{Name: "begin-zonder-script", Path: "/", NoJS: true},
}

// walk is a task that is done with the keyboard alone, in walks/<Name>.mjs: export default async function (page, base, keys).
type walk struct {
	Name    string
	User    string // as of page
	NeedsJS bool   // the task is about what only the script does
}

// walks are all tasks.
var walks = []walk{
	{Name: "zoeken", NeedsJS: true},
}

// readmePage is the page on the picture in the README.
var readmePage = page{Path: "/"}
