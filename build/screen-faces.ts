/** The faces the windows draw with: what the bundler does so that they are there, at once, and nothing else draws. */
import { createReadStream, existsSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { missingCharacterFace } from './missing-character-face.ts';

const projectDir = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * The slices that the first screen needs in either language. The pages name them themselves, as their styles come too late for that, and after
 * their scripts, which take longest and are answered in the order in which they are asked for.
 */
const firstSlices = ['latin', '119', '118', '117', '116', '115'];
const boxFile = 'assets/missing-character.ttf';
/** Where the program itself serves pages from (electron/main/windows/app-protocol.ts). */
const programPages = 'app://counter/';

/** Small slices stay files as well: the pages' policy lets no face in that is written into a style. */
export function noInlineFaces(file: string): boolean | undefined {
  return file.endsWith('.woff2') ? false : undefined;
}

/** For the program's own pages. */
export function screenFaces(): Plugin {
  return {
    name: 'screen-faces',
    enforce: 'pre',
    transform: (code, id) => drawnAtOnce(code, id),
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: boxFile, source: missingCharacterFace() });
    },
    transformIndexHtml: {
      order: 'post',
      handler: (_page, { bundle }) =>
        firstSlices.map((slice) => ({
          tag: 'link',
          attrs: {
            rel: 'preload',
            as: 'font',
            type: 'font/woff2',
            crossorigin: '',
            href: `/${sliceFile(bundle, slice)}`,
          },
          injectTo: 'head',
        })),
    },
  };
}

/** For pages that a development server shows in a browser: it serves what the program would. */
export function servedFaces(): Plugin {
  return {
    name: 'served-faces',
    enforce: 'pre',
    transform: (code, id) => (id.endsWith('/faces.css') ? code.replaceAll(programPages, '/') : drawnAtOnce(code, id)),
    configureServer(server) {
      server.middlewares.use(`/${boxFile}`, (_request, response) => {
        response.setHeader('content-type', 'font/ttf').end(missingCharacterFace());
      });
      server.middlewares.use('/faces', (request, response) => sendFace(request.url ?? '', response));
    },
  };
}

/** Until a slice is there its text is not drawn, rather than drawn with another face and moved afterwards. */
function drawnAtOnce(code: string, id: string): string | null {
  return id.includes('@fontsource-variable') ? code.replaceAll('font-display: swap', 'font-display: block') : null;
}

function sendFace(path: string, response: ServerResponse): void {
  const file = join(projectDir, 'node_modules', '@expo-google-fonts', 'noto-sans-sc', normalize(`/${path}`));
  if (!existsSync(file)) {
    response.writeHead(404).end();
    return;
  }
  response.setHeader('content-type', 'font/ttf');
  createReadStream(file).pipe(response);
}

type Bundle = Parameters<Extract<Plugin['transformIndexHtml'], (...all: never[]) => unknown>>[1]['bundle'];

/** Throws when the package has no such slice any more. */
function sliceFile(bundle: Bundle, slice: string): string {
  const name = `noto-sans-sc-${slice}-wght-normal.woff2`;
  const found = Object.values(bundle ?? {}).find((file) => file.type === 'asset' && file.names.includes(name));
  if (!found) throw new Error(`The font package has no slice ${name}.`);
  return found.fileName;
}
