import { expect, test, vi } from 'vitest';
import { buildCoauthorGraph } from '../layout/coauthors/coauthor-graph.ts';
import { range, recordsOf } from '../layout/coauthors/coauthor-graph-fixture.ts';
import { communitiesOf } from '../layout/coauthors/communities.ts';
import { layoutCoauthors } from '../layout/coauthors/coauthor-layout.ts';
import type { LayoutAnswer } from './layout-messages.ts';
import { LayoutSession, PROGRESS_INTERVAL_MS } from './layout-session.ts';

const BYLINES = [
  ...range(0, 60).map((i) => [i, i + 1, (i * 7) % 60, (i * 11) % 60]),
  range(100, 150),
  [200],
  [201, 202],
];
const records = recordsOf(BYLINES);
const graph = buildCoauthorGraph(records, 210);
const ASKED = {
  kind: 'layout',
  bylines: { authorOffset: records.authorOffset, author: records.author },
  authorCount: 210,
  maxPairAuthors: 30,
  part: { ego: -1, depth: 1, hideSingles: false },
  coloursFirst: false,
  aspect: 1.4,
} as const;

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
  session.receive({ ...ASKED, id: 7 });
  await vi.waitFor(() => expect(kinds(7).at(-1)?.kind).toBe('result'), 10_000);
  const last = kinds(7).at(-1)!;
  expect(last.kind === 'result' && last.picture).toEqual(layoutCoauthors(graph, 1.4));
  expect(answers[0]!.answer).toEqual({ kind: 'graph', id: 7, graph });
  const found = kinds(7).filter(({ kind }) => kind === 'communities');
  expect(found).toEqual([{ kind: 'communities', id: 7, communities: communitiesOf(graph) }]);
  const progress = answers.filter(({ answer }) => answer.kind === 'progress');
  expect(progress.length).toBeGreaterThan(0);
  progress.forEach(({ answer, atMs, transfer }, i) => {
    expect(answer.kind === 'progress' && answer.share >= 0 && answer.share <= 1).toBe(true);
    expect(transfer.length).toBe(2);
    if (i > 0) expect(atMs - progress[i - 1]!.atMs).toBeGreaterThanOrEqual(PROGRESS_INTERVAL_MS - 1);
  });
});

test('asked without a panel, answers the graph, and the same layout once the panel is known', async () => {
  const { session, answers, kinds } = listen(50);
  session.receive({ ...ASKED, id: 4, aspect: null });
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(answers.map(({ answer }) => answer)).toEqual([{ kind: 'graph', id: 4, graph }]);
  session.receive({ kind: 'aspect', id: 5, aspect: 3 }); // of another request
  session.receive({ kind: 'aspect', id: 4, aspect: 1.4 });
  await vi.waitFor(() => expect(kinds(4).at(-1)?.kind).toBe('result'), 10_000);
  session.receive({ kind: 'aspect', id: 4, aspect: 3 }); // too late
  await new Promise((resolve) => setTimeout(resolve, 30));
  const last = kinds(4).at(-1)!;
  expect(last.kind === 'result' && last.picture).toEqual(layoutCoauthors(graph, 1.4));
});

test('communities come before any place where the page has places', async () => {
  const { session, answers } = listen();
  session.receive({ ...ASKED, id: 4, aspect: null, coloursFirst: true });
  const communities = communitiesOf(graph);
  expect(answers.map(({ answer }) => answer)).toEqual([
    { kind: 'graph', id: 4, graph },
    { kind: 'communities', id: 4, communities },
  ]);
  session.receive({ kind: 'aspect', id: 4, aspect: 1.4 });
  await vi.waitFor(() => expect(answers.at(-1)!.answer.kind).toBe('result'), 10_000);
  expect(answers.filter(({ answer }) => answer.kind === 'communities')).toHaveLength(1);
});

test('a newer request silences the older one', async () => {
  const { session, kinds } = listen();
  session.receive({ ...ASKED, id: 1 });
  session.receive({ ...ASKED, id: 2, aspect: 1 });
  await vi.waitFor(() => expect(kinds(2).at(-1)?.kind).toBe('result'), 10_000);
  expect(kinds(1).map(({ kind }) => kind)).toEqual(['graph']);
});

test('a cancelled request is not answered any more', async () => {
  const { session, answers } = listen();
  session.receive({ ...ASKED, id: 1 });
  session.receive({ kind: 'cancel', id: 1 });
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(answers.map(({ answer }) => answer.kind)).toEqual(['graph']);
});

test('lays out an author’s surroundings, coloured as in the whole', async () => {
  const { session, kinds } = listen(50);
  session.receive({ ...ASKED, id: 3, part: { ego: 201, depth: 1, hideSingles: false } });
  await vi.waitFor(() => expect(kinds(3).at(-1)?.kind).toBe('result'), 10_000);
  const [asked, coloured, result] = kinds(3);
  expect(asked?.kind === 'graph' && [...asked.graph.authorOfNode]).toEqual([201, 202]);
  const whole = communitiesOf(graph);
  const own = whole.community[graph.nodeOfAuthor[201]!]!;
  expect(coloured?.kind === 'communities' && coloured.communities).toEqual({
    ...whole,
    community: Uint32Array.of(own, own),
  });
  expect(result?.kind === 'result' && result.picture.x.length).toBe(2);
});

const faulty = (change: object) => ({ ...ASKED, id: 3, ...change });
const byline = (authorOffset: unknown, author: unknown) => faulty({ bylines: { authorOffset, author } });

test.each([
  ['no object', null, -1, 'layout request is not an object'],
  ['no id', { kind: 'layout' }, -1, 'layout request without an id'],
  ['an unknown kind', { kind: 'paint', id: 3 }, 3, 'layout request of an unknown kind'],
  ['no word on colours', faulty({ coloursFirst: 1 }), 3, 'layout request: coloursFirst'],
  ['no panel at last', { kind: 'aspect', id: 3, aspect: 0 }, 3, 'layout request: the aspect'],
  ['no aspect', faulty({ aspect: NaN }), 3, 'layout request: the aspect is not a number above 0'],
  ['an author who does not exist', faulty({ authorCount: 2 }), 3, 'layout bylines: author['],
  ['lists for columns', byline([0, 1], [0]), 3, 'layout bylines: a column is not'],
  ['offsets that end early', byline(Uint32Array.of(0), Uint32Array.of(1)), 3, 'layout bylines: the offsets'],
  [
    'offsets that fall',
    byline(Uint32Array.of(0, 2, 1, 2), Uint32Array.of(1, 2)),
    3,
    'layout bylines: authorOffset[2]',
  ],
  ['a maximum that is no count', faulty({ maxPairAuthors: 1.5 }), 3, 'layout request: maxPairAuthors'],
  ['nobody in the middle', faulty({ part: { ...ASKED.part, ego: 210 } }), 3, 'layout part: ego'],
  ['three steps', faulty({ part: { ...ASKED.part, depth: 3 } }), 3, 'layout part: depth'],
  ['no word on those alone', faulty({ part: { ego: -1, depth: 1 } }), 3, 'layout part: hideSingles'],
])('a request with %s is answered with a fault', (_, request, id, message) => {
  const { session, answers } = listen();
  session.receive(request);
  expect(answers.length).toBe(1);
  const { answer } = answers[0]!;
  expect(answer).toMatchObject({ kind: 'fault', id });
  expect(answer.kind === 'fault' && answer.message).toContain(message);
});
