// Pressure gauges and TDS pens.
import { box, group, line, linear, oval, path, picture, poly, radial, shade, text } from './draw.mjs';

const rad = (degrees) => (degrees * Math.PI) / 180;
const at = (cx, cy, r, degrees) => [cx + r * Math.cos(rad(degrees)), cy + r * Math.sin(rad(degrees))].map((n) => n.toFixed(1));
const angleOf = (mpa) => 135 + mpa * 270;

function arc(cx, cy, r, from, to, colour, w) {
  const [x1, y1] = at(cx, cy, r, angleOf(from));
  const [x2, y2] = at(cx, cy, r, angleOf(to));
  return `<path d="M${x1} ${y1} A${r} ${r} 0 ${to - from > 0.66 ? 1 : 0} 1 ${x2} ${y2}" fill="none" stroke="${colour}" stroke-width="${w}"/>`;
}

const tiles = (colour, grout) => {
  const rows = [];
  for (let y = -20; y < 600; y += 150)
    for (let x = -60 + ((y + 20) / 150 % 2) * 60; x < 800; x += 220)
      rows.push(box(x, y, 212, 142, shade(colour, ((x + y) % 5) / 60), 4));
  return box(0, 0, 800, 600, grout) + rows.join('');
};

function gauge(mpa) {
  const cx = 400;
  const cy = 262;
  const ticks = Array.from({ length: 51 }, (_, i) => {
    const degrees = angleOf(i / 50);
    const major = i % 5 === 0;
    const [x1, y1] = at(cx, cy, 154, degrees);
    const [x2, y2] = at(cx, cy, major ? 132 : 144, degrees);
    return `<path d="M${x1} ${y1} L${x2} ${y2}" stroke="#22272b" stroke-width="${major ? 4 : 1.6}"/>`;
  }).join('');
  const numbers = [0, 2, 4, 6, 8, 10].map((i) => {
    const [x, y] = at(cx, cy, 106, angleOf(i / 10));
    return text(x, Number(y) + 9, 26, '#22272b', (i / 10).toFixed(1).replace('0.0', '0'), 'text-anchor="middle" font-weight="600"');
  }).join('');
  const [nx, ny] = at(cx, cy, 136, angleOf(mpa));
  const [tx, ty] = at(cx, cy, -40, angleOf(mpa));
  const [sx, sy] = at(cx, cy, 9, angleOf(mpa) + 90);
  const [ux, uy] = at(cx, cy, -9, angleOf(mpa) + 90);
  return picture(
    `<defs>${radial('face', [[0, '#ffffff'], [0.75, '#f4f3ee'], [1, '#d5d3cb']], [0.42, 0.36, 0.72])}
      ${linear('rim', [[0, '#f6f8f9'], [0.35, '#a9b1b6'], [0.6, '#e7ebed'], [1, '#5e666b']], [0, 0, 1, 1])}
      ${linear('brass', [[0, '#7d5a1f'], [0.25, '#e9c878'], [0.45, '#fff0bd'], [0.7, '#c79a45'], [1, '#6d4c17']], [0, 0, 1, 0])}</defs>` +
    group(tiles('#d7dfe0', '#b9c2c4'), 'filter="url(#soft-small)"') +
    // pipe with tee
    box(0, 494, 800, 62, 'url(#chrome-down)') + box(0, 546, 800, 10, '#3f474c', 0, 'opacity="0.35"') +
    box(316, 482, 168, 86, 'url(#brass)', 8, 'filter="url(#drop)"') + box(300, 486, 22, 78, 'url(#brass)', 4) + box(478, 486, 22, 78, 'url(#brass)', 4) +
    box(372, 436, 56, 52, 'url(#brass)', 3) + poly('360,424 440,424 448,446 440,468 360,468 352,446', 'url(#brass)') +
    [376, 400, 424].map((x) => line(`M${x} 426 V466`, '#6d4c17', 1.5, 'opacity="0.45"')).join('') +
    oval(cx + 14, cy + 22, 200, 200, '#14181b', 'opacity="0.4" filter="url(#soft)"') +
    oval(cx, cy, 200, 200, 'url(#rim)') + oval(cx, cy, 184, 184, '#2b3135') + oval(cx, cy, 178, 178, 'url(#face)') +
    arc(cx, cy, 160, 0, 0.1, '#e7b53c', 9) + arc(cx, cy, 160, 0.1, 0.4, '#3fa35f', 9) + arc(cx, cy, 160, 0.4, 1, '#cf4a3e', 9) +
    ticks + numbers +
    text(cx, cy + 72, 24, '#22272b', 'MPa', 'text-anchor="middle" font-weight="600"') +
    text(cx, cy + 112, 17, '#5a6166', '入户水压', 'text-anchor="middle" letter-spacing="3"') +
    path(`M${nx} ${ny} L${sx} ${sy} L${tx} ${ty} L${ux} ${uy} Z`, '#000000', 'opacity="0.25" transform="translate(5 8)" filter="url(#soft-small)"') +
    path(`M${nx} ${ny} L${sx} ${sy} L${tx} ${ty} L${ux} ${uy} Z`, '#c33a2f') +
    oval(cx, cy, 19, 19, '#2b3135') + oval(cx - 4, cy - 5, 8, 7, '#7b848a', 'opacity="0.8"') +
    // glass
    path(`M${cx - 150} ${cy - 62} A162 162 0 0 1 ${cx + 40} ${cy - 156} Q${cx - 60} ${cy - 110} ${cx - 150} ${cy - 62} Z`, '#ffffff', 'opacity="0.5"'));
}

/** A pen in a glass on a worktop. */
function pen(reading, water, { wall, top }) {
  const glass = 'M250 250 L276 516 Q278 530 292 530 H452 Q466 530 468 516 L494 250';
  const body = group(
    box(-48, -262, 96, 342, 'url(#pen)', 32) + box(-39, -246, 78, 40, '#e9813b', 16) + box(-48, -198, 96, 4, '#b9c0c4') +
    box(-40, -184, 80, 86, '#2b3236', 10) + box(-34, -178, 68, 74, 'url(#lcd)', 6) +
    text(0, -132, 37, '#1d2b24', reading, 'text-anchor="middle" font-weight="700"') + text(0, -111, 13, '#2e4238', 'ppm', 'text-anchor="middle"') +
    oval(0, -68, 15, 15, '#e9813b') + oval(-4, -72, 5, 4, '#ffffff', 'opacity="0.6"') + oval(0, -28, 15, 15, '#6b747a') +
    text(0, 16, 16, '#57636b', 'TDS', 'text-anchor="middle" font-weight="700" letter-spacing="2"') +
    path('M-44 70 H44 L34 128 H-34 Z', '#dfe4e7') + box(-32, 128, 64, 44, '#f5f7f8', 4) +
    box(-15, 150, 7, 34, '#8a9297', 2) + box(8, 150, 7, 34, '#8a9297', 2), 'transform="translate(436 292) rotate(13)" filter="url(#drop)"');
  return picture(
    `<defs>${linear('wall', [[0, shade(wall, 0.25)], [1, shade(wall, -0.12)]])}
      ${linear('top', [[0, shade(top, 0.22)], [1, shade(top, -0.2)]])}
      ${linear('pen', [[0, '#b6bec3'], [0.25, '#ffffff'], [0.65, '#eef1f2'], [1, '#a4adb3']], [0, 0, 1, 0])}
      ${linear('lcd', [[0, '#b9d3bd'], [1, '#93b39b']])}
      ${linear('water', [[0, shade(water, 0.3), 0.7], [1, water, 0.78]])}
      ${linear('glass', [[0, '#ffffff', 0.75], [0.1, '#ffffff', 0.16], [0.8, '#ffffff', 0.06], [1, '#ffffff', 0.6]], [0, 0, 1, 0])}
      <clipPath id="inside"><path d="${glass} Z"/></clipPath></defs>` +
    box(0, 0, 800, 420, 'url(#wall)') +
    group([0, 1, 2, 3].map((i) => box(40 + i * 210, 40, 190, 300, shade(wall, 0.12 + i * 0.03), 6)).join(''), 'filter="url(#far)" opacity="0.7"') +
    box(0, 410, 800, 190, 'url(#top)') + line('M0 411 H800', shade(top, 0.5), 3, 'opacity="0.8"') +
    '<g transform="translate(34 0)">' +
    oval(420, 534, 170, 20, '#1d1a16', 'opacity="0.32" filter="url(#soft)"') +
    oval(520, 548, 150, 12, shade(water, 0.4), 'opacity="0.35" filter="url(#soft)"') +
    path(`${glass} Z`, '#ffffff', 'opacity="0.12"') +
    body +
    group(box(230, 318, 280, 214, 'url(#water)') + oval(372, 318, 116, 14, shade(water, 0.55), 'opacity="0.85"') +
      oval(372, 316, 100, 9, '#ffffff', 'opacity="0.35"'), 'clip-path="url(#inside)"') +
    path(`${glass} Z`, 'url(#glass)') + line(glass, '#ffffff', 3, 'opacity="0.75"') +
    oval(372, 250, 122, 16, 'none', 'stroke="#ffffff" stroke-width="4" opacity="0.8"') +
    path('M286 290 L302 500 L318 500 L304 290 Z', '#ffffff', 'opacity="0.5"') + '</g>');
}

const tapWater = () => pen('286', '#a9bfae', { wall: '#c9b99f', top: '#8d7a66' });
const pureWater = () => pen('12', '#8ec9e6', { wall: '#bfd2d6', top: '#6f7d83' });

export const instruments = {
  'gauge-025': () => gauge(0.25), 'gauge-050': () => gauge(0.5), 'tds-in': tapWater, 'tds-out': pureWater,
};
