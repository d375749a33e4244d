import { all, each, make, on, text } from './page';

/** Unsaved work: kept in this tab while it is typed, offered again, forgotten once the server has taken it. */

type Values = Record<string, string[]>;

const SENT = 'kept:sent';
const keyOf = (form: HTMLFormElement): string => `kept:${location.pathname}:${form.dataset['keep']}`;

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What people fill in; hidden fields (versions, ids) belong to the page, except the choice of a lookup. */
function controls(form: HTMLFormElement): Control[] {
  return all<Control>('input, textarea, select', form).filter((control) =>
    control.name !== '' && !['file', 'password'].includes(control.type) && (control.type !== 'hidden' || control.closest('[data-lookup]') !== null));
}

const isTick = (control: Control): control is HTMLInputElement => control instanceof HTMLInputElement && ['checkbox', 'radio'].includes(control.type);

function read(form: HTMLFormElement): Values {
  const values: Values = {};
  for (const control of controls(form)) {
    const list = values[control.name] ??= [];
    if (!isTick(control) || control.checked) list.push(control.value);
  }
  return values;
}

function write(form: HTMLFormElement, values: Values): void {
  for (const control of controls(form)) {
    const kept = values[control.name];
    if (!kept) continue;
    if (isTick(control)) control.checked = kept.includes(control.value);
    else control.value = kept[0] ?? '';
  }
}

function notice(form: HTMLFormElement, key: string): void {
  const discard = make('button', { type: 'button', class: 'button', 'data-size': 'small' }, text('Kept.Discard'));
  const element = make('div', { class: 'notice', 'data-tone': 'info', role: 'status' }, make('div', { class: 'notice-body' }, text('Kept.Restored')), discard);
  discard.addEventListener('click', () => {
    sessionStorage.removeItem(key);
    form.reset();
    element.remove();
  });
  form.prepend(element);
}

function prepare(element: HTMLElement): void {
  const form = element as HTMLFormElement;
  const key = keyOf(form);
  const kept = sessionStorage.getItem(key);
  if (kept && form.dataset['failed'] === undefined && kept !== JSON.stringify(read(form))) {
    write(form, JSON.parse(kept) as Values);
    notice(form, key);
  }
  let timer = 0;
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => sessionStorage.setItem(key, JSON.stringify(read(form))), 300);
  });
  form.addEventListener('submit', () => {
    clearTimeout(timer);
    sessionStorage.setItem(key, JSON.stringify(read(form)));
    sessionStorage.setItem(SENT, key);
  });
}

export function startKept(): void {
  const sent = sessionStorage.getItem(SENT);
  const [navigation] = performance.getEntriesByType('navigation') as (PerformanceNavigationTiming & { responseStatus?: number })[];
  if (sent) {
    sessionStorage.removeItem(SENT);
    if ((navigation?.responseStatus ?? 200) < 400) sessionStorage.removeItem(sent);
  }
  each('form[data-keep]', prepare);
  // the next person at this machine must not find it
  on('submit', 'form[action$="/sign-out"]', () => sessionStorage.clear());
}
