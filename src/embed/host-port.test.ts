import { expect, test } from 'vitest';
import { HostPort, type FramedWindow } from './host-port.ts';
import { wrap, type HostMessage } from './messages.ts';

/** A window in a frame, and what is said to the page around. */
function framed() {
  const said: { message: { type: string; id: string; data: unknown }; target: string }[] = [];
  let listener: (event: MessageEvent) => void = () => undefined;
  const parent = {
    postMessage: (message: unknown, target: string) =>
      void said.push({ message: message as (typeof said)[number]['message'], target }),
  };
  const window: FramedWindow = { parent, addEventListener: (_, next) => (listener = next) };
  const hear = (data: unknown, origin = 'https://host.example', source: unknown = parent) =>
    listener({ data, origin, source } as MessageEvent);
  const set: string[] = [];
  const port = new HostPort(window, {
    set: (query) => Promise.resolve(void set.push(query)),
    get: () => Promise.resolve({ query: 'a=1' }),
  });
  port.open({ type: 'ready', data: { view: 'map', title: 'T' } }, () => undefined);
  const say = (message: HostMessage, ...from: [origin?: string, source?: unknown]) =>
    hear(wrap('id', message), ...from);
  const types = () => said.map(({ message, target }) => `${message.type} to ${target}`);
  return { said, set, port, hear, say, types };
}

const SET: HostMessage = { type: 'set', data: { query: 'b=2', part: 'all', re: null } };
const HELLO: HostMessage = { type: 'hello', data: {} };

test('before hello only what anybody may know is said, and nothing is obeyed', () => {
  const { port, say, set, types } = framed();
  port.tell({ type: 'state', data: { query: 'secret', cause: 'reader' } });
  say(SET);
  expect(set).toEqual([]);
  expect(types()).toEqual(['ready to *', 'error to *']);
});

test('after hello the state is told to that origin alone, with the id that it gave', () => {
  const { port, say, said, types } = framed();
  say(HELLO);
  port.tell({ type: 'state', data: { query: 'a=1', cause: 'reader' } });
  expect(types().slice(1)).toEqual(['ready to https://host.example', 'state to https://host.example']);
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
