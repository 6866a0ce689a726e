import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { applyTheme, nextTheme, showTheme, startTheme, storedTheme, THEME_WORDS } from './theme.ts';

const page = { dataset: {} as Record<string, string> };
const store = new Map<string, string>();
const system = { isDark: false, listeners: [] as (() => void)[] };

/** Storage as browsers give it to pages that may not store anything. */
const closed = {
  getItem: () => {
    throw new Error('SecurityError');
  },
  setItem: () => {
    throw new Error('QuotaExceededError');
  },
  removeItem: () => {
    throw new Error('SecurityError');
  },
};

beforeEach(() => {
  page.dataset = {};
  store.clear();
  system.isDark = false;
  system.listeners = [];
  vi.stubGlobal('document', { documentElement: page });
  vi.stubGlobal('matchMedia', (query: string) => ({
    matches: query.includes('dark') && system.isDark,
    addEventListener: (_: string, listener: () => void) => system.listeners.push(listener),
  }));
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => store.get(key) ?? null,
    setItem: (key: string, value: string) => store.set(key, value),
    removeItem: (key: string) => store.delete(key),
  });
});

afterEach(() => vi.unstubAllGlobals());

function systemTurns(isDark: boolean): void {
  system.isDark = isDark;
  for (const listener of system.listeners) listener();
}

describe('the theme', () => {
  it('goes round: system, light, dark', () => {
    expect(nextTheme('system')).toBe('light');
    expect(nextTheme('light')).toBe('dark');
    expect(nextTheme('dark')).toBe('system');
    expect(Object.keys(THEME_WORDS)).toEqual(['system', 'light', 'dark']);
  });

  it.each([
    ['light', false, 'light'],
    ['light', true, 'light'],
    ['dark', false, 'dark'],
    ['dark', true, 'dark'],
    ['system', false, 'light'],
    ['system', true, 'dark'],
  ] as const)('%s on a system that is dark: %s is shown %s', (theme, isDark, shown) => {
    system.isDark = isDark;
    showTheme(theme);
    expect(page.dataset['theme']).toBe(shown);
  });

  it('is remembered, and forgotten with the system’s', () => {
    applyTheme('dark');
    expect(storedTheme()).toBe('dark');
    expect(page.dataset['theme']).toBe('dark');
    applyTheme('system');
    expect(store.size).toBe(0);
    expect(storedTheme()).toBe('system');
    expect(page.dataset['theme']).toBe('light');
  });

  it('that is stored but unknown is the system’s', () => {
    store.set('whereabouts-theme', 'sepia');
    expect(storedTheme()).toBe('system');
  });

  it('follows the system while none is chosen, and stays where one is', () => {
    startTheme();
    expect(page.dataset['theme']).toBe('light');
    systemTurns(true);
    expect(page.dataset['theme']).toBe('dark');
    applyTheme('light');
    systemTurns(false);
    systemTurns(true);
    expect(page.dataset['theme']).toBe('light');
  });

  it('can be chosen where nothing can be stored', () => {
    vi.stubGlobal('localStorage', closed);
    expect(storedTheme()).toBe('system');
    applyTheme('dark');
    expect(page.dataset['theme']).toBe('dark');
    applyTheme('system');
    expect(page.dataset['theme']).toBe('light');
  });
});
