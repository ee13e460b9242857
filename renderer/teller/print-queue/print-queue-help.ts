/** Help for the print queue. */
import { ofPapers, ruled, type HelpPage } from '../help/help-page.ts';

export const printQueueHelp: HelpPage = {
  steps: [
    {
      says: {
        zh: '按 {taskPrintQueue}。没有打成的单据列在这里，附打印系统给出的原因；{refreshQueue} 刷新。',
        en: 'Press {taskPrintQueue}. Documents that were not printed are listed here with the reason; {refreshQueue} refreshes the list.',
      },
    },
    {
      says: {
        zh: '选好打印机；用 Tab 移到该单据的“打印”或“保存”，按 Enter。',
        en: 'Choose the printer, press Tab until Print or Save of the document is selected, then Enter.',
      },
    },
    {
      says: {
        zh: '不再需要的选“取消”；取消和超过 50 页的打印（参数 longPrintPages）须再按一次。',
        en: 'Remove a document that is no longer needed. Removing, and printing more than 50 pages (setting longPrintPages), must be confirmed with a second press.',
      },
      at: 'secondPress',
    },
    {
      says: {
        zh: '其他柜员的单据由主管处理，须先填写理由。',
        en: "Another clerk's document is handled by a supervisor, who must give a reason.",
      },
    },
  ],
  rules: [
    ofPapers(3, {
      zh: '没有打印成功的单据留在队列，直到打印、保存或取消。',
      en: 'A document that failed to print stays in the queue until it is printed, saved or removed.',
    }),
    ofPapers(3, { zh: '补打的单据加编号并注明补打。', en: 'A reprint is numbered and marked as such.' }),
    ruled(5, {
      zh: '处理其他柜员的单据须有理由，记录在案。',
      en: "Handling another clerk's document requires a reason and is recorded.",
    }),
  ],
  faults: [
    {
      what: { zh: '仍未打印', en: 'Still not printed' },
      cause: {
        zh: '没有打印机、打印机停用，或打印系统没有应答。',
        en: 'No printer, a printer that has been stopped, or no answer from the printing system.',
      },
      kept: { zh: '单据留在队列。', en: 'The document stays in the queue.' },
      cure: {
        zh: '换打印机；仍不行的，保存为文件另行打印。',
        en: 'Choose another printer, or save it and print it elsewhere.',
      },
    },
    { code: 'PRINT_JOB_UNKNOWN', cause: { zh: '别处刚处理过。', en: 'Someone else has just dealt with it.' } },
    {
      code: 'REASON_REQUIRED',
      cause: { zh: '处理其他柜员的单据没有写理由。', en: "No reason was given for handling another clerk's document." },
    },
    { code: 'SAVE_FAILED', cause: { zh: '所选位置不能写入。', en: 'The chosen location cannot be written to.' } },
  ],
  near: ['statement', 'documentCheck'],
};
