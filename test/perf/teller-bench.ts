/** A teller's daily tasks at the running program: keys counted, and the program's time beside that of a blank key press. */
import { findRuntime, thisMachine } from '../../build/runtime-finder.ts';
import { customerAt, secondDisplay, type CustomerDesk } from '../e2e/support/customer-desk.ts';
import { discardPrepared, layOut, prepareDemoOffice } from '../e2e/support/demo-office.ts';
import { Desk } from '../e2e/support/desk.ts';
import { everyHolder, type Holder } from '../e2e/support/holders.ts';
import { startPrintService } from '../e2e/support/print-service.ts';
import { discardPlaces, makePlaces, startProgram, type ProgramPlaces } from '../e2e/support/program.ts';
import { saveInto } from '../e2e/support/saving.ts';
import type { BenchSize } from './bench-size.ts';
import type { Finding } from './bench-table.ts';
import { programTime } from './program-time.ts';
import { sideBySide } from './side-by-side.ts';
import { tellerRows, type KeyCounts } from './teller-rows.ts';
import { TELLER_TASKS, type Surroundings, type TellerTask } from './teller-tasks.ts';
import { TimedTask } from './timed-task.ts';

const PRINTER = 'Counter-1';
/** One alone says where in a frame it fell. */
const BLANK_PRESSES = 10;
/** Whoever was born later may be a child, with whom a guardian comes. */
const OF_AGE_BORN = 2005;

export async function tellerBench({ tellerRounds }: BenchSize): Promise<Finding[]> {
  const prepared = await prepareDemoOffice();
  const places = makePlaces();
  const service = await startPrintService();
  try {
    await service.addPrinter(PRINTER);
    layOut(prepared, places);
    return await atCounter(places, service.server, tellerRounds);
  } finally {
    await service.stop();
    discardPlaces(places);
    discardPrepared(prepared);
  }
}

async function atCounter(places: ProgramPlaces, printServer: string, rounds: number): Promise<Finding[]> {
  const ground = { runtime: await findRuntime(thisMachine()), display: process.env['DISPLAY'] ?? '' };
  const { app, page } = await startProgram(ground, places, { printServer, displays: [secondDisplay] });
  try {
    const desk = new Desk(app, page, places.data);
    await saveInto(app, places.saved);
    await desk.signIn();
    const bench = new TellerBench(desk, await customerAt(desk), surroundings(places.root));
    const findings: Finding[] = [];
    for (const task of TELLER_TASKS) findings.push(...(await bench.measured(task, rounds)));
    return findings;
  } finally {
    await app.close();
  }
}

class TellerBench {
  readonly #desk: Desk;
  readonly #customer: CustomerDesk;
  readonly #surroundings: Surroundings;

  constructor(desk: Desk, customer: CustomerDesk, around: Surroundings) {
    this.#desk = desk;
    this.#customer = customer;
    this.#surroundings = around;
  }

  /** After once in which the window loads what the task needs. */
  async measured(task: TellerTask, rounds: number): Promise<readonly Finding[]> {
    await this.#done(task);
    const counts: KeyCounts[] = [];
    const measure = async (): Promise<number> => {
      const { ms, keys } = await this.#done(task);
      counts.push(keys);
      return ms;
    };
    const time = await sideBySide(rounds, measure, () => this.#blankPress());
    return tellerRows(task, time, counts);
  }

  async #done({ run }: TellerTask): Promise<TimedTask> {
    const task = new TimedTask(this.#desk, this.#customer);
    await run(task, this.#surroundings);
    return task;
  }

  /** A blank into the empty field of the ID number: the window hears it and draws it. Answers the mean of a few. */
  async #blankPress(): Promise<number> {
    let ms = 0;
    for (let pressed = 0; pressed < BLANK_PRESSES; pressed += 1) {
      ms += await programTime(this.#desk.page, () => this.#desk.press('Space'), null);
    }
    await this.#desk.press('Control+A', 'Delete');
    return ms / BLANK_PRESSES;
  }
}

function surroundings(folder: string): Surroundings {
  const everybody = everyHolder();
  const waiting = everybody.filter(({ idNumber }) => Number(idNumber.slice(6, 10)) < OF_AGE_BORN);
  let batches = 0;
  return {
    everybody,
    folder,
    printer: PRINTER,
    nextBatch: () => `YB20250228${String((batches += 1)).padStart(3, '0')}`,
    nextHolder: (nameLength) => next(waiting, nameLength),
  };
}

/** Takes them out of those who wait. */
function next(waiting: Holder[], nameLength: number | undefined): Holder {
  const at = waiting.findIndex(({ name }) => nameLength === undefined || name.length === nameLength);
  const [holder] = at < 0 ? [] : waiting.splice(at, 1);
  if (holder === undefined) throw new Error('every holder of the demo office has been served');
  return holder;
}
