/** The words of the print queue. */
import type { WordPairs } from '../../shared/words/word-pairs.ts';

export const printQueueWords = {
  printQueue: {
    title: { zh: '打印队列', en: 'Print queue' },
    empty: {
      zh: '没有等待打印的单据。没有打印成功的单据会留在这里，可再打印或保存。',
      en: 'No documents are waiting. One that could not be printed stays here, to be printed again or saved.',
    },
    caption: { zh: '等待打印和已打印的单据', en: 'Documents waiting and printed' },
    document: { zh: '单据', en: 'Document' },
    original: { zh: '正本', en: 'original' },
    reprint: { zh: '第 {copy} 份', en: 'copy {copy}' },
    state: { zh: '状态', en: 'State' },
    states: {
      queued: { zh: '等待', en: 'waiting' },
      printed: { zh: '已打印', en: 'printed' },
      cancelled: { zh: '已取消', en: 'cancelled' },
    },
    queuedAt: { zh: '时间', en: 'Time' },
    clerk: { zh: '柜员', en: 'Clerk' },
    card: { zh: '卡号', en: 'Card' },
    actions: { zh: '操作', en: 'Actions' },
    printer: { zh: '打印机', en: 'Printer' },
    reason: { zh: '处理其他柜员单据的理由（记入审计）', en: "Reason for handling another clerk's document (recorded)" },
    defaultPrinter: { zh: '默认打印机', en: 'Default printer' },
    noPrinters: { zh: '没有找到打印机；可以保存为文件。', en: 'No printer found. Documents can be saved as files.' },
    retry: { zh: '打印', en: 'Print' },
    retryOf: { zh: '打印 {number}', en: 'Print {number}' },
    save: { zh: '保存', en: 'Save' },
    saveOf: { zh: '保存 {number}', en: 'Save {number}' },
    cancel: { zh: '取消打印', en: 'Remove' },
    cancelOf: { zh: '取消打印 {number}', en: 'Remove {number}' },
    refresh: { zh: '刷新', en: 'Refresh' },
    queued: {
      zh: '{number} 没有打印：{failure}。单据仍在队列中，可再打印或保存。',
      en: '{number} was not printed: {failure}. It stays in the queue; print it again or save it.',
    },
    saved: { zh: '{number} 已保存：{fileName}。', en: '{number} has been saved: {fileName}.' },
    notSaved: { zh: '没有保存：对话框已关闭。', en: 'Not saved: the dialog was closed.' },
    cancelled: { zh: '{number} 已取消。', en: '{number} has been removed from the queue.' },
    gone: {
      zh: '{number} 已不在打印队列中，没有重复办理。',
      en: '{number} is no longer in the queue; nothing was done twice.',
    },
  },
  final: {
    paper: {
      zh: '将取消打印单据 {number}（卡 {card}），并移出打印队列。',
      en: 'Document {number} (card {card}) will be removed from the queue and not printed.',
    },
    paperName: { zh: '取消这份单据', en: 'Remove this document' },
  },
} satisfies WordPairs;

declare module '../../shared/words/word-lists.ts' {
  interface WordLists {
    printQueue: typeof printQueueWords;
  }
}
