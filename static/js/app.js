/* What a page gains when a script runs. Every page works without it. All of it listens on
   the document, so parts that htmx swaps in later need no second start. */
(() => {
  'use strict';

  const listen = (name, act) => document.addEventListener(name, act);

  // ---- words for everyone: the page's one live region, #say ----
  // The texts are the server's, in the person's language: data-offline and data-failed on #say.
  const place = () => document.getElementById('say');
  const say = (text, warn) => {
    if (!place() || !text) return;
    place().classList.toggle('on', Boolean(warn));
    place().textContent = text;
  };

  // ---- requests by htmx ----
  // The target is remembered, because an answer may name another one.
  // A live stream is one long request: its target is never busy.
  const busy = new WeakMap();

  listen('htmx:before:request', ({ detail: { ctx } }) => {
    place()?.classList.remove('on');
    if (ctx.sourceElement.hasAttribute('hx-sse:connect') || !(ctx.target instanceof Element)) return;
    busy.set(ctx, ctx.target);
    ctx.target.setAttribute('aria-busy', 'true');
  });

  listen('htmx:finally:request', ({ detail: { ctx } }) => {
    busy.get(ctx)?.removeAttribute('aria-busy');
  });

  // No whole answer came: the network failed or took too long.
  listen('htmx:error', ({ detail: { ctx } }) => {
    if (ctx && ctx.text === undefined) say(place()?.dataset.offline, true);
  });

  // The server failed, or refused: then it says so in #say, which is shown. A stream that is refused stands still.
  listen('htmx:response:error', ({ detail: { ctx } }) => {
    if (ctx.sourceElement.hasAttribute('hx-sse:connect')) lost(true);
    else if (ctx.hx?.retarget === '#say') place()?.classList.add('on');
    else if (ctx.response.status >= 500) say(place()?.dataset.failed, true);
  });

  // When the pressed control went away, the fragment names who has the focus next. What is open stays open in a swap
  // (morphIgnore), but for the form that was just sent.
  listen('htmx:after:settle', () => {
    const next = document.querySelector('[data-focus]');
    if (next) {
      next.removeAttribute('data-focus');
      next.closest('.card')?.querySelector('details[open]')?.removeAttribute('open');
      if (next.tabIndex < 0) next.tabIndex = -1;
      next.focus();
    }
    reveal();
  });

  // ---- live pages ----
  // htmx closes a stream in a hidden tab and opens it again by itself.
  // Here the page says in words when the numbers stand still.
  const lost = yes => document.querySelectorAll('[data-lost]').forEach(note => { note.hidden = !yes; });
  listen('htmx:sse:error', () => lost(true));
  listen('htmx:sse:after:connection', () => lost(false));

  // What came in meanwhile is offered, and moves nothing: <a hidden data-newest="12"> in #comment-news, while the list has less.
  const news = () => {
    const link = document.querySelector('#comment-news [data-newest]');
    if (!link) return;
    const known = Number(document.getElementById('comment-list').dataset.newest) >= Number(link.dataset.newest);
    if (known && link === document.activeElement) {
      const newest = document.getElementById(`comment-${link.dataset.newest}`);
      newest?.setAttribute('tabindex', '-1');
      newest?.focus();
    }
    link.hidden = known;
  };
  listen('htmx:after:settle', news);
  listen('htmx:sse:after:message', news);

  // The board reads its lanes anew when they stand otherwise (#news), one reading at a time, but never under somebody's hands:
  // then it waits until they are done, and an answer that comes in between is let go.
  let reading = false;
  const inUse = () => document.querySelector('#lanes details[open], #lanes [aria-busy]');
  const told = () => document.querySelector('#news [data-stands]')?.dataset.stands;
  const renew = () => {
    const lanes = document.getElementById('lanes'), stands = told();
    if (reading || !lanes || !stands || stands === lanes.dataset.stands || inUse()) return;
    reading = true;
    htmx.ajax('GET', location.href, { target: '#lanes', select: '#lanes', swap: 'outerMorph' })
      .finally(() => { reading = false; if (told() !== stands) renew(); });
  };
  listen('htmx:before:swap', event => {
    const { target, sourceElement } = event.detail.ctx;
    if (target?.id === 'lanes' && sourceElement === document.body && inUse()) event.preventDefault();
  });
  // Boards that are told at once do not all ask at once.
  listen('htmx:sse:after:message', () => setTimeout(renew, Math.random() * 200));
  document.addEventListener('toggle', () => setTimeout(renew), true);

  // ---- dragging: an extra beside "Move"; what is sent is the form of the card, so nothing else is to know of it ----
  let dragged;
  const laneAt = target => target instanceof Element && target.closest('#lanes .lane');
  const moveTo = lane => lane && dragged?.querySelector(`form input[name="to"][value="${lane.id}"]:enabled`);
  const over = lane => document.querySelectorAll('#lanes .lane').forEach(one => one.toggleAttribute('data-over', one === lane));
  listen('pointerdown', ({ target, pointerType }) => {
    const card = pointerType === 'mouse' && target.closest?.('#lanes .card:has(input[name="to"])');
    if (card) card.draggable = true;
  });
  listen('dragstart', ({ target }) => { dragged = target.closest?.('#lanes .card[draggable]'); });
  listen('dragover', event => {
    const lane = laneAt(event.target);
    over(moveTo(lane) ? lane : undefined);
    if (moveTo(lane)) event.preventDefault();
  });
  listen('drop', event => {
    const to = moveTo(laneAt(event.target));
    if (!to) return;
    event.preventDefault();
    to.checked = true;
    to.form.requestSubmit();
  });
  listen('dragend', () => { dragged = undefined; over(); });

  // ---- keys: <a data-key="/"> is followed when nobody is typing ----
  listen('keydown', event => {
    if (event.target.matches('input, textarea, select') || event.ctrlKey || event.metaKey || event.altKey) return;
    const link = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (!link) return;
    event.preventDefault();
    link.click();
  });

  // ---- filters: <form method="get" data-auto> sends itself when a choice changes ----
  // A short wait, so that walking through a list with the arrow keys sends once.
  let wait;
  listen('change', ({ target }) => {
    if (!target.matches('form[data-auto] select')) return;
    clearTimeout(wait);
    wait = setTimeout(() => target.form.requestSubmit(), 400);
  });

  // ---- the other language: the form that somebody types into is the one that comes back ----
  listen('input', ({ target: { form } }) => {
    if (form?.getAttribute('method') !== 'post' || form.hasAttribute('enctype')) return;
    if (!form.hasAttribute('id')) form.setAttribute('id', 'typed');
    document.getElementById('ask')?.setAttribute('form', form.getAttribute('id'));
  });

  // ---- drafts: what is typed into a form with a long text is kept by the server, and offered when somebody comes back ----
  // Only for somebody signed in for themselves: then #say has the words for it (data-draft). Never of a ballot, whose choice stands in the ballot alone.
  const LONG = 'form[method="post"]:not([enctype], .cast):has(textarea)';
  const path = form => form.getAttribute('action');
  const saves = new WeakMap();
  const keep = async form => {
    const body = new URLSearchParams(new FormData(form));
    body.set('draft_path', path(form));
    body.set('draft_title', document.querySelector('h1')?.textContent.trim() ?? '');
    try {
      const answer = await fetch('/account/drafts', { method: 'POST', body });
      if (answer.status === 204 && !saves.has(form)) say(place().dataset.draft);
      saves.set(form, 0);
    } catch { /* the page itself says when the network is gone */ }
  };
  listen('input', ({ target: { form } }) => {
    if (!form?.matches(LONG) || !place()?.dataset.draft) return;
    clearTimeout(form.save);
    form.save = setTimeout(keep, 2000, form);
  });
  listen('submit', ({ target }) => clearTimeout(target.save));
  const offer = async form => {
    if (!form || !place()?.dataset.draft) return;
    try {
      const headers = { 'HX-Request': 'true' };
      const answer = await fetch(`/account/drafts?path=${encodeURIComponent(path(form))}`, { headers });
      const box = document.createElement('template');
      box.innerHTML = answer.ok ? await answer.text() : '';
      const [draft] = box.content.querySelectorAll('form');
      const typed = new FormData(form);
      const differs = draft && [...new FormData(draft)].some(([name, value]) => !typed.getAll(name).includes(value));
      if (differs) form.before(box.content);
    } catch { /* then without */ }
  };
  offer(document.querySelector(LONG));

  // ---- ranked ballots: <ol data-order="q1"><template>: the list says what the fields of that question say; its buttons change them ----
  const order = (list, focus) => {
    const picks = [...document.querySelectorAll(`select[name^="${list.dataset.order}-"]`)].filter(pick => pick.value);
    const places = [...new Set(picks.map(pick => Number(pick.value)))].sort((a, b) => a - b);
    const at = place => picks.filter(pick => Number(pick.value) === place);
    const box = list.nextElementSibling;
    list.replaceChildren(...places.map((place, row) => {
      const item = box.content.firstElementChild.cloneNode(true);
      const names = at(place).map(pick => pick.labels[0].textContent).join(', ');
      item.querySelector('span').textContent = names;
      item.querySelectorAll('button').forEach((button, down) => {
        const other = places[row + (down ? 1 : -1)];
        button.setAttribute('aria-label', button.dataset.says.replace('{name}', names));
        button.disabled = !other;
        button.addEventListener('click', () => {
          const [mine, theirs] = [at(place), at(other)];
          mine.forEach(pick => { pick.value = other; });
          theirs.forEach(pick => { pick.value = place; });
          order(list, [row + (down ? 1 : -1), down]);
        });
      });
      return item;
    }));
    box.nextElementSibling.hidden = places.length > 0;
    box.nextElementSibling.nextElementSibling.hidden = true;
    if (focus) {
      const buttons = [...list.children[focus[0]].querySelectorAll('button')];
      (buttons[focus[1]].disabled ? buttons[1 - focus[1]] : buttons[focus[1]]).focus();
    }
  };
  const orders = () => document.querySelectorAll('[data-order]').forEach(list => order(list));
  listen('change', ({ target }) => { if (target.matches('.rank select')) orders(); });
  orders();

  // ---- going on by itself after a sign-in: <div data-go>…<button> ----
  document.querySelector('[data-go] button')?.click();

  // ---- show a password: <input type="checkbox" data-show="#password"> ----
  const show = (box, yes) => {
    const input = document.querySelector(box.dataset.show);
    if (input) input.type = yes ? 'text' : 'password';
    box.checked = yes;
  };
  listen('change', ({ target }) => {
    if (target.matches('[data-show]')) show(target, target.checked);
  });
  // Sent as a password, so that no browser remembers it as plain text.
  listen('submit', ({ target }) => {
    target.querySelectorAll('[data-show]').forEach(box => show(box, false));
  });

  // ---- copy: <button type="button" data-copy="#key" data-copied="Copied" hidden>…<span>Copy</span> ----
  listen('click', async ({ target }) => {
    const button = target.closest('[data-copy]');
    const source = button && document.querySelector(button.dataset.copy);
    if (!source) return;
    try {
      await navigator.clipboard.writeText((source.value ?? source.textContent).trim());
      (button.querySelector('span') ?? button).textContent = button.dataset.copied;
      say(button.dataset.copied);
    } catch {
      getSelection().selectAllChildren(source);   // marked, so that it can be copied by hand
    }
  });

  // ---- what only makes sense with a script starts hidden ----
  const reveal = () => {
    document.querySelectorAll('[data-show], [data-copy]').forEach(control => {
      const hidden = control.closest('[hidden]');
      if (hidden) hidden.hidden = false;
    });
  };
  reveal();
})();
