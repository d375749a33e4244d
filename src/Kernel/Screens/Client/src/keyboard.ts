import { all, find } from './page';
import { closeMenu } from './dialogs';
import { openPalette } from './palette';
import { closePanel, openPanel, panelIsOpen } from './panel';

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input:not([type="checkbox"], [type="radio"]), textarea, select'));

/** Single keys can be switched off in the menu, for people who speak to their computer. */
const singleKeys = (): boolean => document.documentElement.dataset['keys'] !== 'off';

function move(step: number): void {
  const links = all<HTMLAnchorElement>('[data-list] a[data-panel]').filter((link) => link.offsetParent !== null);
  const current = links.findIndex((link) => link === document.activeElement || link.closest('[data-open]') !== null);
  const next = links[current < 0 ? 0 : Math.min(links.length - 1, Math.max(0, current + step))];
  if (!next) return;
  next.focus();
  next.scrollIntoView({ block: 'nearest' });
  if (panelIsOpen()) void openPanel(next.href, next);
}

function single(event: KeyboardEvent): void {
  switch (event.key) {
    case '/':
      (find<HTMLInputElement>('[data-search]') ?? { focus: openPalette }).focus();
      break;
    case 'j': move(1); break;
    case 'k': move(-1); break;
    case ' ': {
      const link = document.activeElement?.matches('a[data-panel]') ? document.activeElement as HTMLAnchorElement : null;
      if (!link) return;
      void openPanel(link.href, link);
      break;
    }
    default: {
      // a page's own step: <sp-button data-key="n">
      const step = /^[a-z]$/.test(event.key) ? find<HTMLElement>(`main [data-key="${event.key}"]`) : null;
      if (!step) return;
      step.click();
    }
  }
  event.preventDefault();
}

export function startKeyboard(): void {
  document.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      openPalette();
    } else if ((event.ctrlKey || event.metaKey) && event.key === 'Enter' && event.target instanceof HTMLTextAreaElement) {
      // Enter saves; in a text of several lines with Ctrl
      event.preventDefault();
      event.target.form?.requestSubmit(find<HTMLButtonElement>('button[type="submit"]', event.target.form));
    } else if (event.key === 'Escape' && !find('dialog[open]')) {
      if (!closeMenu() && !typing(event.target)) closePanel();
      else if (typing(event.target)) (event.target as HTMLElement).blur();
    } else if (!event.ctrlKey && !event.metaKey && !event.altKey && singleKeys() && !typing(event.target) && !find('dialog[open]')) {
      single(event);
    }
  });
}
