/** The end of a business day: each clerk's till, and the office (docs/rules.md 9). */
import { z } from 'zod';
import { bytesSchema, savedFileSchema } from '../office/office-views.ts';
import { businessDateSchema, fenSchema } from '../kernel/value-schemas.ts';
import { authorisationSchema, clerkCode, define, nothing, operationId } from '../kernel/verb-definition.ts';
import { clerkAsks, clerkDoes, mainActsForClerk, recorded } from '../kernel/verb-policy.ts';
import { dayEndedSchema, officeDaySchema, tillSchema } from './day-views.ts';

const supervisor = { roles: ['supervisor', 'administrator'], told: true } as const;
const countedFen = fenSchema.refine((amount) => amount >= 0);
const reason = z.string().trim().min(2).max(200);
const closes = { ...clerkDoes, visit: 'none', once: 'kept', second: 'never' } as const;
/** Of the day whose report it is. */
const reportOf = z.object({ businessDate: businessDateSchema });
const drawnReport = z.object({ pdf: bytesSchema, fileName: z.string() });

export const dayVerbs = {
  /** The clerk's own till of the open business day. */
  'till.view': define({ ...clerkAsks, input: nothing, output: tillSchema }),
  /** Counted by the clerk, in cash; a difference needs a reason. */
  'till.close': define({
    ...closes,
    record: recorded('till.close'),
    input: z.object({ operationId, countedFen, reason: reason.nullable() }),
    output: tillSchema,
  }),
  /** That of a clerk who is away, by a supervisor who counts it. */
  'till.closeFor': define({
    ...closes,
    actor: supervisor,
    record: recorded('till.closeFor'),
    input: z.object({ operationId, clerkCode, countedFen, reason }),
    output: tillSchema,
  }),
  'day.view': define({ ...clerkAsks, actor: supervisor, input: nothing, output: officeDaySchema }),
  /** Closes `businessDate`, which must be the open one, and what lies between it and today. */
  'day.end': define({
    ...closes,
    actor: supervisor,
    record: recorded('day.close'),
    input: z.object({ operationId, businessDate: businessDateSchema }),
    output: dayEndedSchema,
  }),
  /** The same at the command line, where an office by its books asks for nobody. */
  'day.endWithReport': define({
    ...clerkDoes,
    doors: ['command-line'],
    actor: 'nobody',
    session: 'none',
    visit: 'none',
    once: 'none',
    second: { from: 'in place, where asked', when: 'the office lives by the calendar, and no supervisor closes' },
    record: recorded('day.close'),
    input: z.object({ authorisation: authorisationSchema.nullable() }),
    output: dayEndedSchema.extend(drawnReport.shape),
  }),
  'day.drawReport': define({
    ...clerkAsks,
    doors: ['program'],
    actor: supervisor,
    input: reportOf,
    output: drawnReport,
  }),
  'day.report': define({
    ...mainActsForClerk,
    actor: supervisor,
    visit: 'none',
    once: 'none',
    input: reportOf.extend({ to: z.enum(['printer', 'file']) }),
    output: savedFileSchema,
  }),
} as const;
