import { describe, expect, it } from 'vitest';
import { unsupportedFormat } from './file-format.ts';

describe('unsupportedFormat', () => {
  it.each([
    ['a list of objects', '[{"cdid":"arxivorg:0A1B2C3D"}]', 'JSON'],
    ['an indented object after a byte-order mark', '\uFEFF\n{\n  "meta": {}', 'JSON'],
    ['JSON lines', '{"id":"W1"}\n{"id":"W2"}\n', 'JSON'],
    ['an empty list', '[]', 'JSON'],
    ['a web page', '<!DOCTYPE html><html>', 'HTML or XML'],
    ['a NUL byte', 'abc\u0000def', 'a binary file'],
    ['mostly bytes that are no text', '\uFFFD\uFFFDP\u0001K\u0003\uFFFD', 'a binary file'],
    ['a PDF', '%PDF-1.7\n', 'a binary file'],
  ])('tells %s', (_, text, expected) => expect(unsupportedFormat(text)).toBe(expected));

  it.each([
    ['nothing at all', ''],
    ['a query', 'training language model\n'],
    ['a query in brackets', '[retracted] language models\n'],
    ['a query in braces', '{LaTeX} parsing\n'],
    ['a tag list', '- Europe > Spain (0.04)\n'],
    ['one damaged letter in a text', 'training langu\uFFFDge model and more\n'],
  ])('lets %s be parsed', (_, text) => expect(unsupportedFormat(text)).toBeUndefined());
});
