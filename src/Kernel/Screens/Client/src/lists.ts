import { all, each, find, on } from './page';

/** Filters send themselves; what is empty stays out of the address. */
function startFilters(): void {
  on('change', 'form[data-filters] select, form[data-filters] .chip-range input', (_event, control) => (control as HTMLSelectElement | HTMLInputElement).form?.requestSubmit());
  on('submit', 'form[data-filters]', (_event, form) => {
    const empty = all<HTMLInputElement | HTMLSelectElement>('[name]', form).filter((control) => control.value === '');
    empty.forEach((control) => { control.disabled = true; });
    setTimeout(() => empty.forEach((control) => { control.disabled = false; }));
  });
}

/** On a phone the head of a table is not seen: each number carries the name of its column. */
function startColumnNames(): void {
  each('table', (table) => {
    const names = all('thead th', table).map((head) => head.textContent?.trim() ?? '');
    all<HTMLTableRowElement>('tbody tr', table).forEach((row) => [...row.cells].forEach((cell, at) => {
      if (cell.classList.contains('amount') && !cell.querySelector(':not(.cell-note)') && cell.textContent?.trim() && names[at] && row.cells.length === names.length) cell.dataset['name'] = names[at];
    }));
  });
}

function count(form: Element): void {
  const checks = all<HTMLInputElement>('.row-check:not([data-check-all])', form);
  const chosen = checks.filter((check) => check.checked).length;
  const whole = find<HTMLInputElement>('[data-check-all]', form);
  if (whole) {
    whole.checked = chosen > 0 && chosen === checks.length;
    whole.indeterminate = chosen > 0 && chosen < checks.length;
  }
  const batch = find<HTMLElement>('[data-batch]', form);
  if (!batch) return;
  batch.hidden = chosen === 0;
  const words = find<HTMLElement>('[data-batch-text]', batch);
  if (words) words.textContent = words.dataset['batchText']!.replace('{0}', String(chosen));
}

/** Ticks rows; with Shift all between the last two. */
function startSelection(): void {
  let last: HTMLInputElement | null = null;
  on('click', '.row-check', (event, element) => {
    const check = element as HTMLInputElement;
    const form = check.closest('form') ?? check.closest('[data-list]') ?? document.body;
    const checks = all<HTMLInputElement>('.row-check:not([data-check-all])', form);
    if (check.dataset['checkAll'] !== undefined) {
      checks.forEach((other) => { other.checked = check.checked; });
    } else if (event.shiftKey && last) {
      const [from, to] = [checks.indexOf(last), checks.indexOf(check)].sort((a, b) => a - b) as [number, number];
      checks.slice(Math.max(0, from), to + 1).forEach((other) => { other.checked = check.checked; });
    }
    last = check;
    count(form);
  });
  each('[data-batch]', (batch) => count(batch.closest('form') ?? document.body));
}

/** A table wider than its place can be scrolled with the keys. */
function startFrames(): void {
  const observer = new ResizeObserver((entries) => entries.forEach(({ target }) => {
    if (target.scrollWidth > target.clientWidth) target.setAttribute('tabindex', '0');
    else target.removeAttribute('tabindex');
  }));
  each('.table-frame', (frame) => observer.observe(frame));
}

export function startLists(): void {
  startColumnNames();
  startFrames();
  startFilters();
  startSelection();
}
