import { expect, test } from 'vitest';
import { wrap } from './envelope.ts';
import { HostDoor, WAITING_LIMIT, type FramedWindow } from './host-door.ts';
import { ERROR_LIMIT, HostPort } from './host-port.ts';
import type { HostMessage, ViewMessage } from './messages.ts';

const READY: ViewMessage & { type: 'ready' } = { type: 'ready', data: { view: 'map', title: 'T' } };

/** A window in a frame, and what is said to the page around. */
function framed() {
  const said: { message: { type: string; id: string; data: unknown }; target: string }[] = [];
  let listener = (event: MessageEvent): void => port.hear(event);
  const parent = {
    postMessage: (message: unknown, target: string) =>
      void said.push({ message: message as (typeof said)[number]['message'], target }),
  };
  const window: FramedWindow = { parent, addEventListener: (_, next) => (listener = next) };
  const hear = (data: unknown, origin = 'https://host.example', source: unknown = parent) =>
    listener({ data, origin, source } as MessageEvent);
  const set: string[] = [];
  const commands = {
    set: (query: string) => Promise.resolve(void set.push(query)),
    get: () => Promise.resolve({ query: 'a=1' }),
  };
  const port: HostPort = new HostPort(parent, commands, () => port.tell(READY));
  const open = (load: () => Promise<HostPort>) => {
    const door = new HostDoor(window, load);
    door.open(READY);
    return door;
  };
  const say = (message: HostMessage, ...from: [origin?: string, source?: unknown]) =>
    hear(wrap('id', message), ...from);
  const types = () => said.map(({ message, target }) => `${message.type} to ${target}`);
  return { said, set, port, open, hear, say, types };
}

const SET: HostMessage = { type: 'set', data: { query: 'b=2', part: 'all', re: null } };
const HELLO: HostMessage = { type: 'hello', data: {} };

test('before hello only what anybody may know is said, and nothing is obeyed', () => {
  const { port, say, set, types } = framed();
  port.tell({ type: 'state', data: { query: 'secret', cause: 'reader', re: null } });
  say(SET);
  expect(set).toEqual([]);
  expect(types()).toEqual(['error to *']);
});

test('after hello the state is told to that origin alone, with the id that it gave', () => {
  const { port, say, said, types } = framed();
  say(HELLO);
  port.tell({ type: 'state', data: { query: 'a=1', cause: 'reader', re: null } });
  expect(types()).toEqual(['ready to https://host.example', 'state to https://host.example']);
  expect(said.at(-1)?.message.id).toBe('id');
});

test('other windows and other origins are not obeyed', () => {
  const { say, set } = framed();
  say(HELLO);
  say(SET, 'https://host.example', {});
  say(SET, 'https://evil.example');
  say(HELLO, 'https://evil.example', {});
  expect(set).toEqual([]);
  say(SET);
  expect(set).toEqual(['b=2']);
});

test('a question is answered, and a malformed one too', async () => {
  const { say, hear, said } = framed();
  say(HELLO);
  say({ type: 'get', data: { what: 'state', re: 7 } });
  await Promise.resolve();
  await Promise.resolve();
  expect(said.at(-1)?.message).toMatchObject({ type: 'reply', data: { re: 7, data: { query: 'a=1' } } });
  hear({ source: 'whereabouts', v: 1, id: 'id', type: 'get', data: { what: 'all', re: 8 } });
  expect(said.at(-1)?.message).toMatchObject({ type: 'error', data: { code: 'bad-message', re: 8 } });
});

test('the door loads the talk when the page around first speaks of this, and hands on all in its order', async () => {
  const { open, port, hear, say, set, types } = framed();
  let loads = 0;
  const door = open(() => Promise.resolve((loads += 1)).then(() => port));
  hear({ source: 'another' });
  hear('whereabouts');
  say(HELLO, 'https://host.example', {});
  expect(loads).toBe(0);
  door.tell({ type: 'height', data: { px: 400 } });
  expect(types()).toEqual(['ready to *', 'height to *']);
  say(HELLO);
  say(SET);
  await expect.poll(() => set).toEqual(['b=2']);
  expect(loads).toBe(1);
  door.tell({ type: 'height', data: { px: 500 } });
  expect(types().slice(2)).toEqual(['ready to https://host.example', 'height to https://host.example']);
});

test('a talk that could not be loaded is told, and loaded when the page around speaks again', async () => {
  const { open, port, say, types } = framed();
  let loads = 0;
  open(() => ((loads += 1) === 1 ? Promise.reject(new Error('no network')) : Promise.resolve(port)));
  say(HELLO);
  await expect.poll(types).toEqual(['ready to *', 'error to *']);
  say(HELLO);
  await expect.poll(types).toContain('ready to https://host.example');
});

test('a page that floods the door or talks nonsense for ever costs no more than a limit', async () => {
  const { open, port, say, hear, set, said } = framed();
  open(() => Promise.resolve(port));
  say(HELLO);
  for (let i = 0; i < 1000; i++) say(SET);
  await expect.poll(() => set.length).toBeGreaterThan(0);
  expect(set).toHaveLength(WAITING_LIMIT - 1);
  for (let i = 0; i < 1000; i++) hear({ source: 'whereabouts', v: 1, id: 'id', type: 'set', data: {} });
  expect(said.filter(({ message }) => message.type === 'error')).toHaveLength(ERROR_LIMIT);
});

test('a part that could not be loaded for an answer is told with the number of the question', async () => {
  const said: unknown[] = [];
  const parent = { postMessage: (message: unknown) => void said.push(message) };
  const failing = { set: () => Promise.resolve(), get: () => Promise.reject(new Error('no network')) };
  const port = new HostPort(parent, failing, () => undefined);
  const hear = (message: HostMessage) =>
    port.hear({ data: wrap('id', message), origin: 'https://host.example', source: parent } as never);
  hear(HELLO);
  hear({ type: 'get', data: { what: 'summary', re: 3 } });
  await expect
    .poll(() => said.at(-1))
    .toMatchObject({ type: 'error', data: { code: 'load', message: 'no network', re: 3 } });
});
