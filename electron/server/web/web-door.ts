/**
 * The holder's own door: HTTPS, pages with forms, and a cookie that says whose session it is. It turns requests into verbs of the
 * contract and draws what the ledger answers; what is allowed to whom the ledger decides (docs/server.md 8).
 */
import cookie from '@fastify/cookie';
import csrf from '@fastify/csrf-protection';
import rateLimit from '@fastify/rate-limit';
import fastifyStatic from '@fastify/static';
import fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type preHandlerHookHandler,
} from 'fastify';
import { X509Certificate } from 'node:crypto';
import type { Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { RefusalError } from '../../contract/kernel/errors.ts';
import { FORM_PROOF, LANGUAGE_QUERY, type HolderPage, type PageFrame } from '../../contract/online/holder-pages.ts';
import type { OfficeShown } from '../../contract/online/online-views.ts';
import { addressText } from '../../line/address-text.ts';
import type { Note } from '../server-log.ts';
import { accountRoutes } from './account-routes.ts';
import type { BuiltPages } from './built-pages.ts';
import { codeRoutes } from './code-routes.ts';
import type { HolderLedger } from './holder-asking.ts';
import { readLanguage } from './language-rules.ts';
import { loginRoutes } from './login-routes.ts';
import { noticeOfFault } from './fault-rules.ts';
import { notice, type Outcome, type PageRoute } from './page-route.ts';
import { phoneRoutes } from './phone-route.ts';
import { reportRoutes } from './report-routes.ts';
import { COOKIE, readSent, Visitor, type Phone } from './visitor.ts';
import { rateOf, refuseStrangeRequest, sendWalls } from './web-walls.ts';

/** Key and certificate, PEM. */
export interface WebIdentity {
  readonly key: string;
  readonly certificate: string;
}

export interface WebLimits {
  /** Of one request, heads and body. */
  readonly headMs: number;
  readonly requestMs: number;
  readonly idleMs: number;
  readonly bodyBytes: number;
  readonly connections: number;
  /** A minute from one address, behind which a whole street may stand: whoever tries codes meets the ledger's own limits first. */
  readonly asked: number;
  readonly sent: number;
}

const USUAL: WebLimits = {
  headMs: 10_000,
  requestMs: 20_000,
  idleMs: 5_000,
  bodyBytes: 64 * 1024,
  connections: 2_000,
  asked: 600,
  sent: 120,
};

const HEAD_BYTES = 16 * 1024;
const LOOKED_AT_EVERY_MS = 500;
const SECOND_MS = 1_000;

export interface WebDoorOptions {
  readonly host: string;
  readonly port: number;
  readonly identity: WebIdentity;
  readonly ledger: HolderLedger;
  /** Of the demo office; left out in every other. */
  readonly phone?: Phone;
  readonly pages: BuiltPages;
  readonly note: Note;
  /** The clock, in milliseconds since 1970. */
  readonly now: () => number;
  readonly limits?: Partial<WebLimits>;
}

const ROUTES: readonly PageRoute[] = [...accountRoutes, ...codeRoutes, ...reportRoutes, ...loginRoutes, ...phoneRoutes];

export class WebDoor {
  readonly #options: WebDoorOptions;
  readonly #app: FastifyInstance<Server>;
  #certificate: X509Certificate;
  /** As the ledger last said it. */
  #office: OfficeShown | null = null;

  private constructor(options: WebDoorOptions, app: FastifyInstance<Server>) {
    this.#options = options;
    this.#app = app;
    this.#certificate = new X509Certificate(options.identity.certificate);
  }

  /** Listens. Throws RefusalError ADDRESS_UNUSABLE when the address cannot be had. */
  static async open(options: WebDoorOptions): Promise<WebDoor> {
    const limits = { ...USUAL, ...options.limits };
    const app = listener(options.identity, limits);
    const door = new WebDoor(options, app);
    await door.#prepare(limits);
    const { host, port } = options;
    try {
      await app.listen({ host, port });
    } catch (error) {
      const system = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
      throw new RefusalError('ADDRESS_UNUSABLE', { address: addressText(host, port), system });
    }
    return door;
  }

  get address(): AddressInfo {
    const address = this.#app.server.address();
    if (address === null || typeof address === 'string') throw new Error('the door is not open');
    return address;
  }

  /** Shows a renewed certificate to those who come from now on. */
  show({ key, certificate }: WebIdentity): void {
    this.#app.server.setSecureContext({ key, cert: certificate });
    this.#certificate = new X509Certificate(certificate);
  }

  /** Takes nobody in any more and answers what is under way. */
  async close(): Promise<void> {
    await this.#app.close();
  }

  async #prepare(limits: WebLimits): Promise<void> {
    const app = this.#app;
    // Forms alone come in.
    app.removeAllContentTypeParsers();
    app.addContentTypeParser<string>(
      'application/x-www-form-urlencoded',
      { parseAs: 'string' },
      (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(body))),
    );
    await sendWalls(app, this.#options.pages.files.style);
    await app.register(cookie);
    app.addHook('onRequest', async (request, reply) => {
      const strange = refuseStrangeRequest(request, this.#certificate);
      if (strange !== null) await this.#answer(request, reply, strange);
    });
    await app.register(rateLimit, rateOf(limits));
    await app.register(csrf, {
      sessionPlugin: '@fastify/cookie',
      cookieKey: '__Host-form',
      cookieOpts: COOKIE,
      getToken: (request) => readSent(request.body)[FORM_PROOF],
    });
    await app.register(fastifyStatic, {
      root: this.#options.pages.assetsFolder,
      prefix: '/assets/',
      index: false,
      // Their names change with what is in them.
      immutable: true,
      maxAge: '365d',
      preCompressed: true,
    });
    this.#addRoutes();
  }

  #addRoutes(): void {
    const proven: preHandlerHookHandler = (request, reply, done) => this.#app.csrfProtection(request, reply, done);
    for (const { method, place, answer } of ROUTES) {
      this.#app.route({
        method,
        url: place,
        ...(method === 'POST' ? { preHandler: proven } : {}),
        handler: async (request, reply) => {
          const visitor = this.#visitor(request, reply);
          const chosen = method === 'GET' ? readLanguage(visitor.query(LANGUAGE_QUERY)) : null;
          if (chosen === null) return this.#answer(request, reply, await answer(visitor), visitor);
          visitor.remember(chosen);
          return reply.redirect(visitor.here, 303);
        },
      });
    }
    this.#app.setNotFoundHandler(async (request, reply) => this.#answer(request, reply, notice('not-found', 404)));
    this.#app.setErrorHandler(async (error, request, reply) => {
      const { status, named } = noticeOfFault(error);
      // A page that fails must not take the office's counters with it: it is told in the log, and to whom it failed.
      if (named === 'fault')
        this.#options.note('web fault', { stack: error instanceof Error ? (error.stack ?? error.name) : 'unknown' });
      return this.#answer(request, reply, notice(named, status));
    });
  }

  #visitor(request: FastifyRequest, reply: FastifyReply): Visitor {
    const { ledger, phone = null } = this.#options;
    return new Visitor({ ledger, phone }, request, reply);
  }

  async #answer(
    request: FastifyRequest,
    reply: FastifyReply,
    outcome: Outcome,
    visitor: Visitor = this.#visitor(request, reply),
  ): Promise<FastifyReply> {
    if ('goTo' in outcome) return reply.redirect(outcome.goTo, 303);
    if ('pdf' in outcome) {
      const fileName = encodeURIComponent(outcome.fileName);
      return reply
        .header('content-disposition', `attachment; filename*=UTF-8''${fileName}`)
        .type('application/pdf')
        .send(Buffer.from(outcome.pdf));
    }
    const html = await this.#draw(outcome.show, reply, visitor);
    return reply
      .code(outcome.status ?? 200)
      .type('text/html; charset=utf-8')
      .send(html);
  }

  async #draw(page: HolderPage, reply: FastifyReply, visitor: Visitor): Promise<string> {
    const { pages, now } = this.#options;
    // A notice stands although nobody can be asked.
    const session = page.page === 'notice' ? null : await visitor.session();
    if (page.page !== 'notice') this.#office = (await visitor.office()) ?? this.#office;
    const frame: PageFrame = {
      language: visitor.language,
      office: this.#office,
      phone: visitor.phone !== null,
      here: visitor.here,
      holder: session === null ? null : { nameMasked: session.holderNameMasked, byLogin: session.kind === 'login' },
      proof: page.page === 'notice' ? '' : reply.generateCsrf(),
      endsInSeconds: session === null ? null : Math.ceil((session.endsAt - now()) / SECOND_MS),
      now: now(),
    };
    return pages.draw(page, frame, pages.files);
  }
}

function listener({ key, certificate }: WebIdentity, limits: WebLimits): FastifyInstance<Server> {
  const app = fastify({
    https: {
      ...{ key, cert: certificate, minVersion: 'TLSv1.2' },
      handshakeTimeout: limits.headMs,
      headersTimeout: limits.headMs,
      requestTimeout: limits.requestMs,
      keepAliveTimeout: limits.idleMs,
      connectionsCheckingInterval: LOOKED_AT_EVERY_MS,
      maxHeaderSize: HEAD_BYTES,
    },
    bodyLimit: limits.bodyBytes,
    requestTimeout: limits.requestMs,
    keepAliveTimeout: limits.idleMs,
    connectionTimeout: limits.requestMs,
    // Nobody stands in front who would say where a request comes from.
    trustProxy: false,
    logger: false,
  });
  app.server.maxConnections = limits.connections;
  return app;
}
