/** Which papers are listed: whatever happened, none that was given is lost and no matter is told of twice. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  isNotGiven,
  listedPapers,
  paperState,
  type KeptPaper,
} from '../../../../electron/ledger/printing/holder-paper-rules.ts';

/** The report of this number was entered by mistake. */
const TAKEN_BACK = 'L2';

const job = fc.record({
  state: fc.constantFrom('queued', 'printed', 'cancelled'),
  printer: fc.constantFrom(null, 'HP'),
});

const paper = fc.record({
  kind: fc.constantFrom('statement', 'loss-form', 'password-receipt'),
  about: fc.constantFrom('L1', TAKEN_BACK),
  journal: fc.integer({ min: 1, max: 4 }),
  preparedAt: fc.integer({ min: 1, max: 6 }),
  isIssued: fc.boolean(),
  jobs: fc.array(job, { maxLength: 3 }),
});

const papers = fc.array(paper, { maxLength: 12 }).map((drawn) =>
  drawn.map(({ kind, about, journal, preparedAt, isIssued, jobs }, nth): KeptPaper => ({
    number: `D${String(nth).padStart(2, '0')}`,
    kind,
    about: kind === 'statement' ? null : about,
    journal: kind === 'statement' ? null : journal,
    preparedAt,
    issuedAt: isIssued ? preparedAt : null,
    jobs: isIssued ? jobs : [],
    files: 0,
    isReportWrong: about === TAKEN_BACK,
  })),
);

test('every issued paper is listed once, newest first, and of the others one a matter at most', () => {
  fc.assert(
    fc.property(papers, (all) => {
      const listed = listedPapers(all);
      const numbers = listed.map(({ number }) => number);
      expect(new Set(numbers).size).toBe(numbers.length);
      expect(numbers).toEqual(
        expect.arrayContaining(all.filter((each) => each.issuedAt !== null).map((each) => each.number)),
      );
      expect(listed.map((each) => each.preparedAt)).toEqual(
        listed.map((each) => each.preparedAt).toSorted((one, other) => other - one),
      );
      const drafts = listed.filter(({ issuedAt }) => issuedAt === null);
      expect(drafts.some(({ kind }) => kind === 'statement')).toBe(false);
      expect(drafts.some(({ kind, about }) => kind === 'loss-form' && about === TAKEN_BACK)).toBe(false);
      const matters = drafts.map(({ kind, about }) => `${kind} ${about}`);
      expect(new Set(matters).size).toBe(matters.length);
    }),
  );
});

test('a matter of which nothing was ever issued is told of, by its newest paper', () => {
  fc.assert(
    fc.property(papers, (all) => {
      const open = all.filter(
        ({ kind, about }) => kind !== 'statement' && !(kind === 'loss-form' && about === TAKEN_BACK),
      );
      for (const { kind, about } of open) {
        const same = open.filter((each) => each.kind === kind && each.about === about);
        if (same.some(({ issuedAt }) => issuedAt !== null)) continue;
        const newest = same.toSorted(
          (one, other) => other.preparedAt - one.preparedAt || (one.number < other.number ? 1 : -1),
        )[0];
        expect(listedPapers(all)).toContain(newest);
        expect(newest && isNotGiven(newest)).toBe(true);
      }
    }),
  );
});

const kept = {
  number: 'F1',
  kind: 'loss-form',
  about: 'L1',
  journal: 1,
  preparedAt: 1,
  issuedAt: 1,
  isReportWrong: false,
} as const;
const queued = { state: 'queued', printer: null } as const;
const onPaper = { state: 'printed', printer: 'HP' } as const;
const asFile = { state: 'printed', printer: null } as const;
const takenOut = { state: 'cancelled', printer: null } as const;

test.each([
  ['printed', [takenOut, onPaper, queued], 1],
  ['saved', [queued, asFile], 0],
  ['saved', [queued], 1],
  ['queued', [takenOut, queued], 0],
  ['cancelled', [takenOut], 0],
  ['saved', [], 0],
] as const)('a paper is told as %s of %j with %i saved at its preview', (state, jobs, files) => {
  expect(paperState({ ...kept, jobs, files })).toBe(state);
});

test('a paper that was made and never issued was never printed', () => {
  expect(paperState({ ...kept, issuedAt: null, jobs: [], files: 0 })).toBe('never');
});
