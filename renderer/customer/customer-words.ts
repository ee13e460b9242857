/** The words of the customer's window. */
import type { WordPairs } from '../shared/words/word-pairs.ts';

export const customerWords = {
  customer: {
    welcome: { zh: '欢迎光临', en: 'Welcome' },
    doing: {
      visit: { zh: '正在为您办理业务', en: 'You are being served' },
      statement: { zh: '正在为您查询交易明细', en: 'Your statement is being prepared' },
      loss: { zh: '正在为您办理挂失', en: 'Your loss report is being processed' },
      paper: { zh: '正在为您打印单据，请核对', en: 'Your paper is being printed; please read it' },
    },
    wait: {
      zh: '需要您输入或核对时，会在这里显示。',
      en: 'Anything you need to enter or check will be shown here.',
    },
    otherLanguage: { zh: 'English', en: '中文' },
    largeType: { zh: '大字', en: 'Large type' },
    clock: { zh: '当前时间', en: 'Time' },
    task: {
      first: { zh: '设置医保卡密码', en: 'Set the password of your card' },
      change: { zh: '修改医保卡密码', en: 'Change the password of your card' },
      reset: { zh: '重新设置医保卡密码', en: 'Set a new password for your card' },
      prove: { zh: '验证医保卡密码', en: 'Verify the password of your card' },
      telephone: { zh: '设置电话密码', en: 'Set your telephone password' },
      acknowledge: { zh: '您的挂失申请', en: 'Your loss report' },
      contact: { zh: '您的联系方式', en: 'Your phone and address' },
    },
    ask: {
      old: { zh: '请输入现在的密码', en: 'Enter your current password' },
      new: { zh: '请输入新的六位密码', en: 'Enter a new password of six digits' },
      repeat: { zh: '请再输入一遍新密码', en: 'Enter the new password again' },
      read: { zh: '请核对：这是您申请的内容吗？', en: 'Please check: is this what you reported?' },
      contact: {
        zh: '请核对：今后按这里的电话和地址与您联系，对吗？',
        en: 'Please check: may we contact you like this from now on?',
      },
    },
    contact: {
      phone: { zh: '新联系电话', en: 'New phone' },
      address: { zh: '新联系地址', en: 'New address' },
      noAddress: { zh: '不留地址', en: 'none kept' },
    },
    loss: {
      number: { zh: '挂失编号', en: 'Report number' },
      what: { zh: '挂失对象', en: 'Reported lost' },
      object: {
        card: { zh: '卡', en: 'Card' },
        password: { zh: '密码', en: 'Password' },
        both: { zh: '双挂失（卡和密码）', en: 'Card and password' },
      },
      how: { zh: '挂失方式', en: 'How' },
      kind: {
        formal: { zh: '书面挂失', en: 'In writing' },
        oral: { zh: '口头挂失', en: 'Orally' },
      },
      lostFrom: { zh: '止付时间', en: 'Payments stopped from' },
      lapsesOn: { zh: '自动失效（当日 24 时）', en: 'Lapses at the end of' },
      reissueFrom: { zh: '可补卡日期', en: 'New card from' },
      renewFrom: { zh: '可重设密码日期', en: 'New password from' },
      yes: { zh: '核对无误', en: 'Yes, that is right' },
      no: { zh: '有误', en: 'No' },
      keysHint: {
        zh: '键盘：* 键表示无误，Esc 键表示有误。',
        en: 'On the keyboard: * for yes, Esc for no.',
      },
    },
    holder: { zh: '姓名', en: 'Name' },
    card: { zh: '医保卡号', en: 'Card' },
    aside: { zh: '请不要让他人看到您输入的数字。', en: 'Do not let anyone see the digits you enter.' },
    entered: { zh: '已输入 {count} 位，共 6 位', en: '{count} of 6 digits entered' },
    pad: { zh: '数字键盘，数字次序每次不同', en: 'Keypad; the order of the digits changes each time' },
    erase: { zh: '退格', en: 'Erase' },
    submit: { zh: '确认', en: 'OK' },
    cancel: { zh: '取消', en: 'Cancel' },
    keysHint: {
      zh: '也可以用键盘上的数字键：回车键确认，退格键删除，Esc 键取消。',
      en: 'You can also use the number keys: Enter for OK, Backspace to erase, Esc to cancel.',
    },
    sending: { zh: '正在核对，请稍候……', en: 'Checking, please wait…' },
    incomplete: {
      zh: '密码是六位数字，请输完后再确认。',
      en: 'The password has six digits. Enter all of them, then press OK.',
    },
    moreTime: { zh: '延长时间（+ 键）', en: 'More time (key +)' },
    left: { zh: '剩余时间', en: 'Time left' },
    nearlyOver: { zh: '时间快到了', en: 'Time is nearly up' },
    wrong: {
      zh: '密码错误，还可以试 {count} 次，用完就会锁定。',
      en: 'That password is incorrect. Attempts left before it is locked: {count}.',
    },
    different: {
      zh: '两次输入的新密码不一样，请重新输入新密码；还可以试 {count} 次。',
      en: 'The two new passwords do not match; enter the new password again. Attempts left: {count}.',
    },
    tries: { zh: '还可以试 {count} 次。', en: 'Attempts left: {count}.' },
    weak: {
      FORM: { zh: '密码必须正好是六位数字。', en: 'The password must be exactly six digits.' },
      ALL_EQUAL: { zh: '六位数字不能全部相同。', en: 'The six digits must not all be the same.' },
      ISSUER_DEFAULT: {
        zh: '不能使用发卡时的初始密码。',
        en: 'This is the default password issued with cards; choose another one.',
      },
      RUN: { zh: '不能使用连续递增或递减的数字。', en: 'Consecutive digits, up or down, are not allowed.' },
      BIRTH_DATE: { zh: '不能使用您的出生日期。', en: 'Your date of birth is not allowed.' },
      ID_NUMBER: {
        zh: '不能使用身份证号码的末六位。',
        en: 'The last six digits of your ID number are not allowed.',
      },
      PHONE: {
        zh: '不能使用手机号码的末六位。',
        en: 'The last six digits of your phone number are not allowed.',
      },
      CARD: { zh: '不能使用卡号的末六位。', en: 'The last six digits of your card number are not allowed.' },
      PREVIOUS: { zh: '不能使用上一个密码。', en: 'This is your previous password; choose another one.' },
      SAME_AS_OTHER: {
        zh: '卡密码和电话密码不能相同。',
        en: 'The card password and the telephone password must not be the same.',
      },
    },
    done: {
      first: { zh: '医保卡密码已设置。', en: 'The password of your card has been set.' },
      change: { zh: '医保卡密码已修改。', en: 'The password of your card has been changed.' },
      reset: { zh: '医保卡新密码已设置。', en: 'The new password of your card has been set.' },
      prove: { zh: '密码正确，验证通过。', en: 'The password is correct.' },
      telephone: { zh: '电话密码已设置。', en: 'Your telephone password has been set.' },
      acknowledge: { zh: '已记下您核对无误，挂失有效。', en: 'You have confirmed your loss report; it is in force.' },
      contact: { zh: '联系方式已更改。', en: 'Your phone and address have been changed.' },
    },
    follows: {
      receipt: {
        zh: '请等柜员打印密码业务回单，核对后签字。',
        en: 'The clerk will print a receipt; please check and sign it.',
      },
      form: {
        zh: '请等柜员打印挂失申请书，核对后签字。',
        en: 'The clerk will print the loss form; please check and sign it.',
      },
      contact: {
        zh: '请等柜员打印回单，核对后签字。',
        en: 'The clerk will print a receipt; please check and sign it.',
      },
      nothing: { zh: '柜员接着为您办理。', en: 'The clerk will now continue.' },
    },
    ended: {
      locked: {
        zh: '密码输错次数已满，已经锁定，不会自行解除。请向柜员说明，凭身份证可以重新设置。',
        en: 'Too many wrong attempts: the password is locked and will not unlock by itself. Please tell the clerk; with your ID card you can set a new one.',
      },
      tries: {
        zh: '次数已满，没有设置成功，密码没有改变。请告诉柜员，可以重新开始。',
        en: 'No attempts are left. No new password was set and nothing has changed. Please tell the clerk, who can start again.',
      },
      'timed-out': {
        zh: '时间到了，没有做任何改变。需要时请柜员重新开始。',
        en: 'Time is up; nothing has changed. The clerk can start again.',
      },
      cancelled: { zh: '已取消，没有做任何改变。', en: 'Cancelled; nothing has changed.' },
      abandoned: { zh: '柜员已结束，没有做任何改变。', en: 'The clerk has stopped this; nothing has changed.' },
      interrupted: { zh: '办理中断了，请向柜员咨询。', en: 'This was interrupted. Please ask the clerk.' },
    },
    declined: {
      zh: '已告知柜员。请说明哪里有误；撤销之前挂失仍然有效。',
      en: 'The clerk has been told. Please say what is not right; the report stays in force until it is taken back.',
    },
    contactDeclined: {
      zh: '已告知柜员，没有做任何改变。请说明哪里有误。',
      en: 'The clerk has been told; nothing has changed. Please say what is not right.',
    },
    continue: { zh: '知道了', en: 'Close' },
  },
} satisfies WordPairs;

declare module '../shared/words/word-lists.ts' {
  interface WordLists {
    customer: typeof customerWords;
  }
}
