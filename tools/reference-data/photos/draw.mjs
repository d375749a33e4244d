// Drawing helpers: every function returns a piece of SVG. Canvas is 800 by 600.

export const width = 800;
export const height = 600;

const clamp = (value) => Math.max(0, Math.min(255, Math.round(value)));

/** Lighter (positive) or darker (negative) by a share from -1 to 1. */
export function shade(colour, share) {
  const parts = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  const moved = parts.map((part) => clamp(share < 0 ? part * (1 + share) : part + (255 - part) * share));
  return `#${moved.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

export const linear = (id, stops, [x1, y1, x2, y2] = [0, 0, 0, 1]) =>
  `<linearGradient id="${id}" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}">${stopList(stops)}</linearGradient>`;

export const radial = (id, stops, [cx, cy, r] = [0.5, 0.5, 0.5]) =>
  `<radialGradient id="${id}" cx="${cx}" cy="${cy}" r="${r}">${stopList(stops)}</radialGradient>`;

const stopList = (stops) => stops.map(([at, colour, opacity = 1]) =>
  `<stop offset="${at}" stop-color="${colour}" stop-opacity="${opacity}"/>`).join('');

/** Rounded rectangle. */
export const box = (x, y, w, h, fill, r = 0, more = '') =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${r}" fill="${fill}" ${more}/>`;

export const poly = (points, fill, more = '') => `<polygon points="${points}" fill="${fill}" ${more}/>`;

export const path = (d, fill, more = '') => `<path d="${d}" fill="${fill}" ${more}/>`;

export const line = (d, stroke, w, more = '') =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${w}" stroke-linecap="round" stroke-linejoin="round" ${more}/>`;

export const oval = (cx, cy, rx, ry, fill, more = '') =>
  `<ellipse cx="${cx}" cy="${cy}" rx="${rx}" ry="${ry}" fill="${fill}" ${more}/>`;

export const text = (x, y, size, fill, content, more = '') =>
  `<text x="${x}" y="${y}" font-size="${size}" fill="${fill}" font-family="'Noto Sans CJK SC', sans-serif" ${more}>${content}</text>`;

export const group = (content, more = '') => `<g ${more}>${content}</g>`;

/** Soft contact shadow under a thing that stands at (cx, y). */
export const footShadow = (cx, y, rx, ry = 12, opacity = 0.34) =>
  oval(cx, y, rx, ry, '#1d1a16', `opacity="${opacity}" filter="url(#soft)"`);

/** A round tube: dark edge, body, light. */
export const tube = (d, colour, w) =>
  line(d, '#000000', w + 2, 'opacity="0.16" transform="translate(3 5)" filter="url(#soft-small)"') +
  line(d, shade(colour, -0.32), w) + line(d, colour, w * 0.78) +
  line(d, shade(colour, 0.65), w * 0.22, `opacity="0.75" transform="translate(${-w * 0.16} ${-w * 0.16})"`);

/** An upright cylinder with lit left side; colours from edge to light. */
export function cylinder(x, y, w, h, colour, id, r = 6) {
  return `<defs>${linear(id, [[0, shade(colour, -0.3)], [0.18, shade(colour, 0.12)], [0.34, shade(colour, 0.5)], [0.62, colour], [1, shade(colour, -0.38)]], [0, 0, 1, 0])}</defs>` +
    box(x, y, w, h, `url(#${id})`, r);
}

const shared = `
  <filter id="soft" x="-40%" y="-40%" width="180%" height="180%"><feGaussianBlur stdDeviation="9"/></filter>
  <filter id="soft-small" x="-40%" y="-40%" width="180%" height="180%"><feGaussianBlur stdDeviation="3"/></filter>
  <filter id="far" x="-10%" y="-10%" width="120%" height="120%"><feGaussianBlur stdDeviation="6"/></filter>
  <filter id="drop" x="-30%" y="-30%" width="160%" height="170%"><feGaussianBlur in="SourceAlpha" stdDeviation="7"/>
    <feOffset dx="5" dy="9"/><feComponentTransfer><feFuncA type="linear" slope="0.34"/></feComponentTransfer>
    <feMerge><feMergeNode/><feMergeNode in="SourceGraphic"/></feMerge></filter>
  ${radial('light', [[0, '#fff6e2', 0.34], [0.55, '#fff6e2', 0.06], [1, '#fff6e2', 0]], [0.3, 0.12, 0.85])}
  ${radial('corner', [[0.4, '#0d0a08', 0], [0.75, '#0d0a08', 0.14], [1, '#0d0a08', 0.4]], [0.46, 0.46, 0.78])}
  ${linear('chrome', [[0, '#6d757b'], [0.16, '#c6ccd0'], [0.34, '#fbfcfd'], [0.52, '#b4bcc1'], [0.72, '#7d868c'], [0.88, '#ccd2d6'], [1, '#5e666b']], [0, 0, 1, 0])}
  ${linear('chrome-down', [[0, '#eef1f3'], [0.3, '#ffffff'], [0.55, '#aab2b7'], [1, '#69727a']])}
`;

/** The finished picture with warm light from the upper left and a darker rim. */
export const picture = (content, { light = 1, rim = 1 } = {}) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><defs>${shared}</defs>` +
  content + box(0, 0, width, height, 'url(#light)', 0, `opacity="${light}"`) +
  box(0, 0, width, height, 'url(#corner)', 0, `opacity="${rim}"`) + '</svg>';
