/** The audit record of the fake office. */
import type { AuditSearch, AuditView } from '../../../electron/contract/administration/audit-verbs.ts';
import { PAGE_ROWS } from '../../../electron/contract/kernel/paging.ts';
import { at, ok, refusedWith, type FakeState } from './fake-state.ts';
import type { Answers } from './fake-wire.ts';

const NEWEST = 12_480;
/** Half past ten in the office. */
const LAST_AT = Date.UTC(2025, 1, 3, 2, 30);

const KINDS: readonly Partial<AuditView>[] = [
  { verb: 'visit.open', subject: '010100000000018', details: '{"networkCheck":"match-photo","cardShown":true}' },
  { verb: 'document.print', subject: 'S01012025020300010', details: '{"copy":1}' },
  {
    ...{ verb: 'visit.open', subject: null, outcome: 'PAIR_MISMATCH', details: '{"left":4}' },
    refusal: { code: 'PAIR_MISMATCH', details: { left: 4 } },
  },
  { verb: 'loss.report', subject: 'L01012025020300011K', details: '{"object":"card","kind":"formal"}' },
  {
    ...{ verb: 'visit.reveal', subject: '010100000000018' },
    details: '{"field":"phone","reason":"核对来电 138****8000，持卡人要求书面通知"}',
  },
  {
    ...{ actor: '9001', second: '2001', verb: 'setting.change', subject: 'printGate' },
    details: '{"value":70,"before":60,"reason":"总行通知"}',
  },
  { actor: 'holder:010100000000018', verb: 'loss.report', subject: 'L01012025020300012P' },
  { verb: 'visit.finish', subject: '010100000000018' },
];

const records: readonly AuditView[] = Array.from({ length: 130 }, (_, nth) => ({
  ...{ seq: NEWEST - nth, at: at(LAST_AT - nth * 97_000), actor: '1001', second: null, outcome: 'done', refusal: null },
  ...{ verb: 'visit.open', subject: null, details: '{}' },
  ...KINDS[nth % KINDS.length],
}));

export function auditAnswers(state: FakeState): Answers<'audit.list' | 'audit.save'> {
  return {
    'audit.list': ({ before, ...search }) => {
      if (state.session === null) return refusedWith('SIGN_IN_REQUIRED');
      const found = records.filter((record) => matches(record, search));
      const rest = found.filter(({ seq }) => before === null || seq < before);
      const items = rest.slice(0, PAGE_ROWS);
      return ok({ items, next: rest.length > PAGE_ROWS ? (items.at(-1)?.seq ?? null) : null });
    },
    'audit.save': () => ok({ saved: true, fileName: 'audit-2025-02-03.csv' }),
  };
}

function matches(record: AuditView, { clerk, verbs, about }: AuditSearch): boolean {
  const isClerks = clerk === null || record.actor === clerk || record.second === clerk;
  const isActs = verbs?.some((verb) => (verb.endsWith('.') ? record.verb.startsWith(verb) : record.verb === verb));
  return isClerks && isActs !== false && (about === null || record.subject === about);
}
