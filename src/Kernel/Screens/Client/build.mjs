// Bundles styles and scripts into the library's static assets, and writes the outline icons
// as one text file (name, tab, SVG shapes) that the library embeds.
// usage: node build.mjs <asset folder> <icon file>
import { build } from 'esbuild';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
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

// The files hold the former names of renamed icons too.
const folder = 'node_modules/lucide-static/icons';
const shapes = async (file) => {
  const svg = await readFile(`${folder}/${file}`, 'utf8');
  return svg.slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.lastIndexOf('</svg>')).replace(/\s*\n\s*/g, '').replaceAll(' />', '/>');
};
const files = (await readdir(folder)).filter((file) => file.endsWith('.svg')).sort();
const lines = await Promise.all(files.map(async (file) => `${file.slice(0, -4)}\t${await shapes(file)}\n`));
await mkdir(dirname(iconFile), { recursive: true });
await writeFile(iconFile, lines.join(''));
