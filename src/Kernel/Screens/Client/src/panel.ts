import { all, find, on, text } from './page';
import { htmx } from './requests';
import { toast } from './toasts';

/** Below this width a record is always a page. */
const wide = matchMedia('(width >= 64rem)');
let opener: HTMLElement | null = null;

const panel = (): HTMLElement | null => find<HTMLElement>('#panel');
export const panelIsOpen = (): boolean => panel()?.hidden === false;

export async function openPanel(href: string, from: HTMLElement): Promise<void> {
  const element = panel();
  const body = find<HTMLElement>('#panel-body');
  if (!element || !body || !wide.matches) {
    location.assign(href);
    return;
  }
  opener = from;
  all('[data-open]').forEach((row) => row.removeAttribute('data-open'));
  from.closest('[data-row]')?.setAttribute('data-open', '');
  const page = find<HTMLAnchorElement>('[data-panel-page]', element)!;
  page.href = href;
  try {
    await htmx.ajax('get', href, { target: '#panel-body', swap: 'innerHTML' });
  } catch {
    toast({ text: text('Panel.Failed'), tone: 'bad' });
    return;
  }
  element.hidden = false;
  body.scrollTop = 0;
  page.focus({ preventScroll: true });
}

export function closePanel(): void {
  const element = panel();
  if (!element || element.hidden) return;
  element.hidden = true;
  find<HTMLElement>('#panel-body')!.replaceChildren();
  all('[data-open]').forEach((row) => row.removeAttribute('data-open'));
  opener?.focus();
  opener = null;
}

const modified = (event: MouseEvent): boolean => event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;

export function startPanel(): void {
  on('click', '[data-panel-close]', closePanel);
  on('click', 'a[data-panel]', (event, link) => {
    // the Enter key has no detail: it opens the page
    if (modified(event) || event.detail === 0 || !panel() || !wide.matches) return;
    event.preventDefault();
    void openPanel((link as HTMLAnchorElement).href, link);
  });
  on('click', '[data-row]', (event, row) => {
    const target = event.target as Element;
    const selecting = String(getSelection()).length > 0;
    if (target.closest('a, button, input, label, select, textarea, summary') || modified(event) || selecting) return;
    if (target.closest('.select')) {
      find<HTMLInputElement>('.row-check', row)?.click();
      return;
    }
    const link = find<HTMLAnchorElement>('a[data-panel]', row);
    if (link) void openPanel(link.href, link);
    else location.assign(row.dataset['row']!);
  });
  on('auxclick', '[data-row]', (event, row) => {
    if (event.button !== 1 || (event.target as Element).closest('a')) return;
    window.open(row.dataset['row'], '_blank', 'noopener');
  });
}
