// Workplace, water heater, smart lock.
import { box, cylinder, footShadow, group, line, linear, oval, path, picture, poly, radial, shade, text, tube } from './draw.mjs';

const knob = (x, y, vertical = true) => vertical ? box(x, y, 8, 74, 'url(#chrome)', 4) : box(x, y, 74, 8, 'url(#chrome-down)', 4);

function wrench() {
  return path('M-96 -12 H40 Q48 -38 78 -38 L70 -12 L84 4 L110 2 Q104 32 74 32 Q52 32 42 14 H-96 Q-108 12 -108 1 Q-108 -12 -96 -12 Z', 'url(#chrome-down)') + box(-100, -9, 92, 20, '#c2412d', 9);
}

function workplace() {
  const tool = (content, x, y, turn, scale = 1) => group(content, `transform="translate(${x} ${y}) rotate(${turn}) scale(${scale})" filter="url(#drop)"`);
  const driver = box(-96, -13, 84, 26, '#e5a63a', 11) + box(-96, -13, 84, 9, '#f6cf7e', 6, 'opacity="0.8"') + box(-14, -6, 14, 12, '#7d868c') + box(0, -4, 92, 8, 'url(#chrome-down)', 2);
  // pliers: two handles that cross at the joint
  const pliers = line('M-92 -20 Q-40 -26 10 0 ', '#c2412d', 15) + line('M-92 24 Q-40 28 10 2', '#a53323', 15) + line('M-92 -22 Q-40 -29 0 -6', '#ef9a8a', 3, 'opacity="0.7"') +
    path('M0 -14 L30 -18 L84 -8 L86 0 L30 0 Z', 'url(#chrome-down)') + path('M0 16 L30 18 L84 8 L86 1 L30 1 Z', '#8b959b') + oval(14, 1, 12, 12, '#59636a') + oval(12, -1, 6, 6, '#c9d1d6');
  return picture(
    `<defs>${linear('cabinet', [[0, '#f4f2ec'], [1, '#d5d1c6']])}${linear('tile', [[0, '#b9b4aa'], [1, '#d8d4cb']])}${linear('cloth', [[0, '#4f7f95'], [1, '#6fa0b4']])}${linear('inside', [[0, '#3f3a33'], [1, '#7c7264']])}${linear('case', [[0, '#38424a'], [1, '#1f272d']])}</defs>` +
    box(0, 0, 800, 600, 'url(#tile)') +
    group([0, 1, 2, 3].map((i) => line(`M0 ${330 + i * i * 26 + i * 30} H800`, '#99938a', 3)).join('') + [-300, -60, 180, 400, 620, 860, 1100].map((x, i) => line(`M${400 + (x - 400) * 0.55} 286 L${x} 600`, '#99938a', 3)).join(''), 'opacity="0.55"') +
    // cabinet front with one open door
    box(0, 0, 800, 26, '#6e6a64') + box(0, 26, 800, 252, 'url(#cabinet)') + box(0, 278, 800, 22, '#56514a') +
    box(26, 44, 214, 220, '#efece4', 5, 'stroke="#c9c4b8" stroke-width="3"') + knob(216, 108) +
    box(262, 44, 250, 226, 'url(#inside)', 3) + box(560, 44, 214, 220, '#efece4', 5, 'stroke="#c9c4b8" stroke-width="3"') + knob(576, 108) +
    poly('512,44 556,62 556,300 512,270', '#c9c3b5') + poly('512,44 556,62 556,66 512,48', '#f7f5ef') +
    tube('M318 58 V150 Q318 186 346 186 Q374 186 374 150 V138 Q374 122 392 122 H410', '#e9e6de', 22) + box(306, 84, 24, 14, '#cfcbc0', 4) + box(414, 106, 12, 32, '#d9d5ca', 4) +
    box(446, 150, 40, 40, '#f1efe9', 4) + box(454, 158, 24, 24, '#3b4248', 3) + box(262, 252, 250, 18, '#8d8271') +
    // mat
    poly('150,338 660,338 760,580 52,580', '#14110e', 'opacity="0.4" filter="url(#soft)" transform="translate(6 10)"') + poly('150,338 660,338 760,580 52,580', 'url(#cloth)') +
    line('M160 346 L652 346 L746 572 L66 572 Z', '#b5d2dd', 2.5, 'stroke-dasharray="10 8" opacity="0.7"') +
    tool(wrench(), 240, 412, -14, 0.9) + tool(driver, 246, 474, -6) + tool(pliers, 262, 536, -5, 1) +
    // tool case
    group(footShadow(0, 66, 120, 14, 0.5) + box(-112, -52, 224, 116, 'url(#case)', 14) + box(-112, -8, 224, 6, '#11171b') + box(-34, -74, 68, 26, 'none', 10, 'stroke="#2b343a" stroke-width="10"') +
      box(-70, -16, 26, 22, '#e8a13a', 4) + box(44, -16, 26, 22, '#e8a13a', 4), 'transform="translate(602 408)"') +
    // filter set and shoe covers
    group([0, 1, 2].map((i) => cylinder(-70 + i * 46, -44, 36, 92, ['#f2f3f0', '#3d4347', '#e9f0f4'][i], `fs${i}`, 10) + box(-70 + i * 46, -18, 36, 30, ['#2277a8', '#b9c2c7', '#2f9d77'][i])).join(''), 'transform="translate(424 424)" filter="url(#drop)"') +
    [[452, 538, -8], [546, 542, 6]].map(([x, y, turn]) => group(path('M-40 14 Q-44 -14 -14 -18 Q30 -22 42 4 Q46 16 36 18 H-30 Q-40 18 -40 14 Z', '#5fb0dc', 'filter="url(#drop)"') +
      oval(-10, -8, 18, 7, '#2b6f96') + line('M-36 8 Q0 14 38 8', '#a7d8f2', 3, 'opacity="0.7"'), `transform="translate(${x} ${y}) rotate(${turn})"`)).join(''));
}

function waterHeater() {
  return picture(
    `<defs>${linear('wall', [[0, '#cfdcdc'], [1, '#a9bbbd']])}${linear('tank', [[0, '#ffffff'], [0.28, '#f4f6f6'], [0.7, '#ccd5d9'], [1, '#8f9ca3']])}${linear('cap', [[0, '#e8ecee'], [0.3, '#cfd7db'], [1, '#7f8c93']])}${linear('screen', [[0, '#1b2a33'], [1, '#0f181d']])}</defs>` +
    box(0, 0, 800, 600, 'url(#wall)') +
    group(Array.from({ length: 5 }, (_, r) => Array.from({ length: 5 }, (_, c) => box(-20 + c * 172, -30 + r * 136, 166, 130, shade('#c5d4d5', ((r * 3 + c * 5) % 4) * 0.07), 3)).join('')).join(''), 'filter="url(#soft-small)"') +
    box(118, 156, 590, 250, '#1d2528', 120, 'opacity="0.42" filter="url(#soft)" transform="translate(14 26)"') +
    box(104, 130, 592, 250, 'url(#tank)', 112) + path('M216 130 H584 V380 H216 Z', '#ffffff', 'opacity="0.12"') + line('M190 132 V378 M610 132 V378', '#9aa7ad', 2, 'opacity="0.55"') +
    box(170, 158, 440, 18, '#ffffff', 9, 'opacity="0.7"') +
    box(300, 238, 200, 84, 'url(#screen)', 16) + text(360, 298, 50, '#ff9d5c', '60', 'text-anchor="middle" font-weight="600"') + text(398, 278, 20, '#ff9d5c', '℃') +
    [0, 1, 2].map((i) => oval(442 + i * 20, 300, 5, 5, i < 2 ? '#5fd0a4' : '#40525c')).join('') + text(446, 276, 15, '#9fb7c2', '加热中') +
    text(400, 222, 26, '#55636b', '禾居', 'text-anchor="middle" letter-spacing="8"') + oval(538, 281, 24, 24, 'url(#cap)') + oval(538, 281, 16, 16, '#f4f6f6') + line('M538 281 V268', '#e07b3c', 4) +
    // pipes
    [[262, '#3a86bf'], [538, '#d8574b']].map(([x, colour]) => box(x - 15, 372, 30, 26, 'url(#chrome)', 4) + box(x - 11, 396, 22, 60, 'url(#chrome)') + box(x - 17, 410, 34, 12, colour, 4) +
      box(x - 18, 454, 36, 26, 'url(#chrome)', 5) + box(x - 11, 478, 22, 130, 'url(#chrome)')).join('') +
    // relief valve and cable
    box(276, 424, 52, 16, 'url(#chrome-down)', 5) + box(322, 416, 12, 32, '#d8574b', 4) + line('M690 250 Q748 260 744 360 V420', '#e9ebea', 10) + box(722, 412, 46, 60, '#f4f4f1', 8, 'filter="url(#drop)"') + box(730, 424, 30, 34, '#d9dcda', 5) + oval(745, 432, 4, 4, '#4fc27a'));
}

function smartLock() {
  const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'].map((key, i) =>
    text(340 + (i % 3) * 60, 178 + Math.floor(i / 3) * 50, 27, '#bfe6f2', key, 'text-anchor="middle" opacity="0.92"')).join('');
  return picture(
    `<defs>${linear('door', [[0, '#7d5236'], [0.5, '#8d6142'], [1, '#5c3b26']], [0, 0, 1, 0])}${linear('plate', [[0, '#59626a'], [0.18, '#2d343a'], [0.8, '#1f252a'], [1, '#444c53']], [0, 0, 1, 0])}${linear('pad', [[0, '#12181d'], [1, '#090d10']])}${linear('lever', [[0, '#8d969c'], [0.3, '#e9edef'], [0.6, '#7f888e'], [1, '#434b51']])}${radial('finger', [[0, '#2c5b6b'], [1, '#101a20']])}</defs>` +
    box(0, 0, 800, 600, 'url(#door)') +
    group(Array.from({ length: 15 }, (_, i) => line(`M${20 + i * 56} -10 Q${34 + i * 55} ${200 + (i % 3) * 60} ${16 + i * 57} 610`, '#4a2f1d', 2 + (i % 3))).join(''), 'opacity="0.34"') +
    box(66, 40, 150, 520, 'none', 8, 'stroke="#4a2f1d" stroke-width="5" opacity="0.5"') + box(612, 40, 150, 520, 'none', 8, 'stroke="#4a2f1d" stroke-width="5" opacity="0.5"') +
    box(296, 52, 208, 500, '#0d0906', 40, 'opacity="0.55" filter="url(#soft)" transform="translate(12 16)"') +
    box(296, 46, 208, 500, 'url(#plate)', 38) + box(306, 56, 188, 480, 'url(#pad)', 30) + path('M306 86 a30 30 0 0 1 30 -30 h70 L306 360 Z', '#ffffff', 'opacity="0.07"') +
    oval(400, 98, 17, 17, '#05080a') + oval(400, 98, 11, 11, '#1d3440') + oval(396, 94, 4, 4, '#8fc6da') + [372, 428].map((x) => oval(x, 98, 4, 4, '#6a2626')).join('') +
    text(400, 138, 0.1, '#ffffff', '') + keys +
    box(388, 350, 24, 4, '#5fc7e0', 2) + text(400, 512, 17, '#8d989e', '禾居', 'text-anchor="middle" letter-spacing="6"') +
    // lever with fingerprint reader
    oval(412, 424, 60, 50, '#000000', 'opacity="0.5" filter="url(#soft)"') + oval(400, 414, 47, 47, 'url(#lever)') + oval(400, 414, 37, 37, '#2b3238') +
    path('M392 390 H634 Q656 392 656 414 Q656 436 634 438 H392 Z', '#000000', 'opacity="0.4" filter="url(#soft)" transform="translate(6 14)"') +
    path('M392 388 H632 Q654 390 654 412 Q654 434 632 436 H392 Q376 434 376 412 Q376 390 392 388 Z', 'url(#lever)') + line('M400 398 H632', '#ffffff', 4, 'opacity="0.6"') +
    box(470, 396, 66, 32, 'url(#finger)', 14) + [0, 1, 2].map((i) => `<path d="M${490 - i * 5} 420 a${13 + i * 5} ${13 + i * 4} 0 0 1 ${26 + i * 10} 0" fill="none" stroke="#7fd0e4" stroke-width="1.8" opacity="0.75"/>`).join(''));
}

export const rooms = { 'workplace-mat': workplace, 'water-heater': waterHeater, 'smart-lock': smartLock };
