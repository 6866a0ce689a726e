import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

export default defineConfig(
  { ignores: ['dist/', 'public/', 'test-results/', 'playwright-report/', 'scripts/geo/', 'scripts/bench/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.svelte'],
    extends: [ts.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        // the page, its tests and the scripts in one program: each file's types are worked out once
        project: ['./tsconfig.lint.json', './tsconfig.worker.json'],
        extraFileExtensions: ['.svelte'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // index signatures are checked by noUncheckedIndexedAccess; a bound that a loop proves may be asserted
      '@typescript-eslint/no-non-null-assertion': 'off',
      // there is no enum, which erasableSyntaxOnly holds; looking for one takes a tenth of the run
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      'max-lines': ['error', { max: 400 }],
    },
  },
  svelte.configs.recommended,
  { languageOptions: { globals: { ...globals.browser, ...globals.node } } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
    // values of {#await} and {#each} reach typescript-eslint as any
    rules: {
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      'svelte/no-at-html-tags': 'error',
      // sets and maps are values here: held in $state.raw and replaced, never changed
      'svelte/prefer-svelte-reactivity': 'off',
    },
  },
);
