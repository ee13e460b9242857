/** What the pages say when something does not go on: what happened, what stands, and where to go. */
import type { ErrorCode } from '../../electron/contract/kernel/errors.ts';
import type { HolderNotice } from '../../electron/contract/online/holder-pages.ts';
import type { WordPair } from '../../electron/contract/messages/word-pair.ts';

interface Notice {
  readonly title: WordPair;
  readonly text: WordPair;
}

export const noticeWords: Readonly<Record<HolderNotice, Notice>> = {
  'signed-out': {
    title: { zh: '您已退出', en: 'You have signed out' },
    text: {
      zh: '这台设备上没有留下您的资料。',
      en: 'Nothing of yours has been left on this device.',
    },
  },
  ended: {
    title: { zh: '登录已结束', en: 'Your session has ended' },
    text: {
      zh: '为了安全，一段时间不用就会结束，或者您在别处重新登录了。已经办好的都有效。',
      en: 'It ends after a while for your safety, or because you signed in somewhere else. What you have done stands.',
    },
  },
  'not-found': {
    title: { zh: '没有这个页面', en: 'There is no such page' },
    text: { zh: '请检查网址，或从首页开始。', en: 'Check the address, or begin at the start page.' },
  },
  stale: {
    title: { zh: '这个页面打开得太久了', en: 'This page was open for too long' },
    text: {
      zh: '没有办理任何业务。请返回重新打开页面，再提交一次。',
      en: 'Nothing was done. Go back, open the page again and send it once more.',
    },
  },
  'too-often': {
    title: { zh: '请求太多了', en: 'Too many requests' },
    text: {
      zh: '这一次没有办理。请等一分钟再试；急着挂失可以打客服电话。',
      en: 'This one was not done. Wait a minute and try again; if it is urgent, call the service line.',
    },
  },
  'too-large': {
    title: { zh: '提交的内容无法处理', en: 'What was sent cannot be used' },
    text: { zh: '没有办理任何业务。请从首页重新开始。', en: 'Nothing was done. Begin again at the start page.' },
  },
  away: {
    title: { zh: '服务暂时不可用', en: 'The service is away for a moment' },
    text: {
      zh: '已经办好的都有效。请过一分钟再试；急着挂失可以打客服电话。',
      en: 'What you have done stands. Try again in a minute; if it is urgent, call the service line.',
    },
  },
  fault: {
    title: { zh: '出错了', en: 'Something went wrong' },
    text: {
      zh: '不确定这一步有没有办好。请从首页重新查看；急着挂失可以打客服电话。',
      en: 'This step may not have been done. Look again from the start page; if it is urgent, call the service line.',
    },
  },
  already: {
    title: { zh: '这张卡已经挂失了', en: 'This card is already reported lost' },
    text: {
      zh: '它现在不能付款，不需要再挂失。用挂失编号可以查询进度。',
      en: 'Nobody can pay with it, and there is nothing more to do. Follow the report up with its number.',
    },
  },
  refused: {
    title: { zh: '没有办理', en: 'This was not done' },
    text: { zh: '原因如下。', en: 'The reason stands below.' },
  },
};

/** Where the sentence of the counter would send a holder to a clerk's keys. */
export const holderSentences: Readonly<Partial<Record<ErrorCode, WordPair>>> = {
  INPUT_INVALID: { zh: '填写的内容不对，请检查后再试。', en: 'This is not in the right form. Check it and try again.' },
  ID_NUMBER_INVALID: {
    zh: '身份证号码有误，请对照证件重新输入。',
    en: 'This is not a valid ID number. Enter it again from the ID card.',
  },
  CARD_NUMBER_INVALID: { zh: '卡号后四位有误。', en: 'These are not four digits of a card number.' },
  NAME_INVALID: { zh: '请按身份证重新输入姓名。', en: 'Enter the name as it is on the ID card.' },
  PHONE_INVALID: { zh: '手机号码有误，请重新输入。', en: 'This is not a valid phone number. Enter it again.' },
  LOSS_UNKNOWN: {
    zh: '没有找到这份挂失。请核对编号。',
    en: 'This report was not found. Check the number.',
  },
  LOSS_ALREADY_REPORTED: {
    zh: '这张卡已经挂失，现在不能付款。不需要再挂失一次。',
    en: 'This card is already reported lost and nobody can pay with it. There is nothing more to do.',
  },
  TAKE_BACK_LATE: {
    zh: '撤销的时间已过。请带身份证到任一网点办理解除挂失。',
    en: 'It is too late to withdraw it here. Go to any office with your ID card to end the report.',
  },
  TAKE_BACK_FOLLOWED: {
    zh: '这份挂失之后又有办理，不能在这里撤销。请带身份证到任一网点。',
    en: 'Something has followed this report, so it cannot be withdrawn here. Go to any office with your ID card.',
  },
};
