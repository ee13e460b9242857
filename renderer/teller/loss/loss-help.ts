/** Help for reporting a loss, at the counter and by telephone. */
import { ruled, type HelpPage } from '../help/help-page.ts';

export const lossHelp: HelpPage = {
  steps: [
    {
      says: {
        zh: '先按 {taskVisit} 识别客户（卡已丢失的，在那里按 {cardLost}）；再按 {taskLoss}。',
        en: 'Open a visit with {taskVisit} (for a lost card, {cardLost} there); then press {taskLoss}.',
      },
    },
    {
      says: {
        zh: '按 {lostObject} 至 {lostObjectLast} 选挂失对象，{lossKind}、{lossKindLast} 选书面或口头。密码只办书面挂失。',
        en: '{lostObject} to {lostObjectLast} choose what is lost; {lossKind} and {lossKindLast} choose in writing or orally. A password can only be reported in writing.',
      },
    },
    {
      says: {
        zh: '填发现丢失的时间（可不填，只印在申请书上）、联系地址和电话。读清下面一句话：何时止付、何时失效、何时可补卡。',
        en: 'Enter when it was found missing (optional; printed on the form only), the address and the phone number. Read the sentence below: when debits stop, when the report lapses, when a new card can be issued.',
      },
    },
    {
      says: {
        zh: '只挂失卡：Enter，核对提示，再按 Enter。',
        en: 'Card only: press Enter, read the sentence, press Enter again.',
      },
      at: 'secondPress',
    },
    {
      says: {
        zh: '含密码：主管核对本人和身份证后在此授权，或按 {askInQueue} 送入授权队列。',
        en: 'With the password: a supervisor checks the holder and the ID card and authorises here, or {askInQueue} sends the request to the queue.',
      },
      at: 'secondPerson',
    },
    {
      says: {
        zh: '书面挂失打印申请书（{printPaper}），由持卡人签字；口头挂失把挂失编号告诉持卡人。',
        en: 'In writing: print the form ({printPaper}) for the holder to sign. Orally: give the holder the report number.',
      },
      at: 'paper',
    },
    {
      says: {
        zh: '{askHolder} 请持卡人在客户窗口核对；表示有误的记录在案，挂失不变，并转到撤销误挂。',
        en: "{askHolder} asks the holder to check the report at the customer's window. If the holder says it is not right, that is recorded, the report stays in force, and you are taken to taking it back.",
      },
      at: 'customerEntry',
    },
    {
      says: {
        zh: '来电挂失：{telephone}，核对身份证号码、姓名、登记手机号三项，只告知挂失编号；查余额另须电话密码。',
        en: 'Loss by telephone: press {telephone}; ID number, name and phone number on file must match, and only the report number is told. The balance takes the telephone password too.',
      },
    },
  ],
  rules: [
    {
      says: {
        zh: '口头挂失须限期补办书面挂失，逾期失效：登记日后第 5 个自然日 24 时（参数 oralLossDays）。',
        en: 'An oral report lapses unless confirmed in writing, at 24:00 on the fifth calendar day after it was made (setting oralLossDays).',
      },
      source: {
        zh: '《储蓄管理条例》第三十一条；业务规则第 3 节',
        en: 'Regulations on Savings Administration, article 31; Rules, section 3',
      },
    },
    ruled(3, {
      zh: '止付自挂失登记时起，不影响资金划入；发现丢失的时间不改变止付时间。',
      en: 'Debits stop from the time of the report; allocations are still credited. The time it was found missing does not change this.',
    }),
    ruled(3, {
      zh: '自书面挂失日起满 7 个自然日可以补卡（参数 reissueWaitDays）。',
      en: 'A new card can be issued once 7 calendar days have passed since the written report (setting reissueWaitDays).',
    }),
    ruled(2, {
      zh: '代办人可以挂失卡，不得挂失密码。',
      en: 'An agent may report a card lost, but not a password.',
    }),
    ruled(3, {
      zh: '电话只办理卡的口头挂失和余额；告知任何资料须凭电话密码，口头挂失不须。不得询问卡的密码。',
      en: "By telephone only an oral card loss report and the balance are available. Nothing is told without the telephone password; an oral report needs none. Never ask for the card's password.",
    }),
  ],
  faults: [
    {
      code: 'LOSS_ALREADY_REPORTED',
      cause: { zh: '此前已挂失。', en: 'It has already been reported.' },
    },
    {
      code: 'LOSS_TIME_INVALID',
      cause: { zh: '填了不存在的时间，或晚于现在。', en: 'The time does not exist or is in the future.' },
    },
    {
      code: 'TELEPHONE_PASSWORD_WRONG',
      cause: {
        zh: '来电人报错；连续 3 次锁定（参数 pinTries）。',
        en: 'The caller gave a wrong one; three in a row lock it (setting pinTries).',
      },
    },
    {
      code: 'TELEPHONE_PASSWORD_UNSET',
      cause: { zh: '持卡人没有在柜台设置电话密码。', en: 'The holder has not set one at a counter.' },
    },
    {
      code: 'SECOND_PERSON_SAME',
      cause: { zh: '经办人给自己授权。', en: 'The clerk tried to authorise their own work.' },
    },
    {
      what: { zh: '挂失办错了', en: 'The loss was reported by mistake' },
      cause: {
        zh: '对象或方式选错，或卡已找到。',
        en: 'The wrong object or kind was chosen, or the card has been found.',
      },
      kept: {
        zh: '挂失有效，继续止付；申请书留档。',
        en: 'The report stays in force and debits stay stopped; the form is kept.',
      },
      cure: {
        zh: '按 {taskFollowUp}：登记当日 30 分钟内（参数 lossTakeBackMinutes）写明原因、由主管授权撤销；此后由持卡人本人解除挂失。',
        en: "Press {taskFollowUp}. Within 30 minutes, on the same day (setting lossTakeBackMinutes), it can be taken back with a reason and a supervisor's authorisation; after that the holder must cancel it in person.",
      },
    },
  ],
  near: ['visit', 'followUp', 'pin', 'worklist'],
};
