/** The telephone's menu: every state with everything that can happen to it, and any order of happenings (docs/rules.md 8). */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TelephoneVerb } from '../../../../../electron/contract/telephone/telephone-verbs.ts';
import { FIELD_LENGTHS } from '../../../../../electron/server/telephone/menu/menu-move-rules.ts';
import { begun, next } from '../../../../../electron/server/telephone/menu/menu-rules.ts';
import type {
  Happening,
  Key,
  Moved,
  Say,
  State,
  Step,
} from '../../../../../electron/server/telephone/menu/menu-state-rules.ts';
import { SENTENCES } from '../../../../../electron/server/telephone/prompts/sentence-rules.ts';
import { GOOD_ANSWERS, HAPPENINGS, NUMBER, proven, refusalOf, STATES, stranger } from './every-state.ts';

/** What nobody may ask of the ledger who is not proven. */
const OF_THE_PROVEN: readonly TelephoneVerb[] = [
  'telephone.balance',
  'telephone.entries',
  'telephone.report',
  'telephone.progress',
  'telephone.changePin',
];

const asked = (steps: readonly Step[]): TelephoneVerb[] =>
  steps.flatMap((step) => (step.do === 'ask' ? [step.verb] : []));
const said = (steps: readonly Step[]): Say[] => steps.flatMap((step) => (step.do === 'play' ? step.says : []));
const sentences = (steps: readonly Step[]): string[] =>
  said(steps).flatMap((say) => ('sentence' in say ? [say.sentence] : []));

/** What any state must keep, whatever it came from. */
function faultsOf({ state, steps }: Moved): string[] {
  const last = steps.findIndex((step) => step.do === 'handOver' || step.do === 'hangUp');
  const isOver = state.at === 'over';
  return [
    ...(isOver || last === -1 ? [] : ['the call goes on after its end']),
    ...(last === -1 || last === steps.length - 1 ? [] : ['something is done after the end']),
    ...(state.caller.faults > 2 ? ['a question is asked without end'] : []),
    ...(asked(steps).length > 1 ? ['two things are asked at once'] : []),
    ...(asked(steps).some((verb) => verb !== 'telephone.hangUp') && state.at !== 'asking' ? ['nobody waits'] : []),
    ...(state.at === 'entry' && state.keyed > FIELD_LENGTHS[state.field].most + 1 ? ['digits without end'] : []),
    ...said(steps).flatMap((say) =>
      'keyed' in say && !['idNumber', 'phone'].includes(say.keyed) ? ['a password is read back'] : [],
    ),
    ...said(steps).flatMap((say) => ('sentence' in say && !(say.sentence in SENTENCES) ? ['no such sentence'] : [])),
  ];
}

test('in every state everything that can happen leads to a state, and asks nothing of the proven for a stranger', () => {
  expect(STATES.length * HAPPENINGS.length).toBeGreaterThan(10_000);
  for (const state of STATES)
    for (const happening of HAPPENINGS) {
      // A stranger is never in the middle of what takes a proven caller.
      const isLegal =
        state.caller.proven ||
        !(
          (state.at === 'confirm' && state.errand === 'report') ||
          (state.at === 'entry' && ['old', 'new', 'repeated'].includes(state.field)) ||
          (state.at === 'asking' && OF_THE_PROVEN.includes(state.verb))
        );
      if (!isLegal) continue;
      const moved = next(state, happening);
      const where = JSON.stringify({ state, happening });
      expect(faultsOf(moved), where).toEqual([]);
      if (!moved.state.caller.proven)
        expect(
          asked(moved.steps).filter((verb) => OF_THE_PROVEN.includes(verb)),
          where,
        ).toEqual([]);
      expect(JSON.stringify(moved.steps).includes('"hold"'), where).toBe(
        state.at === 'asking' && happening.happens === 'key',
      );
    }
});

test('a call that is over stays over, and a caller who goes ends it in every state', () => {
  for (const state of STATES) {
    const gone = next(state, { happens: 'gone' });
    expect(gone.state.at).toBe('over');
    if (state.at === 'over') continue;
    expect(asked(gone.steps)).toEqual(['telephone.hangUp']);
    expect(gone.steps.find((step) => step.do === 'clear')).toMatchObject({ fields: expect.arrayContaining(['old']) });
    for (const happening of HAPPENINGS) expect(next(gone.state, happening).steps).toEqual([]);
  }
});

const happening = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...HAPPENINGS.filter(({ happens }) => happens === 'key')) },
  { weight: 2, arbitrary: fc.constantFrom(...HAPPENINGS.filter(({ happens }) => happens !== 'key')) },
);
/** The answer that is waited for, so that long ways are walked too. */
const going = fc.record({ happening, isAnswered: fc.boolean(), which: fc.nat() });

test('any order of happenings keeps to the rules: nothing of the proven before a proof, no secret said, an end at last', () => {
  fc.assert(
    fc.property(fc.array(going, { maxLength: 80 }), fc.boolean(), (walk, hasPerson) => {
      let { state } = begun({ language: 'zh-CN', hasPerson });
      let isProven = false;
      for (const step of walk) {
        const fitting = GOOD_ANSWERS.filter((answer) => state.at === 'asking' && answer.verb === state.verb);
        const answer = step.isAnswered ? fitting[step.which % fitting.length] : undefined;
        const happens: Happening = answer ? { happens: 'answer', answer } : step.happening;
        const wasAsking = state.at === 'asking' ? state.verb : null;
        const moved = next(state, happens);
        if (happens.happens === 'answer' && happens.answer.verb === wasAsking) {
          if (wasAsking === 'telephone.prove' && happens.answer.reply.ok) isProven = true;
          if (!happens.answer.reply.ok && happens.answer.reply.error.code === 'SIGN_IN_REQUIRED') isProven = false;
        }
        expect(faultsOf(moved)).toEqual([]);
        if (!isProven) for (const verb of asked(moved.steps)) expect(OF_THE_PROVEN).not.toContain(verb);
        ({ state } = moved);
      }
      const end = next(state, { happens: 'gone' });
      expect(end.state.at).toBe('over');
    }),
  );
});

/** Walks from the beginning; `ok` and `no` answer what is being asked. */
function walk(from: State, ...way: readonly (Key | 'pause' | 'played' | { ok: number } | { no: string })[]): Moved {
  let moved: Moved = { state: from, steps: [] };
  for (const each of way) {
    const { state } = moved;
    if (typeof each === 'string')
      moved = next(state, each === 'pause' || each === 'played' ? { happens: each } : { happens: 'key', key: each });
    else if (state.at !== 'asking') throw new Error(`nothing is asked at ${state.at}`);
    else if ('no' in each) moved = next(state, refusalOf(state.verb, each.no as never));
    else {
      const answer = GOOD_ANSWERS.filter(({ verb }) => verb === state.verb)[each.ok];
      if (!answer) throw new Error('no such answer');
      moved = next(state, { happens: 'answer', answer });
    }
  }
  return moved;
}

const menu: State = { caller: stranger, at: 'menu' };
const provenMenu: State = { caller: proven, at: 'menu' };
const keysOf = (text: string): Key[] => Array.from(text) as Key[];
const id = keysOf('11010519491231002*');
const six = keysOf('806153');
const ended = [...id, '#', ...six, '#'] as const;

describe('what is told takes a proof first', () => {
  test.each([
    ['1', 'telephone.balance'],
    ['2', 'telephone.entries'],
    ['4', 'telephone.progress'],
  ] as const)('%s asks for ID number and telephone password, then %s', (key, verb) => {
    const proving = walk(menu, key, ...ended);
    expect(asked(proving.steps)).toEqual(['telephone.prove']);
    const asking = walk(menu, key, ...ended, { ok: 0 });
    expect(asked(asking.steps)).toEqual([verb]);
    expect(walk(menu, key, ...ended, { ok: 0 }, { ok: 0 }).state.at).toBe('told');
    // The next errand of the same call takes no further proof.
    expect(asked(walk(provenMenu, key).steps)).toEqual([verb]);
  });

  test('an unknown person, a wrong password, none and a locked one are one sentence', () => {
    const codes = [
      'PAIR_MISMATCH',
      'TELEPHONE_PASSWORD_WRONG',
      'TELEPHONE_PASSWORD_UNSET',
      'TELEPHONE_PASSWORD_LOCKED',
    ];
    const told = codes.map((no) => walk(menu, '1', ...ended, { no }));
    for (const each of told) expect(each).toEqual(told[0]);
    expect(sentences(told[0]!.steps)).toEqual(['notProven', 'keyIdNumber']);
  });

  test('the refusal of a number that has tried too often goes to a person at once', () => {
    for (const way of [walk(menu, '1', ...ended), walk(menu, '3', '2', ...id, '#', ...keysOf('13812345678'), '#', '1')])
      expect(walk(way.state, { no: 'ONLINE_TOO_MANY' }).state).toMatchObject({ at: 'leaving', to: 'person' });
  });

  test('the third refusal of a call goes to a person', () => {
    const no = { no: 'TELEPHONE_PASSWORD_WRONG' };
    const third = walk(menu, '1', ...ended, no, ...ended, no, ...ended, no);
    expect(third.state).toMatchObject({ at: 'leaving', to: 'person' });
    const alone: State = { caller: { ...stranger, hasPerson: false }, at: 'menu' };
    const last = walk(alone, '1', ...ended, no, ...ended, no, ...ended, no, 'played');
    expect(last.state.at).toBe('over');
    expect(last.steps.at(-1)).toEqual({ do: 'hangUp' });
  });
});

describe('a loss', () => {
  test('without a telephone password takes ID number and phone, reads both back, and one key more', () => {
    const phone = keysOf('13812345678');
    const confirm = walk(menu, '3', '2', ...id, '#', ...phone, '#');
    expect(confirm.state.at).toBe('confirm');
    expect(said(confirm.steps)).toContainEqual({ keyed: 'phone' });
    expect(asked(confirm.steps)).toEqual([]);
    const done = walk(menu, '3', '2', ...id, '#', ...phone, '#', '1');
    expect(asked(done.steps)).toEqual(['telephone.reportUnproven']);
    const told = walk(done.state, { ok: 0 });
    expect(said(told.steps).filter((say) => 'number' in say)).toEqual([{ number: NUMBER }, { number: NUMBER }]);
    expect(told.state.caller.proven, 'a report proves nobody').toBe(false);
    expect(asked(walk(told.state, '*', '1').steps)).toEqual([]);
  });

  test('of a proven caller takes one key, and its number goes by message on another', () => {
    expect(asked(walk(provenMenu, '3').steps)).toEqual([]);
    const told = walk(provenMenu, '3', '1', { ok: 0 });
    const sending = walk(told.state, '2');
    expect(sending.steps).toContainEqual({ do: 'ask', verb: 'telephone.sendNumber', number: NUMBER });
    expect(sentences(walk(sending.state, { ok: 0 }).steps)[0]).toBe('numberSent');
    expect(sentences(walk(sending.state, { no: 'DISK_FULL' }).steps)[0]).toBe('numberNotSent');
  });

  test('is not made by a second thought', () => {
    expect(walk(provenMenu, '3', '2').state.at).toBe('menu');
    expect(asked(walk(provenMenu, '3', '2').steps)).toEqual([]);
  });
});

describe('the card’s password', () => {
  const change = ['5', ...six, '#', ...six, '#', ...six, '#'] as const;

  test('takes the old one and the new one twice', () => {
    expect(asked(walk(provenMenu, ...change).steps)).toEqual(['telephone.changePin']);
    expect(sentences(walk(provenMenu, ...change, { ok: 0 }).steps)[0]).toBe('pinChanged');
  });

  test('is keyed again when wrong, different or weak, and not when it is locked', () => {
    for (const ok of [1, 3, 4])
      expect(walk(provenMenu, ...change, { ok }).state).toMatchObject({ at: 'entry', field: 'old', keyed: 0 });
    expect(walk(provenMenu, ...change, { ok: 2 }).state.at).toBe('menu');
  });

  test('is not offered where the office does not change it by telephone', () => {
    const state: State = { caller: { ...proven, mayChangePin: false }, at: 'menu' };
    expect(sentences(walk(state, '5').steps)).toEqual(['pinNotByTelephone', 'menu']);
  });
});

describe('keys', () => {
  test('too many digits are not kept, and said', () => {
    const many = walk(menu, '1', ...id, '#', ...six, '1', '2', '3');
    expect(many.steps.some((step) => step.do === 'keep')).toBe(false);
    expect(many.state).toMatchObject({ keyed: 7 });
    expect(sentences(walk(many.state, '#').steps)[0]).toBe('tooMany');
  });

  test('too few digits are said, and all of them without # are taken after a pause', () => {
    expect(sentences(walk(menu, '1', ...id.slice(1), '#').steps)[0]).toBe('tooFew');
    expect(walk(menu, '1', ...id, 'pause').state).toMatchObject({ at: 'entry', field: 'password' });
  });

  test('a star begins a password again, and is the X of an ID number', () => {
    const starred = walk(menu, '1', ...id, '#', '1', '2', '*');
    expect(starred.state).toMatchObject({ field: 'password', keyed: 0 });
    expect(starred.steps).toContainEqual({ do: 'clear', fields: ['password'] });
    expect(walk(menu, '1', ...id).steps).toContainEqual({ do: 'keep', field: 'idNumber' });
  });

  test('nothing keyed is asked for twice more, then a person', () => {
    const first = walk(menu, 'played', 'pause');
    expect(sentences(first.steps)).toEqual(['nothingKeyed', 'menu']);
    const last = walk(first.state, 'played', 'pause', 'played', 'pause');
    expect(last.state).toMatchObject({ at: 'leaving', to: 'person' });
    const over = walk(last.state, '1', 'played');
    expect(over.steps.at(-1)).toEqual({ do: 'handOver' });
  });

  test('keyed while the ledger is asked wait for its answer, and go with a refusal', () => {
    const asking = walk(menu, '1', ...ended);
    expect(walk(asking.state, '2').steps).toEqual([{ do: 'hold' }]);
    expect(walk(asking.state, '2', { no: 'TELEPHONE_PASSWORD_WRONG' }).steps).toContainEqual({ do: 'drop' });
    expect(walk(asking.state, '2', { ok: 0 }).steps).not.toContainEqual({ do: 'drop' });
  });

  test('9 is the other language, and 0 a person where there is one', () => {
    expect(walk(menu, '9').state.caller.language).toBe('en');
    expect(walk(menu, '9', '9').state.caller.language).toBe('zh-CN');
    expect(walk(menu, '0').state).toMatchObject({ at: 'leaving', to: 'person' });
    const alone: State = { caller: { ...stranger, hasPerson: false }, at: 'menu' };
    expect(sentences(walk(alone, '0').steps)).toEqual(['noPerson', 'menu']);
  });

  test('a session that has run out is proven anew', () => {
    const moved = walk(provenMenu, '1', { no: 'SIGN_IN_REQUIRED' });
    expect(moved.state).toMatchObject({ at: 'menu', caller: { proven: false } });
    expect(asked(walk(moved.state, '1').steps)).toEqual([]);
  });
});
