/** Help for administration. */
import { ruled, type HelpPage } from '../help/help-page.ts';

const ofTheServer = { zh: '网点服务器第 2 节（docs/server.md）', en: 'The office server, section 2 (docs/server.md)' };

export const administrationHelp: HelpPage = {
  steps: [
    {
      says: {
        zh: '按 {taskAdministration}，由管理员办理。{addCounter} 增加柜台：填名称和类型，再由主管授权。',
        en: '{taskAdministration}, for an administrator. {addCounter} adds a counter: name and kind, then a second person.',
      },
    },
    {
      says: {
        zh: '把显示的地址和加入码带到要加入的电脑。',
        en: 'Take the address and the joining code to the computer that joins.',
      },
    },
    {
      says: {
        zh: '选中柜台后 {changeCounter} 更改名称或类型，{revokeCounter} 注销。',
        en: '{changeCounter} changes name or kind of the chosen counter, {revokeCounter} revokes it.',
      },
    },
  ],
  rules: [
    ruled(5, {
      zh: '增加和更改柜台须两人办理；注销由管理员一人立即办理，并留档。',
      en: "Adding and changing a counter takes two persons; revoking is one administrator's, at once and on record.",
    }),
    {
      says: {
        zh: '加入码 10 分钟内有效，只能用一次，错五次作废。',
        en: 'A joining code serves for 10 minutes, once, and ends with the fifth wrong try.',
      },
      source: ofTheServer,
    },
    {
      says: {
        zh: '注销的柜台号不再使用；同一台电脑要再用，须重新加入。',
        en: 'The number of a revoked counter is not given again; the same computer joins anew.',
      },
      source: ofTheServer,
    },
  ],
  faults: [
    {
      code: 'SERVER_NEVER_STARTED',
      cause: { zh: '网点服务器从未在这份账目上启动过。', en: 'No server was ever started on these books.' },
    },
    {
      code: 'ENROLMENT_CODE_EXPIRED',
      cause: { zh: '加入码发放已超过 10 分钟。', en: 'The code was given more than 10 minutes ago.' },
    },
    {
      what: { zh: '一台柜台电脑丢失或被盗', en: 'The computer of a counter is lost or stolen' },
      cause: { zh: '持有证书的电脑可以连接服务器。', en: 'A computer with a certificate can reach the server.' },
      kept: { zh: '账目只在服务器上，电脑里没有。', en: 'The books are on the server alone.' },
      cure: {
        zh: '选中该柜台，{revokeCounter} 立即注销。',
        en: 'Choose the counter and {revokeCounter} revokes it at once.',
      },
    },
  ],
  near: ['approvals', 'worklist'],
};
