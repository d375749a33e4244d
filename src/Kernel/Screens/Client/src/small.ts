import { each, find, make, mark, on, text } from './page';
import { toast } from './toasts';

export function startCopy(): void {
  on('click', '[data-copy]', (_event, button) => {
    void navigator.clipboard.writeText(button.dataset['copy']!).then(() => toast({ text: text('Copied') }));
  });
}

/** Says whether the phone has a connection; work goes on without one. */
export function startConnection(): void {
  each('[data-connection]', (host) => {
    const show = (): void => {
      const tone = navigator.onLine ? 'good' : 'warn';
      host.dataset['tone'] = tone;
      const words = text(navigator.onLine ? 'Layout.Online' : 'Layout.Offline');
      find('.status', host)?.replaceWith(make('span', { class: 'status', 'data-tone': tone }, mark(tone), words));
    };
    addEventListener('online', show);
    addEventListener('offline', show);
    show();
  });
}

/** The tab that one is at is seen where there are more than fit. */
export function startTabs(): void {
  each('.tabs', (tabs) => {
    const tab = find<HTMLElement>('[aria-current]', tabs);
    if (tab) tabs.scrollLeft = tab.offsetLeft - tabs.offsetLeft - (tabs.clientWidth - tab.offsetWidth) / 2;
  });
}
