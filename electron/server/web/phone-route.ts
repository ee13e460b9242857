/** The demo office's phone. Where there is none, there is no such page. */
import { HOLDER_PLACES } from '../../contract/online/holder-pages.ts';
import { notice, type PageRoute } from './page-route.ts';

export const phoneRoutes: readonly PageRoute[] = [
  {
    method: 'GET',
    place: HOLDER_PLACES.phone,
    answer: async ({ phone }) =>
      phone === null ? notice('not-found', 404) : { show: { page: 'phone', messages: phone.messages } },
  },
];
