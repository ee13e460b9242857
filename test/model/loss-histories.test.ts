/**
 * Random histories of losses, PINs and approvals against an independent auditor, around month ends, a leap day and
 * a year end, in Shanghai and in a zone whose clocks change, in offices by the calendar whose books lie up to ten days
 * behind, and in offices by their books whose clock lies years away. `LOSS_SEED=s` replays one.
 */
import { rmSync } from 'node:fs';
import { beforeAll, expect, inject, test, vi } from 'vitest';
import { businessDate } from '../../electron/contract/kernel/dates.ts';
import type { LivesBy } from '../../electron/contract/kernel/vocabulary.ts';
import { advanceTo } from '../../electron/ledger/day/days.ts';
import { caseCount } from '../case-count.ts';
import { allocationCsv, INSTITUTIONS, person, registerCsv } from '../offices/made-up-people.ts';
import { behindTheBack, copyOffice, MINUTE, NEW_OFFICE, Office, type Counter } from '../offices/small-office.ts';
import { freshFolder } from '../offices/test-folders.ts';
import { LossAuditor } from './loss-auditor.ts';
import { TypedPins } from './loss-history-pins.ts';
import { LossHistory } from './loss-history.ts';
import { settle } from './loss-history-settling.ts';
import { takeBack } from './loss-history-take-back.ts';
import { Chance } from './seeded-chance.ts';

vi.mock('../../electron/ledger/books/sealing/argon2id.ts', async () => (await import('./quick-hash.ts')).quickHash);

const OPERATIONS = 300;
const HISTORIES = caseCount(3);
/** Always played besides: in them every state comes, and histories in which one never comes prove nothing about it. */
const COVERING = [1, 2, 3, 4];
const PEOPLE = [0, 1, 2, 3].map(person);

/** Where the calendar is likeliest to be got wrong. */
const STARTS = [
  { date: '2024-02-20', zone: 'Asia/Shanghai' },
  { date: '2024-12-20', zone: 'Asia/Shanghai' },
  { date: '2026-04-22', zone: 'Asia/Shanghai' },
  { date: '2024-02-29', zone: 'America/New_York' },
] as const;

interface Template {
  readonly folder: string;
  readonly counters: readonly [Counter, Counter];
}
/** In days, of an office by its books: slow by years, by days, right, fast. */
const CLOCKS_AWAY = [-900, -9, 0, 9, 700];

let templates: Readonly<Record<LivesBy, Template>>;

beforeAll(async () => {
  templates = { calendar: await makeTemplate('calendar'), books: await makeTemplate('books') };
});

async function makeTemplate(livesBy: LivesBy): Promise<Template> {
  // Before every start: the clock is never set back.
  const office = new Office(freshFolder(), Date.UTC(2021, 0, 1, 3));
  const openingDate = businessDate('2021-01-01');
  await office.must('office.create', { ...NEW_OFFICE, livesBy, openingDate, demoFolder: null }, null);
  const counters = [await office.signIn('1001'), await office.signIn('2001')] as const;
  await office.keepPasswords();
  await office.post.institutions(INSTITUTIONS);
  await office.post.register(registerCsv(PEOPLE));
  const credits = PEOPLE.map((to, at) => ({ id: String(at + 1), to, amount: '5000.00' }));
  await office.post.allocation(allocationCsv('YB1', '20000.00', credits));
  office.close();
  return { folder: office.folder, counters };
}

const WEIGHTS: readonly (readonly [name: string, operation: (history: LossHistory) => unknown, weight: number])[] = [
  ['report', (history) => history.reportLoss(), 20],
  ['cancel', (history) => history.cancel(), 10],
  ['take back', takeBack, 10],
  ['reissue', (history) => history.reissue(), 10],
  ['password', (history) => new TypedPins(history).typePin(), 22],
  ['ask', (history) => history.askApproval(), 8],
  ['decide', (history) => history.decide(), 8],
  ['settlement', settle, 12],
  ['visit', (history) => history.openVisit(), 6],
  ['days', (history) => history.passDays(), 8],
  ['clock', (history) => history.setClock(), 3],
  ['restart', (history) => history.restart(), 2],
];
const weighted = WEIGHTS.flatMap(([name, run, weight]) => Array.from({ length: weight }, () => [name, run] as const));

/** Plays one, and answers every state that a report, a PIN or a request has been in. */
async function runHistory(seed: number): Promise<ReadonlySet<string>> {
  const seen = new Set<string>();
  const folder = freshFolder();
  const chance = new Chance(seed);
  const livesBy = chance.pick(['calendar', 'books'] as const);
  const { folder: template, counters } = templates[livesBy];
  copyOffice(template, folder);
  const { date, zone } = chance.pick(STARTS);
  behindTheBack(folder, (connection) => connection.exec(`UPDATE office SET time_zone = '${zone}'`));
  const drift = livesBy === 'calendar' ? chance.below(11) : chance.pick(CLOCKS_AWAY);
  const office = new Office(folder, Date.parse(`${date}T03:00:00Z`) + drift * 24 * 60 * MINUTE);
  await advanceTo(office.door.ledger, businessDate(date), '1001');
  const model = new LossAuditor(
    date,
    { zone, livesBy },
    PEOPLE.map(({ card }) => card),
  );
  const history = new LossHistory(chance, office, model, counters);
  try {
    for (let at = 1; at <= OPERATIONS; at += 1) {
      const [name, run] = chance.pick(weighted);
      await history.step(`LOSS_SEED=${seed}, operation ${at} (${name})`, async (each) => {
        await run(each);
      });
      noteStates(model, seen);
    }
    const { checks } = await office.must('ledger.verify', {}, null);
    history.agree(
      'verify',
      checks.filter(({ ok }) => !ok),
      [],
    );
    return seen;
  } finally {
    office.close();
    rmSync(folder, { recursive: true });
  }
}

function noteStates({ reports, holders, requests }: LossAuditor, seen: Set<string>): void {
  for (const { card, password, events } of reports)
    for (const state of [`card ${card}`, `password ${password}`, ...events]) seen.add(state);
  for (const { pin } of holders) seen.add(`pin ${pin}`);
  for (const { decided, used } of requests) seen.add(`request ${decided} ${used}`);
}

function seeds(): number[] {
  const single = process.env['LOSS_SEED'];
  if (single !== undefined) return [Number(single)];
  const first = inject('propertySeed');
  return Array.from({ length: HISTORIES }, (_, at) => first + at);
}

const chosen = seeds();

test(
  `${chosen.length} histories of ${OPERATIONS} operations, LOSS_SEED=${chosen[0]} and on, go as the auditor says`,
  async () => {
    for (const seed of chosen) await runHistory(seed);
  },
  chosen.length * 90_000,
);

test(
  'so do the histories that are always played, and every state comes in them',
  async () => {
    const seen = new Set<string>();
    for (const seed of COVERING) for (const state of await runHistory(seed)) seen.add(state);
    const cards = ['oral', 'formal', 'lapsed', 'superseded', 'cancelled', 'reissued', 'taken-back'].map(
      (state) => `card ${state}`,
    );
    const passwords = ['none', 'set', 'locked', 'void'].map((state) => `pin ${state}`);
    expect([...seen]).toEqual(
      expect.arrayContaining([...cards, ...passwords, 'password renewed', 'password taken-back', 'reinstated']),
    );
  },
  COVERING.length * 90_000,
);
