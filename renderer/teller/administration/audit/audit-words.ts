/** The words of the audit record. */
import type { WordPairs } from '../../../shared/words/word-pairs.ts';

export const auditWords = {
  audit: {
    title: { zh: '审计记录', en: 'Audit record' },
    explain: {
      zh: '每一项办理和每一次拒绝，最近的在前。用 ↑ ↓ 选择，Enter 查看，PageUp 和 PageDown 翻页。',
      en: 'Every act and every refusal, newest first. ↑ ↓ choose, Enter shows one, PageUp and PageDown turn the pages.',
    },
    search: { zh: '查找', en: 'Search' },
    from: { zh: '起', en: 'From' },
    to: { zh: '止', en: 'Until' },
    momentHint: { zh: '日期，可加时间', en: 'Date, and time if wanted' },
    momentWrong: { zh: '如 2026-11-20 或 2026-11-20 09:30。', en: 'For example 2026-11-20 or 2026-11-20 09:30.' },
    clerk: { zh: '柜员', en: 'Clerk' },
    clerkHint: { zh: '办理人或授权人', en: 'Who acted or authorised' },
    verb: { zh: '事项', en: 'Act' },
    verbHint: { zh: '如 挂失，或 loss.', en: 'Loss reported, or loss.' },
    verbUnknown: { zh: '没有这样的事项。', en: 'Nothing on record is called so.' },
    about: { zh: '账号或编号', en: 'Account or number' },
    aboutHint: { zh: '账号、挂失编号、单据号', en: 'Account, report, document' },
    none: { zh: '没有符合条件的记录。', en: 'No record matches this search.' },
    seq: { zh: '序号', en: 'No.' },
    at: { zh: '时间', en: 'Time' },
    by: { zh: '办理（授权）', en: 'By (authorised)' },
    subject: { zh: '对象', en: 'About' },
    outcome: { zh: '结果', en: 'Outcome' },
    done: { zh: '办成', en: 'done' },
    refused: { zh: '拒绝：{why}', en: 'refused: {why}' },
    told: { zh: '提示', en: 'Told' },
    name: { zh: '记录名称', en: 'Recorded as' },
    details: { zh: '内容', en: 'Details' },
    actor: { zh: '办理', en: 'By' },
    second: { zh: '授权', en: 'Authorised by' },
    nobody: { zh: '无', en: 'nobody' },
    pages: { zh: '记录的各页', en: 'Pages of the record' },
    newer: { zh: '较新', en: 'Newer' },
    older: { zh: '较早', en: 'Older' },
    record: { zh: '第 {seq} 条记录', en: 'Record {seq}' },
    back: { zh: '返回', en: 'Back' },
    save: { zh: '导出 CSV', en: 'Export as CSV' },
    saved: {
      zh: '查到的记录已存为 {fileName}，连同校验值；导出已留档。',
      en: 'The records found are saved as {fileName}, with their hashes; the export is on record.',
    },
    notSaved: { zh: '没有保存。', en: 'Nothing was saved.' },
  },
} satisfies WordPairs;

declare module '../../../shared/words/word-lists.ts' {
  interface WordLists {
    audit: typeof auditWords;
  }
}
