// Writes src/Kernel/Data/Search/pinyin.tsv. Format: ../README.md
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pinyin, polyphonic } from 'pinyin-pro';
import { surnames } from './surnames.mjs';

const target = join(dirname(fileURLToPath(import.meta.url)), '../../../src/Kernel/Data/Search/pinyin.tsv');
const first = 0x4e00;
const last = 0x9fff;
const perLine = 256;

const initial = (reading) => (/^[a-zü]/.test(reading) ? reading[0].replace('ü', 'y') : '-');
const readingsOf = (character) => polyphonic(character, { toneType: 'none', type: 'array' })[0].map(initial).filter((l) => l !== '-');
// Characters of everyday text (GB 2312 level 1 and 2); rarer ones keep their one reading.
const gb = new TextDecoder('gb2312');
const everyday = new Set();
for (let high = 0xb0; high <= 0xf7; high++)
  for (let low = 0xa1; low <= 0xfe; low++) everyday.add(gb.decode(Uint8Array.of(high, low)));

const lines = [];
const several = [];
for (let start = first; start <= last; start += perLine) {
  let letters = '';
  for (let code = start; code < start + perLine; code++) {
    const character = String.fromCodePoint(code);
    const main = initial(pinyin(character, { toneType: 'none' }));
    letters += main;
    const all = [...new Set([main, ...readingsOf(character)])];
    if (all.length > 1 && everyday.has(character)) several.push(`several\t${character}\t${all.join('')}`);
  }
  lines.push(`${start.toString(16).toUpperCase()}\t${letters}`);
}
for (const [name, letters] of Object.entries(surnames)) {
  const known = pinyin(name, { toneType: 'none', type: 'array', mode: 'surname', surname: 'head' }).map(initial).join('');
  if (known !== letters) console.log(`surname ${name}: table ${letters}, pinyin-pro ${known}`);
}
lines.push(...several, ...Object.entries(surnames).map(([name, letters]) => `surname\t${name}\t${letters}`));

mkdirSync(dirname(target), { recursive: true });
const text = `${lines.join('\n')}\n`;
writeFileSync(target, text);
console.log(`pinyin: ${several.length} characters with several initials, ${Object.keys(surnames).length} surnames, ${Buffer.byteLength(text)} bytes`);
