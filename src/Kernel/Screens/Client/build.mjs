// Bundles styles and scripts into the library's static assets, and writes the outline icons
// as one text file (name, tab, SVG shapes) that the library embeds.
// usage: node build.mjs <asset folder> <icon file>
import { build } from 'esbuild';
import { readFile, writeFile, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';

const [assets, iconFile] = process.argv.slice(2);

await build({
  entryPoints: { screens: 'src/main.ts', 'screens-style': 'styles/index.css' },
  outdir: assets,
  entryNames: '[name]',
  bundle: true,
  minify: true,
  sourcemap: 'linked',
  legalComments: 'eof',
  format: 'iife',
  target: ['chrome120', 'safari17', 'firefox121'],
  logLevel: 'warning',
});

const nodes = JSON.parse(await readFile('node_modules/lucide-static/icon-nodes.json', 'utf8'));
const shape = ([tag, attributes]) =>
  `<${tag}${Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`).join('')}/>`;
await mkdir(dirname(iconFile), { recursive: true });
await writeFile(iconFile, Object.entries(nodes).map(([name, shapes]) => `${name}\t${shapes.map(shape).join('')}`).join('\n') + '\n');
