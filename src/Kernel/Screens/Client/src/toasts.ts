import { find, make, mark, on, text } from './page';

export interface Toast {
  text: string;
  tone?: string;
  /** Address that takes the act back when it is posted to. */
  undo?: string;
}

const SHOWN_MS = 6000;
const UNDO_MS = 10_000;

export function toast(notice: Toast): void {
  const host = find<HTMLElement>('#toasts');
  if (!host) return;
  const tone = notice.tone ?? 'good';
  const element = make('div', { class: 'toast', 'data-tone': tone }, mark(tone), make('span', { class: 'toast-text' }, notice.text));
  if (notice.undo) {
    element.append(make('button', { type: 'button', class: 'button', 'data-size': 'small', 'hx-post': notice.undo, 'hx-swap': 'none', 'data-dismiss': '' }, text('Undo')));
  }
  element.append(make('button', { type: 'button', class: 'button', 'data-kind': 'quiet', 'data-size': 'small', 'data-dismiss': '' }, text('Close')));
  host.append(element);
  document.dispatchEvent(new CustomEvent('toast:shown', { detail: element }));
  leave(element, tone, notice.undo ? UNDO_MS : SHOWN_MS);
}

/** A failure stays until it is closed; everything else goes, unless the pointer or the focus is on it. */
function leave(element: HTMLElement, tone: string, after: number): void {
  if (tone === 'bad') return;
  const go = (): void => {
    if (element.matches(':hover, :focus-within')) setTimeout(go, 1000);
    else element.remove();
  };
  setTimeout(go, after);
}

export function startToasts(): void {
  on('click', '[data-dismiss]', (_event, button) => setTimeout(() => button.closest('.toast')?.remove()));
  document.addEventListener('toast', (event) => toast((event as CustomEvent<Toast>).detail));
  document.querySelectorAll<HTMLElement>('#toasts .toast').forEach((element) => leave(element, element.dataset['tone'] ?? '', SHOWN_MS));
}
