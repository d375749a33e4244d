import { all, each, find, make } from './page';

/** The reader's choice of columns, kept per page in this browser. */

const key = (): string => `columns:${location.pathname}`;
const hidden = (): string[] => (localStorage.getItem(key()) ?? '').split(',').filter((name) => name !== '');

function apply(table: HTMLTableElement): void {
  const names = hidden();
  all<HTMLTableCellElement>('thead th', table).forEach((head, index) => {
    if (!head.dataset['column']) return;
    const off = names.includes(head.dataset['column']);
    for (const row of table.rows) {
      const cell = row.cells[index];
      if (cell && row.cells.length > index) cell.hidden = off;
    }
  });
}

function prepare(menu: HTMLElement): void {
  const list = find('.menu-list', menu)!;
  const table = find<HTMLTableElement>('[data-list] table');
  if (!table) {
    menu.hidden = true;
    return;
  }
  for (const head of all<HTMLElement>('thead th[data-column]', table)) {
    const name = head.dataset['column']!;
    const box = make('input', { type: 'checkbox' });
    box.checked = !hidden().includes(name);
    box.addEventListener('change', () => {
      const others = hidden().filter((other) => other !== name);
      localStorage.setItem(key(), (box.checked ? others : [...others, name]).join(','));
      apply(find<HTMLTableElement>('[data-list] table')!);
    });
    list.append(make('label', { class: 'menu-item check' }, box, make('span', {}, head.textContent?.trim() ?? name)));
  }
}

export function startColumns(): void {
  each('[data-columns]', prepare);
  each('[data-list] table', (table) => apply(table as HTMLTableElement));
}
