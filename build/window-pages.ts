/** How the windows' pages are compiled, for the program, for the gallery and for the tests in a browser alike. */
import vue from '@vitejs/plugin-vue';
import type { InlineConfig } from 'vite';
import { servedFaces } from './screen-faces.ts';

/** What the packages ask for at compile time. */
export const windowConstants = {
  __VUE_OPTIONS_API__: 'true',
  __VUE_PROD_DEVTOOLS__: 'false',
  __INTLIFY_PROD_DEVTOOLS__: 'false',
  __VUE_I18N_LEGACY_API__: 'false',
  __VUE_I18N_FULL_INSTALL__: 'false',
} as const;

/** For a development server, which shows the gallery: nothing of this is in the program. */
export function servedPages(): Pick<InlineConfig, 'plugins' | 'define' | 'publicDir'> {
  return { plugins: [servedFaces(), vue()], define: windowConstants, publicDir: false };
}
