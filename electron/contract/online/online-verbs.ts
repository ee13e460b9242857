/**
 * What a holder may ask through their own door (docs/rules.md 7). Nobody here is a clerk: before a session a person is known by
 * what is on file and a code to their phone, and whoever is unknown is answered as everybody else.
 */
import { z } from 'zod';
import { pageNumber, pageOf } from '../kernel/paging.ts';
import { bytesSchema } from '../office/office-views.ts';
import { define, nothing, operationId, visitId } from '../kernel/verb-definition.ts';
import { clerkAsks, clerkDoes, recorded, refusalsRecorded, unrecorded } from '../kernel/verb-policy.ts';
import { languageSchema } from '../kernel/vocabulary.ts';
import { instantSchema } from '../kernel/value-schemas.ts';
import {
  codePurposeSchema,
  officeShownSchema,
  onlineEntrySchema,
  onlineLossSchema,
  onlineSessionSchema,
  onlineStandingSchema,
  onlineTotalsSchema,
} from './online-views.ts';

const lossNumber = z.string().trim().min(1).max(120);
const idNumber = z.string().min(1).max(60);
const code = z.string().trim().min(1).max(20);
const codeId = z.string().min(1).max(64);
/** As a WebAuthn authenticator answers, as JSON text; the ledger checks it whole. */
const passkeyAnswer = z.string().min(2).max(20_000);
/** The challenge itself: it says to whom and until when it was given, under the ledger's own tag. */
const challengeId = z.string().min(1).max(1_000);

/** As the person types it; all three must be the ones on file. */
const personSchema = z.object({
  idNumber,
  name: z.string().trim().min(1).max(100),
  phone: z.string().trim().min(1).max(40),
});

const newLoginSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('password'), password: z.string().min(1).max(200) }),
  z.object({ kind: z.literal('passkey'), challengeId, answer: passkeyAnswer }),
]);

const signInSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('password'), idNumber, password: z.string().min(1).max(200) }),
  z.object({ kind: z.literal('passkey'), challengeId, answer: passkeyAnswer }),
]);

const beforeSignIn = {
  kind: 'command',
  owner: 'ledger',
  doors: ['web'],
  actor: 'nobody',
  office: 'open',
  session: 'none',
  visit: 'none',
  once: 'none',
  second: 'never',
} as const;

/** Asked by the holder, signed in or known by a code for this very matter. */
const holderAsks = {
  ...beforeSignIn,
  kind: 'query',
  actor: 'online holder',
  session: 'holder known',
  record: unrecorded('a question'),
} as const;

const holderDoes = { ...beforeSignIn, actor: 'online holder', session: 'holder signed in' } as const;

export const onlineVerbs = {
  /**
   * Sends a code to the phone on file where the person agrees with it, and answers the same in the same time where not.
   * `cardEnd` are the card's last four digits, asked for at registration; `number` the report to be followed up.
   */
  'online.sendCode': define({
    ...beforeSignIn,
    record: recorded('online.sendCode'),
    input: z.object({
      purpose: codePurposeSchema,
      person: personSchema,
      cardEnd: z.string().trim().max(10).nullable(),
      number: lossNumber.nullable(),
      language: languageSchema,
    }),
    output: z.object({ codeId, expiresAt: instantSchema }),
  }),
  /** The code opens a session for its one matter; a `register` code opens none and is used by `online.register`. */
  'online.enter': define({
    ...beforeSignIn,
    record: recorded('online.enter'),
    input: z.object({ codeId, code }),
    output: onlineSessionSchema,
  }),
  /** What a passkey is to sign; `origin` and `site` are those of the door, which says them itself. */
  'online.challenge': define({
    ...beforeSignIn,
    record: unrecorded('nothing is known yet of who asks'),
    input: z.object({ purpose: z.enum(['register', 'sign-in']), origin: z.url(), site: z.string().min(1).max(253) }),
    output: z.object({ challengeId, options: z.string(), expiresAt: instantSchema }),
  }),
  /** One login a holder: registering anew ends the old one and tells the phone on file. Signs in. */
  'online.register': define({
    ...beforeSignIn,
    record: recorded('online.register'),
    input: z.object({ codeId, code, login: newLoginSchema, language: languageSchema }),
    output: onlineSessionSchema,
  }),
  'online.signIn': define({
    ...beforeSignIn,
    record: recorded('online.signIn'),
    input: z.object({ proof: signInSchema }),
    output: onlineSessionSchema,
  }),
  /** Whose pages these are and whom to call, for everybody. */
  'online.office': define({
    ...beforeSignIn,
    kind: 'query',
    record: unrecorded('a question'),
    input: nothing,
    output: officeShownSchema,
  }),
  'online.session': define({
    ...holderAsks,
    session: 'none',
    actor: 'nobody',
    input: nothing,
    output: onlineSessionSchema.nullable(),
  }),
  'online.signOut': define({
    ...holderDoes,
    session: 'holder known',
    record: recorded('online.signOut'),
    input: nothing,
    output: nothing,
  }),
  'online.standing': define({
    ...holderAsks,
    session: 'holder signed in',
    input: nothing,
    output: onlineStandingSchema,
  }),
  /** Of the last twelve months, newest first. */
  'online.entries': define({
    ...holderAsks,
    session: 'holder signed in',
    input: z.object({ page: pageNumber }),
    output: pageOf(onlineEntrySchema),
  }),
  /** Of the last calendar year. */
  'online.totals': define({
    ...holderAsks,
    session: 'holder signed in',
    input: nothing,
    output: onlineTotalsSchema,
  }),
  /** An oral report of the card, in a session of a login or of a code for it. */
  'online.report': define({
    ...holderDoes,
    session: 'holder known',
    once: 'kept, and judged again',
    record: recorded('loss.report', 'loss.supersede'),
    input: z.object({ operationId }),
    output: onlineLossSchema,
  }),
  /** One's own report by its number: of a login any of theirs, of a code the one it was sent for. */
  'online.progress': define({
    ...holderAsks,
    kind: 'command',
    record: refusalsRecorded('a question; a wrong number may be a guess, and counts'),
    input: z.object({ number: lossNumber }),
    output: onlineLossSchema,
  }),
  /** The report's number with QR code and verification code, to keep: no loss form, which is signed at the counter. */
  'online.voucher': define({
    ...holderDoes,
    session: 'holder known',
    record: recorded('online.voucher'),
    input: z.object({ number: lossNumber, language: languageSchema }),
    output: z.object({ pdf: bytesSchema, fileName: z.string(), verificationCode: z.string() }),
  }),
  /** Made by mistake: within thirty minutes, from the same signed-in session that made it (docs/rules.md 7). */
  'online.withdraw': define({
    ...holderDoes,
    once: 'kept',
    record: recorded('loss.takeBack', 'loss.reinstate'),
    input: z.object({ operationId, number: lossNumber }),
    output: onlineLossSchema,
  }),
  /** Another way to sign in in place of the present one, which proves the holder once more. */
  'online.changeLogin': define({
    ...holderDoes,
    record: recorded('online.changeLogin'),
    input: z.object({ proof: signInSchema, login: newLoginSchema, language: languageSchema }),
    output: onlineSessionSchema,
  }),
  /** Every other sign-in of the holder's ends; the asking one goes on. */
  'online.endOthers': define({
    ...holderDoes,
    record: recorded('online.endOthers'),
    input: nothing,
    output: nothing,
  }),
  /** At the counter, in the holder's visit: which login there is, and when it was used. */
  'online.login': define({
    ...clerkAsks,
    visit: 'holder',
    input: z.object({ visitId }),
    output: z
      .object({
        kind: z.enum(['passkey', 'password']),
        registeredAt: instantSchema,
        lastUsedAt: instantSchema.nullable(),
        /** The door is shut after five failures; null while it is open. */
        lockedUntil: instantSchema.nullable(),
        openSessions: z.number().int(),
      })
      .nullable(),
  }),
  /** The holder asks at the counter that nobody signs in by it any more; every session of it ends, and the phone is told. */
  'online.endLogin': define({
    ...clerkDoes,
    visit: 'holder',
    once: 'kept',
    second: 'never',
    record: recorded('online.endLogin'),
    input: z.object({ operationId, visitId }),
    output: nothing,
  }),
} as const;
