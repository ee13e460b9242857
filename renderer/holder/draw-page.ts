/** Draws a page whole, on the server: it needs no script to be read, filled in or sent (docs/server.md 8). */
import { createSSRApp } from 'vue';
import { renderToString } from 'vue/server-renderer';
import type { DrawPage } from '../../electron/contract/online/holder-pages.ts';
import { drawingKey } from './frame.ts';
import HolderDocument from './HolderDocument.vue';

export const drawPage: DrawPage = async (page, frame, files) => {
  const document = createSSRApp(HolderDocument, { page }).provide(drawingKey, { ...frame, files });
  return `<!doctype html>\n${await renderToString(document)}`;
};
