/** Every page in both languages and at both sizes: nothing for axe to object to, nothing cut, nothing to scroll sideways. */
import type { Page } from '@playwright/test';
import { join } from 'node:path';
import { HOLDER_PLACES } from '../../electron/contract/online/holder-pages.ts';
import { axeObjections } from '../e2e/support/axe-objections.ts';
import { expect, SIZES, test } from './holder-test.ts';
import { walks } from './walks.ts';

const LANGUAGES = ['zh-CN', 'en'] as const;
/** For eyes. */
const TAKES_PICTURES = process.env['PICTURES'] === '1';
const sizes = ['telephone', 'desktop'] as const;

for (const language of LANGUAGES) {
  test.describe(language, () => {
    test.use({ wishes: { language, size: 'telephone', script: true } });
    for (const [name, walk] of Object.entries(walks)) {
      test(name, async ({ page, site }) => {
        await page.goto(HOLDER_PLACES.start);
        await walk(page, site, language);
        for (const size of sizes) {
          await page.setViewportSize(SIZES[size]);
          if (TAKES_PICTURES) await takePicture(page, join(language, size, `${name}.png`));
          expect(await axeObjections(page), size).toEqual([]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth), size).toBe(SIZES[size].width);
        }
        if (language === 'en') expect(await chineseLabels(page)).toEqual([]);
      });
    }
  });
}

async function takePicture(page: Page, file: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join('out/test/holder', file), fullPage: true });
}

async function chineseLabels(page: Page): Promise<string[]> {
  const texts = await page.locator('label, th, dt, h1, h2, button').allInnerTexts();
  return texts.filter((text) => /\p{Script=Han}/u.test(text));
}
