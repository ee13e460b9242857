/** Writes the lists from the folders, then docs/permissions.md from the verbs they list. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot, writtenLists } from './written-lists.ts';

for (const { path, text } of await writtenLists()) writeFileSync(join(projectRoot, path), text);
// The page reads the list of verbs, which has to be written before.
const { permissionsPage } = await import('./permissions-page.ts');
writeFileSync(join(projectRoot, 'docs/permissions.md'), permissionsPage());
