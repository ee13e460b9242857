/**
 * What the telephone's menu may ask for a caller (docs/rules.md 8). The door is a line: it keys in digits and plays what it is told.
 * A call is a session of its own, from the first proof to the hang-up.
 */
import { z } from 'zod';
import { bytesSchema } from '../office/office-views.ts';
import { define, nothing, operationId } from '../kernel/verb-definition.ts';
import { recorded, unrecorded } from '../kernel/verb-policy.ts';
import { entryKindSchema, languageSchema, lossStatusSchema, weakPinSchema } from '../kernel/vocabulary.ts';
import { businessDateSchema, fenSchema } from '../kernel/value-schemas.ts';

/** As keyed: digits, `*` stands for X. */
const keyedIdNumber = z.string().min(1).max(60);
const keyed = z.string().max(40);
/** Digits of a password as bytes, which the ledger overwrites once they are judged. */
const secretDigits = bytesSchema;

const lineAsks = {
  kind: 'query',
  owner: 'ledger',
  doors: ['telephone'],
  actor: 'line',
  office: 'open',
  session: 'caller proven',
  visit: 'none',
  once: 'none',
  second: 'never',
  record: unrecorded('a question'),
} as const;
const lineDoes = { ...lineAsks, kind: 'command' } as const;

const reported = z.object({
  number: z.string(),
  /** It ends at 24:00 of that day unless it is confirmed at the counter. */
  lapsesOn: businessDateSchema,
});

export const telephoneVerbs = {
  /** ID number and telephone password prove the caller; a right one opens the call's session. */
  'telephone.prove': define({
    ...lineDoes,
    session: 'none',
    record: recorded('telephone.prove', 'pin.telephoneTry', 'pin.telephoneRight'),
    input: z.object({ idNumber: keyedIdNumber, password: secretDigits }),
    output: z.object({
      /** The call comes from the phone on file. */
      fromPhoneOnFile: z.boolean(),
      /** Setting `telephonePinChange`: whether the menu offers 5. */
      mayChangePin: z.boolean(),
    }),
  }),
  'telephone.balance': define({
    ...lineDoes,
    record: recorded('telephone.balance'),
    input: nothing,
    output: z.object({ balanceFen: fenSchema, businessDate: businessDateSchema }),
  }),
  /** The last five, newest first. */
  'telephone.entries': define({
    ...lineDoes,
    record: recorded('telephone.entries'),
    input: nothing,
    output: z
      .array(z.object({ date: businessDateSchema, kind: entryKindSchema, amountFen: fenSchema, balanceFen: fenSchema }))
      .max(5),
  }),
  /** Of a caller who is proven. */
  'telephone.report': define({
    ...lineDoes,
    once: 'kept, and judged again',
    record: recorded('loss.report', 'loss.supersede', 'telephone.caller'),
    input: z.object({ operationId }),
    output: reported,
  }),
  /** Of somebody who has no telephone password: ID number and phone on file; nothing but the number is told. */
  'telephone.reportUnproven': define({
    ...lineDoes,
    session: 'none',
    once: 'kept, and judged again',
    record: recorded('loss.report', 'loss.supersede', 'telephone.caller'),
    input: z.object({ operationId, idNumber: keyedIdNumber, phone: keyed }),
    output: reported,
  }),
  /** The reports of the caller's account, newest first, at most three: a number cannot be keyed whole, it holds a letter. */
  'telephone.progress': define({
    ...lineDoes,
    record: recorded('telephone.progress'),
    input: nothing,
    output: z
      .array(
        z.object({
          number: z.string(),
          status: lossStatusSchema,
          lapsesOn: businessDateSchema.nullable(),
          reissueFrom: businessDateSchema.nullable(),
        }),
      )
      .max(3),
  }),
  /**
   * The old PIN, then the new one twice; the same rules, tries and lock as at the counter. What was wrong with the digits is an
   * answer, as at the customer's window. Setting `telephonePinChange`.
   */
  'telephone.changePin': define({
    ...lineDoes,
    record: recorded('pin.change', 'pin.try', 'pin.prove', 'pin.wrong', 'pin.lock'),
    input: z.object({ old: secretDigits, new: secretDigits, repeated: secretDigits }),
    output: z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('changed') }),
      z.object({ outcome: z.literal('wrong'), triesLeft: z.number().int() }),
      z.object({ outcome: z.literal('locked') }),
      z.object({ outcome: z.literal('different') }),
      z.object({ outcome: z.literal('weak'), rule: weakPinSchema }),
    ]),
  }),
  /** The number just reported, or asked after, to the phone on file. */
  'telephone.sendNumber': define({
    ...lineDoes,
    session: 'none',
    once: 'none',
    record: recorded('telephone.sendNumber'),
    input: z.object({ number: z.string().trim().min(1).max(120), language: languageSchema }),
    output: nothing,
  }),
  'telephone.hangUp': define({
    ...lineDoes,
    session: 'none',
    record: recorded('telephone.hangUp'),
    input: nothing,
    output: nothing,
  }),
} as const;

type TelephoneVerbs = typeof telephoneVerbs;
export type TelephoneVerb = keyof TelephoneVerbs;
export type TelephoneAnswer<V extends TelephoneVerb> = z.output<TelephoneVerbs[V]['output']>;
