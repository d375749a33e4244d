// Faucet, drain connection, leaking joint.
import { box, group, line, linear, oval, path, picture, radial, shade, text, tube } from './draw.mjs';

const drop = (x, y, size, colour = '#9fd0e6') => group(
  path('M0 -14 Q11 2 11 9 a11 11 0 0 1 -22 0 Q-11 2 0 -14 Z', colour, 'opacity="0.9"') + oval(-4, 9, 3, 5, '#ffffff', 'opacity="0.9"'),
  `transform="translate(${x} ${y}) scale(${size})"`);

function faucet() {
  const neck = 'M452 452 V214 Q452 92 342 92 Q240 92 240 196 V214';
  return picture(
    `<defs>${linear('wall', [[0, '#e9e2d4'], [1, '#cfc5b3']])}${linear('stone', [[0, '#d9d6cf'], [1, '#a39f96']])}
      ${linear('pane', [[0, '#bfe0ef'], [1, '#f1f6ee']])}${linear('stream', [[0, '#cfe9f4', 0.9], [0.4, '#ffffff', 0.95], [1, '#a9d3e6', 0.8]], [0, 0, 1, 0])}
      ${linear('glass', [[0, '#ffffff', 0.8], [0.12, '#ffffff', 0.15], [0.85, '#ffffff', 0.08], [1, '#ffffff', 0.65]], [0, 0, 1, 0])}
      ${linear('bowl', [[0, '#79838a'], [0.5, '#c4ccd1'], [1, '#8b959b']])}</defs>` +
    box(0, 0, 800, 420, 'url(#wall)') +
    group(box(520, -20, 320, 330, '#f7f3ea', 4) + box(540, 0, 128, 290, 'url(#pane)') + box(684, 0, 128, 290, 'url(#pane)') +
      oval(600, 250, 70, 60, '#86b07c', 'opacity="0.8"') + oval(740, 262, 90, 50, '#6fa06c', 'opacity="0.8"'), 'filter="url(#far)"') +
    group([0, 1, 2, 3].map((i) => line(`M0 ${70 + i * 90} H510`, '#bdb29f', 3)).join('') + [60, 200, 340, 480].map((x) => line(`M${x} 0 V400`, '#bdb29f', 3)).join(''), 'opacity="0.5" filter="url(#soft-small)"') +
    box(0, 408, 800, 192, 'url(#stone)') + line('M0 409 H800', '#f5f3ee', 4) +
    // sink bowl
    path('M60 470 Q60 452 82 452 H404 Q424 452 428 470 L446 600 H26 Z', 'url(#bowl)') + path('M60 470 Q60 452 82 452 H404 Q424 452 428 470 L429 480 Q424 464 404 464 H82 Q62 464 59 482 Z', '#ffffff', 'opacity="0.7"') +
    oval(238, 588, 96, 12, '#1d1a16', 'opacity="0.45" filter="url(#soft)"') +
    // faucet
    box(452, 336, 68, 22, 'url(#chrome-down)', 9) + path('M508 328 L596 306 Q612 304 612 318 Q612 328 600 332 L516 366 Z', 'url(#chrome-down)', 'filter="url(#drop)"') +
    oval(462, 470, 66, 13, '#1d1a16', 'opacity="0.4" filter="url(#soft)"') +
    line(neck, '#5e676d', 34) + line(neck, '#aab3b9', 28) + line(neck, '#f2f5f6', 13, 'transform="translate(-5 -3)"') + line(neck, '#ffffff', 5, 'transform="translate(-7 -4)"') +
    line(neck, '#7f898f', 4, 'transform="translate(9 5)" opacity="0.7"') +
    box(224, 206, 32, 20, 'url(#chrome)', 4) + box(420, 440, 64, 26, 'url(#chrome)', 8) + box(410, 462, 84, 12, 'url(#chrome)', 5) +
    oval(452, 396, 9, 9, '#3f8fd0') + oval(449, 393, 3, 3, '#ffffff', 'opacity="0.8"') +
    // stream and glass
    path('M231 224 Q233 330 234 512 H246 Q247 330 249 224 Z', 'url(#stream)') +
    path('M176 392 L192 578 Q193 588 204 588 H274 Q285 588 286 578 L302 392 Z', '#eaf6fb', 'opacity="0.35"') +
    path('M183 478 L192 578 Q193 588 204 588 H274 Q285 588 286 578 L295 478 Z', '#9fd3ea', 'opacity="0.72"') + oval(239, 478, 56, 9, '#d8f0f9', 'opacity="0.95"') +
    [[226, 496, 5], [252, 504, 4], [240, 520, 3], [214, 512, 3], [262, 532, 4]].map(([x, y, r]) => oval(x, y, r, r, '#ffffff', 'opacity="0.75"')).join('') +
    path('M176 392 L192 578 Q193 588 204 588 H274 Q285 588 286 578 L302 392', 'url(#glass)') + oval(239, 392, 63, 9, 'none', 'stroke="#ffffff" stroke-width="3" opacity="0.85"'));
}

function wallBehind(colour) {
  return `<defs>${linear('wall', [[0, shade(colour, 0.14)], [1, shade(colour, -0.24)]])}${linear('pvc', [[0, '#a9a69e'], [0.28, '#fdfcf8'], [0.6, '#e6e3db'], [1, '#97938b']], [0, 0, 1, 0])}
    ${linear('pvc-down', [[0, '#fdfcf8'], [0.4, '#e9e6de'], [1, '#97938b']])}${linear('clamp', [[0, '#4c545a'], [0.35, '#8a949b'], [1, '#353c41']])}</defs>` + box(0, 0, 800, 600, 'url(#wall)');
}

const screw = (x, y, turn = 20) => oval(x + 2, y + 3, 15, 15, '#1d2124', 'opacity="0.4"') + oval(x, y, 14, 14, '#c3cacf') + oval(x - 2, y - 2, 10, 10, '#e6eaec') +
  group(line('M-8 0 H8', '#555e64', 3.5) + line('M0 -8 V8', '#555e64', 3.5), `transform="translate(${x} ${y}) rotate(${turn})"`);

const drain = () => picture(
  wallBehind('#c7b497') +
  group(box(80, -10, 12, 620, '#8f7a5c') + box(708, -10, 12, 620, '#8f7a5c'), 'opacity="0.25" filter="url(#far)"') +
  box(352, -10, 150, 620, '#1d1a16', 8, 'opacity="0.35" filter="url(#soft)" transform="translate(16 6)"') +
  box(330, -10, 150, 620, 'url(#pvc)') +
  box(318, 40, 174, 54, 'url(#pvc)', 10) + line('M318 84 H492', '#8d8a82', 2, 'opacity="0.6"') +
  Array.from({ length: 9 }, (_, i) => line(`M${330 + i * 19} 46 V80`, '#8d8a82', 2, 'opacity="0.35"')).join('') +
  box(318, 486, 174, 56, 'url(#pvc)', 10) + line('M318 530 H492', '#8d8a82', 2, 'opacity="0.6"') +
  // saddle clamp
  box(306, 228, 198, 134, 'url(#clamp)', 16, 'filter="url(#drop)"') + box(314, 236, 182, 10, '#a9b3b9', 5, 'opacity="0.6"') +
  screw(334, 338, 20) + screw(476, 254, -32) + screw(476, 338, 14) + screw(334, 254, 40) +
  // elbow with tube
  box(372, 262, 66, 66, '#2f353a', 12) + oval(405, 295, 25, 25, '#454d53') +
  tube('M-20 430 Q150 420 232 352 Q300 296 396 295', '#d8574b', 34) +
  box(352, 270, 62, 50, '#3a4147', 8) + [0, 1, 2, 3].map((i) => line(`M${360 + i * 13} 274 V316`, '#20262a', 3, 'opacity="0.6"')).join('') +
  box(338, 266, 16, 58, '#4f88b9', 5) +
  group(box(-92, -34, 184, 68, '#ffffff', 6, 'filter="url(#drop)"') + text(0, -4, 21, '#37424a', '废水接口', 'text-anchor="middle" font-weight="600"') +
    text(0, 21, 15, '#6a757c', '已检漏', 'text-anchor="middle" letter-spacing="3"'), 'transform="translate(626 452) rotate(4)"'));

const leak = () => picture(
  `<defs>${linear('wall', [[0, '#c0a585'], [1, '#96795a']])}${linear('shelf', [[0, '#8a6c4e'], [1, '#b28f69']])}${radial('pool', [[0, '#dcecf2', 0.9], [0.7, '#a5c4d1', 0.72], [1, '#86a9b8', 0.5]])}
    ${linear('nut', [[0, '#ffffff'], [0.4, '#e4e7e8'], [1, '#949ca1']])}${linear('blue', [[0, '#6fb3e0'], [0.45, '#3a86bf'], [1, '#1f5580']])}</defs>` +
  box(0, 0, 800, 600, 'url(#wall)') + box(0, 446, 800, 154, 'url(#shelf)') + line('M0 447 H800', '#5e4630', 4, 'opacity="0.6"') +
  group([0, 1, 2].map((i) => line(`M0 ${480 + i * 44} Q300 ${470 + i * 46} 800 ${486 + i * 42}`, '#6d533b', 3)).join(''), 'opacity="0.4"') +
  // machine's edge on the right
  box(642, -10, 190, 470, '#1d1a16', 10, 'opacity="0.35" filter="url(#soft)"') + box(652, -10, 170, 466, '#eef1f2', 10) + box(652, -10, 14, 466, '#cfd6d9') +
  tube('M-20 150 Q110 150 176 208 Q214 244 280 246', '#f4f4f0', 44) +
  box(600, 214, 60, 64, 'url(#nut)', 6) + box(436, 218, 176, 56, 'url(#nut)', 8) +
  box(300, 196, 150, 100, 'url(#nut)', 14, 'filter="url(#drop)"') +
  Array.from({ length: 7 }, (_, i) => line(`M${318 + i * 19} 204 V288`, '#a3abb0', 4, 'opacity="0.6"')).join('') +
  box(258, 206, 52, 80, 'url(#blue)', 10) + line('M268 214 H300', '#ffffff', 5, 'opacity="0.4"') +
  // water: film, drops, puddle
  path('M262 284 Q296 300 340 296 Q410 294 446 288 Q438 304 392 306 Q352 308 340 320 Q337 350 320 352 Q303 350 300 318 Q288 304 262 284 Z', '#c5e6f3', 'opacity="0.9"') +
  path('M300 318 Q303 350 320 352 Q337 350 340 320 Q320 332 300 318 Z', '#8fc4da', 'opacity="0.55"') + oval(312, 334, 4, 9, '#ffffff', 'opacity="0.9"') + line('M286 296 Q340 306 420 298', '#ffffff', 2.5, 'opacity="0.8"') +
  drop(322, 402, 1.25) + drop(352, 356, 0.9) + drop(320, 448, 0.8) +
  path('M120 534 Q150 500 270 502 Q380 494 470 512 Q560 520 540 548 Q500 578 350 572 Q230 584 160 566 Q108 556 120 534 Z', '#3d2d1e', 'opacity="0.35" transform="translate(3 7)" filter="url(#soft-small)"') +
  path('M120 534 Q150 500 270 502 Q380 494 470 512 Q560 520 540 548 Q500 578 350 572 Q230 584 160 566 Q108 556 120 534 Z', 'url(#pool)') +
  oval(322, 532, 44, 9, 'none', 'stroke="#ffffff" stroke-width="3" opacity="0.75"') + oval(322, 532, 84, 17, 'none', 'stroke="#ffffff" stroke-width="2" opacity="0.45"') +
  path('M176 530 Q220 514 270 516 Q230 524 196 540 Z', '#ffffff', 'opacity="0.6"') + drop(196, 494, 0.5) + drop(470, 486, 0.45));

export const plumbing = { faucet, 'drain-connection': drain, 'leak-joint': leak };
