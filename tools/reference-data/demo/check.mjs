// Checks the demo's raw material: codes exist, points lie in their division, phones are fictional, references hold.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { contains } from './geometry.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const folder = join(root, 'src/Plugins/Demo/Material');
const read = (name) => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
const problems = [];
const expect = (truth, message) => truth || problems.push(message);
const unique = (codes, where) => expect(new Set(codes).size === codes.length, `${where}: a code is used twice`);

const divisions = new Map(JSON.parse(readFileSync(join(root, 'src/Modules/Network/Reference/divisions.json'), 'utf8')).rows.map((row) => [row[0], row]));
const near = (code, latitude, longitude) => {
  const row = divisions.get(code);
  return !row?.[3] || Math.hypot((latitude - row[3]) * 111, (longitude - row[4]) * 85) < 45;
};
const onMap = ({ division, latitude, longitude }, where) => {
  expect(divisions.has(division), `${where}: division ${division} is unknown`);
  expect(contains(division, latitude, longitude), `${where}: point lies outside ${division}`);
  expect(near(division, latitude, longitude), `${where}: point is far from the seat of ${division}`);
};

const [people, places, faults, catalogue, dealers, procedures, comments, photos, accounts, fields] =
  ['people', 'places', 'faults', 'catalogue', 'dealers', 'procedures', 'comments', 'photos', 'accounts', 'fields'].map(read);

// people
const everybody = [...people.customers, ...people.staff];
expect(people.customers.length === 90 && people.staff.length === 65, 'people: 90 customers and 65 staff');
unique(everybody.map((p) => p.surname + p.given), 'people');
unique(everybody.map((p) => p.phone), 'people');
for (const { phone, surname } of everybody) expect(/^(138 0000|139 0011) \d{4}$/.test(phone), `people ${surname}: phone ${phone}`);

// places
expect(places.compounds.length === 45, 'places: 45 compounds');
const allPlaces = [...places.compounds, ...places.offices];
unique(allPlaces.map((p) => p.code), 'places');
for (const place of allPlaces) {
  onMap(place, `place ${place.code}`);
  expect(divisions.has(place.township) && place.township.startsWith(place.division), `place ${place.code}: township ${place.township}`);
  for (const { tds, hardness, residualChlorine, source } of place.water)
    expect(tds > hardness && tds < 1000 && hardness < 450 && (source === 'well' ? residualChlorine < 0.1 : residualChlorine >= 0.05), `place ${place.code}: water`);
}

for (const place of allPlaces.filter((p) => p.water.every(({ source }) => source !== 'well')))
  expect(places.waterWorks[place.division], `place ${place.code}: nobody delivers its water`);

// fields
for (const [site, rows] of Object.entries(fields)) {
  unique(rows.map((row) => `${row.of} ${row.code}`), `fields ${site}`);
  for (const { code, principal, filled, type, choices } of rows) {
    expect(!principal || catalogue[site].principals.some((row) => row.code === principal), `field ${code}: principal ${principal}`);
    expect(filled > 0 && filled <= 100 && (type === 'Choice') === Boolean(choices), `field ${code}`);
  }
}

// catalogue, faults
const sites = Object.values(catalogue);
const models = sites.flatMap((site) => site.principals.flatMap((principal) => principal.models));
unique(models.map((model) => model.code), 'catalogue');
const parts = new Set(sites.flatMap((site) => site.parts.map((part) => part.code)));
const kinds = ['Sediment', 'Carbon', 'Kdf', 'Ultrafiltration', 'ReverseOsmosis', 'PostCarbon', 'Nanofiltration', 'Other'];
for (const model of models) model.filters.forEach((filter, i) => expect(filter.position === i + 1 && kinds.includes(filter.kind), `model ${model.code}: filter ${i + 1}`));
expect(faults.length === 44, 'faults: 44');
unique(faults.map((fault) => fault.code), 'faults');
for (const fault of faults) {
  expect(!fault.part || parts.has(fault.part), `fault ${fault.code}: part ${fault.part}`);
  const fitting = models.filter((m) => m.category === fault.productCategory && (!fault.machineTypes || fault.machineTypes.includes(m.type)));
  expect(fitting.length, `fault ${fault.code}: no model fits`);
  for (const kind of fault.filterKinds) expect(fitting.some((m) => m.filters.some((f) => f.kind === kind)), `fault ${fault.code}: no model has ${kind}`);
}

// dealers
for (const [site, nodes] of [['aqua', dealers.aqua], ['home', dealers.home]]) {
  unique(nodes.map((n) => n.code), `dealers ${site}`);
  unique(nodes.map((n) => n.phone), `dealers ${site} phones`);
  const principals = catalogue[site].principals.map((p) => p.code);
  for (const node of nodes) {
    onMap(node, `dealer ${node.code}`);
    expect(/^400-000-\d{4}$/.test(node.phone), `dealer ${node.code}: phone`);
    expect(node.principals.every((p) => principals.includes(p)), `dealer ${node.code}: principal`);
    expect(!node.parent || nodes.some((n) => n.code === node.parent), `dealer ${node.code}: parent`);
    for (const { code } of node.areas) expect([...divisions.keys()].some((known) => known.startsWith(code)), `dealer ${node.code}: area ${code}`);
  }
}

// accounts
for (const [site, { staff, technicians }] of [['aqua', accounts.sites.aqua], ['home', accounts.sites.home]]) {
  const rows = [...staff, ...technicians];
  unique(rows.map((row) => row.userName), `accounts ${site}`);
  for (const row of rows) {
    expect(people.staff.some((person) => person.surname + person.given === row.person), `account ${row.userName}: ${row.person} is nobody`);
    expect(dealers[site].some((node) => node.code === row.organisation), `account ${row.userName}: organisation`);
  }
  for (const node of dealers[site].filter((outlet) => outlet.areas.length)) {
    expect(technicians.some((row) => row.organisation === node.code), `outlet ${node.code} has no technician`);
    expect(staff.some((row) => row.organisation === node.code), `outlet ${node.code} has nobody who runs it`);
  }
}
unique([...accounts.sites.aqua.staff, ...accounts.sites.aqua.technicians, ...accounts.sites.home.staff, ...accounts.sites.home.technicians].map((row) => row.person), 'accounts: people');

// procedures
const sections = ['Workplace', 'Installation', 'Commissioning', 'Inspection', 'OrderFilling', 'Finishing'];
const inOrder = (steps) => steps.every((step, i) => !i || sections.indexOf(step.section) >= sections.indexOf(steps[i - 1].section));
const files = new Set(photos.map((photo) => photo.file));
for (const procedure of procedures.procedures) {
  unique(procedure.steps.map((s) => s.code), procedure.code);
  expect(inOrder(procedure.steps), `${procedure.code}: sections out of order`);
  for (const layer of procedures.dealerLayers.filter((l) => l.procedure === procedure.code)) {
    expect(dealers.aqua.some((n) => n.code === layer.dealer), `${procedure.code}: dealer`);
    const merged = procedure.steps.flatMap((step) => [step, ...layer.steps.filter((s) => s.after === step.code)]);
    expect(merged.length === procedure.steps.length + layer.steps.length && inOrder(merged), `${procedure.code}: steps of ${layer.dealer} do not fit`);
  }
}
const everyStep = [...procedures.procedures, ...procedures.dealerLayers].flatMap((p) => p.steps);
for (const step of everyStep) for (const photo of step.demoPhotos ?? []) expect(files.has(photo), `step ${step.code}: photo ${photo}`);

// photos, texts
for (const file of readdirSync(join(folder, 'photos'))) {
  expect(files.has(file), `photo ${file} is not listed`);
  expect(statSync(join(folder, 'photos', file)).size <= 40 * 1024, `photo ${file} is larger than 40 KB`);
}
for (const file of files) expect(readdirSync(join(folder, 'photos')).includes(file), `photo ${file} is missing`);
expect(comments.length === 30, 'comments: 30');
for (const name of readdirSync(folder).filter((f) => f.endsWith('.json'))) expect(!/[!！]/.test(readFileSync(join(folder, name), 'utf8')), `${name}: exclamation mark`);

if (problems.length) {
  console.error(problems.join('\n'));
  process.exit(1);
}
console.log(`demo material: ${everybody.length} people, ${allPlaces.length} places, ${faults.length} faults, ${models.length} models, ${everyStep.length} steps, ${files.size} photos: all references hold`);
