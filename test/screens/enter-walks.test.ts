/** Enter walks the fields of every form: it leaves none that is empty or wrong, and the field says why. */
import { afterEach, beforeAll, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { openState, type OpenState } from '../../renderer/gallery/open-state.ts';
import { screens } from '../../renderer/gallery/screens.ts';

const sources = import.meta.glob<string>('../../renderer/teller/**/*.vue', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** In which state of the gallery each form of the clerk's window is to be seen. */
const STATES: Readonly<Record<string, readonly [screen: string, state: string]>> = {
  'administration/audit/AuditSearchForm': ['audit', 'full'],
  'administration/AuthorisedForm': ['clerks', 'changing'],
  'administration/clerks/UnlockClerk': ['clerks', 'unlocking after wrong passwords'],
  'administration/institutions/InstitutionsPage': ['institutions', 'full'],
  'administration/counters/RevokeCounter': ['administration', 'revoking, the reason'],
  'approvals/DecideRequest': ['approvals', 'refusing, the reason'],
  'day-end/CloseTillFor': ['day-end', "an absent clerk's till"],
  'day-end/TillPane': ['till', 'open'],
  'document-check/DocumentCheckTask': ['document-check', 'empty'],
  'first-run/JoinOffice': ['first-run', 'join'],
  'first-run/OpenBehind': ['books-shut', 'behind their anchor'],
  'first-run/RestoreOffice': ['first-run', 'restore'],
  'first-run/SetUpOffice': ['first-run', 'set up, the staff'],
  'follow-up/AddReference': ['follow-up', 'add a reference'],
  'follow-up/CorrectReference': ['follow-up', 'correct a reference'],
  'follow-up/FollowUpTask': ['follow-up', 'empty'],
  'follow-up/ReissueCard': ['follow-up', 'reissue'],
  'follow-up/TakeBack': ['follow-up', 'take back'],
  'holder-data/ChangeContact': ['holder-data', 'contact'],
  'holder-data/CloseAccount': ['holder-data', 'closing'],
  'holder-data/CorrectDetails': ['holder-data', 'correction'],
  'journal/GivenTodayPane': ['journal', "another clerk's, the reason"],
  'journal/JournalTask': ['journal', 'own work'],
  'loss/LossForm': ['loss', 'form'],
  'loss/TelephonePane': ['telephone', 'form'],
  'office-server/ChangeAddress': ['own-server', 'an address where nobody is'],
  'overview/OwnMonths': ['overview', 'own months'],
  'pin/PinPane': ['pin', 'choice'],
  'second-person/SecondPerson': ['loss', 'second person'],
  'sign-in/ClerkUnlock': ['sign-in', 'locked by wrong pairs'],
  'sign-in/ClockDecision': ['banners', 'clock behind, a supervisor decides'],
  'sign-in/LockScreen': ['lock', 'locked'],
  'sign-in/NewPassword': ['sign-in', 'new password'],
  'sign-in/OwnPassword': ['palette', 'led to the own password'],
  'sign-in/SignIn': ['sign-in', 'nothing typed'],
  'statement/CorrectEntry': ['statement', 'correcting an entry'],
  'visit-panel/RevealForm': ['at-the-counter', 'revealing a number'],
  'visit/VisitTask': ['visit', 'empty'],
};

/** Forms that are also another one: a yes takes a password where a no takes a reason, and a file is signed without a visit. */
const ALSO: Readonly<Record<string, readonly [screen: string, state: string]>> = {
  'approvals/DecideRequest, a yes': ['approvals', 'approving, the password'],
  'second-person/SecondPerson, of a file': ['month-end', 'checked'],
};

// They come in pieces of their own, which the first state would have to wait for.
beforeAll(async () => {
  await import('../../renderer/teller/first-run/FirstRun.vue');
  await import('../../renderer/teller/first-run/BooksShut.vue');
});

let opened: OpenState | null = null;
afterEach(() => {
  opened?.close();
  opened = null;
});

test('every form of the clerk’s window is walked here', () => {
  const forms = Object.entries(sources).filter(([, source]) => source.includes('<EntryForm'));
  const names = forms.map(([path]) => path.replace('../../renderer/teller/', '').replace('.vue', ''));
  expect(names.toSorted()).toEqual(Object.keys(STATES).toSorted());
});

type Field = HTMLInputElement | HTMLSelectElement;

/** The form that is filled in now: the last that takes keys. */
function formShown(): HTMLFormElement {
  const forms = Array.from(document.querySelectorAll<HTMLFormElement>('form.entry-form'));
  const form = forms.findLast((each) => each.closest('[inert]') === null && each.checkVisibility());
  if (!form) throw new Error('no form is to be seen');
  return form;
}

/** Texts and lists that want something before the form goes on. */
function wantedFields(form: HTMLFormElement): Field[] {
  return Array.from(form.querySelectorAll<Field>('input, select')).filter(
    (field) =>
      !['radio', 'checkbox', 'file'].includes(field.type) &&
      !field.disabled &&
      field.dataset['optional'] === undefined &&
      field.checkVisibility(),
  );
}

function saidAt(field: Field): string {
  const ids = (field.getAttribute('aria-describedby') ?? '').split(' ');
  return ids.map((id) => document.getElementById(id)?.textContent ?? '').join('');
}

async function empty(field: Field): Promise<void> {
  if (field instanceof HTMLInputElement) return userEvent.clear(field);
  field.value = '';
  field.dispatchEvent(new Event('change'));
}

test.each(Object.entries({ ...STATES, ...ALSO }))('%s', async (_form, [screenName, state]) => {
  const screen = screens.find(({ name }) => name === screenName);
  if (!screen) throw new Error(`no screen ${screenName}`);
  opened = await openState(screen, state, 'zh-CN');
  const { desk } = opened;
  const form = formShown();
  const fields = wantedFields(form);
  for (const field of fields) await empty(field);
  for (const field of fields) {
    field.focus();
    await desk.settled();
    await userEvent.keyboard('{Enter}');
    await desk.settled();
    expect(document.activeElement, 'an empty field is not left').toBe(field);
    const isMarked = field.getAttribute('aria-invalid') === 'true';
    expect(isMarked ? saidAt(field) : noticesShown(), 'and it is said why').not.toBe('');
    if (field instanceof HTMLSelectElement) continue;
    await userEvent.type(field, 'x');
    await desk.settled();
    await userEvent.keyboard('{Enter}');
    await desk.settled();
    const isWrong = field.dataset['wrong'] !== undefined;
    if (isWrong) expect(document.activeElement, 'a wrong field is not left').toBe(field);
    if (isWrong) expect(saidAt(field)).not.toBe('');
  }
});

function noticesShown(): string {
  return Array.from(
    document.querySelectorAll('[role="alert"], [role="status"]'),
    ({ textContent }) => textContent,
  ).join('');
}
