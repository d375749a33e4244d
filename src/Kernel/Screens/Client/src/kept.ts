import { all, each, make, on, text } from './page';

/** Unsaved work: kept in this tab while it is typed, offered again, forgotten once the server has taken it. */

type Values = Record<string, string[]>;

const SENT = 'kept:sent';
const PERSON = 'kept:person';
const keyOf = (form: HTMLFormElement): string => `kept:${location.pathname}${location.search}:${form.dataset['keep']}`;

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

function prepare(form: HTMLFormElement, sent: string | null): void {
  // a form that came back with errors stands at the address that it was sent to, and is still the one that was opened
  const key = form.dataset['failed'] !== undefined && sent?.endsWith(`:${form.dataset['keep']}`) ? sent : keyOf(form);
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

/** What somebody else left in this tab, whose session had ended, is not for the person who signed in after him. */
function forgetOthers(): void {
  const person = document.querySelector<HTMLMetaElement>('meta[name=sp-person]')?.content ?? '';
  const before = sessionStorage.getItem(PERSON);
  if (person === '' || person === before) return;
  if (before !== null) Object.keys(sessionStorage).filter((key) => key.startsWith('kept:')).forEach((key) => sessionStorage.removeItem(key));
  sessionStorage.setItem(PERSON, person);
}

export function startKept(): void {
  forgetOthers();
  const sent = sessionStorage.getItem(SENT);
  const [navigation] = performance.getEntriesByType('navigation') as (PerformanceNavigationTiming & { responseStatus?: number })[];
  if (sent) {
    sessionStorage.removeItem(SENT);
    if ((navigation?.responseStatus ?? 200) < 400) sessionStorage.removeItem(sent);
  }
  each('form[data-keep]', (form) => prepare(form as HTMLFormElement, sent));
  // the next person at this machine must not find it
  on('submit', 'form[action$="/sign-out"]', () => sessionStorage.clear());
}
