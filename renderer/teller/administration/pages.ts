/**
 * Written by npm run lists from the folders; do not edit.
 * The pages of administration, in the order of their places.
 */
import { inOrderOfPlace, type AdministrationPage } from './administration-page.ts';
import { auditPage } from './audit/audit-page.ts';
import { clerksPage } from './clerks/clerks-page.ts';
import { countersPage } from './counters/counters-page.ts';
import { healthPage } from './health/health-page.ts';
import { institutionsPage } from './institutions/institutions-page.ts';
import { settingsPage } from './settings/settings-page.ts';

export const pages: readonly AdministrationPage[] = inOrderOfPlace([
  auditPage,
  clerksPage,
  countersPage,
  healthPage,
  institutionsPage,
  settingsPage,
]);
