import { all, each, find, on } from './page';
import { firstInvalid, startValidation } from './validation';

/** One press sends once: the form is shut until the page leaves or the answer is there. */
function guard(event: Event, form: HTMLFormElement): void {
  if (form.dataset['sent'] !== undefined) {
    event.preventDefault();
    return;
  }
  const invalid = firstInvalid(form);
  if (invalid) {
    event.preventDefault();
    event.stopImmediatePropagation();
    delete form.dataset['confirmed'];
    invalid.focus();
    return;
  }
  form.dataset['sent'] = '';
  (event as SubmitEvent).submitter?.setAttribute('aria-busy', 'true');
  // The answer is a file, and no event tells that it has come.
  if (form.dataset['download'] !== undefined) setTimeout(() => reopen(form), 3000);
}

function reopen(form: HTMLFormElement): void {
  delete form.dataset['sent'];
  delete form.dataset['confirmed'];
  all('[aria-busy]', form).forEach((button) => button.removeAttribute('aria-busy'));
  if (form.id) all(`[form="${form.id}"][aria-busy]`).forEach((button) => button.removeAttribute('aria-busy'));
}

export function startForms(): void {
  startValidation();
  on('submit', 'form[data-form]', (event, form) => guard(event, form as HTMLFormElement), { capture: true });
  // back from the browser's memory
  window.addEventListener('pageshow', () => all<HTMLFormElement>('form[data-sent]').forEach(reopen));
  document.addEventListener('htmx:afterRequest', (event) => {
    const form = event.target instanceof Element ? event.target.closest('form') : null;
    if (form) reopen(form);
  });
  each('[data-errors]', (summary) => summary.focus());
  on('click', '[data-errors] a', (event, link) => {
    const field = document.getElementById((link as HTMLAnchorElement).hash.slice(1));
    if (!field) return;
    event.preventDefault();
    (field.matches('fieldset, div') ? find<HTMLElement>('input', field) ?? field : field).focus();
  });
}
