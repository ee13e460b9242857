/** Looks for a few digits in anything: as text in every width, spaced or listed, as numbers, and inside PDF files. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** In which forms the digits stand in these bytes; none is what a secret wants. */
export function formsIn(bytes: Buffer, digits: string): readonly string[] {
  const found = [...byteForms(digits)].filter(([, form]) => bytes.includes(form)).map(([name]) => name);
  return listed(digits).test(bytes.toString('latin1')) ? [...found, 'listed'] : found;
}

function byteForms(digits: string): ReadonlyMap<string, Buffer> {
  const utf16 = Buffer.from(digits, 'utf16le');
  const numbers = Array.from(digits, Number);
  return new Map([
    ['UTF-8', Buffer.from(digits)],
    ['UTF-16LE', utf16],
    ['UTF-16BE', Buffer.from(utf16).swap16()],
    ['bytes', Buffer.from(numbers)],
    ['32-bit numbers', Buffer.from(Int32Array.from(numbers).buffer)],
    ['64-bit numbers', Buffer.from(Float64Array.from(numbers).buffer)],
    ['base64', Buffer.from(Buffer.from(digits).toString('base64').replace(/=+$/, ''))],
    ['hexadecimal', Buffer.from(Buffer.from(digits).toString('hex'))],
  ]);
}

/** `[1,2,3]`, `1, 2, 3`, `["1", "2", "3"]`, `1 2 3`, each on a line of its own: anything but digits and letters between. */
function listed(digits: string): RegExp {
  return new RegExp(`(?<!\\d)${Array.from(digits).join('[\\s,;"\']{1,12}')}(?!\\d)`);
}

/** Where each of the secrets was found, as `place: form`; PDF files are read as their words, too. */
export class SecretSearch {
  readonly #secrets: readonly string[];
  readonly #found = new Map<string, string[]>();
  readonly #places: string[] = [];

  constructor(secrets: readonly string[]) {
    this.#secrets = secrets;
    for (const secret of secrets) this.#found.set(secret, []);
  }

  /** Never the secret itself, which would then stand in the report of a failed test. */
  found(secret: string): readonly string[] {
    return this.#found.get(secret) ?? [];
  }

  get places(): readonly string[] {
    return this.#places;
  }

  bytes(place: string, bytes: Buffer): void {
    this.#places.push(place);
    for (const secret of this.#secrets) {
      const finds = formsIn(bytes, secret).map((form) => `${place}: ${form}`);
      this.#found.get(secret)?.push(...finds);
    }
  }

  text(place: string, text: string): void {
    this.bytes(place, Buffer.from(text));
  }

  /** Every file below the folder. */
  folder(place: string, folder: string): void {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) this.folder(`${place}/${entry.name}`, path);
      else if (entry.isFile()) this.#file(`${place}/${entry.name}`, path);
    }
  }

  #file(place: string, path: string): void {
    const bytes = readFileSync(path);
    this.bytes(place, bytes);
    if (bytes.subarray(0, 5).toString('latin1') !== '%PDF-') return;
    this.text(`words of ${place}`, execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }));
  }
}
