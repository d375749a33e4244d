// Purifiers in the cupboard under a sink.
import { box, cylinder, footShadow, group, line, linear, oval, path, picture, poly, shade, text, tube } from './draw.mjs';

/** The open cupboard: back, sides, floor, underside of the sink, drain with trap. */
function cupboard({ wood, back, drainX = 560, mat = '#8fa3ad', behindBowl = '' }) {
  return `<defs>
      ${linear('back', [[0, shade(back, -0.34)], [0.35, back], [1, shade(back, -0.08)]])}
      ${linear('left', [[0, shade(wood, -0.12)], [1, shade(wood, -0.42)]], [0, 0, 1, 0])}
      ${linear('right', [[0, shade(wood, -0.5)], [1, shade(wood, -0.22)]], [0, 0, 1, 0])}
      ${linear('floor', [[0, shade(wood, -0.38)], [1, shade(wood, 0.1)]])}
      ${linear('steel', [[0, '#8e969b'], [0.5, '#d6dbde'], [1, '#6b7378']])}
      ${linear('pvc', [[0, '#b9b6ae'], [0.3, '#fbfaf6'], [0.6, '#e6e3db'], [1, '#a5a199']], [0, 0, 1, 0])}
    </defs>` +
    box(0, 0, 800, 600, shade(wood, -0.3)) +
    box(96, 40, 608, 412, 'url(#back)') +
    poly('0,0 96,40 96,452 0,560', 'url(#left)') +
    poly('800,0 704,40 704,452 800,560', 'url(#right)') +
    poly('96,452 704,452 800,560 800,600 0,600 0,560', 'url(#floor)') +
    line('M96 452 H704', shade(wood, -0.6), 2, 'opacity="0.6"') +
    // worktop edge and underside of the bowl
    poly('0,0 800,0 704,40 96,40', shade(wood, -0.62)) +
    behindBowl +
    path(`M${drainX - 190} 0 H${drainX + 150} L${drainX + 132} 78 Q${drainX + 126} 96 ${drainX + 100} 96 H${drainX - 142} Q${drainX - 168} 96 ${drainX - 174} 78 Z`, 'url(#steel)', 'filter="url(#drop)"') +
    line(`M${drainX - 166} 74 H${drainX + 126}`, '#ffffff', 3, 'opacity="0.35"') +
    drain(drainX) +
    // floor liner
    poly('150,486 650,486 724,566 76,566', mat, 'opacity="0.92"') +
    poly('150,486 650,486 653,490 147,490', shade(mat, 0.3), 'opacity="0.7"');
}

const drain = (x) => group(
  box(x - 34, 92, 68, 26, 'url(#pvc)', 6) + box(x - 17, 116, 34, 120, 'url(#pvc)') +
  box(x - 25, 152, 50, 22, 'url(#pvc)', 5) +
  tube(`M${x} 232 V268 Q${x} 306 ${x + 36} 306 Q${x + 72} 306 ${x + 72} 268 V232 Q${x + 72} 204 ${x + 100} 204 H${x + 124}`, '#ece9e1', 32) +
  box(x - 24, 212, 48, 34, 'url(#pvc)', 5) + box(x + 49, 222, 46, 22, 'url(#pvc)', 5) +
  line(`M${x - 24} 229 h48`, '#8d8a82', 1.5, 'opacity="0.5"') +
  // rosette where the pipe enters the wall
  box(x + 128, 178, 22, 52, 'url(#pvc)', 7, 'filter="url(#drop)"'));

const socket = (x, y, led) => group(
  box(x, y, 62, 62, '#f3f1ec', 6, 'filter="url(#drop)"') + box(x + 7, y + 7, 48, 48, '#e6e3dc', 5) +
  box(x + 12, y + 16, 38, 34, '#2c2f33', 7) + box(x + 18, y + 22, 26, 22, '#3b3f45', 4) +
  (led ? oval(x + 31, y + 12, 2.5, 2.5, '#4fc27a') : ''));

const valve = (x, y) => group(
  box(x - 12, y, 24, 46, 'url(#chrome)', 4) + box(x - 17, y + 12, 34, 10, 'url(#chrome)', 3) +
  box(x - 40, y - 8, 52, 11, '#2f7fc1', 5) + oval(x, y - 2, 8, 8, '#c8ced2'));

/** A white upright machine with a display band. */
function machine({ x, y, w, h, body, accent, label, dark = false }) {
  const ink = dark ? '#dfe7ec' : '#39434b';
  const lamps = [0, 1, 2, 3].map((i) => oval(x + w / 2 - 36 + i * 24, y + h * 0.345, 5, 5, i === 0 ? '#f0b64a' : '#45c8d8') +
    oval(x + w / 2 - 37.5 + i * 24, y + h * 0.345 - 1.5, 1.6, 1.6, '#ffffff', 'opacity="0.8"')).join('');
  return footShadow(x + w / 2 + 10, y + h + 2, w * 0.56, 13, 0.5) +
    `<defs>${linear('body', [[0, shade(body, -0.1)], [0.2, shade(body, 0.55)], [0.6, body], [1, shade(body, -0.24)]], [0, 0, 1, 0])}
     ${linear('side', [[0, shade(body, -0.2)], [1, shade(body, -0.42)]])}
     ${linear('glass', [[0, shade(accent, -0.55)], [0.5, shade(accent, -0.68)], [1, shade(accent, -0.4)]], [0, 0, 1, 1])}</defs>` +
    path(`M${x + w - 14} ${y + 8} L${x + w + 26} ${y + 26} V${y + h - 18} L${x + w - 14} ${y + h} Z`, 'url(#side)') +
    box(x, y, w, h, 'url(#body)', 18) +
    box(x + 16, y + h * 0.1, w - 32, h * 0.3, 'url(#glass)', 12) +
    path(`M${x + 20} ${y + h * 0.1 + 8} h${(w - 40) * 0.5} l-40 ${h * 0.3 - 16} h${-(w - 40) * 0.5 + 40} z`, '#ffffff', 'opacity="0.07"') +
    text(x + w / 2, y + h * 0.21, 30, '#bff3fb', label.reading, 'text-anchor="middle" font-weight="600"') + lamps +
    text(x + w / 2, y + h * 0.277, 11, '#9fc9d2', '水质 TDS', 'text-anchor="middle"') +
    box(x, y + h * 0.46, w, 5, accent, 0, 'opacity="0.85"') +
    text(x + w / 2, y + h * 0.62, 30, ink, label.brand, 'text-anchor="middle" font-weight="500" letter-spacing="6"') +
    text(x + w / 2, y + h * 0.7, 13, ink, label.model, 'text-anchor="middle" opacity="0.7"') +
    box(x + w / 2 - 30, y + h - 26, 60, 5, ink, 2, 'opacity="0.16"');
}

const first = () => picture(
  cupboard({ wood: '#c69a6a', back: '#d9b98f', drainX: 530,
    behindBowl: tube('M300 204 Q300 150 366 118 Q404 96 404 40', '#3f8fd0', 10) }) +
  socket(128, 118, true) + valve(404, 176) +
  tube('M404 222 V300 Q404 330 378 336 L338 340', '#f4f4f0', 11) +
  tube('M338 380 Q420 392 462 336 Q490 296 508 206', '#d8574b', 9) + oval(508, 204, 9, 9, '#4a4f54') +
  line('M159 170 Q162 300 196 330', '#2c2f33', 6) +
  machine({ x: 182, y: 190, w: 168, h: 312, body: '#eef1f2', accent: '#2c9ab7', label: { reading: '12', brand: '清泉', model: 'R400' } }) +
  // a few bottles on the right, out of the way
  cylinder(640, 372, 40, 110, '#e8c34d', 'b1', 10) + box(652, 350, 16, 24, '#d26a3a', 4) +
  cylinder(596, 398, 36, 88, '#6cb38b', 'b2', 9) + box(606, 380, 14, 20, '#f2f2ee', 4) + footShadow(632, 488, 60, 8, 0.35));

const second = () => picture(
  cupboard({ wood: '#e3e1dc', back: '#cfd3d4', drainX: 280, mat: '#5f7480',
    behindBowl: tube('M566 226 Q566 150 490 126 Q392 100 384 30', '#3f8fd0', 10) }) +
  socket(604, 128, true) + valve(470, 180) +
  tube('M470 226 V280 Q470 300 490 306', '#f4f4f0', 11) +
  tube('M494 380 Q440 420 404 350 Q384 300 366 282', '#3a3d42', 9) + oval(364, 280, 9, 9, '#d8d5cd') +
  line('M636 180 Q652 260 640 320', '#2c2f33', 6) +
  machine({ x: 486, y: 212, w: 138, h: 290, body: '#5b646c', accent: '#5fc2a8', dark: true, label: { reading: '9', brand: '澜净', model: '800 Pro' } }) +
  // spare tube coil and a folded cloth
  [0, 1, 2].map((i) => `<ellipse cx="196" cy="${486 - i * 7}" rx="66" ry="22" fill="none" stroke="${shade('#f1f1ec', -0.06 * i)}" stroke-width="8"/>`).join('') +
  `<ellipse cx="196" cy="474" rx="66" ry="22" fill="none" stroke="#ffffff" stroke-width="2" opacity="0.8"/>` +
  footShadow(196, 510, 74, 8, 0.3));

function housing(x, y, inner, id) {
  return cylinder(x - 8, y - 26, 86, 44, '#2d5f8f', `${id}c`, 8) +
    `<defs>${linear(`${id}g`, [[0, '#9fb9c6', 0.75], [0.22, '#f2fbff', 0.55], [0.5, '#c4dbe6', 0.38], [1, '#6f8c9b', 0.75]], [0, 0, 1, 0])}</defs>` +
    cylinder(x + 17, y + 16, 36, 176, inner, `${id}i`, 8) +
    [0, 1, 2, 3, 4, 5, 6].map((i) => line(`M${x + 18} ${y + 36 + i * 22} h34`, shade(inner, -0.2), 2, 'opacity="0.35"')).join('') +
    path(`M${x} ${y + 14} h70 v170 q0 26 -35 26 q-35 0 -35 -26 z`, `url(#${id}g)`) +
    line(`M${x + 12} ${y + 28} V${y + 176}`, '#ffffff', 5, 'opacity="0.55"') +
    [0, 1, 2, 3, 4, 5].map((i) => line(`M${x + 4 + i * 12.4} ${y - 20} v32`, '#183c5e', 2, 'opacity="0.4"')).join('');
}

const third = () => picture(
  cupboard({ wood: '#b9805a', back: '#e2dcd2', drainX: 566, mat: '#7f8d84',
    behindBowl: tube('M470 252 Q516 250 508 190 Q500 130 470 30', '#3f8fd0', 10) }) +
  valve(140, 170) + tube('M140 216 V232 Q140 246 160 246 H196', '#f4f4f0', 11) +
  box(182, 190, 306, 20, '#c9ced1', 5, 'filter="url(#drop)"') + box(186, 194, 298, 5, '#f5f7f8', 2) +
  [[196, '#b88a58'], [300, '#3d4144'], [404, '#f2f4f2']].map(([x, c], i) => housing(x, 236, c, `h${i}`)).join('') +
  tube('M274 240 H292', '#f4f4f0', 12) + tube('M378 240 H396', '#f4f4f0', 12) +
  [1, 2, 3].map((n, i) => oval(231 + i * 104, 232, 12, 12, '#ffffff') + text(231 + i * 104, 238, 16, '#2d5f8f', n, 'text-anchor="middle" font-weight="700"')).join('') +
  // pressure tank
  footShadow(606, 490, 66, 11, 0.45) + cylinder(548, 360, 116, 126, '#dfe6ea', 'tank', 44) + box(590, 344, 32, 20, '#5d6a72', 4) +
  box(548, 418, 116, 4, '#9fb0b9', 0, 'opacity="0.6"') + tube('M606 346 Q602 322 566 322 Q520 322 508 284 Q502 262 478 262', '#e8c34d', 8));

export const sinks = { 'under-sink-1': first, 'under-sink-2': second, 'under-sink-3': third };
