/** The customer's window. */
import { noAnswer } from '../fake/fake-wire.ts';
import { askedFor } from '../fake/fake-customer.ts';
import { reports } from '../known.ts';
import { customerScreen } from '../screen.ts';

/** Of no use to anybody who sees the gallery. */
/** As long as an address may be kept. */
const newContact = { phone: '13700000009', address: '朝阳区建国门外大街甲十二号院三号楼二单元五零二室'.repeat(3) };
const digits = ['7', '3', '1', '9', '4', '2'] as const;

export const customerIdleScreen = customerScreen('customer-idle', {
  idle: {},
  'in a visit': { program: { doing: 'visit' } },
  'in a visit, a statement': { program: { doing: 'statement' } },
  'in a visit, a loss': { program: { doing: 'loss' } },
  'in a visit, a paper in large type': { program: { doing: 'paper', largeType: true } },
  'without an office': { program: { officeName: '' } },
  'of a bank that is named': { program: { bankName: '首都商业银行' } },
  'long name': { program: { officeName: '中国邮政储蓄银行股份有限公司呼和浩特市新城区海拉尔东路支行营业所' } },
});

export const pinEntryScreen = customerScreen('pin-entry', {
  'first PIN': { program: { task: askedFor('first', 'new') } },
  'of a bank that is named': {
    program: { ...{ bankName: '首都商业银行股份有限公司', doing: 'visit' }, task: askedFor('first', 'new') },
  },
  'in large type': {
    program: {
      ...{ doing: 'visit', largeType: true },
      task: askedFor('first', 'new', { fault: { kind: 'weak', rule: 'ID_NUMBER', triesLeft: 2 } }),
    },
  },
  'old PIN': { program: { task: askedFor('change', 'old') } },
  'new PIN': { program: { task: askedFor('change', 'new') } },
  'once more': { program: { task: askedFor('change', 'repeat') } },
  'after its loss': { program: { task: askedFor('reset', 'new') } },
  proof: { program: { task: askedFor('prove', 'old') } },
  'telephone password': { program: { task: askedFor('telephone', 'new') } },
  'three digits typed': {
    program: { task: askedFor('change', 'old') },
    show: (desk) => desk.pressKeys(...digits.slice(0, 3)),
  },
  'too few digits': {
    program: { task: askedFor('change', 'old') },
    show: (desk) => desk.pressKeys('7', '3', 'Enter'),
  },
  'being judged': {
    program: { task: askedFor('change', 'old'), answers: { 'customer.enterPin': noAnswer } },
    show: (desk) => desk.pressKeys(...digits, 'Enter'),
  },
  wrong: { program: { task: askedFor('change', 'old', { fault: { kind: 'wrong', triesLeft: 1 } }) } },
  'too weak': {
    program: { task: askedFor('first', 'new', { fault: { kind: 'weak', rule: 'ID_NUMBER', triesLeft: 2 } }) },
  },
  'the two differ': {
    program: { task: askedFor('first', 'new', { fault: { kind: 'different', triesLeft: 2 } }) },
  },
  'no more time to ask for': { program: { task: askedFor('change', 'old', { leftMs: 12_000, moreTimeLeft: 0 }) } },
  'little time left': { program: { task: askedFor('change', 'old', { leftMs: 12_000 }) } },
});

export const lossReadingScreen = customerScreen('loss-reading', {
  'written report': { program: { task: askedFor('acknowledge', 'read', { loss: reports.formal }) } },
  'in large type': {
    program: { doing: 'loss', largeType: true, task: askedFor('acknowledge', 'read', { loss: reports.closed }) },
  },
  'oral report': { program: { task: askedFor('acknowledge', 'read', { loss: reports.oral }) } },
  'card and PIN': { program: { task: askedFor('acknowledge', 'read', { loss: reports.closed }) } },
});

export const contactReadingScreen = customerScreen('contact-reading', {
  'new phone and address': { program: { task: askedFor('contact', 'read', { contact: newContact }) } },
  'new phone, large type': {
    program: { largeType: true, task: askedFor('contact', 'read', { contact: { ...newContact, address: null } }) },
  },
});

export const taskEndScreen = customerScreen('task-end', {
  done: { program: { task: askedFor('change', 'repeat', { ended: 'done' }) } },
  'done, in large type': {
    program: { doing: 'visit', largeType: true, task: askedFor('change', 'repeat', { ended: 'done' }) },
  },
  'PIN proven': { program: { task: askedFor('prove', 'old', { ended: 'done' }) } },
  locked: { program: { task: askedFor('change', 'old', { ended: 'locked' }) } },
  'no new PIN in three tries': { program: { task: askedFor('first', 'new', { ended: 'tries' }) } },
  'time is up': { program: { task: askedFor('first', 'new', { ended: 'timed-out' }) } },
  cancelled: { program: { task: askedFor('first', 'new', { ended: 'cancelled' }) } },
  'ended by the clerk': { program: { task: askedFor('first', 'new', { ended: 'abandoned' }) } },
  interrupted: { program: { task: askedFor('first', 'new', { ended: 'interrupted' }) } },
  'contact is right': { program: { task: askedFor('contact', 'read', { ended: 'done', contact: newContact }) } },
  'contact is wrong': { program: { task: askedFor('contact', 'read', { ended: 'cancelled', contact: newContact }) } },
  'report is right': { program: { task: askedFor('acknowledge', 'read', { ended: 'done', loss: reports.formal }) } },
  'report is not right': {
    program: { task: askedFor('acknowledge', 'read', { ended: 'cancelled', loss: reports.formal }) },
  },
});
