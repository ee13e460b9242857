/** `npm run bench`: measures, prints the table or JSON, and ends with 1 when a goal is missed. */
import { parseArgs } from 'node:util';
import { allocationBench } from './allocation-bench.ts';
import { anchorBench } from './anchor-bench.ts';
import { FULL, SMALL, type BenchSize } from './bench-size.ts';
import { jsonText, judged, tableText, type Finding, type Row } from './bench-table.ts';
import { dayEndBench } from './day-end-bench.ts';
import { holdersBench } from './holders/holders-bench.ts';
import { interestBench } from './interest-bench.ts';
import { joinedStartBench } from './joined-start-bench.ts';
import { lossFormBench } from './loss-form-bench.ts';
import { lossReportBench } from './loss-report-bench.ts';
import { servedStepsBench } from './served-steps-bench.ts';
import { serverBench } from './server-bench.ts';
import { startBench } from './start-bench.ts';
import { stepsBench } from './steps-bench.ts';
import { statementPdfBench } from './statement-pdf-bench.ts';
import { statementQueryBench } from './statement-query-bench.ts';
import { tellerBench } from './teller-bench.ts';
import { waitBench } from './wait-bench.ts';

const BENCHES: Readonly<Record<string, (size: BenchSize) => Promise<Finding[]>>> = {
  'statement-pdf': statementPdfBench,
  'loss-form': lossFormBench,
  start: startBench,
  'statement-query': statementQueryBench,
  'loss-report': lossReportBench,
  anchor: anchorBench,
  teller: tellerBench,
  wait: waitBench,
  steps: async (size) => [...(await stepsBench(size)), ...(await servedStepsBench(size))],
  server: serverBench,
  'joined-start': joinedStartBench,
  holders: holdersBench,
  'day-end': dayEndBench,
  allocation: allocationBench,
  interest: interestBench,
};

const { values } = parseArgs({
  options: { only: { type: 'string', multiple: true }, json: { type: 'boolean' }, small: { type: 'boolean' } },
});
const wanted = values.only ?? Object.keys(BENCHES);
const unknown = wanted.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  process.stderr.write(`--only takes ${Object.keys(BENCHES).join(', ')}; not ${unknown.join(', ')}\n`);
  process.exitCode = 2;
} else {
  const rows = await measured(wanted, values.small === true ? SMALL : FULL);
  process.stdout.write(`${values.json === true ? jsonText(rows) : tableText(rows)}\n`);
  process.exitCode = rows.every(({ met }) => met) ? 0 : 1;
}

async function measured(names: readonly string[], size: BenchSize): Promise<Row[]> {
  const rows: Row[] = [];
  for (const name of names) {
    process.stderr.write(`Measuring ${name} ...\n`);
    const findings = (await BENCHES[name]?.(size)) ?? [];
    rows.push(...findings.map(judged));
  }
  return rows;
}
