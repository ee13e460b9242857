/**
 * A teller's daily tasks as they are pressed. What comes before a task and after it is neither counted nor timed; the goals
 * are explained in the README of this folder.
 */
import { expect } from '@playwright/test';
import { firstPin } from '../e2e/support/customer-desk.ts';
import type { Holder } from '../e2e/support/holders.ts';
import { reportFormally } from '../e2e/support/loss-desk.ts';
import { allocationCsv, goodLine } from '../e2e/support/month-end-files.ts';
import { withinParts, withinSeconds } from './teller-goals.ts';
import type { TellerGoal } from './teller-rows.ts';
import type { TimedTask } from './timed-task.ts';

export interface Surroundings {
  readonly everybody: readonly Holder[];
  /** Somebody of age for whom no task was done yet; with a name of so many characters, where that counts. */
  readonly nextHolder: (nameLength?: number) => Holder;
  readonly nextBatch: () => string;
  /** For files that the clerk receives. */
  readonly folder: string;
  /** The name of the only printer. */
  readonly printer: string;
}

/** Begins and ends with nobody at the counter and the focus in the field of the ID number. */
export interface TellerTask extends TellerGoal {
  readonly run: (task: TimedTask, surroundings: Surroundings) => Promise<void>;
}

const PIN = '918273';
const FILE_LINES = 60;
const CUSTOMERS = 3;
const SUPERVISOR_KEYS = 26;
const LINE_FEN = 10_000;
/** As an input method gives them. */
const CALLER_NAME_LENGTH = 2;

async function visitByReaders(task: TimedTask, { idNumber, card }: Holder): Promise<void> {
  await task.read(idNumber);
  await task.press('Enter', task.focusOn('visit.card'));
  await task.read(card);
  await task.press('Enter', task.sign({ css: 'input[type="radio"]:focus' }));
  await task.press('1', task.sign({ css: 'input[type="radio"]:checked' }));
  await task.press('Enter', task.focusOn('visit.openStatement'));
}

async function visitTyped(task: TimedTask, { idNumber, card }: Holder): Promise<void> {
  await task.type(idNumber);
  await task.press('Enter', task.focusOn('visit.card'));
  await task.type(card);
  await task.press('Enter', task.sign({ css: 'input[type="radio"]:focus' }));
  await task.press('1', task.sign({ css: 'input[type="radio"]:checked' }));
  await task.press('Enter', task.focusOn('visit.openStatement'));
}

async function statementPrinted(task: TimedTask, printer: string): Promise<void> {
  await task.press('F3', task.statementReady());
  await task.press('Enter', task.told(printer));
}

async function firstPinSet(task: TimedTask): Promise<void> {
  await task.press('F4', task.focusOn('pin.choice.first'));
  await task.pressAndReadAct('Enter');
  await task.press('Enter', task.customerAsked('new'));
  await task.customerEnters(PIN, task.customerAsked('repeat'));
  await task.customerEnters(PIN, task.paperReady());
}

async function lossReported(task: TimedTask): Promise<void> {
  await task.press('F5', task.focusOn('loss.object.card'));
  await task.pressAndReadAct('Enter');
  await task.press('Enter', task.paperReady());
}

async function lossCancelled(task: TimedTask): Promise<void> {
  await task.press('F6', task.focusOn('followUp.act.cancel'));
  const { desk } = task;
  const sentence = task.sign({ css: `section[aria-label="${desk.t('followUp.act.cancel')}"]` });
  await task.pressAndRead('2', sentence, desk.button(desk.t('followUp.askPin')));
  await task.press('Enter', task.customerAsked('old'));
  await task.customerEnters(PIN, task.focusOn('second.code'));
  await task.supervisorAuthorises(task.paperReady());
}

async function lossByTelephone(task: TimedTask, { idNumber, name, phone }: Holder): Promise<void> {
  await task.press('F5', task.focusOn('loss.byTelephone'));
  await task.press('Alt+T', task.focusOn('visit.idNumber'));
  await task.type(idNumber);
  await task.press('Enter', task.focusOn('visit.name'));
  await task.type(name);
  await task.press('Enter', task.focusOn('visit.phone'));
  await task.type(phone);
  await task.pressAndReadAct('Enter');
  await task.press('Enter', task.sign({ css: `section[aria-label="${task.desk.t('loss.reported')}"]` }));
}

/** The dialog of the system is answered in the clerk's stead, and its keys are not the program's. */
async function filePosted(task: TimedTask): Promise<void> {
  const done = { kind: task.desk.t('monthEnd.kind.allocation'), accepted: String(FILE_LINES), rejected: '0' };
  await task.press('F8', task.focusOn('monthEnd.choose'));
  await task.press('Alt+O', task.focusOn('second.code'));
  await task.supervisorAuthorises(task.told(task.desk.t('monthEnd.done', done)));
  await task.press('Control+S', task.told('.xml'));
}

function layFileReady({ desk }: TimedTask, { folder, everybody, nextBatch }: Surroundings): void {
  const batch = nextBatch();
  const lines = everybody.slice(0, FILE_LINES).map((holder, at) => goodLine(at + 1, holder, LINE_FEN));
  desk.layReady(folder, `${batch}.csv`, allocationCsv(batch, FILE_LINES * LINE_FEN, lines));
}

export const TELLER_TASKS: readonly TellerTask[] = [
  {
    name: 'visit-read',
    what: 'both cards read, to the open visit',
    keys: { clerk: 4 },
    blankPresses: withinSeconds(0.15),
    run: async (task, { nextHolder }) => {
      await visitByReaders(task, nextHolder());
      await task.desk.finishVisit();
    },
  },
  {
    name: 'visit-typed',
    what: 'both cards typed, to the open visit',
    keys: { clerk: 41 },
    blankPresses: withinSeconds(0.5),
    run: async (task, { nextHolder }) => {
      await visitTyped(task, nextHolder());
      await task.desk.finishVisit();
    },
  },
  {
    name: 'statement-ready',
    what: 'to a statement that can be printed',
    keys: { clerk: 1 },
    blankPresses: withinSeconds(0.29),
    run: async (task, { nextHolder }) => {
      await task.desk.openVisitByReader(nextHolder());
      await task.press('F3', task.statementReady());
      await task.desk.finishVisit();
    },
  },
  {
    name: 'statement-printed',
    what: 'to a statement at the printer',
    keys: { clerk: 2 },
    blankPresses: withinSeconds(1.04),
    run: async (task, { nextHolder, printer }) => {
      await task.desk.openVisitByReader(nextHolder());
      await statementPrinted(task, printer);
      await task.desk.finishVisit();
    },
  },
  {
    name: 'three-customers',
    what: 'three visits with a statement each',
    keys: { clerk: 21 },
    blankPresses: withinSeconds(4.2),
    run: async (task, { nextHolder, printer }) => {
      for (let served = 0; served < CUSTOMERS; served += 1) {
        await visitByReaders(task, nextHolder());
        await statementPrinted(task, printer);
        await task.press('Control+Enter', task.focusOn('visit.idNumber'));
      }
    },
  },
  {
    name: 'first-pin',
    what: 'to the receipt of a first PIN',
    keys: { clerk: 3, customer: 14 },
    blankPresses: withinParts({ keys: 5, characters: 12, written: 1, secrets: 1, papers: 1 }),
    run: async (task, { nextHolder }) => {
      await task.desk.openVisitByReader(nextHolder());
      await firstPinSet(task);
      await task.desk.finishVisit();
    },
  },
  {
    name: 'formal-loss',
    what: 'to the form of a loss report',
    keys: { clerk: 4 },
    blankPresses: withinParts({ keys: 3, written: 1, papers: 1 }),
    run: async (task, { nextHolder }) => {
      await task.desk.openVisitByReader(nextHolder());
      await lossReported(task);
      await task.desk.finishVisit();
    },
  },
  {
    name: 'cancelled-loss',
    what: 'to the receipt of a cancelled loss report',
    keys: { clerk: 3, customer: 7, supervisor: SUPERVISOR_KEYS },
    blankPresses: withinParts({ keys: 6, characters: 30, written: 1, secrets: 2, papers: 1 }),
    run: async (task, { nextHolder }) => {
      await task.desk.openVisitByReader(nextHolder());
      await firstPin(task.desk, PIN);
      await task.desk.paperShown();
      await reportFormally(task.desk);
      await lossCancelled(task);
      await task.desk.finishVisit();
    },
  },
  {
    name: 'telephone-loss',
    what: 'to the number of an oral loss report',
    keys: { clerk: 37 },
    blankPresses: withinParts({ keys: 6, characters: 31, written: 1 }),
    run: async (task, { nextHolder }) => {
      await lossByTelephone(task, nextHolder(CALLER_NAME_LENGTH));
      await task.desk.press('Escape', 'Escape', 'F2');
      await expect(task.desk.page.getByRole('main', { name: task.desk.t('task.visit') })).toBeVisible();
    },
  },
  {
    name: 'month-end-file',
    what: `to the saved answer of ${FILE_LINES} lines`,
    keys: { clerk: 3, supervisor: SUPERVISOR_KEYS },
    blankPresses: withinParts({ keys: 5, characters: 24, written: 3, secrets: 1 }),
    run: async (task, surroundings) => {
      layFileReady(task, surroundings);
      await filePosted(task);
      await task.desk.pushButton(task.desk.t('monthEnd.another'));
      await task.desk.press('F2');
      await expect(task.desk.field('visit.idNumber')).toBeFocused();
    },
  },
];
