/** What is known of an office that is not there. A file of its own: a window begins with it, and not with the schemas. */
import type { OfficeStatus } from './office-views.ts';

export const NO_OFFICE: OfficeStatus = {
  office: null,
  bankName: '',
  businessDate: null,
  pastDayOpen: null,
  clockBehind: null,
  at: null,
  demoClerks: [],
};
