/* Mends what Swagger UI writes, each time it writes: headings without gaps, names for what has none, code that can be scrolled by
   keyboard, a dialog that is one. It only sets attributes, so Swagger UI goes on as it is. */
(() => {
  'use strict';

  const all = (css, act) => document.querySelectorAll(css).forEach(act);
  const set = (part, name, value) => { if (part.getAttribute(name) !== value) part.setAttribute(name, value); };

  const headings = () => {
    let last = 0;
    all('h1, h2, h3, h4, h5, h6', heading => {
      last = Math.min(Number(heading.tagName[1]), last + 1);
      set(heading, 'role', 'heading');
      set(heading, 'aria-level', String(last));
    });
  };

  const dialog = () => all('.modal-ux:not([role])', box => {
    set(box, 'role', 'dialog');
    set(box, 'aria-modal', 'true');
    set(box, 'aria-label', box.querySelector('h3')?.textContent ?? '');
    (box.querySelector('input') ?? box.querySelector('button'))?.focus();
  });

  // Measured all at once, then marked: the other way round the page would be laid out for each of them.
  const scrolls = () => {
    const parts = [...document.querySelectorAll('.swagger-ui pre, .opblock-body, .table-container, .responses-inner, .model-box')];
    const wide = parts.filter(part => part.tagName === 'PRE' || part.scrollWidth > part.clientWidth);
    wide.forEach(part => set(part, 'tabindex', '0'));
  };

  const mend = () => {
    scrolls();
    headings();
    dialog();
    // A table is a table; as a region it would be one of many without a name.
    all('table[role="region"]', table => table.removeAttribute('role'));
    all('select[id]', list => { if (document.getElementById(list.id) !== list) list.removeAttribute('id'); });
    all('.close-modal', button => set(button, 'aria-label', 'Close'));
    all('.copy-to-clipboard > button', button => set(button, 'aria-label', 'Copy'));
    all('textarea.body-param__text', area => set(area, 'aria-label', 'Request body'));
    all('[data-param-name] :is(input, select, textarea)', field => {
      set(field, 'aria-label', field.closest('[data-param-name]').dataset.paramName);
    });
    // The visible words are the name.
    all('.modal-btn[aria-label], .auth-container input[id][aria-label]', part => part.removeAttribute('aria-label'));
  };

  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') document.querySelector('.close-modal')?.click();
  });

  // Once a frame, however much was written in it; and when the screen is another one.
  addEventListener('resize', () => requestAnimationFrame(scrolls));
  let waiting = false;
  new MutationObserver(() => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; mend(); });
  }).observe(document.body, { childList: true, subtree: true });
})();
