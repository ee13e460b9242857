/** docs/permissions.md says what the verbs say (docs/architecture.md 3). */
import { expect, test } from 'vitest';
import { permissionsPage } from '../../build/permissions-page.ts';
import { readHouseFile } from './house-files.ts';

test('docs/permissions.md is what `npm run lists` writes', () => {
  const page = readHouseFile('docs/permissions.md');
  expect(page, 'docs/permissions.md is stale: run npm run lists').toBe(permissionsPage());
});
