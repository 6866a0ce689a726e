import { expect, test, vi } from 'vitest';
import { buildCoauthorGraph } from '../layout/coauthor-graph.ts';
import { range, recordsOf } from '../layout/coauthor-graph-fixture.ts';
import { layoutCoauthors } from '../layout/coauthor-layout.ts';
import type { LayoutAnswer } from './layout-messages.ts';
import { LayoutSession, PROGRESS_INTERVAL_MS } from './layout-session.ts';

const BYLINES = [
  ...range(0, 60).map((i) => [i, i + 1, (i * 7) % 60, (i * 11) % 60]),
  range(100, 150),
  [200],
  [201, 202],
];
const graph = buildCoauthorGraph(recordsOf(BYLINES), 210);

function listen(sliceMs = 1) {
  const answers: { answer: LayoutAnswer; atMs: number; transfer: ArrayBuffer[] }[] = [];
  const session = new LayoutSession(
    (answer, transfer) => answers.push({ answer, atMs: performance.now(), transfer }),
    sliceMs,
  );
  const kinds = (id: number) => answers.map(({ answer }) => answer).filter((answer) => answer.id === id);
  return { session, answers, kinds };
}

test('answers with progress now and then, and in the end with the layout', async () => {
  const { session, answers, kinds } = listen();
  session.receive({ kind: 'layout', id: 7, graph, aspect: 1.4 });
  await vi.waitFor(() => expect(kinds(7).at(-1)?.kind).toBe('result'), 10_000);
  const last = kinds(7).at(-1)!;
  expect(last.kind === 'result' && last.picture).toEqual(layoutCoauthors(graph, 1.4));
  const progress = answers.filter(({ answer }) => answer.kind === 'progress');
  expect(progress.length).toBeGreaterThan(0);
  progress.forEach(({ answer, atMs, transfer }, i) => {
    expect(answer.kind === 'progress' && answer.share >= 0 && answer.share <= 1).toBe(true);
    expect(transfer.length).toBe(2);
    if (i > 0) expect(atMs - progress[i - 1]!.atMs).toBeGreaterThanOrEqual(PROGRESS_INTERVAL_MS - 1);
  });
});

test('a newer request silences the older one', async () => {
  const { session, kinds } = listen();
  session.receive({ kind: 'layout', id: 1, graph, aspect: 1.4 });
  session.receive({ kind: 'layout', id: 2, graph, aspect: 1 });
  await vi.waitFor(() => expect(kinds(2).at(-1)?.kind).toBe('result'), 10_000);
  expect(kinds(1)).toEqual([]);
});

test('a cancelled request is not answered any more', async () => {
  const { session, answers } = listen();
  session.receive({ kind: 'layout', id: 1, graph, aspect: 1.4 });
  session.receive({ kind: 'cancel', id: 1 });
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(answers).toEqual([]);
});

test.each([
  ['no object', null, -1, 'layout request is not an object'],
  ['no id', { kind: 'layout' }, -1, 'layout request without an id'],
  ['an unknown kind', { kind: 'paint', id: 3 }, 3, 'layout request of an unknown kind'],
  [
    'no aspect',
    { kind: 'layout', id: 3, graph, aspect: NaN },
    3,
    'layout request: the aspect is not a number above 0',
  ],
  [
    'an end that does not exist',
    { kind: 'layout', id: 3, graph: { ...graph, nodeCount: 2 }, aspect: 1 },
    3,
    'layout graph: edgeSource[',
  ],
  [
    'a component too many',
    { kind: 'layout', id: 3, graph: { ...graph, componentCount: 1 }, aspect: 1 },
    3,
    'layout graph: component[',
  ],
  [
    'weights of 0',
    {
      kind: 'layout',
      id: 3,
      graph: { ...graph, edgeWeight: new Float64Array(graph.edgeSource.length) },
      aspect: 1,
    },
    3,
    'layout graph: edgeWeight holds',
  ],
])('a request with %s is answered with a fault', (_, request, id, message) => {
  const { session, answers } = listen();
  session.receive(request);
  expect(answers.length).toBe(1);
  const { answer } = answers[0]!;
  expect(answer).toMatchObject({ kind: 'fault', id });
  expect(answer.kind === 'fault' && answer.message).toContain(message);
});
