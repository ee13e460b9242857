/** What a computer without a certificate says to an office server, and hears: one request, one answer (docs/server.md 2). */
import { z } from 'zod';
import { refusalSchema } from '../contract/kernel/value-schemas.ts';
import { verbs } from '../contract/verbs.ts';
import type { DirectionLimits } from './line-messages.ts';

/** By this name in its TLS hello a connection asks for the door of those who join. */
export const JOIN_PROTOCOL = 'medicard-join/1';

const { input } = verbs['counter.join'];

export const joinRequestSchema = z.strictObject({ type: z.literal('join'), input });

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
