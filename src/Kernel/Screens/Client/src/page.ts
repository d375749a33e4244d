/** Small ways to read the page; everything else builds on these. */

const meta = (name: string): string => document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? '';

/** Path of the site, with a slash at its end. */
export const root = (): string => meta('sp-root') || '/';

export const token = (): string => meta('sp-token');

const words: Record<string, string> = JSON.parse(meta('sp-texts') || '{}') as Record<string, string>;

/** A text in the reader's language, with its placeholders filled. */
export const text = (key: string, ...values: (string | number)[]): string =>
  values.reduce<string>((result, value, index) => result.replace(`{${index}}`, String(value)), words[key] ?? '');

/** Milliseconds by which the server's clock is ahead of this machine's. */
const ahead = meta('sp-now') ? Number(meta('sp-now')) - Date.now() : 0;
export const now = (): number => Date.now() + ahead;

export const find = <T extends Element>(selector: string, within: ParentNode = document): T | null => within.querySelector<T>(selector);
export const all = <T extends Element>(selector: string, within: ParentNode = document): T[] => [...within.querySelectorAll<T>(selector)];

/** Listens for an event on every element that matches, now or later. */
export function on<K extends keyof DocumentEventMap>(
  type: K, selector: string, handle: (event: DocumentEventMap[K], element: HTMLElement) => void, options?: AddEventListenerOptions): void {
  document.addEventListener(type, (event) => {
    const element = event.target instanceof Element ? event.target.closest<HTMLElement>(selector) : null;
    if (element) handle(event, element);
  }, options);
}

/** Makes an element; attributes with an undefined value are left out. */
export function make<K extends keyof HTMLElementTagNameMap>(
  name: K, attributes: Record<string, string | undefined> = {}, ...children: (Node | string)[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** The mark of a tone: the same shapes as the server draws. */
export function mark(tone: string): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 12 12');
  svg.setAttribute('aria-hidden', 'true');
  svg.innerHTML = words[`Mark.${tone}`] ?? '';
  return svg;
}

/** Runs for what is in the page and for what htmx adds later. */
export function each(selector: string, prepare: (element: HTMLElement) => void): void {
  const run = (within: ParentNode): void => all<HTMLElement>(selector, within).forEach((element) => {
    const key = `ready${selector.replace(/\W/g, '')}`;
    if (element.dataset[key]) return;
    element.dataset[key] = 'true';
    prepare(element);
  });
  run(document);
  document.addEventListener('htmx:load', (event) => {
    if (event.target instanceof Element) run(event.target.parentNode ?? event.target);
  });
}
