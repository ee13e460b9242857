/** What is asked at the command line alone: how the office stands, its day, and a copy of its books. */
import { z } from 'zod';
import { businessDateSchema } from '../kernel/value-schemas.ts';
import { authorisationSchema, define, nothing } from '../kernel/verb-definition.ts';
import { clerkAsks, clerkDoes, recorded, refusalsRecorded, unrecorded } from '../kernel/verb-policy.ts';
import { bytesSchema } from './office-views.ts';

/** A copy of the books goes to the command line in pieces of so many bytes; the last is shorter. */
export const BACKUP_PIECE_BYTES = 1024 * 1024;

const PIECE = 'a piece of a copy is no act of its own';

/** Nobody needs to be signed in: the user of the operating system answers for it. */
const atCommandLine = { doors: ['command-line'], actor: 'nobody', session: 'none' } as const;
const bySystemUser = { ...clerkDoes, ...atCommandLine, visit: 'none', once: 'none', second: 'never' } as const;

export const commandVerbs = {
  'office.standing': define({
    ...clerkAsks,
    ...atCommandLine,
    input: nothing,
    output: z.object({
      businessDate: businessDateSchema,
      timeZone: z.string(),
      /** The open business day and the calendar's, where the first is over; else null. */
      pastDay: z.object({ day: businessDateSchema, today: businessDateSchema }).nullable(),
      /** Stored settings that are not allowed, each in English. */
      unusableSettings: z.array(z.string()),
      /** The head of the books as it is printed; null where they have no anchor. */
      head: z.string().nullable(),
    }),
  }),
  /** Closes the day, or with `to` day after day up to that one. A supervisor closes alone; beside a clerk one is named. */
  'day.close': define({
    ...bySystemUser,
    second: { from: 'in place, where asked', when: 'the office lives by the calendar, and no supervisor closes' },
    record: recorded('day.close'),
    input: z.object({ to: businessDateSchema.nullable(), authorisation: authorisationSchema.nullable() }),
    output: z.object({ businessDate: businessDateSchema, head: z.string().nullable() }),
  }),
  /** Puts on record that a copy is about to be made, so that the copy holds it too. */
  'backup.make': define({ ...bySystemUser, record: recorded('backup.make'), input: nothing, output: nothing }),
  /** Makes the copy in the folder of the ledger, encrypted and verified; it then goes out in pieces. */
  'backup.copy': define({
    ...bySystemUser,
    record: refusalsRecorded('backup.make is on record'),
    input: nothing,
    output: z.object({ copyId: z.string(), bytes: z.number().int(), sha256: z.string() }),
  }),
  /** The piece that begins at `offset`: the next one, or the one before it once more. */
  'backup.piece': define({
    ...clerkAsks,
    ...atCommandLine,
    input: z.object({ copyId: z.string(), offset: z.number().int().nonnegative() }),
    output: z.object({ piece: bytesSchema, isLast: z.boolean() }),
  }),
  'backup.drop': define({
    ...bySystemUser,
    record: unrecorded(PIECE),
    input: z.object({ copyId: z.string() }),
    output: nothing,
  }),
} as const;
