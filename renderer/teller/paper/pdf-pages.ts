/**
 * pdf.js for the preview. The legacy build: it carries what Chromium 114 lacks. Its worker is a file of ours, and nothing
 * is evaluated.
 */
import { getDocument, GlobalWorkerOptions, PDFWorker, type RenderTask } from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = workerUrl;

export interface OpenPdf {
  /** Draws a page as large as fits; false when a later drawing overtook it, or the paper was closed meanwhile. */
  draw(page: number, canvas: HTMLCanvasElement, width: number, height: number): Promise<boolean>;
  close(): void;
}

/** Reads the papers of one customer. Making it takes longer than anything it does. */
class Reader {
  readonly worker = new PDFWorker();
  hasRead = false;
  #open = 0;
  #isLeaving = false;

  opens(): void {
    this.hasRead = true;
    this.#open += 1;
  }

  closes(): void {
    this.#open -= 1;
    if (this.#isLeaving && this.#open === 0) this.worker.destroy();
  }

  /** Ends once the last of its papers is closed. */
  leave(): void {
    this.#isLeaving = true;
    if (this.#open === 0) this.worker.destroy();
  }
}

let reader: Reader | null = null;

/** While nobody waits for it: the first paper finds it there. One that cannot be made is told of by that paper. */
export function prepareReader(): void {
  if (reader !== null) return;
  const made = new Reader();
  reader = made;
  made.worker.promise.catch(() => {
    if (reader === made) reader = null;
  });
}

/** The customer has gone: what has read their papers goes too, and another one is made ready. */
export function renewReader(): void {
  if (reader?.hasRead !== true) return;
  reader.leave();
  reader = null;
  prepareReader();
}

function takeReader(): Reader {
  const taken = reader ?? new Reader();
  reader = taken;
  taken.opens();
  return taken;
}

export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  const taken = takeReader();
  // The worker takes the bytes over, so it gets a copy.
  const loading = getDocument({ data: bytes.slice(), worker: taken.worker, useWasm: false, useSystemFonts: false });
  const pdf = await loading.promise.catch((error: unknown) => {
    taken.closes();
    throw error;
  });
  let running: RenderTask | null = null;
  let latest = 0;
  return {
    async draw(number, canvas, width, height) {
      const mine = ++latest;
      running?.cancel();
      try {
        const page = await pdf.getPage(number);
        if (mine !== latest) return false;
        const paper = page.getViewport({ scale: 1 });
        const scale = Math.min(width / paper.width, height / paper.height);
        const sharpness = window.devicePixelRatio;
        const viewport = page.getViewport({ scale: scale * sharpness });
        const target = canvas;
        target.width = Math.floor(viewport.width);
        target.height = Math.floor(viewport.height);
        target.style.width = `${Math.floor(viewport.width / sharpness)}px`;
        running = page.render({ canvas, viewport });
        await running.promise;
        return true;
      } catch (error) {
        // What is cancelled or closed in the middle fails, each in its own way.
        if (mine !== latest) return false;
        throw error;
      }
    },
    close() {
      latest += 1;
      void loading.destroy().finally(() => {
        taken.closes();
      });
    },
  };
}
