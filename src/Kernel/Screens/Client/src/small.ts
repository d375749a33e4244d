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
