/** Every state of the gallery in Chinese; together they show every component of both windows. */
import { afterAll, expect } from 'vitest';
import { keyboardComesBack } from './coming-back.ts';
import { componentsIn } from './shown-components.ts';
import { testStates } from './gallery-states.ts';

const seen = new Set<string>();
testStates('zh-CN', {
  first({ app }) {
    for (const component of componentsIn(app)) seen.add(component);
  },
  last: keyboardComesBack,
});

afterAll(() => {
  const files = Object.keys(import.meta.glob('../../renderer/{teller,customer}/**/*.vue'));
  const missing = files.map((file) => file.replace('../../', '')).filter((file) => !seen.has(file));
  expect(missing, 'components that no state of the gallery shows').toEqual([]);
});
