/** Opens the holders' door of an office server, and keeps its certificate from running out. */
import type { OfficeAuthority } from '../identity/office-authority.ts';
import { ServerCertificate } from '../identity/server-certificate.ts';
import type { Note } from '../server-log.ts';
import { builtPages } from './built-pages.ts';
import type { HolderLedger } from './holder-asking.ts';
import { givenCertificate, ownCertificate, type WebCertificate } from './web-certificate.ts';
import type { Phone } from './visitor.ts';
import { WebDoor } from './web-door.ts';
import type { WebOptions } from './web-options.ts';

export interface WebPlace {
  readonly web: WebOptions;
  readonly ledger: HolderLedger;
  /** Of the demo office. */
  readonly phone: Phone | null;
  readonly authority: OfficeAuthority;
  /** The id of the office. */
  readonly office: string;
  /** By which a browser may ask for this computer where no certificate is given. */
  readonly names: () => readonly string[];
  readonly note: Note;
  readonly lookEveryMs: number;
}

/** Throws RefusalError ADDRESS_UNUSABLE, KEY_WRONG and for what the disk does. */
export async function openWeb(place: WebPlace): Promise<WebDoor> {
  const { web, ledger, phone, note, lookEveryMs } = place;
  const certificate = await certificateOf(place);
  const { identity } = certificate;
  const { host, port } = web;
  const door = await WebDoor.open({
    ...{ host, port, identity, ledger, note, now: Date.now },
    ...(phone === null ? {} : { phone }),
    pages: await builtPages(),
  });
  const look = async (): Promise<void> => {
    const renewed = await certificate.look();
    if (renewed !== null) door.show(renewed);
  };
  setInterval(() => void look(), lookEveryMs).unref();
  return door;
}

async function certificateOf({ web, authority, office, names }: WebPlace): Promise<WebCertificate> {
  if (web.given !== null) return givenCertificate(web.given);
  return ownCertificate(await ServerCertificate.of({ authority, office, names, now: Date.now }));
}
