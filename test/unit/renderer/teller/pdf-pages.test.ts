/** A paper that is closed or drawn anew while it is being drawn is no error; one that cannot be drawn is. */
import { beforeEach, expect, test, vi } from 'vitest';
import { openPdf, prepareReader, renewReader } from '../../../../renderer/teller/paper/pdf-pages.ts';

let pages: PromiseWithResolvers<never>[];
let readersMade: number;
let readersEnded: number;
let readerFails = false;

vi.mock('pdfjs-dist/legacy/build/pdf.mjs', () => ({
  GlobalWorkerOptions: {},
  PDFWorker: class {
    promise = readerFails ? Promise.reject(new Error('no worker')) : Promise.resolve();

    constructor() {
      readersMade += 1;
    }

    destroy(): void {
      readersEnded += 1;
    }
  },
  getDocument: () => ({
    promise: Promise.resolve({
      getPage: () => {
        const page = Promise.withResolvers<never>();
        pages.push(page);
        return page.promise;
      },
    }),
    // As pdf.js does: whatever is asked for fails.
    destroy: async () => pages.forEach(({ reject }) => reject(new Error('Transport destroyed'))),
  }),
}));
vi.mock('pdfjs-dist/legacy/build/pdf.worker.min.mjs?url', () => ({ default: 'worker.mjs' }));

beforeEach(() => {
  pages = [];
  readersMade = 0;
  readersEnded = 0;
  readerFails = false;
});

/** What is promised by now has come. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
}

const draw = (pdf: Awaited<ReturnType<typeof openPdf>>) => pdf.draw(1, {} as HTMLCanvasElement, 100, 100);

test('closed in the middle', async () => {
  const pdf = await openPdf(new Uint8Array());
  const drawn = draw(pdf);
  pdf.close();
  expect(await drawn).toBe(false);
});

test('overtaken in the middle', async () => {
  const pdf = await openPdf(new Uint8Array());
  const first = draw(pdf);
  void draw(pdf);
  pages[0]?.reject(new Error('cancelled'));
  expect(await first).toBe(false);
  pdf.close();
});

test('a page that cannot be had is said', async () => {
  const pdf = await openPdf(new Uint8Array());
  const drawn = draw(pdf);
  pages[0]?.reject(new Error('no such page'));
  await expect(drawn).rejects.toThrow('no such page');
  pdf.close();
});

test('a customer’s papers share a reader, which ends with the last of them once the customer has gone', async () => {
  const before = readersMade;
  prepareReader();
  const [first, second] = [await openPdf(new Uint8Array()), await openPdf(new Uint8Array())];
  renewReader();
  expect(readersMade).toBeGreaterThan(before);
  first.close();
  await settled();
  expect(readersEnded).toBe(0);
  second.close();
  await settled();
  expect(readersEnded).toBe(1);
  const ready = readersMade;
  renewReader();
  (await openPdf(new Uint8Array())).close();
  expect(readersMade).toBe(ready);
  renewReader();
  await settled();
  expect(readersEnded).toBe(2);
});

test('a reader that could not be made is made anew, and fails nobody meanwhile', async () => {
  readerFails = true;
  (await openPdf(new Uint8Array())).close();
  renewReader();
  await settled();
  readerFails = false;
  const before = readersMade;
  prepareReader();
  prepareReader();
  expect(readersMade).toBe(before + 1);
});
