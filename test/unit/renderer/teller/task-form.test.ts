// @vitest-environment happy-dom
/** The shape of a form that changes something: what is sent, what is told, and where the clerk goes on. */
import { createApp, h } from 'vue';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { accepted, refused, type Reply } from '../../../../electron/contract/kernel/errors.ts';
import { i18n } from '../../../../renderer/shared/words/use-words.ts';
import { useTaskForm, type TaskForm } from '../../../../renderer/teller/task-form/task-form.ts';

const second = { requestId: 'R1' };
/** Which place was put the focus on, in order. */
let focused: string[] = [];
let sent: { readonly card: string; readonly operationId: string }[] = [];
let done: string[] = [];
let card = '';
let answers: ((reply: Reply<string>) => void)[] = [];

beforeEach(() => {
  [focused, sent, done, answers] = [[], [], [], []];
  card = '6213300100000000016';
});

const placeOf = (name: string) => () => ({ focus: () => void focused.push(name) });

function open(): TaskForm {
  const opened: TaskForm[] = [];
  const app = createApp({
    setup() {
      const form = useTaskForm({
        content: () => (card === '' ? null : { card }),
        send(command) {
          sent.push(command);
          return new Promise<Reply<string>>((resolve) => answers.push(resolve));
        },
        done: (answer) => done.push(answer),
        focusTarget: placeOf('form'),
        focusAfter: { CARD_TAKEN: placeOf('card') },
      });
      opened.push(form);
      return () => h('p');
    },
  });
  app.use(i18n).mount(document.createElement('div'));
  onTestFinished(() => app.unmount());
  const [form] = opened;
  if (form === undefined) throw new Error('the form was not set up');
  return form;
}

async function answered(given: Promise<void>, reply: Reply<string>): Promise<void> {
  answers.shift()?.(reply);
  await given;
}

test('a command that was never answered is repeated under its operation, other content under another', async () => {
  const form = open();
  await answered(form.give(second), refused('LEDGER_RESTARTING'));
  await answered(form.give(second), refused('SECOND_PERSON_REQUIRED'));
  await answered(form.give(second), refused('LEDGER_RESTARTING'));
  card = '6213300100000000024';
  await answered(form.give(second), accepted('there'));
  const [first, repeated, anew, other] = sent.map(({ operationId }) => operationId);
  expect(repeated).toBe(first);
  expect(new Set([first, anew, other]).size).toBe(3);
  expect(done).toEqual(['there']);
});

test('while one is on its way nothing is sent, and nothing that cannot be asked', async () => {
  const form = open();
  const given = form.give(second);
  await form.give(second);
  expect(form.isDecided.value).toBe(true);
  await answered(given, accepted('once'));
  card = '';
  await form.give(null);
  expect(sent).toHaveLength(1);
  expect(form.isDecided.value).toBe(false);
});

test('a refusal is told, and the clerk goes on with the second person, or in the form where it is mended', async () => {
  const form = open();
  form.secondPersonPart.value = placeOf('second')();
  await form.askSecond();
  await answered(form.give(second), refused('SECOND_PERSON_REQUIRED'));
  expect(form.notice.value?.tone).toBe('danger');
  expect([form.asksSecond.value, focused]).toEqual([true, ['second', 'second']]);
  const again = form.give(second);
  expect(form.notice.value).toBeNull();
  await answered(again, refused('CARD_TAKEN'));
  expect([form.asksSecond.value, focused.at(-1)]).toEqual([false, 'card']);
  await form.backToForm();
  expect([form.notice.value, focused.at(-1)]).toEqual([null, 'form']);
});

test('a press of its own comes between the sentence and what it says', async () => {
  const form = open();
  form.askPress({ sentence: () => 'the card is stopped', name: () => 'stop it' });
  expect([form.isDecided.value, sent]).toEqual([true, []]);
  form.final.done();
  expect(sent).toMatchObject([{ card, second: null }]);
});
