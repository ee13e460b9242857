/** Every state of the gallery, opened and looked at by rules at every size; put into pictures where they are asked for. */
import axe, { type RunOptions } from 'axe-core';
import { afterEach, describe, expect, inject, test, vi } from 'vitest';
import { commands, page } from 'vitest/browser';
import type { Language } from '../../electron/contract/kernel/vocabulary.ts';
import { openState, type OpenState } from '../../renderer/gallery/open-state.ts';
import { screens } from '../../renderer/gallery/screens.ts';
import { atSize, designed, displaySizes, largest, narrowest } from './display-sizes.ts';
import { chineseLabels, textFaults, wideQuotes } from './text-faults.ts';

let opened: OpenState | null = null;
afterEach(() => {
  opened?.close();
  opened = null;
});

interface Looks {
  /** At the state as it was opened. */
  readonly first?: (state: OpenState) => void;
  /** At what a clerk finds who goes on from it. */
  readonly last?: (state: OpenState) => Promise<void>;
}

export function testStates(language: Language, { first, last }: Looks = {}): void {
  describe.each(screens)('$name', (screen) => {
    test.each(Object.keys(screen.states))('%s', async (name) => {
      const complaints = listen();
      try {
        opened = await openState(screen, name, language);
        await document.fonts.ready;
        first?.(opened);
        await holds(language);
        expect(complaints).toEqual([]);
      } catch (error) {
        await commands.takePicture(pictureOf(language, screen.name, `${name} (failed)`));
        throw error;
      }
      if (inject('takesPictures')) await takePictures(language, screen.name, name);
      await last?.(opened);
      expect(complaints).toEqual([]);
    });
  });
}

async function holds(language: Language): Promise<void> {
  for (const size of displaySizes) {
    await atSize(size, () => expect.soft(textFaults(), size.name).toEqual([]));
  }
  if (language === 'en') expect([...chineseLabels(), ...wideQuotes()]).toEqual([]);
  expect(await axeObjections({})).toEqual([]);
  await atSize(narrowest, async () => {
    expect(await axeObjections(ofLayout), narrowest.name).toEqual([]);
  });
}

/** The rules whose outcome hangs on what lies over what, and on what scrolls. */
const ofLayout: RunOptions = { runOnly: ['color-contrast', 'scrollable-region-focusable'] };

async function axeObjections(options: RunOptions): Promise<string[]> {
  const { violations } = await axe.run(document, {
    resultTypes: ['violations'],
    preload: false,
    iframes: false,
    ...options,
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** For eyes, at the designed size and at both ends. */
async function takePictures(language: Language, screen: string, state: string): Promise<void> {
  for (const { name, width, height } of [designed, narrowest, largest]) {
    await page.viewport(width, height);
    await opened?.desk.settled();
    await commands.takePicture(pictureOf(language, screen, state, name));
  }
  await page.viewport(designed.width, designed.height);
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

function pictureOf(language: Language, ...names: readonly string[]): string {
  return `out/test/gallery/${[language, ...names].map((name) => name.replaceAll(/[^\w()-]+/g, '-')).join('/')}.png`;
}
