/** Help for the department's files. */
import { ruled, type HelpPage } from '../help/help-page.ts';

export const monthEndHelp: HelpPage = {
  steps: [
    {
      says: {
        zh: '按 {taskMonthEnd}，再按 {chooseFile} 选择文件，或拖入。划入、清算、参保登记、定点机构文件都在此办理。',
        en: 'Press {taskMonthEnd}, then press {chooseFile} to choose the file, or drop it: allocation, settlement, register or institutions.',
      },
    },
    {
      says: {
        zh: '程序先核对，不记账；{cancelOperation} 可取消。核对笔数、金额、提醒和退回的行，每行写明原因和更正办法。',
        en: 'The file is checked first and nothing is posted; {cancelOperation} cancels. Check the counts, totals, warnings and rejected lines; each line shows its reason and remedy.',
      },
    },
    {
      says: {
        zh: '主管核对合计后，在此输入工号、密码同意，或拒绝并写明理由；也可按 {askInQueue} 送入授权队列。',
        en: 'A supervisor checks the totals and approves here with code and password, or refuses with a reason; {askInQueue} sends the request to the queue.',
      },
      at: 'secondPerson',
    },
    {
      says: {
        zh: '记账完成后按 {saveAnswer} 保存回盘文件，交回发出单位。',
        en: 'Once it is posted, {saveAnswer} saves the answer file, which is returned to the sender.',
      },
    },
    {
      says: {
        zh: '已记账的批次列在下面，可查看退回的行，可重新保存回盘文件。',
        en: 'Posted batches are listed below; their rejected lines can be viewed and their answer files saved again.',
      },
    },
  ],
  rules: [
    ruled(1, {
      zh: '一个划入文件只记账一次：合格的行全部入账，或从未开始记账；每一行都有答复。',
      en: 'An allocation file is posted once: all of its valid lines, or posting never began, with an answer for every line.',
    }),
    ruled(1, {
      zh: '主管授权之后不能取消：柜面业务照常办理，断电后也自动记完；记完之前不能结账（日终）。',
      en: 'Once the supervisor has authorised, it cannot be cancelled: the counters go on working, it continues by itself after a power failure, and the day can be closed only afterwards.',
    }),
    ruled(1, {
      zh: '没有一行合格的文件不记账，整个拒绝，批次号留给正确的文件。',
      en: 'A file without a single valid line is rejected whole, and its batch number stays free for the correct file.',
    }),
    ruled(5, {
      zh: '医保部门的文件须由经办以外的主管授权；授权只对这个文件的内容和合计有效。',
      en: "The department's files must be authorised by a second person; the authorisation applies to the content and totals of this file only.",
    }),
    {
      says: {
        zh: '划入文件为 pain.001，回盘文件为 pain.002。',
        en: 'Allocation files are pain.001; answer files are pain.002.',
      },
      source: { zh: 'ISO 20022；业务规则第 6 节', en: 'ISO 20022; Rules, section 6' },
    },
  ],
  faults: [
    {
      code: 'FILE_UNREADABLE',
      cause: {
        zh: '文件不是约定的格式，或传送中损坏。',
        en: 'The file is not in the agreed format, or was damaged in transfer.',
      },
    },
    {
      what: { zh: '整个文件被拒绝', en: 'The whole file is rejected' },
      cause: {
        zh: '批次重复、合计不符，或没有合格的行；原因写在核对结果中。',
        en: 'Its batch number is a duplicate, its totals do not match, or it has no valid line; the check result says which.',
      },
      kept: { zh: '未记账。', en: 'Nothing was posted.' },
      cure: { zh: '把原因告诉发出单位，换正确的文件。', en: 'Give the sender the reason and obtain a correct file.' },
    },
    { code: 'OPERATION_CANCELLED', cause: { zh: '按了取消。', en: 'Cancel was pressed.' } },
    { code: 'FILE_UNKNOWN', cause: { zh: '接收的文件已被清除。', en: 'The received file has been cleared.' } },
    {
      code: 'BATCH_FILE_NOT_KEPT',
      cause: { zh: '该批次由早先的版本记账。', en: 'That batch was posted by an earlier version.' },
    },
    {
      code: 'SECOND_PERSON_SAME',
      cause: { zh: '经办人给自己授权。', en: 'The clerk tried to authorise their own work.' },
    },
  ],
  near: ['approvals', 'worklist'],
};
