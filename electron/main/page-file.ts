/** Which file an address of the windows' pages stands for. */
import { join, sep } from 'node:path';

/** Null for anything outside the folder of the pages. Throws URIError on an address with broken escapes. */
export function pageFile(address: string, pages: string): string | null {
  const { host, pathname } = new URL(address);
  if (host !== 'counter') return null;
  const file = join(pages, decodeURIComponent(pathname));
  return file.startsWith(pages + sep) ? file : null;
}
