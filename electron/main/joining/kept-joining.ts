/**
 * What this computer keeps as a counter of an office server: where the server is, who its office is, and the certificate. The key is
 * with the other keys, under an id of its own that this names. All of it is written whole, and a key lies on the disk before anybody
 * is asked to certify it: after a crash the joining is as before or as after (docs/server.md 4).
 */
import { randomUUID, X509Certificate } from 'node:crypto';
import { z } from 'zod';
import { counterKindSchema } from '../../contract/administration/counter-verbs.ts';
import { RefusalError } from '../../contract/kernel/errors.ts';
import { parseServerAddress } from '../../contract/administration/server-address.ts';
import { readJoiningFile, removeJoiningFile, writeJoiningFile } from '../../disk/joining-files.ts';
import type { CounterIdentity } from '../ledger-link/network-transport.ts';
import type { KeyKeeping } from '../office/key-keeping.ts';
import { certificateRequest, newCounterKey, pemOfKey } from './counter-key.ts';

const certificateSchema = z.string().refine(isCertificate);
const certifiedSchema = z.object({ keyId: z.uuid(), certificate: certificateSchema });
export type Certified = z.infer<typeof certifiedSchema>;

const joiningSchema = z.object({
  address: z.string().refine((text) => parseServerAddress(text) !== null),
  authority: certificateSchema,
  number: z.string(),
  kind: counterKindSchema,
  officeCode: z.string(),
  officeName: z.string(),
  current: certifiedSchema,
  /** Renewed, and not used yet: the server takes the one before until then. */
  next: certifiedSchema.nullable(),
});
export type Joining = z.infer<typeof joiningSchema>;

const askedSchema = z.object({ keyId: z.uuid(), csr: z.string() });

/** A key of this computer, and the request over it. */
export interface OwnRequest {
  readonly keyId: string;
  readonly csr: Uint8Array<ArrayBuffer>;
}

export class KeptJoining {
  readonly #folder: string;
  readonly #keys: KeyKeeping;

  constructor(folder: string, keys: KeyKeeping) {
    this.#folder = folder;
    this.#keys = keys;
  }

  /** Null where this computer has not joined. Throws RefusalError JOINING_DAMAGED, or for what the disk does. */
  read(): Joining | null {
    const text = readJoiningFile(this.#folder, 'joined');
    if (text === null) return null;
    const joining = joiningSchema.safeParse(parsed(text));
    if (!joining.success) throw new RefusalError('JOINING_DAMAGED');
    return joining.data;
  }

  write(joining: Joining): void {
    writeJoiningFile(this.#folder, 'joined', `${JSON.stringify(joining, null, 2)}\n`);
  }

  /** Throws RefusalError JOINING_DAMAGED where the key is gone, another user's, or not that of the certificate. */
  identity({ authority }: Joining, { keyId, certificate }: Certified): CounterIdentity & { readonly weak: boolean } {
    try {
      const { key: bytes, weak } = this.#keys.find('counter', keyId);
      const key = pemOfKey(bytes);
      bytes.fill(0);
      return { key, certificate, authority, weak };
    } catch (error) {
      throw new RefusalError('JOINING_DAMAGED', { system: error instanceof RefusalError ? error.refusal.code : 'key' });
    }
  }

  /**
   * The request of this computer, the same one until it is answered: a server that has answered it gives the same answer again.
   * Throws RefusalError for what the disk does.
   */
  request(): OwnRequest {
    const asked = this.#readAsked();
    if (asked !== null && this.#keys.has('counter', asked.keyId)) return asked;
    const [keyId, key] = [randomUUID(), newCounterKey()];
    this.#keys.keep('counter', keyId, key).key.fill(0);
    const csr = certificateRequest(key);
    key.fill(0);
    const text = JSON.stringify({ keyId, csr: Buffer.from(csr).toString('base64') });
    writeJoiningFile(this.#folder, 'asked', `${text}\n`);
    return { keyId, csr };
  }

  /** What it was asked for is kept now, or is not wanted any more: then its key goes too. */
  endRequest(): void {
    const asked = this.#readAsked();
    const joining = this.read();
    if (asked !== null && ![joining?.current.keyId, joining?.next?.keyId].includes(asked.keyId))
      this.#keys.discard('counter', asked.keyId);
    removeJoiningFile(this.#folder, 'asked');
  }

  /** The renewed certificate has been used: it is the only one from now on. */
  promote(joining: Joining, next: Certified): Joining {
    const promoted = { ...joining, current: next, next: null };
    this.write(promoted);
    this.#keys.discard('counter', joining.current.keyId);
    return promoted;
  }

  /** The server does not know it: the one before serves on, and is renewed again. */
  dropRenewed(joining: Joining, next: Certified): Joining {
    const dropped = { ...joining, next: null };
    this.write(dropped);
    this.#keys.discard('counter', next.keyId);
    return dropped;
  }

  /** Everything that made this computer a counter, damaged or not. The joining goes first: a key alone is of no use. */
  forget(): void {
    const ids = keyIds(readJoiningFile(this.#folder, 'joined'));
    const asked = this.#readAsked();
    removeJoiningFile(this.#folder, 'joined');
    removeJoiningFile(this.#folder, 'asked');
    for (const id of [...ids, ...(asked === null ? [] : [asked.keyId])]) this.#keys.discard('counter', id);
  }

  #readAsked(): OwnRequest | null {
    const text = readJoiningFile(this.#folder, 'asked');
    const asked = text === null ? null : askedSchema.safeParse(parsed(text));
    if (!asked?.success) return null;
    return { keyId: asked.data.keyId, csr: Uint8Array.from(Buffer.from(asked.data.csr, 'base64')) };
  }
}

/** Also of a file that is no whole joining any more. */
function keyIds(text: string | null): string[] {
  const named = z.object({ keyId: z.uuid() });
  const found = z.object({ current: named, next: named.nullable() }).safeParse(parsed(text ?? ''));
  if (!found.success) return [];
  const { current, next } = found.data;
  return [current.keyId, ...(next === null ? [] : [next.keyId])];
}

function isCertificate(text: string): boolean {
  try {
    return new X509Certificate(text).validTo !== '';
  } catch {
    return false;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
