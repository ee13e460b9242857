/** Which file an address of the windows' pages stands for. */
import { extname, join, sep } from 'node:path';

/** Where the windows' files lie, as absolute paths. */
export interface PageFolders {
  /** The built windows. */
  readonly pages: string;
  /** The whole faces that papers and windows share; the windows address them under `/faces/`. */
  readonly faces: string;
}

const facesPath = '/faces/';

/** Null for anything outside the two folders. Throws URIError on an address with broken escapes. */
export function pageFile(address: string, { pages, faces }: PageFolders): string | null {
  const { host, pathname } = new URL(address);
  if (host !== 'counter') return null;
  const path = decodeURIComponent(pathname);
  if (!path.startsWith(facesPath)) return below(pages, path);
  const face = below(faces, path.slice(facesPath.length));
  return face !== null && extname(face) === '.ttf' ? face : null;
}

function below(folder: string, path: string): string | null {
  const file = join(folder, path);
  return file.startsWith(folder + sep) ? file : null;
}
