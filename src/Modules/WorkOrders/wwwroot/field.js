// The technician's page: the time and place of an act, the remedy of a reading, the distance to go.
(() => {
  'use strict';

  const meta = document.querySelector('meta[name="sp-now"]');
  const ahead = meta ? Number(meta.content) - Date.now() : 0;

  /** Fills in the time once, so that the same form sent again is the same act. */
  const stamp = (form) => {
    const at = form.elements.namedItem('At');
    if (!at || at.value) return;
    const earliest = Date.parse(at.dataset.earliest ?? '') || 0;
    const now = Date.now() + ahead;
    at.value = now > earliest ? new Date(now).toISOString() : at.dataset.earliest;
  };

  /** Where the phone is; nothing after ten seconds or where it may not be asked. */
  const locate = () => new Promise((resolve) => {
    if (!navigator.geolocation) return resolve(null);
    navigator.geolocation.getCurrentPosition((fix) => resolve(fix.coords), () => resolve(null), {
      enableHighAccuracy: true, timeout: 10000, maximumAge: 30000,
    });
  });

  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.dataset.act === undefined || event.defaultPrevented) return;
    stamp(form);
    if (form.dataset.act !== 'Arrive' || form.dataset.located !== undefined) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    void locate().then((place) => {
      if (place) {
        form.elements.namedItem('Latitude').value = String(place.latitude);
        form.elements.namedItem('Longitude').value = String(place.longitude);
        form.elements.namedItem('Accuracy').value = String(place.accuracy);
      }
      form.dataset.located = '';
      delete form.dataset.sent;
      form.requestSubmit(event.submitter);
    });
  }, { capture: true });

  /** The remedy is asked for where the reading lies outside its limits. */
  const judge = (host) => {
    const remedy = host.querySelector('[data-remedy]');
    const field = host.querySelector('[name="Value"]');
    const text = host.querySelector('[name="Text"]');
    if (!remedy || !field || !text) return;
    const value = field.value === '' ? NaN : Number(field.value);
    const outside = (host.dataset.minimum && value < Number(host.dataset.minimum)) || (host.dataset.maximum && value > Number(host.dataset.maximum));
    remedy.hidden = !outside && remedy.dataset.open !== 'true' && text.value === '';
  };

  /** How far it is, where the phone may be asked without a question. */
  const measure = async (host) => {
    const state = await navigator.permissions?.query({ name: 'geolocation' }).catch(() => null);
    const place = state?.state === 'granted' ? await locate() : null;
    if (!place) return;
    const radians = (degrees) => degrees * Math.PI / 180;
    const [lat, lon] = [Number(host.dataset.latitude), Number(host.dataset.longitude)];
    const chord = Math.sin(radians(lat - place.latitude) / 2) ** 2
      + Math.cos(radians(lat)) * Math.cos(radians(place.latitude)) * Math.sin(radians(lon - place.longitude) / 2) ** 2;
    const metres = 2 * 6371008.8 * Math.asin(Math.min(1, Math.sqrt(chord)));
    host.textContent = metres < 1000
      ? host.dataset.textMetres.replace('{0}', String(Math.round(metres / 10) * 10))
      : host.dataset.textKilometres.replace('{0}', (metres / 1000).toFixed(metres < 10000 ? 1 : 0));
    host.hidden = false;
  };

  const prepare = () => {
    document.querySelectorAll('[data-reading]').forEach(judge);
    document.querySelectorAll('[data-distance]').forEach((host) => void measure(host));
  };

  document.addEventListener('input', (event) => {
    const host = event.target instanceof Element ? event.target.closest('[data-reading]') : null;
    if (host) judge(host);
  });
  document.addEventListener('htmx:load', prepare);
  prepare();
})();
