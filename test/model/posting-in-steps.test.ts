/**
 * Random files, random changes of accounts between their steps, and restarts in the middle: an independent auditor predicts every
 * line's answer and every balance, and the books prove themselves at every moment (docs/ledger.md 12).
 */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { allocationCsv, cardNumber, person, registerCsv, settlementCsv } from '../offices/made-up-people.ts';
import { authorised, copyOf, lossOf, makeTemplate, Office, visitOf, type Template } from '../offices/small-office.ts';
import { Chance } from './seeded-chance.ts';
import {
  AuditedAllocation,
  AuditedSettlement,
  type AuditedPosting,
  type Credit,
  type Holder,
  type Sale,
} from './step-auditor.ts';

const PEOPLE = 10;
/** Nobody here has these. */
const STRANGERS = 2;

let template: Template;
beforeAll(async () => {
  template = await makeTemplate();
  const office = new Office(template.folder);
  await office.post.register(registerCsv(Array.from({ length: PEOPLE - 6 }, (_, at) => person(6 + at))));
  await office.changeSetting('reissueWaitDays', 0);
  office.close();
});

/** One posting, with everything that happens beside it. */
class History {
  readonly chance: Chance;
  readonly office: Office;
  readonly holders: Holder[];
  /** Of the file under way. */
  audited: AuditedPosting | null = null;
  #cards = 0;
  #restarts = 0;
  #restarted: () => void = () => undefined;

  constructor(chance: Chance, office: Office, balances: readonly number[]) {
    this.chance = chance;
    this.office = office;
    this.holders = balances.map((balanceFen, at) => {
      const { name, card } = person(at);
      return { name, card, isOpen: true, replaced: [], balanceFen, heldFrom: new Map() };
    });
    // The sixth of the office has lost the card the day before.
    this.holders[5]!.heldFrom.set(person(5).card, '2024-02-05 09:30:00');
    const lines = 1 + chance.below(6);
    office.pace = { lines, took: () => undefined, letOthers: () => this.#between(lines) };
    office.reopen();
  }

  /** After each step: the auditor takes it too, then something may change, or the ledger is opened anew. */
  async #between(lines: number): Promise<void> {
    this.audited?.step(lines);
    if (this.chance.happens(40)) await this.#change();
    if (this.chance.happens(15)) expect(await this.office.faults()).toEqual([]);
    if (this.#restarts >= 3 || !this.chance.happens(12)) return;
    this.#restarts += 1;
    this.audited?.restart();
    this.office.reopen();
    this.#restarted();
  }

  async #change(): Promise<void> {
    const at = this.chance.below(PEOPLE);
    const holder = this.holders[at]!;
    if (!holder.isOpen || holder.heldFrom.has(holder.card)) return;
    const { office } = this;
    const visit = { ...visitOf(at), card: holder.card };
    const { visitId } = await office.must('visit.open', visit, template.clerk);
    await this.chance.pick([this.#close, this.#correct, this.#report, this.#replace])(holder, visitId);
    await office.must('visit.finish', { visitId }, template.clerk);
  }

  readonly #close = async (holder: Holder, visitId: string): Promise<void> => {
    const closing = { operationId: randomUUID(), visitId, reference: 'YB-2024-1', second: authorised('2001') };
    const { paidOutFen } = await this.office.must('holder.close', closing, template.clerk);
    expect(paidOutFen).toBe(holder.balanceFen);
    holder.isOpen = false;
    holder.balanceFen = 0;
  };

  readonly #correct = async (holder: Holder, visitId: string): Promise<void> => {
    const name = `${holder.name}改`;
    const nothing = { idNumber: null, sex: null, document: '户口簿', second: authorised('2001') };
    await this.office.must('holder.correct', { operationId: randomUUID(), visitId, name, ...nothing }, template.clerk);
    holder.name = name;
  };

  readonly #report = async (holder: Holder, visitId: string): Promise<void> => {
    await this.office.must('loss.report', lossOf(visitId), template.clerk);
    holder.heldFrom.set(holder.card, '2024-02-05 09:30:00');
  };

  readonly #replace = async (holder: Holder, visitId: string): Promise<void> => {
    this.#cards += 1;
    const formal = lossOf(visitId, { kind: 'formal', address: '人民路一号' });
    const { number } = await this.office.must('loss.report', formal, template.clerk);
    const newCard = cardNumber(9_000 + this.#cards);
    const given = { newCard, newInsuranceNumber: `YB8000000${this.#cards}`, feeClass: 'exempt' } as const;
    const reissue = { operationId: crypto.randomUUID(), visitId, number, ...given, second: authorised('2001') };
    await this.office.must('loss.reissue', reissue, template.clerk);
    holder.heldFrom.set(holder.card, '2024-02-05 09:30:00');
    holder.replaced.push(holder.card);
    holder.card = newCard;
  };

  /** Posts until the end, through as many restarts as come. */
  async post(begin: () => Promise<unknown>): Promise<void> {
    let [under, first] = [begin().then(() => true), true];
    for (;;) {
      const restarted = new Promise<boolean>((resolve) => (this.#restarted = () => resolve(false)));
      if (!first) under = this.office.door.ledger.postings.atRest().then(() => true);
      if (await Promise.race([under, restarted])) return;
      first = false;
    }
  }

  async found(number: string) {
    return this.office.door.ledger.books.read(async ({ sql }) => {
      const batch = sql
        .rows<[string], object>(
          'SELECT id, state, accepted, rejected, amount_fen AS amountFen FROM batch WHERE number = ?',
        )
        .get(number) as
        { id: number; state: string; accepted: number; rejected: number; amountFen: number } | undefined;
      const refused = sql
        .rows<[number], { ordinal: number; reason: string }>(
          'SELECT ordinal, reason FROM rejected_line WHERE batch_id = ? ORDER BY ordinal',
        )
        .all(batch?.id ?? 0);
      const balances = sql.values<[], number>('SELECT balance_fen FROM account ORDER BY id').all();
      return { batch, refused: refused.map(({ ordinal, reason }) => [ordinal, reason]), balances };
    });
  }
}

const inOrder = (refused: AuditedPosting['refused']) => refused.toSorted(([a], [b]) => a - b);

/** The same for both kinds of file. */
async function proven(
  history: History,
  audited: AuditedPosting & { readonly isWorthPosting: boolean },
  number: string,
  begin: () => Promise<unknown>,
): Promise<void> {
  const { office, holders } = history;
  if (!audited.isWorthPosting) return;
  history.audited = audited;
  await history.post(begin);
  const { batch, refused, balances } = await history.found(number);
  expect(refused).toEqual(inOrder(audited.refused));
  expect(balances).toEqual(holders.map(({ balanceFen }) => balanceFen));
  const { accepted, amountFen } = audited;
  expect(batch).toMatchObject({ state: 'posted', accepted, rejected: refused.length, amountFen });
  expect(await office.faults()).toEqual([]);
}

async function opened(seed: number): Promise<History> {
  const office = new Office(copyOf(template));
  const balances = await office.door.ledger.books.read(async ({ sql }) =>
    sql.values<[], number>('SELECT balance_fen FROM account ORDER BY id').all(),
  );
  return new History(new Chance(seed), office, balances);
}

const yuan = (amountFen: number): string => (amountFen / 100).toFixed(2);

test('an allocation: every line is answered, and every balance is as the auditor predicts', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer(), async (seed) => {
      const history = await opened(seed);
      const { chance, office, holders } = history;
      const credits = Array.from({ length: 1 + chance.below(30) }, (_, at): Credit & { at: number } => {
        const who = chance.below(PEOPLE + STRANGERS);
        // One that may be right by the time of its step, and was refused by then.
        const early = chance.happens(15) ? `${person(who).name}改` : person(who).name;
        const name = chance.happens(5) ? '另一人' : early;
        const id = chance.happens(8) ? '1' : String(at + 1);
        return { at: who, ordinal: at + 1, id, name, card: person(who).card, amountFen: 100 + chance.below(900) };
      });
      const sumFen = credits.reduce((sum, { amountFen }) => sum + amountFen, 0);
      const lines = credits.map(({ at, id, name, amountFen }) => ({
        id,
        to: { ...person(at), name },
        amount: yuan(amountFen),
      }));
      const text = allocationCsv('YB9', yuan(sumFen), lines);
      await proven(history, new AuditedAllocation(holders, credits), 'YB9', () => office.post.allocation(text));
      office.close();
    }),
    { numRuns: 20 },
  );
});

test('a settlement: every line is answered, and every balance is as the auditor predicts', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer(), async (seed) => {
      const history = await opened(seed);
      const { chance, office, holders } = history;
      const sales = Array.from({ length: 1 + chance.below(30) }, (_, at): Sale => {
        const kind = chance.pick(['consumption', 'consumption', 'void', 'refund'] as const);
        const reference = chance.happens(10) ? 'R1' : `R${at + 1}`;
        const card = person(chance.below(PEOPLE + 1)).card;
        const original = kind === 'consumption' ? '' : `R${1 + chance.below(at + 1)}`;
        const amountFen = chance.pick([1_000, 1_000, 5_000, 30_000]);
        const time = chance.pick(['2024-02-03 10:15:00', '2024-02-05 20:00:00']);
        return { ordinal: at + 1, reference, card, kind, amountFen, original, time };
      });
      const netFen = sales.reduce(
        (sum, { kind, amountFen }) => sum + (kind === 'consumption' ? amountFen : -amountFen),
        0,
      );
      const kinds = { consumption: '消费', void: '撤销', refund: '退货' } as const;
      const lines = sales.map(({ reference, card, kind, amountFen, original, time }) => ({
        ...{ reference, card, kind: kinds[kind], amount: yuan(amountFen), original },
        time: time.replaceAll(/\D/g, ''),
      }));
      const text = settlementCsv('QS9', yuan(netFen), lines);
      await proven(history, new AuditedSettlement(holders, sales), 'QS9', () => office.post.settlement(text));
      office.close();
    }),
    { numRuns: 20 },
  );
});
