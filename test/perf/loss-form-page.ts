/** The page a browser would be given to print the same loss form: the same texts in the same face, twice. */
import type { LossPaperView } from '../../electron/ledger/loss/paper/loss-paper-view.ts';
import { consequenceOf } from '../../electron/ledger/loss/paper/loss-paper-consequence.ts';
import { sectionsOf } from '../../electron/ledger/loss/paper/loss-paper-fields.ts';
import { COPIES, TITLES } from '../../electron/ledger/loss/paper/loss-paper-labels.ts';

const STYLE = `
  @page { size: A4; margin: 14mm; }
  body { font: 8pt 'Noto Sans SC', sans-serif; color: #1f2937; font-variant-numeric: tabular-nums; }
  h1 { font-size: 17pt; margin: 0; }
  section { break-after: page; }
  table { width: 100%; border-collapse: collapse; margin-top: 6pt; }
  th { text-align: left; font-size: 6.5pt; color: #6b7280; }
  td, th { border: 0.4pt solid #9ca3af; padding: 3pt; }`;

export function lossFormPage(view: LossPaperView): string {
  const copies = COPIES.map(({ zh, en }) => `<section><p>${zh} ${en}</p>${copyOf(view)}</section>`).join('');
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8" /><title>${view.documentNumber}</title>
<style>${STYLE}</style></head><body>${copies}</body></html>`;
}

function copyOf(view: LossPaperView): string {
  const title = TITLES[view.kind];
  const consequence = consequenceOf(view);
  const sections = sectionsOf(view).map(({ title: name, rows }) => {
    const lines = rows.map(
      (row) =>
        `<tr>${row.map(({ label, value }) => `<th>${label.zh}<br />${label.en}</th><td>${value}</td>`).join('')}</tr>`,
    );
    const heading = name === null ? '' : `<h2>${name.zh} ${name.en}</h2>`;
    return `${heading}<table>${lines.join('')}</table>`;
  });
  return `<p>${view.office.name}</p><h1>${title.zh}</h1><p>${title.en}</p><p>${consequence.zh}</p><p>${consequence.en}</p>${sections.join('')}
<p>${view.documentNumber} ${view.verificationCode}</p>`;
}
