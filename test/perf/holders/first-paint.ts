/** The page of a loss report on a slow phone's network with nothing kept from before, beside a page of one file and no style. */
import { chromium, type Browser } from '@playwright/test';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { findBrowser } from '../../../build/browser-finder.ts';
import { HOLDER_PLACES } from '../../../electron/contract/online/holder-pages.ts';
import { makeAuthority, OfficeAuthority } from '../../../electron/server/identity/office-authority.ts';
import { builtPages } from '../../../electron/server/web/built-pages.ts';
import { WebDoor, type WebIdentity } from '../../../electron/server/web/web-door.ts';
import { ScriptedHolder } from '../../web/scripted-holder.ts';
import type { Finding } from '../bench-table.ts';
import { sideBySide } from '../side-by-side.ts';

/** As Lighthouse takes a slow telephone's network to be: 150 ms there and back, 1.6 Mbit/s down, 750 kbit/s up. */
const NETWORK = { offline: false, latency: 150, downloadThroughput: 204_800, uploadThroughput: 96_000 };
const ROUNDS = 9;
const SECOND_MS = 1_000;
const BUDGET_KB = 150;
const SITE = '127.0.0.1';
const BARE =
  '<!doctype html><html lang="zh-CN"><title>1</title><h1>挂失医保卡</h1><p>请填写身份证号码、姓名和手机号码。</p></html>';

export async function firstPaint(): Promise<Finding[]> {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error('There is no Chrome, Chromium or Edge here.');
  const authority = await OfficeAuthority.of(await makeAuthority('office-1', Date.now()));
  const identity = await authority.issueServer('office-1', [SITE], Date.now());
  const [door, bare] = [await pagesDoor(identity), await bareDoor(identity)];
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const report = `https://${SITE}:${door.address.port}${HOLDER_PLACES.report}`;
    await painted(browser, report);
    const pairs = await sideBySide(
      ROUNDS,
      async () => (await painted(browser, report)).ms,
      async () => (await painted(browser, `https://${SITE}:${(bare.address() as AddressInfo).port}/`)).ms,
    );
    return rows(pairs, (await painted(browser, report)).kilobytes);
  } finally {
    await browser.close();
    bare.close();
    await door.close();
  }
}

function rows({ measured, baseline, ratio }: Awaited<ReturnType<typeof sideBySide>>, kilobytes: number): Finding[] {
  const beside = { what: 'a bare page of one file', value: baseline, unit: 'ms' } as const;
  const page = { what: 'report page to first paint, slow phone, cold cache', value: measured, unit: 'ms' } as const;
  const size = { what: 'report page without faces, compressed', value: kilobytes, unit: 'kB' } as const;
  return [
    { name: 'web-paint', measured: page, baseline: beside, ratio, goal: { of: 'ratio', atMost: 2 } },
    { name: 'web-paint-time', measured: page, baseline: beside, ratio, goal: { of: 'value', atMost: SECOND_MS } },
    {
      ...{ name: 'web-bytes', measured: size, ratio: kilobytes / BUDGET_KB },
      baseline: { what: 'its goal', value: BUDGET_KB, unit: 'kB' },
      goal: { of: 'value', atMost: BUDGET_KB },
    },
  ];
}

async function painted(browser: Browser, url: string): Promise<{ readonly ms: number; readonly kilobytes: number }> {
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    locale: 'zh-CN',
    viewport: { width: 360, height: 740 },
  });
  const page = await context.newPage();
  const debugging = await context.newCDPSession(page);
  await debugging.send('Network.enable');
  await debugging.send('Network.emulateNetworkConditions', NETWORK);
  await page.goto(url, { waitUntil: 'load' });
  const seen = await page.evaluate(async () => {
    const ms = await new Promise<number>((resolve) => {
      new PerformanceObserver((list) => {
        for (const { name, startTime } of list.getEntries()) if (name === 'first-contentful-paint') resolve(startTime);
      }).observe({ type: 'paint', buffered: true });
    });
    const loaded = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
    const bytes = loaded
      .filter(({ name }) => !name.endsWith('.woff2'))
      .reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).transferSize, 0);
    return { ms, kilobytes: bytes / 1_000 };
  });
  await context.close();
  return seen;
}

async function pagesDoor(identity: WebIdentity): Promise<WebDoor> {
  const ledger = new ScriptedHolder();
  return WebDoor.open({
    ...{ host: SITE, port: 0, identity, ledger, now: Date.now, note: () => undefined },
    pages: await builtPages(),
    limits: { asked: 10_000 },
  });
}

async function bareDoor({ key, certificate }: WebIdentity) {
  const server = createServer({ key, cert: certificate }, (_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8').end(BARE);
  });
  await new Promise<void>((listening) => {
    server.listen(0, SITE, () => listening());
  });
  return server;
}
