/** A browser's side of the holders' door without a browser: requests by hand, cookies kept, pages read as the plain data they draw. */
import { mkdirSync } from 'node:fs';
import { request, type RequestOptions } from 'node:https';
import type { IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { FORM_PROOF, type HolderPage, type PageFrame } from '../../../electron/contract/online/holder-pages.ts';
import {
  makeAuthority,
  OfficeAuthority,
  type TlsIdentity,
} from '../../../electron/server/identity/office-authority.ts';
import { WebDoor, type WebLimits } from '../../../electron/server/web/web-door.ts';
import { freshFolder } from '../../offices/test-folders.ts';
import { ScriptedHolder } from '../../web/scripted-holder.ts';

export const STYLE = 'p { color: green }';

export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** What was drawn, where a page was. */
  readonly page: HolderPage;
  readonly frame: PageFrame;
}

interface Asking {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly form?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export class WebSite {
  readonly ledger = new ScriptedHolder();
  readonly notes: string[] = [];
  readonly door: WebDoor;
  readonly identity: TlsIdentity;

  private constructor(door: WebDoor, identity: TlsIdentity, { ledger, notes }: Pick<WebSite, 'ledger' | 'notes'>) {
    this.door = door;
    this.identity = identity;
    this.ledger = ledger;
    this.notes = notes;
  }

  /** Pages are drawn as JSON. @param drawing fails where it is said to. */
  static async open(limits: Partial<WebLimits> = {}, drawing: { fails?: string } = {}): Promise<WebSite> {
    const authority = await OfficeAuthority.of(await makeAuthority('office-1', Date.now()));
    const identity = await authority.issueServer('office-1', ['localhost', '127.0.0.1'], Date.now());
    const [ledger, notes] = [new ScriptedHolder(), new Array<string>()];
    const folder = freshFolder();
    mkdirSync(join(folder, 'assets'));
    const door = await WebDoor.open({
      ...{ host: '127.0.0.1', port: 0, identity, ledger, limits, now: Date.now },
      pages: {
        draw: async (page, frame) => {
          if (drawing.fails === page.page) throw new Error('the drawing of it is broken at /secret/place');
          return JSON.stringify({ page, frame });
        },
        files: { style: STYLE, faces: '/assets/b.css', script: '/assets/c.js' },
        assetsFolder: join(folder, 'assets'),
      },
      note: (event) => notes.push(event),
    });
    return new WebSite(door, identity, { ledger, notes });
  }

  get port(): number {
    return this.door.address.port;
  }

  browser(): WebClient {
    return new WebClient(this);
  }
}

export class WebClient {
  readonly #site: Pick<WebSite, 'port' | 'identity'>;
  readonly #from: string | undefined;
  readonly jar = new Map<string, string>();

  /** @param from the address of this computer that it comes from. */
  constructor(site: Pick<WebSite, 'port' | 'identity'>, from?: string) {
    this.#site = site;
    this.#from = from;
  }

  get(path: string, asking: Asking = {}): Promise<Answered> {
    return this.ask(path, { method: 'GET', ...asking });
  }

  /** Fills the form that is at the place, and sends it. */
  async send(path: string, form: Readonly<Record<string, string>>, asking: Asking = {}): Promise<Answered> {
    const { frame } = await this.get(path);
    return this.post(path, { [FORM_PROOF]: frame.proof, ...form }, asking);
  }

  post(path: string, form: Readonly<Record<string, string>>, asking: Asking = {}): Promise<Answered> {
    return this.ask(path, { method: 'POST', form, ...asking });
  }

  async ask(path: string, { method = 'GET', headers = {}, form, body }: Asking): Promise<Answered> {
    const sent = body ?? (form === undefined ? undefined : new URLSearchParams(form).toString());
    const cookies = [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const options: RequestOptions = {
      ...{ host: '127.0.0.1', port: this.#site.port, path, method, ca: this.#site.identity.authority },
      headers: {
        host: `localhost:${this.#site.port}`,
        ...(cookies === '' ? {} : { cookie: cookies }),
        ...(form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
        ...headers,
      },
      ...{ servername: 'localhost', ...(this.#from === undefined ? {} : { localAddress: this.#from }) },
      agent: false,
    };
    return new Promise((resolve, reject) => {
      const asked = request(options, (response) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('end', () => {
          this.#keep(response.headers['set-cookie'] ?? []);
          const text = Buffer.concat(pieces).toString('utf8');
          const drawn = text.startsWith('{"page"') ? JSON.parse(text) : { page: null, frame: null };
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text, ...drawn });
        });
      });
      asked.on('error', reject);
      asked.end(sent);
    });
  }

  #keep(cookies: readonly string[]): void {
    for (const cookie of cookies) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === '' || /expires=Thu, 01 Jan 1970/i.test(cookie)) this.jar.delete(name);
      else this.jar.set(name, value);
    }
  }
}
