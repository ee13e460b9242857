/**
 * Passkeys (WebAuthn level 3) by a library that checks every field of them. A challenge says itself to whom and until when it was given, under
 * the ledger's own tag, so that nothing is kept of those that nobody answers; one that was answered is answered once.
 */
import { randomBytes } from 'node:crypto';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { z } from 'zod';
import type { Instant } from '../../contract/kernel/dates.ts';
import { RefusalError } from '../../contract/kernel/errors.ts';
import { instantSchema } from '../../contract/kernel/value-schemas.ts';
import type { Input, Output } from '../../contract/verbs.ts';
import type { Reading, Writing } from '../books/books.ts';
import { officeToday, requireOffice } from '../office/office-rows.ts';
import type { Asked } from '../request/asked.ts';
import { findLoginByPasskey, isPasskeyTaken, useChallenge, type Credential, type LoginRow } from './online-rows.ts';

const LIFE_MS = 5 * 60_000;

const challengeSchema = z.object({
  nonce: z.string(),
  purpose: z.enum(['register', 'sign-in']),
  origin: z.string(),
  site: z.string(),
  expiresAt: instantSchema,
});
type Challenge = z.infer<typeof challengeSchema>;

/** Loaded with the first passkey: a ledger without the holders' door has no use for it. */
const library = () => import('@simplewebauthn/server');

/** What the browser is to sign. */
async function challenge(
  asked: Asked<'online.challenge'>,
  { purpose, origin, site }: Input<'online.challenge'>,
): Promise<Output<'online.challenge'>> {
  return asked.books.read(async (reading) => {
    const expiresAt = (reading.at + LIFE_MS) as Instant;
    const nonce = randomBytes(16).toString('base64url');
    const challengeId = signed(reading, { nonce, purpose, origin, site, expiresAt });
    const { name } = await requireOffice(reading);
    const { generateAuthenticationOptions, generateRegistrationOptions } = await library();
    const options =
      purpose === 'register'
        ? await generateRegistrationOptions({
            ...{ rpName: name, rpID: site, challenge: challengeId, attestationType: 'none', timeout: LIFE_MS },
            // Nothing of the holder goes into the authenticator: a passkey is named after the day it was made.
            userName: `医保卡 ${await officeToday(reading)}`,
            userID: new Uint8Array(randomBytes(32)),
            authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
          })
        : await generateAuthenticationOptions({
            ...{ rpID: site, challenge: challengeId, userVerification: 'required', timeout: LIFE_MS },
          });
    return { challengeId, options: JSON.stringify(options), expiresAt };
  });
}

function signed({ keys }: Reading, given: Challenge): string {
  const text = Buffer.from(JSON.stringify(given)).toString('base64url');
  return `${text}.${keys.blindIndex('challenge', text)}`;
}

/** Null for one that this ledger never gave, for another purpose, or that is over. */
function opened(reading: Reading, challengeId: string, purpose: Challenge['purpose']): Challenge | null {
  const [text = '', tag = ''] = challengeId.split('.');
  if (reading.keys.blindIndex('challenge', text) !== tag) return null;
  const read = challengeSchema.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  return read.success && read.data.purpose === purpose && read.data.expiresAt > reading.at ? read.data : null;
}

interface AnsweredChallenge {
  readonly challengeId: string;
  /** The authenticator's, as JSON text. */
  readonly answer: string;
}

/** Throws RefusalError PASSKEY_REFUSED. */
export async function newPasskey(writing: Writing, { challengeId, answer }: AnsweredChallenge): Promise<Credential> {
  const given = await taken(writing, challengeId, 'register');
  const response = parsed(registrationSchema, answer);
  const { verifyRegistrationResponse } = await library();
  const verified = await attempt(async () => verifyRegistrationResponse({ response, ...expected(challengeId, given) }));
  if (verified?.verified !== true) throw new RefusalError('PASSKEY_REFUSED');
  const { id, publicKey, counter } = verified.registrationInfo.credential;
  if (await isPasskeyTaken(writing, id)) throw new RefusalError('PASSKEY_REFUSED');
  return { kind: 'passkey', id, publicKey, signCount: counter };
}

/** Whose passkey it is, and its count of uses. Throws RefusalError PASSKEY_REFUSED. */
export async function provenByPasskey(
  writing: Writing,
  { challengeId, answer }: AnsweredChallenge,
): Promise<{ readonly login: LoginRow; readonly signCount: number }> {
  const given = await taken(writing, challengeId, 'sign-in');
  const response = parsed(assertionSchema, answer);
  const login = await findLoginByPasskey(writing, response.id);
  if (login?.credential.kind !== 'passkey') throw new RefusalError('PASSKEY_REFUSED');
  const { id, publicKey, signCount: counter } = login.credential;
  const credential = { id, publicKey: new Uint8Array(publicKey), counter };
  const { verifyAuthenticationResponse } = await library();
  const verified = await attempt(async () =>
    verifyAuthenticationResponse({ response, ...expected(challengeId, given), credential }),
  );
  if (verified?.verified !== true) throw new RefusalError('PASSKEY_REFUSED');
  return { login, signCount: verified.authenticationInfo.newCounter };
}

async function taken(writing: Writing, challengeId: string, purpose: Challenge['purpose']): Promise<Challenge> {
  const given = opened(writing, challengeId, purpose);
  if (given === null || !(await useChallenge(writing, given.nonce, given.expiresAt)))
    throw new RefusalError('PASSKEY_REFUSED');
  return given;
}

function expected(challengeId: string, { origin, site }: Challenge) {
  return {
    // As the browser hands it back: the bytes of our text.
    expectedChallenge: Buffer.from(challengeId).toString('base64url'),
    expectedOrigin: origin,
    expectedRPID: site,
    requireUserVerification: true,
  };
}

/** No more than that there is one: its fields are checked by the library, which throws at what it does not know. */
function isAnswer(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string';
}

const registrationSchema = z.custom<RegistrationResponseJSON>(isAnswer);
const assertionSchema = z.custom<AuthenticationResponseJSON>(isAnswer);

/** Throws RefusalError PASSKEY_REFUSED. */
function parsed<Answer>(schema: z.ZodType<Answer>, answer: string): Answer {
  try {
    return schema.parse(JSON.parse(answer));
  } catch {
    throw new RefusalError('PASSKEY_REFUSED');
  }
}

/** Whatever the library objects to is a passkey that is not accepted; what it was is nobody's business. */
async function attempt<T>(verify: () => Promise<T>): Promise<T | null> {
  try {
    return await verify();
  } catch {
    return null;
  }
}

export const passkeysHandlers = {
  'online.challenge': challenge,
};
