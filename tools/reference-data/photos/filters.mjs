// Old and new filters, and the stages being flushed.
import { box, cylinder, footShadow, group, line, linear, oval, path, picture, poly, radial, shade, text, tube } from './draw.mjs';

/** A service mat seen from above at a slant, on a floor. */
export function mat(floor, cloth) {
  const weave = Array.from({ length: 13 }, (_, i) => line(`M${-20 + i * 70} 150 L${-90 + i * 82} 600`, shade(cloth, -0.14), 2, 'opacity="0.35"')).join('');
  return `<defs>${linear('floor', [[0, shade(floor, -0.28)], [1, shade(floor, 0.12)]])}${linear('cloth', [[0, shade(cloth, -0.16)], [1, shade(cloth, 0.16)]])}
    <clipPath id="cloth-area"><polygon points="96,176 704,176 770,566 30,566"/></clipPath></defs>` +
    box(0, 0, 800, 600, 'url(#floor)') +
    [0, 1, 2, 3, 4].map((i) => line(`M0 ${40 + i * i * 34} H800`, shade(floor, -0.36), 2, 'opacity="0.4"')).join('') +
    poly('96,176 704,176 770,566 30,566', '#14110e', 'opacity="0.35" filter="url(#soft)" transform="translate(6 12)"') +
    poly('96,176 704,176 770,566 30,566', 'url(#cloth)') + group(weave, 'clip-path="url(#cloth-area)"') +
    line('M104 184 L696 184 L758 556 L42 556 Z', shade(cloth, 0.5), 2, 'stroke-dasharray="9 7" opacity="0.5"');
}

/** A pleated or spun cartridge lying across the picture. */
function cartridge({ x, y, length, thick, body, cap, id, stains = '', label = '' }) {
  const half = thick / 2;
  const rings = Array.from({ length: Math.floor((length - 60) / 13) }, (_, i) =>
    `<path d="M${x + 36 + i * 13} ${y - half + 2} q9 ${half} 0 ${thick - 4}" fill="none" stroke="${shade(body, -0.22)}" stroke-width="2" opacity="0.4"/>`).join('');
  return oval(x + length / 2 + 8, y + half + 8, length / 2, 20, '#14110e', 'opacity="0.42" filter="url(#soft)"') +
    `<defs>${linear(`${id}b`, [[0, shade(body, -0.16)], [0.24, shade(body, 0.55)], [0.55, body], [1, shade(body, -0.42)]])}
     ${linear(`${id}k`, [[0, shade(cap, -0.1)], [0.24, shade(cap, 0.6)], [0.55, cap], [1, shade(cap, -0.45)]])}
     <clipPath id="${id}x"><rect x="${x + 14}" y="${y - half}" width="${length - 28}" height="${thick}"/></clipPath></defs>` +
    box(x + 14, y - half, length - 28, thick, `url(#${id}b)`, 4) + rings + group(stains, `clip-path="url(#${id}x)"`) + label +
    box(x, y - half - 6, 30, thick + 12, `url(#${id}k)`, 9) + box(x + length - 30, y - half - 6, 30, thick + 12, `url(#${id}k)`, 9) +
    oval(x + length + 1, y, 13, half + 4, shade(cap, -0.2)) + oval(x + length + 3, y, 8, half * 0.42, '#2a2520');
}

function oldFilter() {
  const spots = [[150, 8, 70, 34], [260, -20, 60, 26], [340, 22, 90, 30], [440, -8, 76, 40], [210, 34, 80, 22], [540, 20, 60, 34], [90, -26, 50, 20]];
  const stains = spots.map(([x, y, rx, ry]) => oval(92 + x, 300 + y, rx, ry, '#4a2c12', 'opacity="0.38" filter="url(#far)"')).join('') +
    box(90, 322, 620, 60, '#3c220d', 0, 'opacity="0.3" filter="url(#far)"');
  return picture(mat('#8b7a66', '#6b8794') +
    cartridge({ x: 92, y: 300, length: 610, thick: 132, body: '#9a6a39', cap: '#c8b79c', id: 'old', stains }) +
    oval(560, 446, 90, 14, '#4c3620', 'opacity="0.4" filter="url(#soft-small)"') + oval(196, 432, 52, 9, '#4c3620', 'opacity="0.35" filter="url(#soft-small)"') +
    group(box(-118, -44, 236, 88, '#fbfaf4', 4, 'filter="url(#drop)"') + box(-118, -44, 236, 24, '#c2562f', 4) +
      text(0, -26, 15, '#ffffff', '旧件标签', 'text-anchor="middle" letter-spacing="4"') +
      text(-104, 2, 15, '#333a3f', 'PP棉滤芯  第1级') + text(-104, 28, 15, '#333a3f', '到期更换  随单带回'), 'transform="translate(300 486) rotate(-4)"'));
}

function newFilter() {
  const label = box(250, 240, 300, 120, '#2277a8') + box(250, 240, 300, 9, '#4fb4dd') + box(250, 351, 300, 9, '#4fb4dd') +
    path('M282 270 q20 26 20 40 a20 20 0 0 1 -40 0 q0 -14 20 -40 z', '#d5f1fb') +
    text(322, 296, 25, '#ffffff', 'PP棉滤芯', 'font-weight="600"') + text(322, 326, 16, '#cfe9f5', '第1级  更换周期6个月') +
    box(250, 240, 300, 120, 'url(#sheen)');
  return picture(mat('#a08a70', '#7c98a4') +
    `<defs>${linear('sheen', [[0, '#000000', 0.18], [0.24, '#ffffff', 0.28], [0.55, '#ffffff', 0], [1, '#000000', 0.34]])}</defs>` +
    cartridge({ x: 92, y: 300, length: 610, thick: 132, body: '#f0f1ee', cap: '#f7f8f8', id: 'new', label }) +
    // torn wrapper
    path('M500 430 L700 420 L716 452 L690 500 L530 508 L512 486 L522 462 Z', '#ffffff', 'opacity="0.5" filter="url(#drop)"') +
    path('M500 430 L700 420 L706 432 L508 446 Z', '#ffffff', 'opacity="0.55"') + line('M540 452 L676 446 M548 476 L664 470', '#ffffff', 3, 'opacity="0.6"') +
    group(box(-100, -34, 200, 68, '#ffffff', 6, 'filter="url(#drop)"') + text(-84, -6, 15, '#3a4349', '新件  已核对型号') + text(-84, 20, 15, '#3a4349', '原装滤芯  密封完好'), 'transform="translate(230 476) rotate(3)"'));
}

function stage(x, number, inner, active) {
  const id = `s${number}`;
  return `<defs>${linear(`${id}g`, [[0, '#8fa9b6', 0.8], [0.2, '#f4fbff', 0.55], [0.55, '#bfd8e4', 0.35], [1, '#64808f', 0.8]], [0, 0, 1, 0])}</defs>` +
    cylinder(x - 10, 96, 130, 62, active ? '#1f7f9c' : '#3c5a74', `${id}c`, 10) +
    cylinder(x + 26, 160, 58, 196, inner, `${id}i`, 8) +
    Array.from({ length: 9 }, (_, i) => line(`M${x + 28} ${180 + i * 20} h54`, shade(inner, -0.25), 2, 'opacity="0.35"')).join('') +
    path(`M${x} 152 h110 v186 q0 40 -55 40 q-55 0 -55 -40 z`, `url(#${id}g)`) + line(`M${x + 16} 172 V336`, '#ffffff', 7, 'opacity="0.5"') +
    oval(x + 55, 128, 20, 20, '#ffffff') + text(x + 55, 137, 25, active ? '#1f7f9c' : '#3c5a74', number, 'text-anchor="middle" font-weight="700"');
}

function flush() {
  const basin = 'M430 470 H772 L744 578 Q740 592 724 592 H478 Q462 592 458 578 Z';
  return picture(
    `<defs>${linear('wall', [[0, '#dfe3df'], [1, '#b9c0bd']])}${linear('bench', [[0, '#a07c5a'], [1, '#6d5038']])}
      ${linear('basin', [[0, '#f4f6f7'], [0.5, '#cfd7db'], [1, '#8e9aa1']], [0, 0, 1, 0])}
      ${linear('stream', [[0, '#5f6a70', 0.75], [0.5, '#c4e3ef', 0.85], [1, '#8fb9ca', 0.7]], [0, 0, 1, 0])}${radial('pool', [[0, '#b5c6c9'], [1, '#7f9398']])}</defs>` +
    box(0, 0, 800, 600, 'url(#wall)') + box(0, 486, 800, 114, 'url(#bench)') + line('M0 487 H800', '#d3b48f', 3, 'opacity="0.6"') +
    box(60, 64, 480, 30, '#c9ced1', 6, 'filter="url(#drop)"') + box(66, 69, 468, 6, '#f6f8f9', 3) +
    stage(76, 1, '#efeee8', false) + stage(246, 2, '#34393c', true) + stage(416, 3, '#f2f4f2', false) +
    tube('M-30 126 H64', '#f4f4f0', 14) + tube('M198 126 H234', '#f4f4f0', 14) +
    tube('M368 126 Q396 126 396 160 V340 Q396 424 470 424 H560 Q600 424 602 452', '#f4f4f0', 16) +
    // plug on the third stage while the second is flushed
    box(390, 112, 18, 28, '#d8574b', 5) +
    oval(602, 590, 190, 14, '#1d1a16', 'opacity="0.45" filter="url(#soft)"') +
    oval(601, 470, 171, 24, '#7f8b92') + oval(601, 474, 156, 19, 'url(#pool)') +
    path('M594 450 Q592 466 590 478 H616 Q614 466 612 450 Z', 'url(#stream)') + oval(603, 478, 34, 7, '#e9f4f7', 'opacity="0.7"') +
    oval(603, 478, 62, 12, 'none', 'stroke="#e9f4f7" stroke-width="3" opacity="0.5"') +
    path(basin, 'url(#basin)') + path('M430 470 Q600 520 772 470 L770 482 Q600 532 432 482 Z', '#ffffff', 'opacity="0.55"') +
    // timer
    group(box(-70, -48, 140, 96, '#2c3338', 14, 'filter="url(#drop)"') + box(-56, -34, 112, 52, '#b9d3bd', 6) +
      text(0, 6, 38, '#1d2b24', '05:00', 'text-anchor="middle" font-weight="600"') + oval(-26, 33, 8, 8, '#e9813b') + oval(26, 33, 8, 8, '#8b959b'), 'transform="translate(196 492)"') +
    footShadow(196, 546, 70, 8, 0.4));
}

export const filters = { 'filter-old': oldFilter, 'filter-new': newFilter, 'flush-stage': flush };
