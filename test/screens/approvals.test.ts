/** What waits for a second person: who may decide on what (docs/rules.md 5). */
import { expect, test } from 'vitest';
import type { Locator } from 'vitest/browser';
import { at, requested, type ClerkCode } from '../../renderer/gallery/fake/fake-state.ts';
import type { Language } from '../../electron/contract/kernel/vocabulary.ts';
import { remedy } from '../../electron/contract/messages/messages.ts';
import { clerkAt, languages, type Clerk } from './clerk.ts';

/** A supervisor's, in the order of the list. */
const own = { verb: 'loss.report', askedBy: '2001' } as const;
const identified = {
  facts: [
    { name: 'networkCheck', value: 'match-photo' },
    { name: 'agent', value: null },
    { name: 'pin', value: 'pin-proven' },
    { name: 'pinProvenAt', value: '2025-02-03 10:11:05' },
  ],
};
const requests = [
  requested({ requestId: 'waiting', ...own, ...identified }),
  requested({ requestId: 'expired', ...own, state: 'expired' }),
];

/** At the list, with the focus on the request that waits. */
async function listOf(code: ClerkCode, language: Language = 'zh-CN'): Promise<Clerk> {
  const clerk = await clerkAt({ clerk: code, known: { requests } }, language);
  await clerk.press('F9');
  await isAt(clerk, 0);
  for (const state of ['pending', 'expired'] as const) await clerk.isTold(clerk.t(`approvals.states.${state}`));
  return clerk;
}

async function isAt(clerk: Clerk, row: number): Promise<void> {
  await expect.element(clerk.main.getByRole('row').getByRole('button').nth(row)).toHaveFocus();
}

function approve(clerk: Clerk): Locator {
  return clerk.main.getByRole('button', { name: clerk.t('approvals.approve'), exact: true });
}

/** Neither by a button nor by its key. */
async function mayNotApprove(clerk: Clerk): Promise<void> {
  await expect.element(approve(clerk)).not.toBeInTheDocument();
  await clerk.press('Alt+y');
  await expect.element(approve(clerk)).not.toBeInTheDocument();
}

function decisions(clerk: Clerk): unknown[] {
  return clerk.program.asked.filter(({ verb }) => verb === 'approval.decide').map(({ input }) => input);
}

test('nobody decides on what they asked for', async () => {
  const clerk = await listOf('2001');
  await mayNotApprove(clerk);
  await clerk.press('ArrowDown');
  await isAt(clerk, 1);
  await mayNotApprove(clerk);
  expect(decisions(clerk)).toEqual([]);
});

test('somebody else decides on what waits, and on nothing that has expired', async () => {
  const clerk = await listOf('9001');
  await expect.element(approve(clerk)).toBeVisible();
  await clerk.press('ArrowDown');
  await isAt(clerk, 1);
  await mayNotApprove(clerk);
  await clerk.press('ArrowUp');
  await isAt(clerk, 0);
  expect(decisions(clerk)).toEqual([]);
  await clerk.press('Alt+y');
  await clerk.fill('approvals.password', 'demo-9001');
  await clerk.press('Enter');
  await clerk.isTold(clerk.t('approvals.done.approve'));
  expect(decisions(clerk)).toMatchObject([{ requestId: 'waiting', decision: 'approve', password: 'demo-9001' }]);
});

test.each(languages)(
  'a yes takes the own password: none and a wrong one are told at the field (%s)',
  async (language) => {
    const clerk = await listOf('9001', language);
    await clerk.press('Alt+y');
    await expect.element(clerk.field('approvals.password')).toHaveFocus();
    await clerk.press('Enter');
    await clerk.isTold(clerk.t('approvals.passwordMissing'));
    expect(decisions(clerk)).toEqual([]);
    await clerk.fill('approvals.password', 'not the password');
    await clerk.press('Enter');
    await clerk.isTold(clerk.refusal('PASSWORD_WRONG', { left: 4 }));
    await expect.element(clerk.field('approvals.password')).toHaveValue('');
    await clerk.fill('approvals.password', 'demo-9001');
    await clerk.press('Enter');
    await clerk.isTold(clerk.t('approvals.done.approve'));
  },
);

test('a no without a reason is held at its field', async () => {
  const clerk = await listOf('9001');
  await clerk.press('Alt+n');
  await clerk.press('Enter');
  await clerk.isTold(clerk.refusal('REASON_REQUIRED'));
  await expect.element(clerk.field('second.reason')).toHaveFocus();
  expect(decisions(clerk)).toEqual([]);
  await clerk.press('Escape');
  await isAt(clerk, 0);
});

test('the request says who asks, how the holder was identified, and which rule wants two', async () => {
  const clerk = await listOf('9001');
  const facts = clerk.main.getByLabelText(clerk.t('approvals.factsOf'));
  for (const shown of [
    '王芳',
    '2001',
    clerk.t('asked.rule.loss.report'),
    clerk.t('visit.matchPhoto'),
    clerk.t('asked.pin.pin-proven'),
    '2025-02-03 10:11:05',
  ])
    await expect.element(facts).toMatchTextContent(shown);
});

test('what has changed is not approved, and is there again as it stands now', async () => {
  const clerk = await listOf('9001');
  clerk.program.refuseNext('approval.decide', { code: 'APPROVAL_CHANGED', details: {} });
  clerk.program.state.requests = [requested({ requestId: 'anew', ...own }), { ...requests[0]!, state: 'expired' }];
  await clerk.press('Alt+y');
  await clerk.fill('approvals.password', 'demo-9001');
  await clerk.press('Enter');
  await clerk.isRefused('APPROVAL_CHANGED');
  await isAt(clerk, 0);
  await clerk.press('Alt+y');
  await clerk.fill('approvals.password', 'demo-9001');
  await clerk.press('Enter');
  await clerk.isTold(clerk.t('approvals.done.approve'));
  expect(decisions(clerk)).toMatchObject([{ requestId: 'waiting' }, { requestId: 'anew' }]);
});

test.each(languages)('a file that is checked again says how far it is, until it is decided (%s)', async (language) => {
  const clerk = await listOf('9001', language);
  const release = clerk.program.holdAnswers(['approval.decide']);
  await clerk.press('Alt+y');
  await clerk.fill('approvals.password', 'demo-9001');
  await clerk.press('Enter');
  await expect.poll(() => decisions(clerk)).toHaveLength(1);
  const [{ operationId }] = decisions(clerk) as [{ readonly operationId: string }];
  const progress = { phase: 'checking', done: 240_000, total: 1_000_000 } as const;
  clerk.program.emit('operation.progress', { operationId: 'another', ...progress, done: 1 });
  clerk.program.emit('operation.progress', { operationId, ...progress });
  await clerk.isTold(clerk.t('approvals.checking', { done: '240,000' }));
  release();
  await clerk.isTold(clerk.t('approvals.done.approve'));
});

test('at a supervisor’s desk the list stands open, the next request is chosen by itself, and a new one is told', async () => {
  const first = requested({ requestId: 'first', verb: 'loss.cancel', askedAt: at(1_000) });
  const second = requested({ requestId: 'second', verb: 'loss.reissue', askedAt: at(2_000), lossNumber: 'L2' });
  const clerk = await clerkAt({ clerk: '9001', isSupervisorDesk: true, known: { requests: [first] } });
  await expect.element(clerk.heading('approvals.title')).toBeVisible();
  await isAt(clerk, 0);
  clerk.program.state.requests = [first, second];
  clerk.program.emit('ledger.changed', { kinds: ['approvals'] });
  const by = clerk.t('asked.clerk', { name: second.askedByName, code: second.askedBy });
  const who = clerk.t('decision.who', { name: second.holderNameMasked ?? '', card: second.cardMasked ?? '' });
  await clerk.isTold(clerk.t('arrived.told', { by, who, what: clerk.t('approvals.verb.loss.reissue'), key: 'F9' }));
  await isAt(clerk, 0);
  for (const decided of [1, 2]) {
    await clerk.press('Alt+y');
    await clerk.fill('approvals.password', 'demo-9001');
    await clerk.press('Enter');
    await expect.poll(() => decisions(clerk).length).toBe(decided);
    await isAt(clerk, decided === 1 ? 0 : 1);
  }
  expect(decisions(clerk)).toMatchObject([{ requestId: 'first' }, { requestId: 'second' }]);
});

test('at a desk where nothing waits, the first that comes is chosen', async () => {
  const clerk = await clerkAt({ clerk: '9001', isSupervisorDesk: true });
  await clerk.isTold(clerk.t('approvals.empty', { key: 'Alt+W' }));
  clerk.program.state.requests = [requested({ requestId: 'first' })];
  clerk.program.emit('ledger.changed', { kinds: ['approvals'] });
  await isAt(clerk, 0);
});

test('a supervisor who types at the desk is left where they type', async () => {
  const first = requested({ requestId: 'first', askedAt: at(1_000) });
  const clerk = await clerkAt({ clerk: '9001', isSupervisorDesk: true, known: { requests: [first] } });
  await isAt(clerk, 0);
  await clerk.press('Alt+n');
  await clerk.fill('second.reason', '未到');
  clerk.program.state.requests = [first, requested({ requestId: 'second', askedAt: at(2_000), expiresAt: at(1) })];
  clerk.program.emit('ledger.changed', { kinds: ['approvals'] });
  await expect.poll(() => clerk.main.getByRole('row').elements()).toHaveLength(3);
  await expect.element(clerk.field('second.reason')).toHaveFocus();
  await expect.element(clerk.field('second.reason')).toHaveValue('未到');
});

test('at any other counter a supervisor begins with a visit', async () => {
  const clerk = await clerkAt({ clerk: '9001' });
  await expect.element(clerk.field('visit.idNumber')).toHaveFocus();
});

test.each(languages)(
  'of a file the request says kind, number, sums, what is refused and why (%s)',
  async (language) => {
    const facts = [
      { name: 'fileKind', value: 'allocation' },
      { name: 'batch', value: 'YB20250131001' },
      { name: 'accepted', value: 386 },
      { name: 'amountFen', value: 8_702_896 },
      { name: 'rejectedCount', value: 14 },
      { name: 'refusedReasons', value: 'AC01 12, AM05 2' },
      { name: 'otherMonth', value: '2024-11' },
    ];
    const file = { verb: 'file.post', holderNameMasked: null, cardMasked: null, lossNumber: null, facts } as const;
    const clerk = await clerkAt(
      { clerk: '9001', known: { requests: [requested({ ...file, facts: [...facts] })] } },
      language,
    );
    await clerk.press('F9');
    await isAt(clerk, 0);
    const shown = clerk.main.getByLabelText(clerk.t('approvals.factsOf'));
    const why = [
      ['AC01', '12'],
      ['AM05', '2'],
    ].map(([code = '', count = '']) =>
      clerk.t('asked.reasonCount', { meaning: remedy(language, code)?.meaning ?? '', code, count }),
    );
    for (const says of [
      clerk.t('monthEnd.kind.allocation'),
      'YB20250131001',
      '386',
      '87,028.96',
      '14',
      '2024-11',
      ...why,
    ])
      await expect.element(shown).toMatchTextContent(says);
    await clerk.press('Alt+y');
    await clerk.fill('approvals.password', 'demo-9001');
    await clerk.press('Enter');
    await clerk.isTold(clerk.t('approvals.done.approve'));
  },
);
