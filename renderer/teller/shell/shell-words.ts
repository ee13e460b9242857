/** The words around the tasks: header, palette, keys, help, and what is asked before a customer or a clerk is left. */
import type { WordPairs } from '../../shared/words/word-pairs.ts';

export const shellWords = {
  header: {
    label: { zh: '网点与柜员', en: 'Office and clerk' },
    office: { zh: '网点 {code}', en: 'Office {code}' },
    businessDay: { zh: '营业日 {date}', en: 'business day {date}' },
    clerk: { zh: '{name}（{role} {code}）', en: '{name} ({role} {code})' },
    lock: { zh: '锁定', en: 'Lock' },
    demo: { zh: '演示', en: 'demo' },
    byBooks: { zh: '按账务日', en: 'by its books' },
    signOut: { zh: '签退', en: 'Sign out' },
    keys: { zh: '快捷键', en: 'Keys' },
    help: { zh: '帮助', en: 'Help' },
  },
  task: {
    label: { zh: '业务', en: 'Tasks' },
    counted: { zh: '{task}（{count}）', en: '{task} ({count})' },
  },
  ownPasswordEnds: {
    zh: '您的签到密码 {at} 到期，到期后只能用来设置新密码。现在就可以改：{key}，输入“修改密码”。',
    en: 'Your password ends at {at}; from then on it only serves to set another one. Change it now: {key}, "own password".',
  },
  keys: {
    title: { zh: '快捷键', en: 'Keys' },
    everywhere: { zh: '随处可用', en: 'Everywhere' },
    Enter: { zh: 'Enter：到下一栏，填完即提交', en: 'Enter: next field, and submit when all are filled' },
  },
  leaving: {
    title: { zh: '有未办结事项', en: 'Unfinished work' },
    asked: {
      finish: { zh: '{what}。仍要结束办理吗？', en: 'Unfinished: {what}. Finish the visit anyway?' },
      signOut: { zh: '{what}。仍要签退吗？', en: 'Unfinished: {what}. Sign out anyway?' },
      close: { zh: '{what}。仍要关闭程序吗？', en: 'Unfinished: {what}. Close the program anyway?' },
      otherClerk: {
        zh: '柜员 {code} 的窗口里{what}。仍要换人签到吗？',
        en: 'Unfinished in the window of clerk {code}: {what}. Sign in anyway?',
      },
    },
    what: {
      working: { zh: '有一笔业务正在办理', en: 'a transaction is in progress' },
      typing: { zh: '客户正在输入或核对', en: 'the customer is entering or reading something' },
      declined: {
        zh: '持卡人表示有误的挂失（{n} 份）还没有撤销或解除',
        en: 'loss reports the holder said are not right, not yet taken back or cancelled: {n}',
      },
      requests: { zh: '有 {n} 项授权申请还在等待处理', en: 'requests waiting for a supervisor: {n}' },
      papers: { zh: '有 {n} 份单据没有打印也没有保存', en: 'documents neither printed nor saved: {n}' },
    },
    and: { zh: '，', en: ', ' },
    do: {
      finish: { zh: '办理结束', en: 'Finish the visit' },
      signOut: { zh: '签退', en: 'Sign out' },
      close: { zh: '关闭程序', en: 'Close the program' },
      otherClerk: { zh: '换人签到', en: 'Sign in' },
    },
  },
  shortcut: {
    language: { zh: '切换语言', en: 'Change language' },
    enlarge: { zh: '放大界面', en: 'Larger' },
    reduce: { zh: '缩小界面', en: 'Smaller' },
    originalSize: { zh: '恢复原大小', en: 'Original size' },
    keysOverview: { zh: '快捷键一览', en: 'All keys' },
    help: { zh: '当前页面的帮助', en: 'Help for this screen' },
    ownServer: { zh: '本机与网点服务器', en: 'This computer and its server' },
    saveSheet: { zh: '保存恢复单', en: 'Save the recovery sheet' },
    firstRunChoice: { zh: '选择开始方式', en: 'Choose how to start' },
    demoClerk: { zh: '填入演示柜员', en: 'Fill in a demo clerk' },
    palette: { zh: '查找业务、操作、参数、帮助和凭证', en: 'Search tasks, actions, settings, help and documents' },
    lock: { zh: '锁定窗口', en: 'Lock the window' },
    askInQueue: { zh: '送入授权队列', en: 'Send to the queue' },
    stepBack: { zh: '退一步，或结束持卡人的输入', en: 'Go back a step, or stop waiting for the holder' },
    printPaper: { zh: '打印', en: 'Print' },
    savePaper: { zh: '保存', en: 'Save' },
    paperSize: { zh: '换纸张', en: 'Change paper size' },
    previousListPage: { zh: '列表上一页', en: 'Previous page of the list' },
    nextListPage: { zh: '列表下一页', en: 'Next page of the list' },
    previousPaperPage: { zh: '预览上一页', en: 'Previous page of the preview' },
    nextPaperPage: { zh: '预览下一页', en: 'Next page of the preview' },
    previousEnlargedPage: { zh: '放大预览的上一页', en: 'Previous page of the enlarged preview' },
    nextEnlargedPage: { zh: '放大预览的下一页', en: 'Next page of the enlarged preview' },
    enlargePaper: { zh: '放大预览', en: 'Enlarge the preview' },
    confirmBack: { zh: '先不办', en: 'Go back' },
    back: { zh: '返回', en: 'Back' },
  },
} satisfies WordPairs;

declare module '../../shared/words/word-lists.ts' {
  interface WordLists {
    shell: typeof shellWords;
  }
}
