/** The windows' pages, served from the built files under `app://counter/` and from nowhere else. */
import { protocol, type Session } from 'electron';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { pageFile } from './page-file.ts';

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

/** Scripts and styles of our own only. Previews are drawn from bytes, hence `blob:`; icons in styles are `data:`. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** @param programFolder holds the built windows and the packages that the program runs with. */
export function serveApp(session: Session, programFolder: string): void {
  const folders = {
    pages: join(programFolder, 'out', 'renderer'),
    faces: join(programFolder, 'node_modules', '@expo-google-fonts', 'noto-sans-sc'),
  };
  session.protocol.handle('app', async (request) => {
    const file = pageFile(request.url, folders);
    return file !== null && existsSync(file) ? page(file) : new Response('not found', { status: 404 });
  });
}

async function page(file: string): Promise<Response> {
  return new Response(await readFile(file), {
    headers: {
      'content-type': contentTypes[extname(file)] ?? 'application/octet-stream',
      'content-security-policy': contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
    },
  });
}
