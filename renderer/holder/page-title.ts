/** What a page is called, in its heading and on the tab. */
import type { WordPair } from '../../electron/contract/messages/word-pair.ts';
import type { HolderPage } from '../../electron/contract/online/holder-pages.ts';
import { noticeWords } from './notice-words.ts';
import {
  codeWords,
  confirmWords,
  entriesWords,
  homeWords,
  loginWords,
  phoneWords,
  registerWords,
  reportedWords,
  reportWords,
  signInWords,
  startWords,
  totalsWords,
  whoWords,
  withdrawWords,
} from './page-words.ts';

const titles = {
  start: startWords.title,
  phone: phoneWords.title,
  code: codeWords.title,
  register: registerWords.title,
  'sign-in': signInWords.title,
  confirm: confirmWords.title,
  reported: reportedWords.title,
  report: reportWords.title,
  withdraw: withdrawWords.title,
  home: homeWords.title,
  entries: entriesWords.title,
  totals: totalsWords.title,
  login: loginWords.title,
} satisfies Readonly<Partial<Record<HolderPage['page'], WordPair>>>;

export function titleOf(page: HolderPage): WordPair {
  if (page.page === 'who') return whoWords[page.purpose].title;
  if (page.page === 'notice') return noticeWords[page.notice].title;
  return titles[page.page];
}

/** What stands in the title in braces. */
export function titleValues(page: HolderPage): Readonly<Record<string, number>> {
  return page.page === 'totals' ? { year: page.totals.year } : {};
}

export function faultsOf(page: HolderPage): number {
  return 'form' in page ? page.form.faults.length : 0;
}
