// Small parts: the old one on the left, the new one on the right.
import { box, cylinder, group, line, linear, oval, path, picture, shade, text, tube } from './draw.mjs';
import { mat } from './filters.mjs';

const label = (x, words, colour) => group(
  box(-86, -30, 172, 60, '#fbfaf4', 5, 'filter="url(#drop)"') + box(-86, -30, 172, 18, colour, 5) + text(0, 18, 22, '#333a3f', words, 'text-anchor="middle" letter-spacing="3"'),
  `transform="translate(${x} 508) rotate(${x < 400 ? -3 : 2})"`);

const under = (x, y, wide) => oval(x + 6, y, wide, 18, '#14110e', 'opacity="0.42" filter="url(#soft)"');

/** Lime and rust on what was in use. */
const wear = (x, y) => group(
  [[-46, 8, 34, 15], [22, -26, 26, 12], [50, 30, 30, 14], [-8, 44, 40, 10]].map(([dx, dy, rx, ry]) => oval(x + dx, y + dy, rx, ry, '#7a4a1c', 'opacity="0.4" filter="url(#soft-small)"')).join('') +
  [[-24, -34, 20, 7], [44, -8, 16, 6]].map(([dx, dy, rx, ry]) => oval(x + dx, y + dy, rx, ry, '#e9e4d6', 'opacity="0.6" filter="url(#soft-small)"')).join(''));

const pair = (floor, cloth, draw) => picture(
  mat(floor, cloth) + group(draw(230, 'o', -0.26) + wear(230, 330)) + draw(570, 'n', 0.06) + label(216, '旧件', '#c2562f') + label(584, '新件', '#2f7d5b'));

/** A check valve, a restrictor, a pressure switch: what sits in the tube. */
function inline(x, id, tone) {
  const body = shade('#dfe4e6', tone);
  return under(x, 420, 130) + tube(`M${x - 150} 360 H${x - 70}`, shade('#f4f4f0', tone), 30) + tube(`M${x + 70} 360 H${x + 150}`, shade('#f4f4f0', tone), 30) +
    cylinder(x - 78, 322, 156, 78, body, `${id}body`, 14) + box(x - 96, 336, 24, 50, shade('#4f88b9', tone), 6) + box(x + 72, 336, 24, 50, shade('#4f88b9', tone), 6) +
    path(`M${x - 40} 361 H${x + 18} V348 L${x + 46} 364 L${x + 18} 380 V367 H${x - 40} Z`, shade('#4f88b9', tone));
}

function valve(x, id, tone) {
  return inline(x, id, tone) + box(x - 50, 340, 100, 44, shade('#dfe4e6', tone), 4) +
    cylinder(x - 46, 220, 92, 108, shade('#2f353a', tone), `${id}coil`, 12) + box(x - 36, 246, 72, 40, shade('#c9ced1', tone), 5) + text(x, 273, 18, '#333a3f', 'DC 24V', 'text-anchor="middle"') +
    line(`M${x - 10} 220 Q${x - 20} 176 ${x - 70} 170`, '#b23a32', 7) + line(`M${x + 10} 220 Q${x + 10} 168 ${x - 52} 150`, '#2b2f33', 7);
}

function pump(x, id, tone) {
  return under(x, 432, 150) + cylinder(x - 60, 196, 120, 150, shade('#3b4248', tone), `${id}motor`, 20) + box(x - 52, 232, 104, 54, shade('#dfe4e6', tone), 5) +
    text(x, 266, 19, '#333a3f', '增压泵 24V', 'text-anchor="middle"') + cylinder(x - 74, 336, 148, 84, shade('#23282c', tone), `${id}head`, 16) +
    tube(`M${x - 150} 384 H${x - 66}`, shade('#f4f4f0', tone), 28) + tube(`M${x + 66} 384 H${x + 150}`, shade('#f4f4f0', tone), 28) +
    [-50, 0, 50].map((dx) => oval(x + dx, 404, 7, 7, '#c3cacf')).join('') + line(`M${x - 12} 198 Q${x - 30} 158 ${x - 84} 164`, '#b23a32', 7) + line(`M${x + 12} 198 Q${x} 148 ${x - 70} 146`, '#2b2f33', 7);
}

function sensor(x, id, tone) {
  const cable = shade('#e8e8e2', tone);
  return under(x, 402, 120) + line(`M${x - 20} 300 Q${x - 60} 200 ${x + 40} 190 Q${x + 120} 184 ${x + 96} 240`, cable, 9) + box(x + 76, 236, 40, 34, shade('#f7f8f8', tone), 5) +
    cylinder(x - 48, 296, 56, 70, shade('#2f353a', tone), `${id}grip`, 8) + box(x - 40, 364, 8, 36, '#c9b06a', 3) + box(x - 8, 364, 8, 36, '#c9b06a', 3) +
    line(`M${x - 40} 318 H${x}`, '#8a949b', 4) + line(`M${x - 40} 334 H${x}`, '#8a949b', 4);
}

function electric(x, id, tone) {
  const shell = shade('#2b3035', tone);
  return under(x, 408, 130) + `<defs>${linear(`${id}shell`, [[0, shade(shell, 0.3)], [0.3, shell], [1, shade(shell, -0.4)]])}</defs>` +
    line(`M${x + 40} 250 Q${x + 130} 190 ${x + 60} 160 Q${x - 20} 140 ${x - 110} 190`, shade('#30363b', tone), 10) + box(x - 140, 176, 44, 26, shade('#d6dadd', tone), 6) +
    box(x - 84, 240, 168, 150, `url(#${id}shell)`, 18, 'filter="url(#drop)"') + box(x - 62, 262, 124, 74, shade('#e6e9ea', tone), 4) +
    text(x, 290, 17, '#333a3f', 'AC 220V', 'text-anchor="middle"') + text(x, 316, 17, '#333a3f', 'DC 24V', 'text-anchor="middle"') +
    box(x - 30, 390, 12, 34, '#c9ced1', 3) + box(x + 18, 390, 12, 34, '#c9ced1', 3) + oval(x + 58, 364, 8, 8, tone < 0 ? '#55606a' : '#56b776');
}

function fitting(x, id, tone) {
  const white = shade('#eef0ef', tone);
  const seal = tone < 0 ? path(`M${x - 40} 440 Q${x - 4} 404 ${x + 40} 430 Q${x + 60} 452 ${x + 10} 462 Q${x - 60} 470 ${x - 40} 440 Z`, 'none', 'stroke="#23282c" stroke-width="11"') : oval(x, 440, 54, 26, 'none', 'stroke="#23282c" stroke-width="11"');
  return under(x, 350, 130) + tube(`M${x - 150} 288 H${x - 60}`, white, 40) + cylinder(x - 70, 242, 140, 92, white, `${id}nut`, 12) +
    Array.from({ length: 6 }, (_, i) => line(`M${x - 52 + i * 21} 250 V326`, shade(white, -0.24), 4, 'opacity="0.6"')).join('') +
    box(x - 92, 254, 28, 68, shade('#4f88b9', tone), 7) + cylinder(x + 66, 262, 76, 52, shade('#c9a24a', tone), `${id}thread`, 4) +
    Array.from({ length: 5 }, (_, i) => line(`M${x + 76 + i * 14} 264 V312`, shade('#c9a24a', tone - 0.3), 3, 'opacity="0.7"')).join('') + seal;
}

export const parts = {
  'part-valve': () => pair('#8b7a66', '#6b8794', valve),
  'part-inline': () => pair('#94806a', '#7a8f9a', inline),
  'part-sensor': () => pair('#8b7a66', '#7f938c', sensor),
  'part-pump': () => pair('#a08a70', '#7c98a4', pump),
  'part-electric': () => pair('#7f7466', '#86939a', electric),
  'part-fitting': () => pair('#94806a', '#728f8a', fitting),
};
