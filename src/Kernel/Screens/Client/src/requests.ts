import htmx from 'htmx.org';
import { text, token } from './page';
import { toast } from './toasts';

htmx.config.allowEval = false;
htmx.config.selfRequestsOnly = true;
htmx.config.allowScriptTags = false;
htmx.config.includeIndicatorStyles = false;
htmx.config.historyCacheSize = 0;
htmx.config.responseHandling = [
  { code: '204', swap: false },
  { code: '[23]..', swap: true },
  // forms that came back with what is wrong with them
  { code: '409|422|429', swap: true },
  { code: '[45]..', swap: false, error: true },
];

document.addEventListener('htmx:configRequest', (event) => {
  const { detail } = event as CustomEvent<{ verb: string; headers: Record<string, string> }>;
  if (detail.verb !== 'get') detail.headers['RequestVerificationToken'] = token();
});

document.addEventListener('htmx:responseError', (event) => {
  const { status } = (event as CustomEvent<{ xhr: XMLHttpRequest }>).detail.xhr;
  // the session has ended: the page itself leads to the sign-in and back
  if (status === 401) location.reload();
  else toast({ text: text('Request.Failed'), tone: 'bad' });
});

document.addEventListener('htmx:sendError', () => toast({ text: text('Request.Offline'), tone: 'bad' }));

export { htmx };
