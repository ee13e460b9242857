/** A server of the holder's pages and a browser at it, anew for each test. */
import { chromium, test as base, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { createHash, X509Certificate } from 'node:crypto';
import { findBrowser } from '../../build/browser-finder.ts';
import { makeAuthority, OfficeAuthority } from '../../electron/server/identity/office-authority.ts';
import { DemoPhone } from '../../electron/server/messages/demo-phone.ts';
import { builtPages } from '../../electron/server/web/built-pages.ts';
import { WebDoor, type WebIdentity } from '../../electron/server/web/web-door.ts';
import { ScriptedHolder } from './scripted-holder.ts';

export { expect } from '@playwright/test';

export const SIZES = { telephone: { width: 360, height: 740 }, desktop: { width: 1280, height: 800 } } as const;
/** Passkeys belong to a name. */
const SITE = 'localhost';

export interface HolderSite {
  readonly ledger: ScriptedHolder;
  /** Of the demo office. */
  readonly phone: DemoPhone;
  readonly door: WebDoor;
  /** `https://localhost:PORT`. */
  readonly origin: string;
}

export interface BrowserWishes {
  readonly language: 'zh-CN' | 'en';
  readonly size: keyof typeof SIZES;
  readonly script: boolean;
}

interface WorkerFixtures {
  readonly identity: WebIdentity;
  readonly machineBrowser: Browser;
}

interface TestFixtures {
  readonly wishes: BrowserWishes;
  readonly site: HolderSite;
  readonly visitor: BrowserContext;
  readonly page: Page;
}

/** With `wishes` a test says who looks: in which language, how large, with or without scripts. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  wishes: [{ language: 'zh-CN', size: 'telephone', script: true }, { option: true }],
  identity: [
    async ({}, use) => {
      const authority = await OfficeAuthority.of(await makeAuthority('office-1', Date.now()));
      await use(await authority.issueServer('office-1', [SITE, '127.0.0.1'], Date.now()));
    },
    { scope: 'worker' },
  ],
  machineBrowser: [
    async ({ identity }, use) => {
      const executablePath = findBrowser();
      if (executablePath === null) throw new Error('There is no Chrome, Chromium or Edge here.');
      // It trusts this one key as it would a certificate that the world knows: passkeys work nowhere else.
      const trusted = `--ignore-certificate-errors-spki-list=${keyDigest(identity.certificate)}`;
      const browser = await chromium.launch({ executablePath, args: [trusted, '--no-sandbox'] });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  site: async ({ identity }, use) => {
    const ledger = new ScriptedHolder();
    const phone = new DemoPhone(Date.now);
    const door = await WebDoor.open({
      ...{ host: '127.0.0.1', port: 0, identity, ledger, phone, now: Date.now },
      pages: await builtPages(),
      note: (event, details) => {
        throw new Error(`${event}: ${JSON.stringify(details)}`);
      },
    });
    await use({ ledger, phone, door, origin: `https://${SITE}:${door.address.port}` });
    await door.close();
  },
  visitor: async ({ machineBrowser, site, wishes }, use) => {
    const context = await machineBrowser.newContext({
      baseURL: site.origin,
      viewport: SIZES[wishes.size],
      locale: wishes.language,
      javaScriptEnabled: wishes.script,
    });
    await use(context);
    await context.close();
  },
  page: async ({ visitor }, use) => {
    const page = await visitor.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        complaints.push(message.text());
    });
    await use(page);
    if (complaints.length > 0) throw new Error(complaints.join('\n'));
  },
});

/** As browsers name a key: SHA-256 of its public part, in base 64. */
function keyDigest(certificate: string): string {
  const { publicKey } = new X509Certificate(certificate);
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64');
}
