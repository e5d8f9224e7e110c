// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// Every page works without this script. It adds what only a script can: moving the map, keys, a warning before typed
// text is lost, and progress that moves by itself.
import { startKaart } from "./kaart.js";
import { startToetsen } from "./toetsen.js";
import { startBewaak } from "./bewaak.js";
import { startVoortgang } from "./voortgang.js";

for (const element of document.querySelectorAll("[data-kaart]")) startKaart(element);
for (const element of document.querySelectorAll("form[data-bewaak]")) startBewaak(element);
for (const element of document.querySelectorAll("[data-voortgang]")) startVoortgang(element);
startToetsen(document);
