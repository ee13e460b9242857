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

/**
 * A reader that has read nothing: compiling one takes longer than anything it does. It reads one paper and ends with it, so
 * that nothing of a customer waits in it for the next one.
 */
let prepared: PDFWorker | null = null;

/** While nobody waits for it: the next paper finds a reader there. One that cannot be made is told of by that paper. */
export function prepareReader(): void {
  if (prepared !== null) return;
  const reader = new PDFWorker();
  prepared = reader;
  reader.promise.catch(() => {
    if (prepared === reader) prepared = null;
  });
}

function takeReader(): PDFWorker {
  const reader = prepared ?? new PDFWorker();
  prepared = null;
  return reader;
}

export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  const worker = takeReader();
  // The worker takes the bytes over, so it gets a copy.
  const loading = getDocument({ data: bytes.slice(), worker, useWasm: false, useSystemFonts: false });
  const pdf = await loading.promise.catch((error: unknown) => {
    worker.destroy();
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
        worker.destroy();
      });
    },
  };
}
