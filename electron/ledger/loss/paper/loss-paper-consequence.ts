/** What follows from what the paper is about, in one sentence with dates, in Chinese and English. */
import type { LossStatus } from '../../../contract/kernel/vocabulary.ts';
import type { LossOnPaper, LossPaperView } from './loss-paper-view.ts';
import type { Label } from '../../paper/paper-labels.ts';

export function consequenceOf(view: LossPaperView): Label {
  switch (view.kind) {
    case 'loss-form':
      return sentence(view.loss === null ? [] : lossClauses(view.loss, view.reissue !== null));
    case 'password-receipt':
      return sentence([pinClause(view)]);
    case 'reissue-receipt':
      return sentence([
        {
          zh: '账户已转至新卡，原卡永久停用',
          en: 'the account has been transferred to the new card and the old card can never be used again',
        },
        { zh: '工本费另行登记，不从账户扣收', en: 'the fee is recorded, not taken from the account' },
      ]);
    case 'cancellation-receipt':
      return sentence([
        { zh: '该挂失已解除，恢复支付', en: 'the loss report has been cancelled and payments are possible again' },
      ]);
    case 'take-back-receipt':
      return sentence([
        {
          zh: '该挂失系误登记，已撤销，卡和密码恢复到挂失前的状态',
          en: 'the loss report was made by mistake and has been taken back; card and password are as they were before it',
        },
        { zh: '其间被拒绝的支付不再补记', en: 'payments declined in the meantime stay declined' },
      ]);
    case 'contact-receipt':
      return sentence([
        {
          zh: '联系方式已按持卡人本人确认更改，自即日起以新登记为准',
          en: 'phone and address have been changed as the holder confirmed and count from now on',
        },
      ]);
    case 'identity-receipt':
      return sentence([
        {
          zh: '登记信息已按所出示的证件更正，原登记内容留档备查',
          en: 'the registered details have been corrected from the document shown; the earlier ones stay on record',
        },
      ]);
    case 'correction-receipt':
      return sentence([
        {
          zh: '原记账有误，已按相反金额更正，更正记在当前营业日',
          en: 'the entry was wrong and its opposite has been posted on the present business day',
        },
        { zh: '原记录保留，两笔均列示在对账单上', en: 'the original stays, and a statement lists both' },
      ]);
    case 'closing-receipt':
      return sentence([
        {
          zh: '账户已销户，卡、密码和网上登录随之失效',
          en: 'the account is closed; card, passwords and online login have ended with it',
        },
        { zh: '历史记录保留，可凭证件查询', en: 'its history is kept and can be asked for with the ID card' },
      ]);
  }
}

function sentence(clauses: readonly Label[]): Label {
  const en = clauses.map((clause) => clause.en).join('; ');
  return {
    zh: `${clauses.map(({ zh }) => zh).join('；')}。`,
    en: `${en.charAt(0).toUpperCase()}${en.slice(1)}.`,
  };
}

function pinClause({ password }: LossPaperView): Label {
  return password?.task === 'telephone'
    ? {
        zh: '电话密码已由客户本人输入并生效，任何凭证均不载密码',
        en: 'the telephone password was entered by the customer in person and is now in effect; no document shows it',
      }
    : {
        zh: '密码已由客户本人输入并生效，任何凭证均不载密码',
        en: 'the password was entered by the customer in person and is now in effect; no document shows it',
      };
}

function lossClauses(loss: LossOnPaper, reissued: boolean): readonly Label[] {
  const { status } = loss;
  if (status !== 'reported' && status !== 'waiting') return [...stopClauses(loss, 'were'), endClause(status, loss)];
  return [...stopClauses(loss, 'are'), ...(reissued ? [REISSUED] : cardClockClauses(loss)), ...pinClockClauses(loss)];
}

/** A report of a PIN alone stops no debit by itself: it voids the PIN. */
function stopClauses({ object, lostFrom }: LossOnPaper, are: 'are' | 'were'): readonly Label[] {
  if (object === 'password' || lostFrom === null) return [];
  return [
    {
      zh: `自 ${lostFrom} 起停止支付（止付），资金划入不受影响`,
      en: `debits ${are} stopped from ${lostFrom} and allocations are still credited`,
    },
  ];
}

function cardClockClauses({ object, lapsesOn, reissueFrom }: LossOnPaper): readonly Label[] {
  if (object === 'password') return [];
  const lapse = {
    zh: `本口头挂失有效期至 ${lapsesOn} 24:00，逾期未办理书面挂失即失效`,
    en: `unless confirmed in writing, this report lapses at 24:00 on ${lapsesOn}`,
  };
  const reissue = { zh: `${reissueFrom} 起可补卡`, en: `a new card can be issued from ${reissueFrom}` };
  return [...(lapsesOn === null ? [] : [lapse]), ...(reissueFrom === null ? [] : [reissue])];
}

function pinClockClauses({ object, renewFrom }: LossOnPaper): readonly Label[] {
  if (object === 'card') return [];
  const from = { zh: `，${renewFrom} 起可设新密码`, en: ` and a new one can be set from ${renewFrom}` };
  const { zh, en } = renewFrom === null ? { zh: '', en: '' } : from;
  return [{ zh: `原密码即时作废${zh}`, en: `the old password becomes void at once${en}` }];
}

const REISSUED: Label = {
  zh: '已补卡，原卡永久停用',
  en: 'a new card has been issued and the old card can never be used again',
};

function endClause(status: Exclude<LossStatus, 'reported' | 'waiting'>, { lapsesOn }: LossOnPaper): Label {
  switch (status) {
    case 'lapsed':
      return lapsesOn === null
        ? { zh: '本挂失已失效', en: 'this report has lapsed' }
        : { zh: `本挂失已于 ${lapsesOn} 24:00 失效`, en: `this report lapsed at 24:00 on ${lapsesOn}` };
    case 'superseded':
      return { zh: '本挂失已由后续挂失取代', en: 'a later report has taken the place of this one' };
    case 'cancelled':
      return { zh: '本挂失已解除', en: 'this report has been cancelled' };
    case 'reissued':
      return REISSUED;
    case 'renewed':
      return { zh: '原密码已作废，新密码已设置', en: 'the old password is void and a new one has been set' };
    case 'taken-back':
      return { zh: '本挂失系误登记，已撤销', en: 'this report was made by mistake and has been taken back' };
  }
}
