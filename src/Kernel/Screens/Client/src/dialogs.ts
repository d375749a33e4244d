import { all, each, find, on } from './page';

const dialogIn = (element: Element): HTMLDialogElement | null => element.closest('dialog');

/** The button that goes on says what it does, unless that is what the button beside it says. */
function nameYes(dialog: HTMLDialogElement, submitter: HTMLElement | null): void {
  const yes = find<HTMLButtonElement>('button[value="yes"]', dialog)!;
  const no = find<HTMLButtonElement>('button[value="no"]', dialog)!;
  const words = submitter?.textContent.trim() ?? '';
  yes.textContent = words !== '' && words !== no.textContent.trim() ? words : yes.dataset['default'] ?? '';
}

/** Asks before a form is sent; answers at once where the page has no place to ask. */
function ask(form: HTMLFormElement, submitter: HTMLElement | null): void {
  const dialog = find<HTMLDialogElement>('#confirm');
  if (!dialog) return;
  find('#confirm-text', dialog)!.textContent = form.dataset['confirm'] ?? '';
  nameYes(dialog, submitter);
  dialog.returnValue = '';
  dialog.addEventListener('close', () => {
    if (dialog.returnValue !== 'yes') return;
    form.dataset['confirmed'] = '';
    form.requestSubmit(submitter);
  }, { once: true });
  dialog.showModal();
}

export function startDialogs(): void {
  on('click', '[data-dialog]', (_event, button) => {
    const dialog = document.getElementById(button.dataset['dialog'] ?? '');
    if (dialog instanceof HTMLDialogElement) dialog.showModal();
  });
  on('click', '[data-close]', (_event, button) => dialogIn(button)?.close());
  // a press on the ground behind closes; a press that began inside (selecting text) does not
  on('pointerdown', 'dialog', (event, dialog) => {
    if (event.target === dialog && !dialog.querySelector('form[data-form]')) (dialog as HTMLDialogElement).close();
  });
  each('dialog[data-show]', (dialog) => (dialog as HTMLDialogElement).showModal());
  on('submit', 'form[data-confirm]', (event, element) => {
    const form = element as HTMLFormElement;
    if (form.dataset['confirmed'] !== undefined || !find('#confirm')) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    ask(form, (event as SubmitEvent).submitter);
  }, { capture: true });
}

export function startMenus(): void {
  const open = (): HTMLDetailsElement[] => all<HTMLDetailsElement>('details[data-menu][open]');
  document.addEventListener('click', (event) => open().filter((menu) => !menu.contains(event.target as Node)).forEach((menu) => { menu.open = false; }));
  on('click', 'details[data-menu] .menu-item:not(.check)', (_event, item) => {
    if (!item.closest('form[data-preferences]')) item.closest('details')!.open = false;
  });
  document.addEventListener('focusin', (event) => open().filter((menu) => !menu.contains(event.target as Node)).forEach((menu) => { menu.open = false; }));
}

/** Closes the open menu, if there is one. */
export function closeMenu(): boolean {
  const menu = find<HTMLDetailsElement>('details[data-menu][open]');
  if (!menu) return false;
  menu.open = false;
  find<HTMLElement>('summary', menu)?.focus();
  return true;
}
