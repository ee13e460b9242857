/** Help for the print queue. */
import { ofPapers, ruled, type HelpPage } from '../help/help-page.ts';

export const printQueueHelp: HelpPage = {
  steps: [
    {
      says: {
        zh: '按 {taskPrintQueue}。没有打成的单据列在这里，附打印系统给出的原因；{refreshQueue} 刷新。',
        en: '{taskPrintQueue}. Papers that were not printed stand here with the reason; {refreshQueue} reads them again.',
      },
    },
    {
      says: {
        zh: '选好打印机；用 Tab 移到该单据的“打印”或“保存”，按 Enter。',
        en: 'Choose the printer; Tab to Print or Save of the paper, Enter.',
      },
    },
    {
      says: {
        zh: '不再需要的选“取消”；取消和超过 50 页的打印（参数 longPrintPages）须再按一次。',
        en: 'One that is not wanted is cancelled; that, and printing more than 50 pages (setting longPrintPages), takes a second press.',
      },
      at: 'secondPress',
    },
    {
      says: {
        zh: '其他柜员的单据由主管处理，须先填写理由。',
        en: "Another clerk's paper is a supervisor's, for a reason.",
      },
    },
  ],
  rules: [
    ofPapers(3, {
      zh: '没有打印成功的单据留在队列，直到打印、保存或取消。',
      en: 'A paper that failed stays in the queue until it is printed, saved or taken out.',
    }),
    ofPapers(3, { zh: '再次打印的单据编号注明。', en: 'A reprint is numbered and says so.' }),
    ruled(5, {
      zh: '处理其他柜员的单据须有理由，记录在案。',
      en: "Taking another clerk's paper needs a reason and goes on record.",
    }),
  ],
  faults: [
    {
      what: { zh: '仍未打印', en: 'Still not printed' },
      cause: {
        zh: '没有打印机、打印机停用，或打印系统没有应答。',
        en: 'No printer, one that stands still, or no answer of the printing system.',
      },
      kept: { zh: '单据留在队列。', en: 'The paper stays in the queue.' },
      cure: {
        zh: '换打印机；仍不行的，保存为文件另行打印。',
        en: 'Take another printer, or save it and print it elsewhere.',
      },
    },
    { code: 'PRINT_JOB_UNKNOWN', cause: { zh: '别处刚处理过。', en: 'Somebody has just dealt with it.' } },
    {
      code: 'REASON_REQUIRED',
      cause: { zh: '处理其他柜员的单据没有写理由。', en: "Another clerk's paper was taken without a reason." },
    },
    { code: 'SAVE_FAILED', cause: { zh: '所选位置不能写入。', en: 'The chosen place cannot be written.' } },
  ],
  near: ['statement', 'documentCheck'],
};
