/** Checks a request before anything is computed: what the layout's loops index must exist. */
import type { LayoutGraph } from '../layout/coauthor-layout.ts';
import type { LayoutQuestion } from './layout-messages.ts';

type Fields = Readonly<Partial<Record<string, unknown>>>;

/**
 * The message as a question.
 * @throws {TypeError} saying what is wrong with it
 */
export function decodeLayoutQuestion(data: unknown): LayoutQuestion {
  const message = fieldsOf(data, 'layout request');
  const id = message['id'];
  if (!Number.isSafeInteger(id)) throw new TypeError('layout request without an id');
  if (message['kind'] === 'cancel') return { kind: 'cancel', id: id as number };
  if (message['kind'] !== 'layout') throw new TypeError('layout request of an unknown kind');
  const aspect = message['aspect'];
  if (typeof aspect !== 'number' || !(aspect > 0 && aspect < Infinity)) {
    throw new TypeError('layout request: the aspect is not a number above 0');
  }
  return { kind: 'layout', id: id as number, graph: decodeGraph(message['graph']), aspect };
}

/** The id of a message that could not be decoded, -1 where it has none. */
export function questionId(data: unknown): number {
  const id = typeof data === 'object' && data !== null ? (data as Fields)['id'] : undefined;
  return Number.isSafeInteger(id) ? (id as number) : -1;
}

function decodeGraph(value: unknown): LayoutGraph {
  const graph = fieldsOf(value, 'layout graph');
  const nodeCount = countAt(graph, 'nodeCount');
  const componentCount = countAt(graph, 'componentCount');
  const hubCount = countAt(graph, 'hubCount');
  if (hubCount > nodeCount) throw new TypeError('layout graph: more hubs than nodes');
  const edgeSource = idsAt(graph, 'edgeSource', nodeCount);
  const edgeTarget = idsAt(graph, 'edgeTarget', nodeCount, edgeSource.length);
  const edgeWeight = graph['edgeWeight'];
  if (!(edgeWeight instanceof Float64Array) || edgeWeight.length !== edgeSource.length) {
    throw new TypeError('layout graph: edgeWeight has not one number an edge');
  }
  if (!edgeWeight.every((weight) => weight > 0 && weight < Infinity)) {
    throw new TypeError('layout graph: edgeWeight holds a number that is not above 0');
  }
  return {
    nodeCount,
    edgeSource,
    edgeTarget,
    edgeWeight,
    recordCountOfNode: idsAt(graph, 'recordCountOfNode', Infinity, nodeCount),
    component: idsAt(graph, 'component', componentCount, nodeCount),
    componentCount,
    hubCount,
  };
}

function fieldsOf(value: unknown, name: string): Fields {
  if (typeof value !== 'object' || value === null) throw new TypeError(`${name} is not an object`);
  return value as Fields;
}

function countAt(graph: Fields, name: string): number {
  const value = graph[name];
  if (!Number.isSafeInteger(value) || (value as number) < 0) {
    throw new TypeError(`layout graph: ${name} is not a count`);
  }
  return value as number;
}

function idsAt(graph: Fields, name: string, below: number, length?: number): Uint32Array {
  const ids = graph[name];
  if (!(ids instanceof Uint32Array)) throw new TypeError(`layout graph: ${name} is not a Uint32Array`);
  if (length !== undefined && ids.length !== length) {
    throw new TypeError(`layout graph: ${name} has ${ids.length} entries instead of ${length}`);
  }
  for (let i = 0; i < ids.length; i++) {
    if (ids[i]! >= below)
      throw new TypeError(`layout graph: ${name}[${i}] is ${ids[i]!}, not below ${below}`);
  }
  return ids;
}
