/** What a computer without a certificate says to an office server, and hears: one request, one answer (docs/server.md 2). */
import { z } from 'zod';
import { refusalSchema } from '../contract/kernel/value-schemas.ts';
import { verbs } from '../contract/verbs.ts';
import { versionFields, type DirectionLimits } from './line-messages.ts';

/** By this name in its TLS hello a connection asks for the door of those who join. */
export const JOIN_PROTOCOL = 'medicard-join/1';

const { input } = verbs['counter.join'];

/** Which program asks. It keeps its form in every version of the protocol, and is read before the rest. */
export const joinVersionSchema = z.object({ type: z.literal('join'), ...versionFields });

export const joinRequestSchema = z.strictObject({ ...joinVersionSchema.shape, input });

export const joinedSchema = z.strictObject({
  type: z.literal('joined'),
  reply: z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value: z.unknown() }),
    z.object({ ok: z.literal(false), error: refusalSchema }),
  ]),
});

/** A request for a certificate is under a kilobyte, two certificates are a few. */
export const FROM_JOINING: DirectionLimits = { maxBytes: 8_192, maxParts: 20 };
export const TO_JOINING: DirectionLimits = { maxBytes: 65_536, maxParts: 200 };
