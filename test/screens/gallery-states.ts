/** Every state of the gallery, opened, looked at by rules and put into a picture. */
import axe from 'axe-core';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { Language } from '../../electron/contract/kernel/vocabulary.ts';
import { openState, type OpenState } from '../../renderer/gallery/open-state.ts';
import type { Screen } from '../../renderer/gallery/screen.ts';
import { screens } from '../../renderer/gallery/screens.ts';
import { chineseLabels, textFaults, wideApostrophes } from './text-faults.ts';

let opened: OpenState | null = null;
afterEach(() => {
  opened?.close();
  opened = null;
});

export function testStates(language: Language, look: (state: OpenState) => void = () => undefined): void {
  describe.each(screens)('$name', (screen) => {
    test.each(Object.keys(screen.states))('%s', async (name) => {
      const complaints = listen();
      opened = await open(screen, name, language);
      await document.fonts.ready;
      look(opened);
      await page.screenshot({ path: pictureOf(screen.name, name, language) });
      expect(complaints).toEqual([]);
      expect(textFaults()).toEqual([]);
      if (language === 'en') expect([...chineseLabels(), ...wideApostrophes()]).toEqual([]);
      expect(await axeObjections()).toEqual([]);
      await enlarged(async () => {
        await opened?.desk.settled();
        expect(textFaults(), 'at 125 %').toEqual([]);
      });
    });
  });
}

/** On a display of the designed size whose system enlarges everything to 125 % (docs/screens.md). */
async function enlarged(look: () => Promise<void>): Promise<void> {
  await page.viewport(1024, 640);
  await look();
  await page.viewport(1280, 800);
}

/** With a picture of where it stopped, for whoever has to find out why. */
async function open(screen: Screen, name: string, language: Language): Promise<OpenState> {
  try {
    return await openState(screen, name, language);
  } catch (error) {
    await page.screenshot({ path: pictureOf(screen.name, `${name} (stopped)`, language) });
    throw error;
  }
}

/** What the page says to a developer: a word that is missing, a prop of the wrong kind, an error nobody expected. */
function listen(): string[] {
  const complaints: string[] = [];
  const note = (...said: readonly unknown[]): void => {
    complaints.push(said.map(String).join(' '));
  };
  vi.spyOn(console, 'warn').mockImplementation(note);
  vi.spyOn(console, 'error').mockImplementation(note);
  return complaints;
}

function pictureOf(screen: string, state: string, language: Language): string {
  return `../../out/test/gallery/${language}/${screen}/${state.replaceAll(/[^\w()]+/g, '-')}.png`;
}

async function axeObjections(): Promise<string[]> {
  const { violations } = await axe.run(document, { resultTypes: ['violations'], preload: false, iframes: false });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
