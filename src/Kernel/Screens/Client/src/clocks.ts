import { all, find, mark, now, text } from './page';

const MINUTE = 60_000;

function span(ms: number): string {
  const minutes = Math.floor(ms / MINUTE);
  const hours = Math.floor(minutes / 60);
  if (hours >= 24) return text('Time.DaysHours', Math.floor(hours / 24), hours % 24);
  if (hours > 0) return text('Time.HoursMinutes', hours, String(minutes % 60).padStart(2, '0'));
  if (minutes > 0) return text('Time.Minutes', Math.ceil(ms / MINUTE));
  return text('Time.Seconds', Math.max(0, Math.floor(ms / 1000)));
}

function set(element: Element | null, words: string): void {
  if (element && element.textContent !== words) element.textContent = words;
}

function clock(element: HTMLElement): void {
  const left = Date.parse(element.dataset['due']!) - now();
  const tone = left < 0 ? 'bad' : left <= Number(element.dataset['warn']) * MINUTE ? 'warn' : 'info';
  if (element.dataset['tone'] !== tone) {
    element.dataset['tone'] = tone;
    find('svg', element)?.replaceWith(mark(tone));
  }
  set(find('.clock-left', element), text(left < 0 ? 'Clock.Late' : 'Clock.Left', span(Math.abs(left))));
}

/** Within the hour the words change; older times stay as the server wrote them. */
function relative(element: HTMLTimeElement): void {
  const age = now() - Date.parse(element.dateTime);
  if (age < 0 || age >= 60 * MINUTE) return;
  set(element, age < MINUTE ? text('Time.Now') : text('Time.MinutesAgo', Math.floor(age / MINUTE)));
}

export function startClocks(): void {
  const tick = (): void => {
    if (document.hidden) return;
    all<HTMLElement>('.clock[data-due]').forEach(clock);
    all<HTMLTimeElement>('time[data-relative]').forEach(relative);
  };
  tick();
  setInterval(tick, 1000);
  document.addEventListener('visibilitychange', tick);
}
