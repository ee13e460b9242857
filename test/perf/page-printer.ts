/** A warm window of the program's own runtime, printing pages on request (electron-apps/print-page.cjs). */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { runtimeArguments } from '../../build/runtime-arguments.ts';
import type { Runtime } from '../../build/runtime-finder.ts';

const printedSchema = z.object({ ms: z.number(), bytes: z.number() });
export type PrintedPage = z.infer<typeof printedSchema>;

export class PagePrinter {
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess) {
    this.#child = child;
  }

  /** `place` is an empty folder for the runtime's own files. */
  static async open(runtime: Runtime, place: string): Promise<PagePrinter> {
    const child = spawn(
      runtime.executable,
      [
        ...runtimeArguments(),
        join(import.meta.dirname, 'electron-apps', 'print-page.cjs'),
        `--user-data-dir=${place}/profile`,
      ],
      { stdio: ['ignore', 'ignore', 'ignore', 'ipc'], env: { ...process.env, FONTCONFIG_FILE: ourFonts(place) } },
    );
    const printer = new PagePrinter(child);
    await printer.#answer();
    return printer;
  }

  /** Loading and printing together. */
  async print(address: string): Promise<PrintedPage> {
    this.#child.send(address);
    return printedSchema.parse(await this.#answer());
  }

  async close(): Promise<void> {
    const ended = once(this.#child, 'exit');
    this.#child.disconnect();
    await ended;
  }

  async #answer(): Promise<unknown> {
    const heard = new AbortController();
    const { signal } = heard;
    const ended = once(this.#child, 'exit', { signal }).then(([code]) => {
      throw new Error(`the window ended with ${String(code)}`);
    });
    try {
      const [message]: unknown[] = await Promise.race([once(this.#child, 'message', { signal }), ended]);
      return message;
    } finally {
      heard.abort();
    }
  }
}

/** The face of our documents among the system's fonts: a browser has it as ready as any other. */
function ourFonts(place: string): string {
  const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json'));
  const file = join(place, 'fonts.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${fonts}</dir>
<cachedir>${place}/font-cache</cachedir><include ignore_missing="yes">/etc/fonts/fonts.conf</include></fontconfig>\n`,
  );
  return file;
}
