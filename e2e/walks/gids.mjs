// SPDX-FileCopyrightText: 2026 Dwarsverband contributors
// SPDX-License-Identifier: EUPL-1.2

// A first case: the guide leads the casusregisseur from a case that was just taken in to its plan. Each page that he goes to is an action; there are at most twelve.
export default async function walk(page, base, keys) {
  let actions = 0;
  const go = async (name) => {
    await keys.tabTo(name);
    await keys.enter();
    actions += 1;
  };
  const fill = async (fields) => {
    for (const [name, text] of Object.entries(fields)) {
      await keys.tabTo(name);
      await keys.type(text);
    }
    await go("Opslaan");
  };
  await page.goto(`${base}/casussen`);
  await go("Tureluur 2");
  await keys.expect("Eerste stappen");
  await go("Verder met de volgende stap");
  await fill({ "Wat is er bekend?": "Buren belden vijf keer in twee weken.", "Van welke organisatie komt het?": "politie", "Soort gegeven": "veiligheid", "Hoe zeker is het?": "hard" });
  await keys.expect("Opgeslagen: informatie.");
  await fill({ "Hoe?": "In een gesprek thuis.", "Waarom nog niet?": "Hij is nog niet thuis geweest.", "Opnieuw beoordelen op": "12012026" });
  await fill({ "Wat willen we bereiken?": "Otto heeft dag en nacht iemand die hij kan bellen.", "Leefgebied": "veiligheid" });
  await fill({ "Wat gebeurt er?": "De wijkagent gaat langs.", "Soort interventie": "anders", "Welke organisatie doet het?": "politie", "Vanaf": "11102026", "Wat als het niet lukt?": "Terug naar het overleg." });
  await keys.expect("Alles staat er.");
  await keys.tabTo("Naar");
  await keys.type("uitvoering");
  await keys.tabTo("Waarom?");
  await keys.type("Het plan is met Otto en de wijkagent besproken.");
  await go("Stap zetten");
  await keys.expect("De casus is nu: uitvoering.");
  if (actions > 12) throw new Error(`the first case took ${actions} actions`);
}
