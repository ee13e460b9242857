/** A machine with the base fonts of an English system and no Chinese one. */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** One Latin family that comes with a package, so that every machine of the tests has the same. */
const latinOnly = join(dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json'))), 'standard_fonts');

/** Writes what `FONTCONFIG_FILE` must name. */
export function writeBaseFonts(folder: string): string {
  const file = join(folder, 'base-fonts.conf');
  const dirs = `<dir>${latinOnly}</dir><cachedir>${join(folder, 'font-cache')}</cachedir>`;
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${dirs}</fontconfig>\n`,
  );
  return file;
}
