// Draws the demo's signatures: src/Plugins/Demo/Material/signatures/*.png, quick strokes of a finger on glass, 320 x 120, grey scale.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { crc32, deflateSync } from 'node:zlib';

const folder = join(dirname(fileURLToPath(import.meta.url)), '../../../src/Plugins/Demo/Material/signatures');
const [width, height] = [320, 120];

/** Numbers from 0 to 1 that are the same at every run. */
function draws(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A stroke runs through its points as a smooth curve; it is thick where it is slow. */
function* curve(points) {
  for (let at = 0; at + 1 < points.length; at++) {
    const [a, b, c, d] = [points[Math.max(at - 1, 0)], points[at], points[at + 1], points[Math.min(at + 2, points.length - 1)]];
    for (let t = 0; t < 1; t += 0.01) {
      const place = [0, 1].map((axis) => 0.5 * (2 * b[axis] + (c[axis] - a[axis]) * t + (2 * a[axis] - 5 * b[axis] + 4 * c[axis] - d[axis]) * t * t + (3 * b[axis] - a[axis] - 3 * c[axis] + d[axis]) * t ** 3));
      yield [...place, 1.1 + 1.3 * Math.sin(Math.PI * (at + t) / (points.length - 1))];
    }
  }
}

/** Two or three characters, each of a few strokes that run into one another, and a last flourish. */
function strokes(next, characters) {
  const all = [];
  for (let index = 0; index < characters; index++) {
    const [left, size] = [34 + index * (232 / characters), 190 / characters];
    const pick = (low, high) => low + (high - low) * next();
    all.push([[left, pick(34, 46)], [left + size * 0.4, pick(28, 40)], [left + size * 0.8, pick(26, 38)]]);
    all.push([[left + size * 0.45, pick(14, 24)], [left + size * pick(0.35, 0.5), 52], [left + size * 0.15, pick(84, 98)]]);
    all.push([[left + size * 0.1, pick(56, 64)], [left + size * 0.5, pick(50, 60)], [left + size * 0.7, pick(60, 72)], [left + size * 0.45, pick(86, 96)], [left + size * 0.95, pick(78, 92)]]);
    if (next() > 0.4) all.push([[left + size * 0.6, pick(44, 52)], [left + size * 0.72, pick(62, 74)], [left + size * 1.02, pick(96, 104)]]);
  }
  const last = all.at(-1);
  last.push([Math.min(last.at(-1)[0] + 40, 306), 96 + 12 * next()]);
  return all;
}

function draw(seed, characters) {
  const ink = new Float64Array(width * height);
  for (const stroke of strokes(draws(seed), characters)) {
    for (const [x, y, radius] of curve(stroke)) {
      for (let row = Math.floor(y - 4); row <= y + 4; row++) {
        for (let column = Math.floor(x - 4); column <= x + 4; column++) {
          if (row < 0 || column < 0 || row >= height || column >= width) continue;
          const cover = Math.min(1, Math.max(0, radius + 0.5 - Math.hypot(column - x, row - y)));
          ink[row * width + column] = Math.max(ink[row * width + column], cover);
        }
      }
    }
  }
  return ink;
}

const chunk = (type, data) => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
};

function png(ink) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc((width + 1) * height);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) rows[row * (width + 1) + 1 + column] = Math.round(255 - 225 * ink[row * width + column]);
  }
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', header), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

mkdirSync(folder, { recursive: true });
for (let number = 1; number <= 6; number++) writeFileSync(join(folder, `${number}.png`), png(draw(number * 7919, number % 3 === 0 ? 2 : 3)));
