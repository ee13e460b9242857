/** A paper that is closed or drawn anew while it is being drawn is no error; one that cannot be drawn is. */
import { beforeEach, expect, test, vi } from 'vitest';
import { openPdf } from '../../../../renderer/teller/paper/pdf-pages.ts';

let pages: PromiseWithResolvers<never>[];
let readersEnded: number;

vi.mock('pdfjs-dist/legacy/build/pdf.mjs', () => ({
  GlobalWorkerOptions: {},
  PDFWorker: class {
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
  readersEnded = 0;
});

const draw = (pdf: Awaited<ReturnType<typeof openPdf>>) => pdf.draw(1, {} as HTMLCanvasElement, 100, 100);

test('closed in the middle', async () => {
  const pdf = await openPdf(new Uint8Array());
  const drawn = draw(pdf);
  pdf.close();
  expect(await drawn).toBe(false);
  expect(readersEnded).toBe(1);
});

test('overtaken in the middle', async () => {
  const pdf = await openPdf(new Uint8Array());
  const first = draw(pdf);
  void draw(pdf);
  pages[0]?.reject(new Error('cancelled'));
  expect(await first).toBe(false);
});

test('a page that cannot be had is said', async () => {
  const pdf = await openPdf(new Uint8Array());
  const drawn = draw(pdf);
  pages[0]?.reject(new Error('no such page'));
  await expect(drawn).rejects.toThrow('no such page');
});
