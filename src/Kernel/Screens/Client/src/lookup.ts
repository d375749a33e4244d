import { all, each, find, make, text } from './page';

interface Option {
  id: string;
  title: string;
  detail?: string;
}

/** A field that finds one thing out of many; the id goes into the hidden field beside it. */
function prepare(host: HTMLElement): void {
  const input = find<HTMLInputElement>('[role="combobox"]', host)!;
  const hidden = find<HTMLInputElement>('input[type="hidden"]', host)!;
  const list = find<HTMLElement>('[role="listbox"]', host)!;
  let timer = 0;
  let request: AbortController | null = null;

  const options = (): HTMLElement[] => all<HTMLElement>('[role="option"]', list);
  const show = (open: boolean): void => {
    list.hidden = !open;
    input.setAttribute('aria-expanded', String(open));
    if (!open) input.removeAttribute('aria-activedescendant');
  };
  const highlight = (index: number): void => options().forEach((option, at) => {
    option.setAttribute('aria-selected', String(at === index));
    if (at === index) {
      input.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    }
  });
  const take = (option: HTMLElement): void => {
    hidden.value = option.dataset['id']!;
    input.value = option.dataset['title']!;
    show(false);
    hidden.dispatchEvent(new Event('change', { bubbles: true }));
    input.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const search = async (): Promise<void> => {
    request?.abort();
    request = new AbortController();
    try {
      const address = new URL(host.dataset['lookup']!, location.href);
      address.searchParams.set('q', input.value.trim());
      const found = await (await fetch(address, { signal: request.signal, headers: { Accept: 'application/json' } })).json() as Option[];
      list.replaceChildren(...(found.length === 0
        ? [make('div', { role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false' }, text('Lookup.Nothing'))]
        : found.map((option, at) => make('div', {
            role: 'option', id: `${list.id}-${at}`, 'data-id': option.id, 'data-title': option.title, 'aria-selected': 'false',
          }, make('span', {}, option.title), make('small', {}, option.detail ?? '')))));
      show(true);
      highlight(found.length > 0 ? 0 : -1);
    } catch {
      show(false);
    }
  };

  input.addEventListener('input', (event) => {
    if (!event.isTrusted) return;
    hidden.value = '';
    clearTimeout(timer);
    timer = window.setTimeout(() => void search(), 150);
  });
  input.addEventListener('keydown', (event) => {
    const at = options().findIndex((option) => option.getAttribute('aria-selected') === 'true');
    if (event.key === 'ArrowDown' && list.hidden) void search();
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') highlight(Math.min(options().length - 1, Math.max(0, at + (event.key === 'ArrowDown' ? 1 : -1))));
    else if (event.key === 'Enter' && !list.hidden && options()[at]?.dataset['id']) take(options()[at]!);
    else if (event.key === 'Escape' && !list.hidden) show(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  input.addEventListener('blur', () => setTimeout(() => show(false), 150));
  list.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    const option = (event.target as Element).closest<HTMLElement>('[data-id]');
    if (option) take(option);
  });
}

export const startLookups = (): void => each('[data-lookup]', prepare);
