import { all, on, root } from './page';

const YEAR_S = 365 * 24 * 3600;

/** Changes the look at once and keeps it in the cookie that the server reads. */
function apply(name: string, value: string): void {
  document.documentElement.dataset[name] = value;
  document.cookie = `${name}=${value}; path=${root().replace(/(.)\/$/, '$1')}; max-age=${YEAR_S}; samesite=lax`;
}

export function startAppearance(): void {
  on('click', 'form[data-preferences] button', (event, element) => {
    const button = element as HTMLButtonElement;
    const { name, value } = button;
    if (name === 'culture') return;
    event.preventDefault();
    apply(name, value);
    for (const other of all<HTMLButtonElement>(`form[data-preferences] button[name="${name}"]`)) {
      if (name === 'theme') {
        other.setAttribute('aria-pressed', String(other.value === value));
      } else {
        const isOn = value === 'large' || value === 'on';
        other.setAttribute('aria-pressed', String(isOn));
        other.value = name === 'type' ? (isOn ? 'normal' : 'large') : (isOn ? 'off' : 'on');
      }
    }
  });
}
