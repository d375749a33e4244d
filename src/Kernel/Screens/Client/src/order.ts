import { find } from './page';

/** Rows that change places: Alt and an arrow key press the row's own button, and the moved row keeps the focus. */
export function startOrder(): void {
  document.addEventListener('keydown', (event) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    const row = (event.target as Element | null)?.closest('[data-order]');
    const button = row && find<HTMLButtonElement>(event.key === 'ArrowUp' ? '[data-order-up]' : '[data-order-down]', row);
    if (!button) return;
    event.preventDefault();
    if (!button.disabled) button.click();
  });
  const moved = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
  if (!moved?.matches('[data-order]')) return;
  // the browser goes to the row first and would take the focus away again
  const focus = (): void => { setTimeout(() => find<HTMLElement>('button:not(:disabled), a.button', moved)?.focus({ preventScroll: true })); };
  if (document.readyState === 'complete') focus();
  else window.addEventListener('load', focus);
}
