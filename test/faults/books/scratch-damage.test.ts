/**
 * A job's scratch file that is flipped, cut or gone while the job runs: the job is refused by a sentence of its own, nothing
 * is booked, the books are not blamed, and the same job asked again is done.
 */
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, beforeEach, afterEach, describe, expect, test } from 'vitest';
import { RefusalError } from '../../../electron/contract/kernel/errors.ts';
import { runAllocation } from '../../../electron/ledger/month-end/allocation/allocations.ts';
import type { Ledger } from '../../../electron/ledger/request/scope.ts';
import { deriveKeys } from '../../../electron/ledger/books/sealing/keys.ts';
import { RehearsedRegister } from '../../../electron/ledger/month-end/registers/rehearsed-register-rows.ts';
import { RehearsedSettlement } from '../../../electron/ledger/month-end/settlement/rehearsed-settlement-rows.ts';
import { StageTables } from '../../../electron/ledger/month-end/allocation/staging/stage-tables.ts';
import { allocationCsv, person, registerCsv, settlementCsv } from '../../offices/made-up-people.ts';
import { copyOf, DATA_KEY, inMemory, makeTemplate, Office, type Template } from '../../offices/small-office.ts';
import { freshFolder } from '../../offices/test-folders.ts';

let template: Template;
let office: Office;
beforeAll(async () => {
  template = await makeTemplate();
});
beforeEach(() => {
  office = new Office(copyOf(template));
});
afterEach(async () => {
  expect(await office.faults()).toEqual([]);
  office.close();
});

/** Enough for a scratch file of many pages. */
const LINES = 3_000;
const credits = Array.from({ length: LINES }, (_, at) => ({ id: String(at + 1), to: person(at % 6), amount: '1.00' }));
const ALLOCATION = allocationCsv('YB9', `${LINES}.00`, credits);

type Harm = (path: string, draw: number) => void;

/** The beginning of a file holds bytes that nothing reads. */
const HEAD_BYTES = 128;
const PAGE_BYTES = 16_384;
const flipEach: Harm = (path, draw) => {
  const bytes = readFileSync(path);
  const at = HEAD_BYTES + (draw % (PAGE_BYTES - HEAD_BYTES));
  for (let page = 0; page + at < bytes.length; page += PAGE_BYTES) bytes[page + at]! ^= 1 << (draw & 7);
  writeFileSync(path, bytes);
};
const HARMS: Readonly<Record<string, Harm>> = {
  'a flipped bit in each page': flipEach,
  'a cut': (path, draw) => truncateSync(path, draw % readFileSync(path).length),
  'an emptied file': (path) => truncateSync(path, 0),
  'a file that is gone': (path) => rmSync(path),
  'another file in its place': (path) => writeFileSync(path, 'not a database at all'.repeat(4_000)),
};

const scratchFiles = (): string[] => {
  const folder = join(office.folder, 'scratch');
  return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
};

const balance = () =>
  office.door.ledger.books.read(async ({ sql }) => Number(sql.values('SELECT sum(balance_fen) FROM account').get()));

/** The ledger, where `harm` comes over the scratch file when all lines are staged, before the books look at it. */
function harming(harm: (path: string) => void): Ledger {
  const { ledger } = office.door;
  const { books } = ledger;
  return {
    ...ledger,
    books: {
      ...books,
      writeWithScratch: (path, work) => {
        harm(path);
        return books.writeWithScratch(path, work);
      },
      rehearse: (path, work) => {
        if (path !== null) harm(path);
        return books.rehearse(path, work);
      },
    },
  };
}

/** The code of what it was refused with, null when it was done. */
async function codeOf(work: () => Promise<unknown>): Promise<string | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (error instanceof RefusalError) return error.refusal.code;
    throw error;
  }
}

describe('between staging and posting', () => {
  test.each(Object.keys(HARMS))('%s drops the job, posted or only checked, and it can be done again', async (harm) => {
    const before = await balance();
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.boolean(), async (draw, posting) => {
        const order = posting ? office.post.order : null;
        const run = () =>
          runAllocation(
            harming((path) => HARMS[harm]?.(path, draw)),
            inMemory(ALLOCATION),
            order,
            null,
          );
        expect(await codeOf(run)).toBe('WORK_FILE_DAMAGED');
        expect(scratchFiles()).toEqual([]);
        expect(await balance()).toBe(before);
      }),
      { numRuns: 8 },
    );
    expect(await office.post.allocation(ALLOCATION)).toMatchObject({ posted: true, accepted: LINES });
  });

  test('one flipped bit is noticed where it is read, and changes nothing where it is not', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), async (draw) => {
        const flip = (path: string): void => {
          const bytes = readFileSync(path);
          bytes[draw % bytes.length]! ^= 1 << (draw & 7);
          writeFileSync(path, bytes);
        };
        const checked = runAllocation(harming(flip), inMemory(ALLOCATION), null, null);
        const whole = { accepted: LINES, amountFen: LINES * 100, fileReason: null };
        const outcome = await checked.then(
          ({ accepted, amountFen, fileReason }) => ({ accepted, amountFen, fileReason }),
          (error: unknown) => (error instanceof RefusalError ? error.refusal.code : error),
        );
        expect([whole, 'WORK_FILE_DAMAGED']).toContainEqual(outcome);
      }),
      { numRuns: 10 },
    );
  });

  test('so is each bit of its header, the plain ones too', async () => {
    const few = inMemory(allocationCsv('YB8', '3.00', credits.slice(0, 3)));
    for (let bit = 0; bit < 32 * 8; bit++) {
      const flip = (path: string): void => {
        const bytes = readFileSync(path);
        bytes[bit >> 3]! ^= 1 << (bit & 7);
        writeFileSync(path, bytes);
      };
      const code = await codeOf(() => runAllocation(harming(flip), few, null, null));
      expect([null, 'WORK_FILE_DAMAGED'], `bit ${bit}`).toContain(code);
    }
  });

  test('damage of the books themselves is still called that', async () => {
    const broken = () =>
      office.door.ledger.books.rehearse(null, () => Promise.reject(new RefusalError('DATABASE_DAMAGED')));
    expect(await codeOf(broken)).toBe('DATABASE_DAMAGED');
    const path = join(freshFolder(), 'scratch.db');
    new StageTables(path, deriveKeys(DATA_KEY).database).finish(true);
    const beside = () =>
      office.door.ledger.books.writeWithScratch(path, () => Promise.reject(new RefusalError('DATABASE_DAMAGED')));
    expect(await codeOf(beside)).toBe('DATABASE_DAMAGED');
  });
});

const FILES = [
  ['allocation', ALLOCATION],
  [
    'settlement',
    settlementCsv('QS9', '1.00', [{ reference: 'P90', card: person(2).card, kind: '消费', amount: '1.00' }]),
  ],
  ['register', registerCsv(Array.from({ length: 300 }, (_, at) => person(at)))],
] as const;

describe('while lines are read or checked', () => {
  const cases = FILES.flatMap(([kind, text]) => Object.keys(HARMS).map((harm) => [kind, harm, text] as const));

  test.each(cases)('%s: %s ends no ledger; it is done, or refused and done later', async (_kind, harm, text) => {
    const intakeId = await office.receive(text, template.clerk);
    const check = () => office.ask('file.check', { operationId: randomUUID(), intakeId }, template.clerk);
    let draw = 7;
    office.onProgress = () => {
      for (const path of scratchFiles()) if (readFileSync(path).length > 0) HARMS[harm]?.(path, (draw += 12_345));
    };
    const reply = await check();
    if (!reply.ok) expect(reply.error.code).toBe('WORK_FILE_DAMAGED');
    office.onProgress = null;
    expect(scratchFiles()).toEqual([]);
    expect(await check()).toMatchObject({ ok: true });
  });
});

test('a job writes one scratch file and nothing beside it', async () => {
  for (const [, text] of FILES) {
    const intakeId = await office.receive(text, template.clerk);
    const most: number[] = [];
    office.onProgress = () => most.push(scratchFiles().length);
    await office.must('file.check', { operationId: randomUUID(), intakeId }, template.clerk);
    expect(Math.max(...most)).toBe(1);
  }
});

test.each([RehearsedSettlement, RehearsedRegister, StageTables])('%o says of a damaged file whose it is', (Kept) => {
  const { database } = deriveKeys(DATA_KEY);
  const path = join(freshFolder(), 'scratch.db');
  new Kept(path, database).close();
  for (const spoil of [flipEach, HARMS['another file in its place']!]) {
    spoil(path, 8_000);
    expect(() => new Kept(path, database)).toThrow('WORK_FILE_DAMAGED');
  }
});
