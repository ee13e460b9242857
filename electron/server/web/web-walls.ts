/** The walls around a page in the browser, and what is no request for one. */
import helmet from '@fastify/helmet';
import type { RateLimitPluginOptions } from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { createHash, type X509Certificate } from 'node:crypto';
import type { Server } from 'node:https';
import { subscriberAddress } from '../../contract/kernel/subscriber-address.ts';
import { hostName, isServedName } from './host-rules.ts';
import { notice, type Outcome } from './page-route.ts';

const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST']);
const MINUTE_MS = 60_000;
const A_YEAR_S = 365 * 24 * 3_600;

/** Of one address in a minute. */
interface Rates {
  readonly asked: number;
  readonly sent: number;
}

/** Nothing inline but the page's own style, nothing from elsewhere, no frame around a page, nothing kept by anybody. */
export async function sendWalls(app: FastifyInstance<Server>, style: string): Promise<void> {
  const known = createHash('sha256').update(style).digest('base64');
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        // The one that stands in every page, and no other.
        styleSrc: ["'self'", `'sha256-${known}'`],
        fontSrc: ["'self'"],
        imgSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        requireTrustedTypesFor: ["'script'"],
      },
    },
    frameguard: { action: 'deny' },
    // Without it a browser names no origin with a form.
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: { maxAge: A_YEAR_S, includeSubDomains: false },
  });
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
    reply.header(
      'permissions-policy',
      'publickey-credentials-get=(self), publickey-credentials-create=(self), camera=(), microphone=(), geolocation=()',
    );
  });
}

/** So many pages and so many forms a minute, of one address; all of an IPv6 line is one. */
export function rateOf({ asked, sent }: Rates): RateLimitPluginOptions {
  return {
    max: ({ method }) => (method === 'POST' ? sent : asked),
    timeWindow: MINUTE_MS,
    keyGenerator: ({ method, ip }) => `${method === 'POST' ? 'sent' : 'asked'} ${subscriberAddress(ip)}`,
  };
}

/** A request for another server, from another site or of another kind; null for one that may go on. */
export function refuseStrangeRequest(request: FastifyRequest, certificate: X509Certificate): Outcome | null {
  const { host, origin, 'sec-fetch-site': site } = request.headers;
  const name = hostName(host);
  if (name === null || !isServedName(certificate, name)) return notice('not-found', 421);
  if (!METHODS.has(request.method)) return notice('not-found', 405);
  if (request.method !== 'POST') return null;
  const isForeign = origin !== undefined && origin !== `https://${String(host).toLowerCase()}`;
  return isForeign || site === 'cross-site' || site === 'same-site' ? notice('stale', 403) : null;
}
