/** Who the person is and the code to the phone on file: for a report, for following one up, and for registering. */
import {
  CODE_QUERY,
  HOLDER_PLACES,
  REPORT_PLACES,
  type HolderField,
  type HolderForm,
  type HolderPage,
} from '../../contract/online/holder-pages.ts';
import type { CodePurpose } from '../../contract/online/online-views.ts';
import { EMPTY_FORM, typedIn } from './form-rules.ts';
import { emptyForm, refusedForm, type Outcome, type PageRoute } from './page-route.ts';
import type { Visitor } from './visitor.ts';

const PERSON = ['idNumber', 'name', 'phone'] as const satisfies readonly HolderField[];
const FIELDS: Readonly<Record<CodePurpose, readonly HolderField[]>> = {
  report: PERSON,
  'follow-up': ['number', ...PERSON],
  register: [...PERSON, 'cardEnd'],
};
const WHO = {
  report: HOLDER_PLACES.report,
  'follow-up': HOLDER_PLACES.followUp,
  register: HOLDER_PLACES.register,
} as const;
const CODE = {
  report: HOLDER_PLACES.reportCode,
  'follow-up': HOLDER_PLACES.followUpCode,
  register: HOLDER_PLACES.registerCode,
} as const;

export const codeRoutes: readonly PageRoute[] = [
  // Who is signed in has said who they are.
  {
    method: 'GET',
    place: WHO.report,
    answer: async (visitor) =>
      (await visitor.session())?.kind === 'login' ? { goTo: HOLDER_PLACES.reportConfirm } : who('report', EMPTY_FORM),
  },
  { method: 'GET', place: WHO['follow-up'], answer: async () => who('follow-up', EMPTY_FORM) },
  { method: 'GET', place: WHO.register, answer: async () => who('register', EMPTY_FORM) },
  { method: 'POST', place: WHO.report, answer: (visitor) => sendCode(visitor, 'report') },
  { method: 'POST', place: WHO['follow-up'], answer: (visitor) => sendCode(visitor, 'follow-up') },
  { method: 'POST', place: WHO.register, answer: (visitor) => sendCode(visitor, 'register') },
  { method: 'GET', place: CODE.report, answer: async (visitor) => askCode(visitor, 'report') },
  { method: 'GET', place: CODE['follow-up'], answer: async (visitor) => askCode(visitor, 'follow-up') },
  { method: 'POST', place: CODE.report, answer: (visitor) => enter(visitor, 'report') },
  { method: 'POST', place: CODE['follow-up'], answer: (visitor) => enter(visitor, 'follow-up') },
];

function who(purpose: CodePurpose, form: HolderForm): Outcome {
  return { show: whoPage(purpose, form) };
}

function whoPage(purpose: CodePurpose, form: HolderForm): HolderPage {
  return { page: 'who', purpose, form };
}

async function sendCode(visitor: Visitor, purpose: CodePurpose): Promise<Outcome> {
  const { sent, language } = visitor;
  const form = { fields: FIELDS[purpose], again: (filled: HolderForm) => whoPage(purpose, filled) };
  const empty = await emptyForm(visitor, form);
  if (empty !== null) return empty;
  const reply = await visitor.ask('online.sendCode', {
    purpose,
    person: { idNumber: typedIn(sent, 'idNumber'), name: typedIn(sent, 'name'), phone: typedIn(sent, 'phone') },
    cardEnd: purpose === 'register' ? typedIn(sent, 'cardEnd') : null,
    number: purpose === 'follow-up' ? typedIn(sent, 'number') : null,
    language,
  });
  if (!reply.ok) return refusedForm(visitor, reply.error, form);
  return { goTo: `${CODE[purpose]}?${CODE_QUERY}=${encodeURIComponent(reply.value.codeId)}` };
}

function askCode(visitor: Visitor, purpose: 'report' | 'follow-up'): Outcome {
  const codeId = visitor.query(CODE_QUERY);
  if (codeId === '') return { goTo: WHO[purpose] };
  return { show: { page: 'code', purpose, codeId, form: EMPTY_FORM } };
}

async function enter(visitor: Visitor, purpose: 'report' | 'follow-up'): Promise<Outcome> {
  const codeId = visitor.query(CODE_QUERY);
  const again = (form: HolderForm): HolderPage => ({ page: 'code', purpose, codeId, form });
  const form = { fields: ['code'] as const, again };
  const empty = await emptyForm(visitor, form);
  if (empty !== null) return empty;
  const reply = await visitor.ask('online.enter', { codeId, code: typedIn(visitor.sent, 'code') });
  if (!reply.ok) return refusedForm(visitor, reply.error, form);
  const { kind, lossNumber } = reply.value;
  if (kind !== 'follow-up' || lossNumber === null) return { goTo: HOLDER_PLACES.reportConfirm };
  return { goTo: `${REPORT_PLACES.report}/${encodeURIComponent(lossNumber)}` };
}
