/** A script of this folder in a process of its own, so that its memory and its time are nobody else's. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { z } from 'zod';

/** What the script prints, which is one JSON value. Throws when it fails. */
export async function childRun<T>(script: string, given: readonly string[], printed: z.ZodType<T>): Promise<T> {
  const child = spawn(process.execPath, [join(import.meta.dirname, script), ...given], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const said = await text(child.stdout);
  const code = await ended;
  if (code !== 0) throw new Error(`${script} ended with ${String(code)}`);
  return printed.parse(JSON.parse(said));
}
