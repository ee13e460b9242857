/** The faces the windows draw with: what the bundler does so that they are there, at once, and nothing else draws. */
import type { Plugin } from 'vite';
import { missingCharacterFace } from './missing-character-face.ts';

/** The slices that the first screen needs in either language; the pages name them ahead of their styles. */
const firstSlices = ['latin', '119', '118', '117', '116', '115'];

/** Small slices stay files as well: the pages' policy lets no face in that is written into a style. */
export function noInlineFaces(file: string): boolean | undefined {
  return file.endsWith('.woff2') ? false : undefined;
}

export function screenFaces(): Plugin {
  return {
    name: 'screen-faces',
    enforce: 'pre',
    // Until a slice is there its text is not drawn, rather than drawn with another face and moved afterwards.
    transform: (code, id) =>
      id.includes('@fontsource-variable') ? code.replaceAll('font-display: swap', 'font-display: block') : null,
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'assets/missing-character.ttf', source: missingCharacterFace() });
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
          injectTo: 'head-prepend',
        })),
    },
  };
}

type Bundle = Parameters<Extract<Plugin['transformIndexHtml'], (...all: never[]) => unknown>>[1]['bundle'];

/** Throws when the package has no such slice any more. */
function sliceFile(bundle: Bundle, slice: string): string {
  const name = `noto-sans-sc-${slice}-wght-normal.woff2`;
  const found = Object.values(bundle ?? {}).find((file) => file.type === 'asset' && file.names.includes(name));
  if (!found) throw new Error(`The font package has no slice ${name}.`);
  return found.fileName;
}
