/** Lets what the windows fetch as they go come late, to find what only holds where the machine is quick. */
import type { Plugin } from 'vite';

const FETCHED = /\bimport\((['"][^'"]+['"])\)/g;

/** @param ms by how many milliseconds each part of the windows is late. */
export function lateImports(ms: number): Plugin {
  return {
    name: 'late-imports',
    enforce: 'pre',
    transform(code, id) {
      if (!id.includes('/renderer/')) return null;
      return code.replaceAll(FETCHED, `(new Promise((goOn) => setTimeout(goOn, ${ms})).then(() => import($1)))`);
    },
  };
}
