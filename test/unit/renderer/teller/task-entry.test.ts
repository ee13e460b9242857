/** When a task comes before the clerk: once each time, however it was made. */
import { createRenderer, defineComponent, h, KeepAlive, nextTick, ref, type Component } from 'vue';
import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { useOpenTask } from '../../../../renderer/teller/state/open-task.ts';
import { onEntered } from '../../../../renderer/teller/task-entry.ts';

/** A page of nothing but its nesting: what comes and goes is all these tests look at. */
interface Part {
  parent: Part | null;
}
const { createApp } = createRenderer<Part, Part>({
  createElement: () => ({ parent: null }),
  createText: () => ({ parent: null }),
  createComment: () => ({ parent: null }),
  insert: (part, parent) => (part.parent = parent),
  remove: (part) => (part.parent = null),
  parentNode: ({ parent }) => parent,
  nextSibling: () => null,
  patchProp: () => undefined,
  setText: () => undefined,
  setElementText: () => undefined,
});

const shown = ref<'first' | 'second'>('first');
const visitor = ref(0);
let entered: string[] = [];

/** A part that is made anew for each visitor, as a desk is. */
const Desk = defineComponent({
  props: { visitor: { type: Number, required: true } },
  setup(props) {
    onEntered(() => entered.push(`desk ${props.visitor}`));
    return () => h('p');
  },
});
const First = defineComponent(() => {
  onEntered(() => entered.push('first'));
  return () => h('div', visitor.value === 0 ? [] : [h(Desk, { key: visitor.value, visitor: visitor.value })]);
});
const Second = defineComponent(() => {
  onEntered(() => entered.push('second'));
  return () => h('div');
});
const tasks: Record<'first' | 'second', Component> = { first: First, second: Second };

beforeEach(() => {
  setActivePinia(createPinia());
  entered = [];
  shown.value = 'first';
  visitor.value = 0;
});

async function open(): Promise<void> {
  const app = createApp({
    render: () => h(KeepAlive, null, { default: () => h(tasks[shown.value], { key: shown.value }) }),
  });
  app.mount({ parent: null });
  onTestFinished(() => app.unmount());
  await nextTick();
}

async function goTo(task: 'first' | 'second'): Promise<void> {
  entered = [];
  shown.value = task;
  await nextTick();
}

test('a task is entered once as it is made and once at each return', async () => {
  await open();
  expect(entered).toEqual(['first']);
  await goTo('second');
  expect(entered).toEqual(['second']);
  await goTo('first');
  expect(entered).toEqual(['first']);
  await goTo('second');
  expect(entered).toEqual(['second']);
});

test('a part made with its task is entered once, and so is one made later', async () => {
  visitor.value = 1;
  await open();
  expect(entered.toSorted()).toEqual(['desk 1', 'first']);
  entered = [];
  visitor.value = 2;
  await nextTick();
  expect(entered).toEqual(['desk 2']);
  await goTo('second');
  await goTo('first');
  expect(entered.toSorted()).toEqual(['desk 2', 'first']);
});

test('a task that is open already and is handed something is entered once more', async () => {
  await open();
  const { task } = useOpenTask();
  entered = [];
  useOpenTask().open(task, { about: 'confirmation' });
  await nextTick();
  expect(entered).toEqual(['first']);
  useOpenTask().open(task);
  await nextTick();
  expect(entered).toEqual(['first']);
});
