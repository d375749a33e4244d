// Makes the recipes of the demo's two sites from the raw material: src/Plugins/Demo/Recipes/*.recipe.json.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readable } from './readable.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const plugin = join(root, 'src/Plugins/Demo');
const read = (name) => JSON.parse(readFileSync(join(plugin, 'Material', `${name}.json`), 'utf8'));
const [people, places, catalogue, dealers, procedures, accounts, fields] =
  ['people', 'places', 'catalogue', 'dealers', 'procedures', 'accounts', 'fields'].map(read);
const staff = new Map(people.staff.map((person) => [person.surname + person.given, person]));
const features = ['Network', 'Crm', 'Devices', 'Messaging', 'Messaging.Development', 'Playbooks', 'WorkOrders', 'Portal', 'Demo'];

// How much of a history each site gets, and the seed that it is drawn with.
const histories = {
  aqua: { firstPerson: 0, customers: 60, companies: 5, machines: 80, jobs: 100, openJobs: 35, fullDay: 5, seed: 2611 },
  home: { firstPerson: 70, customers: 15, companies: 0, machines: 20, jobs: 25, openJobs: 9, fullDay: 0, seed: 2612 },
};

/** Only what is said: null and undefined are left out. */
const said = (entry) => Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== null && value !== undefined));

const divisionOf = (prefix) => (prefix.length < 6 ? prefix.padEnd(6, '0') : prefix);

const model = (principal) => (row) => said({
  principal, code: row.code, name: row.name.zh, englishName: row.name.en, category: row.category,
  pressureMinimum: row.pressureMinimum, pressureMaximum: row.pressureMaximum,
  voltageMinimum: row.voltageMinimum, voltageMaximum: row.voltageMaximum, yieldPercent: row.yieldPercent,
  filters: row.filters.map((filter) => said({
    position: filter.position, partCode: filter.partCode, name: filter.name.zh, englishName: filter.name.en, kind: filter.kind,
    lifeDays: filter.lifeDays, lifeLitres: filter.lifeLitres, countsFeedWater: filter.countsFeedWater, flushMinutes: filter.flushMinutes,
  })),
});

// An outlet serves its areas for each of its principals, in every category that the principal makes.
const categoriesOf = (site, principal) =>
  [...new Set(catalogue[site].principals.find((row) => row.code === principal).models.map((row) => row.category))];
const areas = (site, node) => node.principals.flatMap((principal) => [true, false]
  .map((isPrimary) => ({ isPrimary, divisions: node.areas.filter((area) => area.isPrimary === isPrimary).map((area) => divisionOf(area.code)) }))
  .filter(({ divisions }) => divisions.length)
  .map(({ isPrimary, divisions }) => ({ principal, categories: categoriesOf(site, principal), divisions, primary: isPrimary })));

const organisation = (site) => (node) => {
  const below = dealers[site].filter((child) => child.parent === node.code).map(organisation(site));
  return said({
    code: node.code, name: node.name.zh, kind: node.kind, ownership: node.ownership, phone: node.phone,
    division: node.division, address: node.address.zh, latitude: node.latitude, longitude: node.longitude,
    principals: node.principals,
    areas: node.areas.length ? areas(site, node) : null,
    portal: node.portal && { slug: node.portal.slug, name: node.portal.shortName.zh, accent: node.portal.accent, hotline: node.phone },
    children: below.length ? below : null,
  });
};

// Well water has no published figures: our own people measured it.
const compound = (place) => ({
  code: place.code, name: place.name.zh, division: place.division, street: place.street.zh, latitude: place.latitude, longitude: place.longitude,
  readings: place.water.map((water) => ({
    source: water.source === 'well' ? 'Measured' : 'Municipal', daysAgo: water.daysAgo,
    tds: water.tds, hardness: water.hardness, residualChlorine: water.residualChlorine,
  })),
});

const field = ({ of, code, name, type, principal, least, most, unit, choices }) => said({
  of, code, name: name.zh, englishName: name.en, type, principal, least, most, unit,
  choices: choices?.map((choice) => ({ code: choice.code, name: choice.name.zh, englishName: choice.name.en })),
});

const technician = (site) => (row) => ({
  code: row.code, name: row.person, phone: staff.get(row.person).phone, organisation: row.organisation,
  skills: catalogue[site].categories.flatMap((category) => row.skills.map((work) => `${category.code}.${work}`)),
  account: { userName: row.userName, password: accounts.password },
});

const account = (row) => said({
  userName: row.userName, displayName: row.person, phone: staff.get(row.person).phone, roles: row.roles,
  organisation: row.organisation, principals: row.principals, password: accounts.password,
});

function recipe(site) {
  const { principals, categories } = catalogue[site];
  const divisions = new Set(dealers[site].flatMap((node) => node.areas.map((area) => area.code)));
  const served = [...places.compounds, ...places.offices].filter((place) => [...divisions].some((code) => place.division.startsWith(code)));
  return {
    steps: [
      { name: 'features', enable: features },
      { name: 'principals', principals: principals.map((row) => ({ code: row.code, name: row.name.zh, hotline: row.hotline })) },
      { name: 'categories', categories: categories.map((row) => ({ code: row.code, name: row.name.zh, englishName: row.name.en })) },
      { name: 'models', models: principals.flatMap((row) => row.models.map(model(row.code))) },
      { name: 'organisations', organisations: dealers[site].filter((node) => !node.parent).map(organisation(site)) },
      { name: 'compounds', compounds: served.map(compound) },
      { name: 'custom-fields', fields: fields[site].map(field) },
      { name: 'message-templates' },
      { name: 'procedures', file: 'Material/procedures.json', dealers: [...new Set(procedures.dealerLayers.map((layer) => layer.dealer))].filter((code) => dealers[site].some((node) => node.code === code)) },
      { name: 'technicians', technicians: accounts.sites[site].technicians.map(technician(site)) },
      { name: 'accounts', accounts: accounts.sites[site].staff.map(account) },
      { name: 'demo-history', site, ...histories[site] },
    ],
  };
}

for (const site of Object.keys(histories)) {
  writeFileSync(join(plugin, 'Recipes', `${site}.recipe.json`), readable(recipe(site)));
}
