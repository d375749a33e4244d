import { all, find, on } from './page';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const CONTROLS = 'input:not([type="hidden"]), textarea, select';

/** The server's words for what is wrong, from the field itself. */
function words(control: Control): string {
  const { validity, dataset } = control;
  if (validity.valid) return '';
  if (validity.valueMissing) return dataset['textRequired'] ?? control.validationMessage;
  if (validity.patternMismatch || validity.typeMismatch) return dataset['textPattern'] ?? control.validationMessage;
  return dataset['textRange'] ?? control.validationMessage;
}

function show(control: Control): boolean {
  const error = find('.field-error', control.closest('[data-field]') ?? document.createElement('div'));
  const message = words(control);
  if (error) error.textContent = message;
  if (message) control.setAttribute('aria-invalid', 'true');
  else control.removeAttribute('aria-invalid');
  return message === '';
}

/** Checks every field; answers the first that is wrong. */
export function firstInvalid(form: HTMLFormElement): HTMLElement | undefined {
  return all<Control>(CONTROLS, form).filter((control) => control.willValidate && !show(control))[0];
}

export function startValidation(): void {
  const changed = new WeakSet<Element>();
  on('input', `form[data-form] :is(${CONTROLS})`, (_event, element) => {
    changed.add(element);
    const control = element as Control;
    if (control.getAttribute('aria-invalid') === 'true' && control.validity.valid) show(control);
  });
  on('focusout', `form[data-form] :is(${CONTROLS})`, (_event, element) => {
    const control = element as Control;
    if (changed.has(control) && control.willValidate) show(control);
  });
}
