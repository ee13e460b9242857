/** The journal of the fake office. */
import type { JournalLine } from '../../../electron/contract/journal/journal-verbs.ts';
import { PAGE_ROWS } from '../../../electron/contract/kernel/paging.ts';
import { at, ok, refusedWith, today, type FakeState } from './fake-state.ts';
import type { Answers } from './fake-wire.ts';

const NEWEST = 12_480;
/** Half past ten in the office. */
const LAST_AT = Date.UTC(2025, 1, 3, 2, 30);
const holder = { name: '张*', card: '621330*********0016' };

function kinds(paper: string): readonly Partial<JournalLine>[] {
  return [
    { act: 'document.print', subject: paper, leadsTo: 'paper', holder },
    { act: 'loss.report', subject: 'L01012025020300002X', leadsTo: 'report', holder },
    { act: 'visit.open', subject: '010100000000018', holder },
    { act: 'visit.open', refusal: { code: 'PAIR_MISMATCH', details: { left: 4 } } },
    { act: 'file.post', second: '2001', subject: 'HR202502-01', leadsTo: 'file' },
    { act: 'document.reprint', clerk: '1002', subject: paper, leadsTo: 'paper', holder },
    { act: 'till.close', clerk: '1002', subject: '1002', leadsTo: 'day' },
  ];
}

/** Nothing has been done where no paper is known. */
function linesOf(state: FakeState): readonly JournalLine[] {
  const paper = state.papers[0];
  if (paper === undefined) return [];
  const some = kinds(paper.documentNumber);
  return Array.from({ length: 120 }, (_, nth) => ({
    ...{ seq: NEWEST - nth, at: at(LAST_AT - nth * 97_000), clerk: '1001', second: null, act: 'visit.open' },
    ...{ refusal: null, subject: null, leadsTo: null, holder: null },
    ...some[nth % some.length],
  }));
}

export function journalAnswers(state: FakeState): Answers<'journal.list'> {
  return {
    'journal.list': ({ text, acts, before }) => {
      const clerk = state.session?.clerk;
      if (clerk === undefined) return refusedWith('SIGN_IN_REQUIRED');
      const seen = linesOf(state).filter((line) => clerk.role !== 'clerk' || line.clerk === clerk.code);
      const found = seen.filter(
        ({ act, subject }) => text === null || subject?.includes(text) === true || acts?.includes(act) === true,
      );
      const rest = found.filter(({ seq }) => before === null || seq < before);
      const items = rest.slice(0, PAGE_ROWS);
      return ok({ businessDate: today, items, next: rest.length > PAGE_ROWS ? (items.at(-1)?.seq ?? null) : null });
    },
  };
}
