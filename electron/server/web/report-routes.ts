/** Reporting a card lost, how a report stands, its voucher, and withdrawing what was a mistake. */
import { randomUUID } from 'node:crypto';
import { HOLDER_PLACES, REPORT_PLACES, type HolderForm, type HolderPage } from '../../contract/online/holder-pages.ts';
import type { OnlineSession } from '../../contract/online/online-views.ts';
import { EMPTY_FORM } from './form-rules.ts';
import { notice, refusedForm, refusedPage, type Outcome, type PageRoute } from './page-route.ts';
import type { Visitor } from './visitor.ts';

const OF_ONE = `${REPORT_PLACES.report}/:number`;

export const reportRoutes: readonly PageRoute[] = [
  { method: 'GET', place: HOLDER_PLACES.reportConfirm, answer: askToConfirm },
  { method: 'POST', place: HOLDER_PLACES.reportConfirm, answer: report },
  { method: 'GET', place: OF_ONE, answer: (visitor) => showReport(visitor, 'report') },
  { method: 'GET', place: `${OF_ONE}/${REPORT_PLACES.done}`, answer: (visitor) => showReport(visitor, 'reported') },
  { method: 'POST', place: `${OF_ONE}/${REPORT_PLACES.voucher}`, answer: makeVoucher },
  { method: 'GET', place: `${OF_ONE}/${REPORT_PLACES.withdraw}`, answer: askToWithdraw },
  { method: 'POST', place: `${OF_ONE}/${REPORT_PLACES.withdraw}`, answer: withdraw },
];

/** The form carries its operation from here on: sent twice, it makes one report. */
async function askToConfirm(visitor: Visitor): Promise<Outcome> {
  const session = await visitor.session();
  if (session === null || session.kind === 'follow-up') return { goTo: HOLDER_PLACES.report };
  const made = await stopping(visitor, session);
  if (made !== null) return { goTo: donePlace(made) };
  return { show: confirmPage(session, randomUUID(), EMPTY_FORM) };
}

function confirmPage(session: OnlineSession, operationId: string, form: HolderForm): HolderPage {
  return { page: 'confirm', session, operationId, form };
}

async function report(visitor: Visitor): Promise<Outcome> {
  // The second of two tabs, or of two presses, meets what the first has done.
  const session = await visitor.session();
  const before = session && (await stopping(visitor, session));
  if (before !== null) return { goTo: donePlace(before) };
  const reply = await visitor.ask('online.report', { operationId: visitor.sent['operationId'] ?? '' });
  return reply.ok ? { goTo: donePlace(reply.value.number) } : refusedPage(visitor, reply.error);
}

/** The report that stops the card already, where this session may know of it. */
async function stopping(visitor: Visitor, session: OnlineSession): Promise<string | null> {
  if (session.kind !== 'login') return session.lossNumber;
  const standing = await visitor.ask('online.standing', {});
  if (!standing.ok || !standing.value.isStopped) return null;
  const { losses } = standing.value;
  return losses.find(({ status }) => status === 'reported' || status === 'waiting')?.number ?? null;
}

function donePlace(number: string): string {
  return `${REPORT_PLACES.report}/${encodeURIComponent(number)}/${REPORT_PLACES.done}`;
}

async function showReport(visitor: Visitor, page: 'report' | 'reported'): Promise<Outcome> {
  const reply = await visitor.ask('online.progress', { number: visitor.part('number') });
  return reply.ok ? { show: { page, loss: reply.value } } : refusedPage(visitor, reply.error);
}

async function makeVoucher(visitor: Visitor): Promise<Outcome> {
  const { language } = visitor;
  const reply = await visitor.ask('online.voucher', { number: visitor.part('number'), language });
  return reply.ok ? reply.value : refusedPage(visitor, reply.error);
}

async function askToWithdraw(visitor: Visitor): Promise<Outcome> {
  const number = visitor.part('number');
  const reply = await visitor.ask('online.progress', { number });
  if (!reply.ok) return refusedPage(visitor, reply.error);
  const loss = reply.value;
  if (loss.withdrawUntil === null) return notice('refused', 409, { code: 'WITHDRAW_NOT_HERE', details: {} });
  return { show: { page: 'withdraw', loss, operationId: randomUUID(), form: EMPTY_FORM } };
}

async function withdraw(visitor: Visitor): Promise<Outcome> {
  const [number, operationId] = [visitor.part('number'), visitor.sent['operationId'] ?? ''];
  const reply = await visitor.ask('online.withdraw', { operationId, number });
  if (reply.ok) return { goTo: `${REPORT_PLACES.report}/${encodeURIComponent(number)}` };
  const asked = await visitor.ask('online.progress', { number });
  if (!asked.ok) return refusedPage(visitor, reply.error);
  const again = (form: HolderForm): HolderPage => ({ page: 'withdraw', loss: asked.value, operationId, form });
  return refusedForm(visitor, reply.error, { fields: [], again });
}
