import { each, make, text } from './page';

/** Unsaved work: kept in this tab while it is typed, offered again, forgotten once the server has taken it. */

type Values = Record<string, string[]>;

const SENT = 'kept:sent';
const keyOf = (form: HTMLFormElement): string => `kept:${location.pathname}:${form.dataset['keep']}`;

function read(form: HTMLFormElement): Values {
  const values: Values = {};
  for (const [name, value] of new FormData(form)) {
    const control = form.elements.namedItem(name);
    const secret = control instanceof HTMLInputElement && control.type === 'password';
    if (typeof value === 'string' && !name.startsWith('__') && !secret) (values[name] ??= []).push(value);
  }
  return values;
}

function write(form: HTMLFormElement, values: Values): void {
  for (const control of Array.from(form.elements)) {
    if (!(control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement || control instanceof HTMLSelectElement)) continue;
    const kept = values[control.name];
    if (control.name === '' || control.name.startsWith('__')) continue;
    if (control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio')) control.checked = kept?.includes(control.value) ?? false;
    else if (control instanceof HTMLInputElement && (control.type === 'file' || control.type === 'password')) continue;
    else if (kept?.[0] !== undefined && !(control.type === 'hidden' && kept.length > 1)) control.value = kept[0];
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
}
