/**
 * Holders at the web, the telephone and the counter at once, on the cards of one office, with messages to their phones: an auditor of its
 * own predicts every answer, and every state of card, loss, login, code, lock and message, over full disks, restarts and kills.
 * `DOORS_SEED=s` replays one history, `DOORS_SEEDS=n` plays so many.
 */
import { rmSync } from 'node:fs';
import { beforeAll, expect, inject, test, vi } from 'vitest';
import { businessDate } from '../../electron/contract/kernel/dates.ts';
import { caseCount } from '../case-count.ts';
import { INSTITUTIONS, person, registerCsv } from '../offices/made-up-people.ts';
import { copyOffice, MORNING, NEW_OFFICE, Office, type Counter } from '../offices/small-office.ts';
import { freshFolder, keysBeside } from '../offices/test-folders.ts';
import { PEOPLE, PINS, TELEPHONE_PASSWORDS } from './all-doors/drawing.ts';
import { History } from './all-doors/history.ts';
import { ADDRESS_TRIES, NUMBER_TRIES } from './all-doors/world.ts';
import { Chance } from './seeded-chance.ts';

vi.mock('../../electron/ledger/books/sealing/argon2id.ts', async () => (await import('./quick-hash.ts')).quickHash);

const STEPS = 150;
const HISTORIES = caseCount(3);
/** So many histories have everything in them; fewer may lack something. */
const MANY = 40;
/** Histories in which one of these never comes would prove nothing about it. */
const MUST_COME = [
  ...['register in', 'register CODE_OVER', 'register CODE_WRONG', 'enter in', 'sign in in', 'sign in ONLINE_REFUSED'],
  ...['sign out done', 'change login in', 'send code done', 'send code ONLINE_TOO_MANY', 'report reported'],
  ...['report SIGN_IN_REQUIRED', 'report LOSS_ALREADY_REPORTED', 'progress reported', 'progress LOSS_UNKNOWN'],
  ...['withdraw taken-back', 'withdraw WITHDRAW_NOT_HERE', 'withdraw LOSS_STATE'],
  ...['call proven', 'call TELEPHONE_PASSWORD_WRONG', 'report by call done', 'report unproven PAIR_MISMATCH'],
  ...['sign in by passkey in', 'sign in by passkey PASSKEY_REFUSED', 'register by passkey in'],
  ...['register by passkey PASSKEY_REFUSED', 'change login by passkey in', 'change login by passkey PASSKEY_REFUSED'],
  ...['reissue reissued', 'reissue REISSUE_TOO_EARLY', 'close account done', 'report at counter ACCOUNT_CLOSED'],
  ...['end others done', 'end others SIGN_IN_REQUIRED'],
  ...['call PAIR_MISMATCH', 'call ONLINE_TOO_MANY', 'report unproven ONLINE_TOO_MANY'],
  ...['progress by call superseded', 'change PIN changed', 'change PIN wrong', 'send number done', 'hang up done'],
  ...['report at counter waiting', 'cancel at counter cancelled', 'end login done', 'end login LOGIN_ABSENT'],
  ...['settle message sent', 'settle message waiting', 'settle message given', 'set telephone password done', 'killed'],
  ...['register', 'sign in', 'report', 'withdraw', 'report by call', 'take messages'].map((act) => `${act} DISK_FULL`),
];

interface Template {
  readonly folder: string;
  readonly clerk: Counter;
}
let template: Template;

beforeAll(async () => {
  const office = new Office(freshFolder(), MORNING);
  const openingDate = businessDate('2024-02-01');
  await office.must('office.create', { ...NEW_OFFICE, livesBy: 'calendar', openingDate, demoFolder: null }, null);
  const clerk = await office.signIn('1001');
  await office.keepPasswords();
  await office.changeSetting('onlineAddressTries', ADDRESS_TRIES);
  await office.changeSetting('telephoneNumberTries', NUMBER_TRIES);
  await office.post.institutions(INSTITUTIONS);
  await office.post.register(registerCsv(Array.from({ length: PEOPLE }, (_, at) => person(at))));
  for (let at = 0; at < PEOPLE; at += 1) {
    const { visitId } = await office.openVisit(at, clerk);
    const [pin, telephone] = [PINS[0] ?? '', TELEPHONE_PASSWORDS[0] ?? ''];
    await office.typePins(visitId, 'first', [pin, pin], clerk);
    await office.typePins(visitId, 'telephone', [telephone, telephone], clerk);
    await office.must('visit.finish', { visitId }, clerk);
  }
  office.close();
  template = { folder: office.folder, clerk };
});

async function play(seed: number, came: Set<string>): Promise<void> {
  const folder = freshFolder();
  copyOffice(template.folder, folder);
  const history = new History(new Chance(seed), new Office(folder, MORNING), template.clerk);
  try {
    for (let step = 1; step <= STEPS; step += 1) await history.step();
    expect(await history.office.faults()).toEqual([]);
    for (const each of history.came) came.add(each);
  } catch (error) {
    const story = history.story.slice(-Number(process.env['OFFICE_STORY'] ?? 4)).join('\n  ');
    throw new Error(`DOORS_SEED=${seed} fails after\n  ${story}\n${String(error)}`, { cause: error });
  } finally {
    vi.restoreAllMocks();
    history.office.close();
    for (const each of [folder, history.office.folder]) {
      rmSync(each, { recursive: true, force: true });
      rmSync(keysBeside(each), { recursive: true, force: true });
    }
  }
}

function seeds(): number[] {
  const single = process.env['DOORS_SEED'];
  if (single !== undefined) return [Number(single)];
  const first = inject('propertySeed');
  const many = Number(process.env['DOORS_SEEDS'] ?? HISTORIES);
  return Array.from({ length: many }, (_, at) => first + at);
}

const chosen = seeds();

test(
  `${chosen.length} histories of ${STEPS} steps at all doors, DOORS_SEED=${chosen[0]} and on, go as the auditor says`,
  async () => {
    const came = new Set<string>();
    for (const seed of chosen) await play(seed, came);
    if (chosen.length >= MANY) expect([...came]).toEqual(expect.arrayContaining(MUST_COME));
  },
  chosen.length * 60_000,
);
