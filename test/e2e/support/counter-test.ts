/** Playwright's test with a counter of its own: prepared office, places, programs, and nothing left over afterwards. */
import { test as base, expect, type TestInfo } from '@playwright/test';
import { findRuntime, thisMachine, type Runtime } from '../../../build/runtime-finder.ts';
import { startVirtualDisplay } from '../../../build/virtual-display.ts';
import { secondDisplay } from './customer-desk.ts';
import { discardPrepared, layOut, prepareDemoOffice, type PreparedOffice } from './demo-office.ts';
import { Desk } from './desk.ts';
import { discardPlaces, makePlaces, startProgram, type ProgramPlaces, type StartOptions } from './program.ts';
import { saveInto } from './saving.ts';

declare global {
  interface Window {
    /** The test's own, given to the page below. */
    notePointer(type: string): void;
  }
}

interface WorkerFixtures {
  readonly runtime: Runtime;
  /** Each worker has one of its own: two windows on one display take the keyboard from each other. */
  readonly display: string;
  readonly preparedOffice: PreparedOffice;
}

/** One that is not the office's own. */
export interface Computer {
  readonly places: ProgramPlaces;
  readonly display: string;
}

interface TestFixtures {
  readonly places: ProgramPlaces;
  /** This test's own copy of the demo office. */
  readonly office: PreparedOffice;
  /** Starts the program; everything started is closed after the test. */
  readonly start: (options?: StartOptions) => Promise<Desk>;
  /** The program on another computer, which has an empty folder and a display of its own; started there again where it is named. */
  readonly startElsewhere: (computer?: Computer) => Promise<Desk>;
  readonly newComputer: () => Promise<Computer>;
  /** The program on the demo office, at sign-in. */
  readonly desk: Desk;
  /** The same with a second display, on which the customer's window opens. */
  readonly twoDisplayDesk: Desk;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  runtime: [
    async ({}, use) => {
      await use(await findRuntime({ ...thisMachine(), say: () => undefined }));
    },
    { scope: 'worker' },
  ],
  display: [
    async ({}, use) => {
      const display = process.platform === 'linux' ? await startVirtualDisplay() : null;
      await use(display?.name ?? '');
      await display?.stop();
    },
    { scope: 'worker' },
  ],
  preparedOffice: [
    async ({}, use) => {
      const prepared = await prepareDemoOffice();
      await use(prepared);
      discardPrepared(prepared);
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  places: async ({}, use) => {
    const places = makePlaces();
    await use(places);
    discardPlaces(places);
  },
  office: async ({ preparedOffice, places }, use) => {
    await use(layOut(preparedOffice, places));
  },
  start: async ({ runtime, display, places }, use, info) => {
    const desks: Desk[] = [];
    await use(async (options = {}) => {
      const { app, page } = await startProgram({ runtime, display }, places, options);
      const desk = new Desk(app, page, places.data);
      desks.push(desk);
      await watchWindow(desk);
      await saveInto(app, places.saved);
      return desk;
    });
    if (info.status !== info.expectedStatus) await picture(desks, info);
    for (const desk of desks) await closeWatched(desk);
  },
  newComputer: async ({}, use) => {
    const afterwards: (() => unknown)[] = [];
    await use(async () => {
      const places = makePlaces();
      afterwards.push(() => discardPlaces(places));
      const display = process.platform === 'linux' ? await startVirtualDisplay() : null;
      afterwards.push(() => display?.stop());
      return { places, display: display?.name ?? '' };
    });
    for (const end of afterwards.reverse()) await end();
  },
  startElsewhere: async ({ runtime, newComputer }, use, info) => {
    const desks: Desk[] = [];
    await use(async (computer) => {
      const { places, display } = computer ?? (await newComputer());
      const { app, page } = await startProgram({ runtime, display }, places, {});
      const desk = new Desk(app, page, places.data);
      desks.push(desk);
      await watchWindow(desk);
      await saveInto(app, places.saved);
      return desk;
    });
    if (info.status !== info.expectedStatus) await picture(desks, info);
    for (const desk of desks) await closeWatched(desk);
  },
  desk: async ({ office, start }, use) => {
    expect(office.folder).not.toBe('');
    await use(await start());
  },
  twoDisplayDesk: async ({ office, start }, use) => {
    expect(office.folder).not.toBe('');
    await use(await start({ displays: [secondDisplay] }));
  },
});

export { expect };

/** What must not happen in any test: a pointer, or an error the window did not foresee. */
const pageErrors = new WeakMap<Desk, string[]>();

async function watchWindow(desk: Desk): Promise<void> {
  const seen: string[] = [];
  pageErrors.set(desk, seen);
  const { page } = desk;
  page.on('pageerror', (error) => seen.push(`error in the window: ${error.stack ?? error.message}`));
  await page.exposeFunction('notePointer', (type: string) => seen.push(`a ${type}: this suite has no mouse`));
  await page.addInitScript(watchPointer);
  await page.evaluate(watchPointer);
}

function watchPointer(): void {
  for (const type of ['pointerdown', 'mousedown', 'touchstart', 'wheel']) {
    const note = (): void => {
      window.notePointer(type);
    };
    addEventListener(type, note, { capture: true, passive: true });
  }
}

/** How every window looked when the test failed. */
async function picture(desks: readonly Desk[], info: TestInfo): Promise<void> {
  for (const [at, { page }] of desks.entries()) {
    if (!page.isClosed()) await page.screenshot({ path: info.outputPath(`window-${at + 1}.png`) });
  }
}

async function closeWatched(desk: Desk): Promise<void> {
  if (!desk.closed) await desk.app.close();
  expect(pageErrors.get(desk)).toEqual([]);
}
