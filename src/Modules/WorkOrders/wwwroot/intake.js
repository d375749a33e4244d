// Choosing the caller opens the form at once.
(() => {
  'use strict';

  document.addEventListener('change', (event) => {
    const form = event.target instanceof HTMLInputElement && event.target.type === 'hidden' ? event.target.closest('form[data-caller]') : null;
    if (form && event.target.value) form.submit();
  });
})();
