/** The start page, and what the account shows to who is signed in. */
import { HOLDER_PLACES } from '../../contract/online/holder-pages.ts';
import { refusedPage, type Outcome, type PageRoute } from './page-route.ts';
import type { Visitor } from './visitor.ts';

export const accountRoutes: readonly PageRoute[] = [
  { method: 'GET', place: HOLDER_PLACES.start, answer: async () => ({ show: { page: 'start' } }) },
  { method: 'GET', place: HOLDER_PLACES.home, answer: showHome },
  { method: 'GET', place: HOLDER_PLACES.entries, answer: showEntries },
  { method: 'GET', place: HOLDER_PLACES.totals, answer: showTotals },
];

async function showHome(visitor: Visitor): Promise<Outcome> {
  const reply = await visitor.ask('online.standing', {});
  return reply.ok ? { show: { page: 'home', standing: reply.value } } : refusedPage(visitor, reply.error);
}

async function showEntries(visitor: Visitor): Promise<Outcome> {
  const typed = visitor.query('page');
  const page = /^[1-9]\d{0,5}$/.test(typed) ? Number(typed) : 1;
  const reply = await visitor.ask('online.entries', { page });
  if (!reply.ok) return refusedPage(visitor, reply.error);
  const { items, ...at } = reply.value;
  return { show: { page: 'entries', items, at } };
}

async function showTotals(visitor: Visitor): Promise<Outcome> {
  const reply = await visitor.ask('online.totals', {});
  return reply.ok ? { show: { page: 'totals', totals: reply.value } } : refusedPage(visitor, reply.error);
}
