import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wrap } from './envelope.ts';
import { hearHost, hearView, ID_LIMIT, TEXT_LIMIT, type HostMessage, type ViewMessage } from './messages.ts';

const host: fc.Arbitrary<HostMessage> = fc.oneof(
  fc.constant({ type: 'hello' as const, data: {} }),
  fc.record({
    type: fc.constant('set' as const),
    data: fc.record({
      query: fc.string(),
      part: fc.constantFrom('all' as const, 'filter' as const),
      re: fc.option(fc.oneof(fc.integer(), fc.string({ maxLength: ID_LIMIT }))),
    }),
  }),
  fc.record({
    type: fc.constant('get' as const),
    data: fc.record({ what: fc.constantFrom('state' as const, 'height' as const), re: fc.integer() }),
  }),
);
const view: fc.Arbitrary<ViewMessage> = fc.oneof(
  fc.record({
    type: fc.constant('height' as const),
    data: fc.record({ px: fc.integer({ min: 1, max: 9000 }) }),
  }),
  fc.record({
    type: fc.constant('state' as const),
    data: fc.record({
      query: fc.string(),
      cause: fc.constantFrom('reader' as const, 'host' as const),
      re: fc.option(fc.integer()),
    }),
  }),
);

describe('a message', () => {
  it('is heard as it was said', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: ID_LIMIT }), host, view, (id, toView, toHost) => {
        expect(hearHost(wrap(id, toView))).toEqual({ kind: 'message', id, message: toView });
        expect(hearView(wrap(id, toHost))).toEqual({ kind: 'message', id, message: toHost });
      }),
    );
  });

  it('from anybody never throws, and without our envelope is nothing of ours', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(hearHost(value).kind).toBe('foreign');
        expect(hearView(value).kind).toBe('foreign');
      }),
    );
  });

  it('with our envelope and anything in it never throws', () => {
    fc.assert(
      fc.property(
        fc.anything(),
        fc.anything(),
        fc.constantFrom('set', 'get', 'hello', 'state'),
        (id, data, type) => {
          const value = { source: 'whereabouts', v: 1, id, type, data };
          expect(['message', 'malformed']).toContain(hearHost(value).kind);
          expect(['message', 'malformed']).toContain(hearView(value).kind);
        },
      ),
    );
  });

  it.each([
    ['another version', { v: 2, id: '', type: 'hello' }, 'v is not 1'],
    ['an id that is too long', { v: 1, id: 'x'.repeat(ID_LIMIT + 1), type: 'hello' }, 'id is not'],
    ['a type from the prototype', { v: 1, id: '', type: 'constructor' }, 'type is not'],
    [
      'a query that is too long',
      { v: 1, id: '', type: 'set', data: { query: 'x'.repeat(TEXT_LIMIT + 1) } },
      'query is',
    ],
    ['an unknown part', { v: 1, id: '', type: 'set', data: { query: '', part: 'map' } }, 'part is'],
    ['a question without a number', { v: 1, id: '', type: 'get', data: { what: 'state' } }, 're is'],
    ['an unknown question', { v: 1, id: '', type: 'get', data: { what: 'cookie', re: 1 } }, 'what is'],
  ])('with %s is malformed, and why is told', (_, rest, why) => {
    const heard = hearHost({ source: 'whereabouts', ...rest });
    expect(heard.kind === 'malformed' && heard.why).toContain(why);
  });
});
