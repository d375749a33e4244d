// Is a point inside a division? Shapes of Beijing's districts and Hebei's prefectures from the ECharts maps (GCJ-02).
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const folder = join(dirname(require.resolve('echarts/package.json')), 'map/json/province');

/** ECharts packs each ring as zigzag deltas in 1/1024 degree. */
function decode(packed, offset) {
  let [x, y] = offset;
  const ring = [];
  for (let i = 0; i < packed.length; i += 2) {
    const [dx, dy] = [packed.charCodeAt(i) - 64, packed.charCodeAt(i + 1) - 64].map((n) => (n >> 1) ^ -(n & 1));
    x += dx;
    y += dy;
    ring.push([x / 1024, y / 1024]);
  }
  return ring;
}

const shapes = new Map();
for (const name of ['beijing', 'hebei'])
  for (const { id, geometry } of JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')).features) {
    const polygons = geometry.type === 'Polygon' ? [[geometry.coordinates, geometry.encodeOffsets]] :
      geometry.coordinates.map((rings, i) => [rings, geometry.encodeOffsets[i]]);
    shapes.set(id, polygons.map(([rings, offsets]) => decode(rings[0], offsets[0])));
  }

const inRing = (ring, x, y) => ring.reduce((inside, [x1, y1], i) => {
  const [x2, y2] = ring[(i + ring.length - 1) % ring.length];
  return (y1 > y) !== (y2 > y) && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1 ? !inside : inside;
}, false);

/** True, false, or undefined where no shape is known. */
export function contains(code, latitude, longitude) {
  const rings = shapes.get(code) ?? shapes.get(`${code.slice(0, 4)}00`);
  return rings?.some((ring) => inRing(ring, longitude, latitude));
}
