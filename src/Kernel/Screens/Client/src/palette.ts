import { all, find, make, on, root, text } from './page';

interface Hit {
  group: string;
  title: string;
  detail?: string;
  url: string;
}

let request: AbortController | null = null;

const dialog = (): HTMLDialogElement | null => find<HTMLDialogElement>('#palette');
const input = (): HTMLInputElement => find<HTMLInputElement>('#palette-input')!;
const results = (): HTMLElement => find<HTMLElement>('#palette-results')!;
const items = (): HTMLElement[] => all<HTMLElement>('[role="option"]', results());

function choose(index: number): void {
  const list = items();
  list.forEach((item, at) => item.setAttribute('aria-selected', String(at === index)));
  const chosen = list[index];
  chosen?.scrollIntoView({ block: 'nearest' });
  if (chosen) input().setAttribute('aria-activedescendant', chosen.id);
  else input().removeAttribute('aria-activedescendant');
}

function say(words: string): void {
  results().replaceChildren(make('p', { class: 'palette-note' }, words));
}

function show(hits: Hit[]): void {
  const groups = new Map<string, Hit[]>();
  hits.forEach((hit) => groups.set(hit.group, [...groups.get(hit.group) ?? [], hit]));
  let number = 0;
  results().replaceChildren(...[...groups].map(([group, members]) => {
    const title = make('div', { class: 'palette-group', id: `palette-group-${number}`, role: 'presentation' }, group);
    return make('div', { role: 'group', 'aria-labelledby': title.id }, title, ...members.map((hit) => make(
      'div', { class: 'palette-item', role: 'option', id: `palette-${number++}`, 'data-url': hit.url, 'aria-selected': 'false' },
      make('span', {}, hit.title), make('small', {}, hit.detail ?? ''))));
  }));
  choose(0);
}

async function search(): Promise<void> {
  request?.abort();
  request = new AbortController();
  const query = input().value.trim();
  try {
    const answer = await fetch(`${root()}app/palette?q=${encodeURIComponent(query)}`, { signal: request.signal, headers: { Accept: 'application/json' } });
    if (!answer.ok) throw new Error(String(answer.status));
    const hits = await answer.json() as Hit[];
    if (hits.length > 0) show(hits);
    else say(query === '' ? text('Palette.Start') : text('Palette.Nothing', query));
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'AbortError')) say(text('Palette.Failed'));
  }
}

export function openPalette(): void {
  const element = dialog();
  if (!element || element.open) return;
  input().value = '';
  say(text('Palette.Start'));
  element.showModal();
  void search();
}

function keys(event: KeyboardEvent): void {
  const list = items();
  const at = list.findIndex((item) => item.getAttribute('aria-selected') === 'true');
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    choose((at + (event.key === 'ArrowDown' ? 1 : -1) + list.length) % Math.max(1, list.length));
  } else if (event.key === 'Enter' && list[at]) {
    event.preventDefault();
    if (event.ctrlKey || event.metaKey) window.open(list[at].dataset['url'], '_blank', 'noopener');
    else location.assign(list[at].dataset['url']!);
  }
}

export function startPalette(): void {
  if (!dialog()) return;
  let timer = 0;
  on('click', '[data-palette]', openPalette);
  on('click', '.palette-item', (_event, item) => location.assign(item.dataset['url']!));
  on('pointermove', '.palette-item', (_event, item) => choose(items().indexOf(item)));
  input().addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void search(), 120);
  });
  input().addEventListener('keydown', keys);
}
