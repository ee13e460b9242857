/** `--telephone sip:HOST:PORT` or `--telephone agi:HOST:PORT` (docs/formats.md 6). */

export interface TelephonePlace {
  readonly by: 'sip' | 'agi';
  readonly host: string;
  readonly port: number;
}

/** Null for what is none of the two. */
export function telephonePlace(text: string): TelephonePlace | null {
  const [, by, bracketed, plain, digits] = /^(sip|agi):(?:\[([0-9a-f:.]+)\]|([^:[\]]+)):(\d{1,5})$/i.exec(text) ?? [];
  const host = bracketed ?? plain;
  const port = Number(digits);
  if (by === undefined || host === undefined || port > 65_535) return null;
  return { by: by.toLowerCase() === 'sip' ? 'sip' : 'agi', host, port };
}
