// Nameplate and signed service sheet.
import { box, group, line, linear, oval, path, picture, poly, shade, text } from './draw.mjs';

function barcode(x, y, w, h, seed) {
  let bars = '';
  let state = seed;
  for (let at = x; at < x + w - 6;) {
    state = (state * 1103515245 + 12345) % 2147483648;
    const bar = 1.5 + (state % 4) * 1.3;
    bars += box(at.toFixed(1), y, bar.toFixed(1), h, '#20262a');
    at += bar + 2 + ((state >> 8) % 3) * 1.6;
  }
  return bars;
}

function nameplate() {
  const rows = [
    ['产品名称', '反渗透净水器'], ['产品型号', 'QQ-R400'], ['额定电压', '220 V ~ 50 Hz'], ['额定功率', '72 W'],
    ['进水压力', '0.1 至 0.4 MPa'], ['净水流量', '1.0 L/min'], ['适用水源', '市政自来水'],
  ];
  return picture(
    `<defs>${linear('body', [[0, '#dfe5e8'], [0.3, '#f8fafa'], [1, '#b5bfc5']], [0, 0, 1, 1])}${linear('plate', [[0, '#fdfdfb'], [0.5, '#f1f2ee'], [1, '#dddfda']], [0, 0, 1, 1])}</defs>` +
    box(0, 0, 800, 600, 'url(#body)') + line('M-10 62 H810', '#9aa5ab', 4, 'opacity="0.5"') + line('M-10 66 H810', '#ffffff', 3, 'opacity="0.8"') +
    group(
      box(-310, -226, 620, 452, 'url(#plate)', 14, 'filter="url(#drop)"') + box(-298, -214, 596, 428, 'none', 10, 'stroke="#aab2b6" stroke-width="2"') +
      box(-298, -214, 596, 66, '#1f7f9c', 10) + box(-298, -170, 596, 22, '#1f7f9c') +
      text(-274, -170, 34, '#ffffff', '清泉', 'font-weight="600" letter-spacing="6"') + text(274, -172, 20, '#d8eef4', '净水科技有限公司', 'text-anchor="end"') +
      rows.map(([name, value], i) => text(-274, -112 + i * 34, 20, '#59646b', name) + text(-168, -112 + i * 34, 20, '#262d32', value, 'font-weight="500"') +
        line(`M-274 ${-101 + i * 34} H${i < 5 ? 84 : 84}`, '#c9ced0', 1.2)).join('') +
      // household approval mark stands for the usual symbols
      group(box(112, -128, 162, 118, 'none', 8, 'stroke="#8b959b" stroke-width="2"') + oval(154, -84, 26, 26, 'none', 'stroke="#3c464c" stroke-width="4"') +
        path('M154 -104 q14 20 14 28 a14 14 0 0 1 -28 0 q0 -8 14 -28 z', '#3c464c') + poly('232,-112 262,-62 202,-62', 'none', 'stroke="#3c464c" stroke-width="4"') +
        text(232, -70, 30, '#3c464c', '!', 'text-anchor="middle" font-weight="700"') + text(193, -26, 15, '#59646b', '涉水产品', 'text-anchor="middle" letter-spacing="2"')) +
      box(-274, 130, 548, 76, '#ffffff', 4) + barcode(-258, 138, 516, 38, 386) +
      text(0, 200, 21, '#20262a', 'S/N  QQR400 2511 000386', 'text-anchor="middle" font-weight="600" letter-spacing="2"') +
      path('M-310 -226 H-40 L-220 226 H-310 Z', '#ffffff', 'opacity="0.22"'), 'transform="translate(400 318) rotate(-2.2)"') +
    [[40, 570], [760, 570]].map(([x, y]) => oval(x, y, 15, 15, '#8e989e') + oval(x - 2, y - 2, 11, 11, '#d5dbde') + line(`M${x - 7} ${y + 3} L${x + 7} ${y - 3}`, '#667077', 3)).join(''));
}

function signedSheet() {
  const ticks = ['水压、电压在范围内', '逐级冲洗完成', '接头无渗漏', '滤芯周期已讲解', '现场已清理'];
  const sheet = box(-230, -310, 460, 640, '#fdfcf8', 4, 'filter="url(#drop)"') +
    text(0, -222, 30, '#2b3338', '服 务 确 认 单', 'text-anchor="middle" font-weight="600"') + line('M-190 -202 H190', '#1f7f9c', 3) +
    [['服务类型', 96], ['机器型号', 120], ['进水 TDS', 70], ['出水 TDS', 70]].map(([name, w], i) =>
      text(-190 + (i % 2) * 200, -166 + Math.floor(i / 2) * 38, 17, '#59646b', name) + box(-108 + (i % 2) * 200, -178 + Math.floor(i / 2) * 38, w, 13, '#c9d2d6', 3)).join('') +
    line('M-190 -96 H190', '#d5d8d8', 2) +
    ticks.map((name, i) => box(-188, -74 + i * 38, 22, 22, '#ffffff', 3, 'stroke="#7d888e" stroke-width="2"') +
      line(`M-184 ${-63 + i * 38} l7 8 l14 -17`, '#1c57a5', 4) + text(-152, -56 + i * 38, 19, '#39434a', name)).join('') +
    text(-190, 178, 19, '#39434a', '客户签字') + line('M-100 188 H190', '#8d979d', 2) +
    line('M-84 168 q14 -44 30 -34 q6 10 -12 40 q18 -34 34 -30 q4 14 -6 26 q22 -40 40 -34 q-2 20 -12 30 q24 -20 34 -18 q2 12 16 6 q40 -34 52 -30 q-10 22 -24 34 q30 -22 60 -14 q24 6 44 -10', '#1c3f8f', 3.6, 'opacity="0.92"') +
    text(-190, 232, 17, '#59646b', '师傅工号') + box(-108, 219, 110, 13, '#c9d2d6', 3) + text(190, 290, 13, '#8d979d', '一式两联  客户联', 'text-anchor="end"');
  const penBody = group(box(-150, -11, 250, 22, 'url(#pen)', 10) + box(40, -12, 22, 24, '#c9a24a', 3) + poly('100,-10 100,10 142,1.5 142,-1.5', '#2b3338') + poly('132,-3.5 132,3.5 146,0', '#c9a24a') +
    box(-140, -15, 92, 6, '#c9a24a', 3), 'transform="translate(624 404) rotate(148)" filter="url(#drop)"');
  return picture(
    `<defs>${linear('table', [[0, '#a37b54'], [1, '#7d5a3b']], [0, 0, 1, 1])}${linear('board', [[0, '#5b6a73'], [1, '#3c474e']])}${linear('pen', [[0, '#53606a'], [0.35, '#2f3a43'], [1, '#12181d']])}</defs>` +
    box(0, 0, 800, 600, 'url(#table)') + group([0, 1, 2, 3, 4, 5].map((i) => line(`M0 ${50 + i * 104} Q260 ${30 + i * 108} 800 ${66 + i * 98}`, shade('#8a6544', -0.2), 3)).join(''), 'opacity="0.45"') +
    group(box(-262, -330, 524, 720, 'url(#board)', 16, 'filter="url(#drop)"') + sheet + box(-92, -330, 184, 46, 'url(#chrome-down)', 10, 'filter="url(#drop)"') + box(-40, -344, 80, 28, 'url(#chrome-down)', 12),
      'transform="translate(352 308) rotate(-5) scale(0.9)"') + penBody +
    // tea cup corner
    oval(744, 96, 92, 88, '#1d1a16', 'opacity="0.35" filter="url(#soft)"') + oval(740, 84, 84, 84, '#eef0ee') + oval(740, 84, 68, 68, '#d3d7d5') + oval(740, 86, 62, 62, '#a9783a') + oval(722, 66, 26, 16, '#d9ad6b', 'opacity="0.55"'));
}

export const papers = { nameplate, 'signed-sheet': signedSheet };
