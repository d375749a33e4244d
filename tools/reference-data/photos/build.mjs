// Renders the drawn photos to src/Plugins/Demo/Material/photos/*.jpg. CHROMIUM may name the browser. Arguments: names to render.
import { mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { height, width } from './draw.mjs';
import { sinks } from './sinks.mjs';
import { instruments } from './instruments.mjs';
import { filters } from './filters.mjs';
import { plumbing } from './plumbing.mjs';
import { papers } from './papers.mjs';
import { rooms } from './rooms.mjs';
import { parts } from './parts.mjs';

const target = join(dirname(fileURLToPath(import.meta.url)), '../../../src/Plugins/Demo/Material/photos');
const all = { ...sinks, ...instruments, ...filters, ...plumbing, ...papers, ...rooms, ...parts };
const wanted = process.argv.slice(2);
const limit = 40 * 1024;

mkdirSync(target, { recursive: true });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
const page = await browser.newPage({ viewport: { width, height } });
for (const [name, draw] of Object.entries(all)) {
  if (wanted.length && !wanted.includes(name)) continue;
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${draw()}`);
  const path = join(target, `${name}.jpg`);
  let size = Infinity;
  for (let quality = 86; size > limit && quality > 40; quality -= 4) {
    await page.screenshot({ path, type: 'jpeg', quality });
    size = statSync(path).size;
  }
  console.log(`${name}.jpg ${size} bytes`);
}
await browser.close();
