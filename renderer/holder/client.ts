/**
 * What a script adds to the pages: passkeys, printing, the focus on what is wrong, one sending of a form that is pressed twice, and what
 * comes by itself to the demo office's phone.
 * Everything else works without it.
 */
import { HOLDER_PLACES } from '../../electron/contract/online/holder-pages.ts';
import { offerPasskeys } from './passkey.ts';

const SECOND_MS = 1_000;
const PHONE_EVERY_S = 3;

offerPasskeys(document);

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}

document.querySelector<HTMLElement>('.fault-summary')?.focus();

for (const form of document.forms) {
  form.addEventListener('submit', (event) => {
    if (form.dataset['sent'] === undefined) form.dataset['sent'] = '';
    else event.preventDefault();
  });
}

// The demo office's phone.
if (document.querySelector('[data-looks-again]') !== null)
  window.setTimeout(() => location.reload(), PHONE_EVERY_S * SECOND_MS);

// A page that the browser had put aside may be of a session that has ended.
window.addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload();
});

// A screen that its holder has left shows nothing of theirs once the session is over.
const endsIn = Number(document.documentElement.dataset['endsIn']);
if (endsIn > 0) window.setTimeout(() => location.replace(HOLDER_PLACES.ended), (endsIn + 1) * SECOND_MS);
