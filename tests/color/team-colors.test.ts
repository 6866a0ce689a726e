import { describe, expect, it } from 'vitest';
import { contrast } from '../../src/layout/color/type-on.ts';
import { hardestPair, pairsOf } from './differences.ts';
import { token } from './tokens.ts';

describe.each(['light', 'dark'] as const)('the colours of communities, %s', (theme) => {
  const colors = ['team-1', 'team-2', 'team-3', 'team-4', 'team-5', 'team-other'].map((name) =>
    token(theme, name),
  );

  it('stay apart for every way to see', () => {
    expect(hardestPair(pairsOf(colors)).difference).toBeGreaterThan(10);
  });

  it('stand out from the panel', () => {
    for (const color of colors) expect(contrast(color, token(theme, 'panel'))).toBeGreaterThanOrEqual(3);
  });
});

describe.each(['light', 'dark'] as const)('who asks for more contrast, %s', (theme) => {
  const onPanel = (name: string) => contrast(token(theme, name, true), token(theme, 'panel'));

  it.each(['ink', 'ink-soft', 'accent', 'warn'])('reads %s at AAA', (name) => {
    expect(onPanel(name)).toBeGreaterThanOrEqual(7);
  });

  it.each(['line', 'line-strong'])('sees every %s', (name) => {
    expect(onPanel(name)).toBeGreaterThanOrEqual(4.5);
  });
});
