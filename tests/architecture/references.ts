/** What a source file refers to: static, type-only and dynamic imports, re-exports, and workers made from a URL. */
import { parse } from 'svelte/compiler';
import ts from 'typescript';

export interface Reference {
  /** As written; undefined when it is computed and so cannot be checked. */
  readonly specifier: string | undefined;
  /** From 1. */
  readonly line: number;
  /** True for `import type` and its like, which leave nothing in the program that runs. */
  readonly isTypeOnly: boolean;
}

/** A URL to something else is a file that is read or fetched, which is no import. */
const PROGRAM = /\.(?:ts|js|mjs|svelte)$/;

/** References of a TypeScript, JavaScript or Svelte file, in the order of the text. */
export function referencesOf(path: string, source: string): Reference[] {
  return path.endsWith('.svelte') ? referencesOfSvelte(path, source) : referencesOfScript(path, source);
}

function referencesOfScript(path: string, text: string): Reference[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: Reference[] = [];
  const add = (node: ts.Node, address: ts.Node | undefined, isTypeOnly = false) => {
    const specifier = address !== undefined && ts.isStringLiteralLike(address) ? address.text : undefined;
    const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    found.push({ specifier, line, isTypeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      add(node, node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    } else if (ts.isExportDeclaration(node)) {
      if (node.moduleSpecifier !== undefined) add(node, node.moduleSpecifier, node.isTypeOnly);
    } else if (ts.isExternalModuleReference(node)) {
      add(node, node.expression);
    } else if (ts.isImportTypeNode(node)) {
      add(node, ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, true);
    } else if (ts.isCallExpression(node)) {
      const isImport = node.expression.kind === ts.SyntaxKind.ImportKeyword;
      if (isImport || /^import\.meta\.glob/.test(node.expression.getText())) add(node, node.arguments[0]);
    } else if (ts.isNewExpression(node) && node.expression.getText() === 'URL') {
      const [address, base] = node.arguments ?? [];
      const isProgram =
        address !== undefined && ts.isStringLiteralLike(address) && PROGRAM.test(address.text);
      if (isProgram && base?.getText() === 'import.meta.url') add(node, address);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  for (const { fileName, pos } of source.referencedFiles) {
    const line = source.getLineAndCharacterOfPosition(pos).line + 1;
    found.push({ specifier: fileName, line, isTypeOnly: true });
  }
  return found;
}

/** A node of the tree that Svelte's parser gives for scripts and for expressions in the markup. */
interface TreeNode {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

function referencesOfSvelte(path: string, source: string): Reference[] {
  const found: Reference[] = [];
  const add = (node: TreeNode, address: unknown, isTypeOnly = false) => {
    const line = source.slice(0, node.start).split('\n').length;
    found.push({ specifier: textOf(address), line, isTypeOnly });
  };
  const visit = (node: TreeNode): void => {
    switch (node.type) {
      case 'ImportDeclaration': {
        add(node, node['source'], node['importKind'] === 'type');
        return;
      }
      case 'ExportNamedDeclaration':
      case 'ExportAllDeclaration':
        if (isTreeNode(node['source'])) add(node, node['source'], node['exportKind'] === 'type');
        break;
      case 'ImportExpression': {
        add(node, node['source']);
        return;
      }
      case 'TSImportType': {
        add(node, node['argument'], true);
        return;
      }
      case 'NewExpression':
        if (isUrlOfProgram(node)) add(node, (node['arguments'] as unknown[])[0]);
        break;
      case 'CallExpression':
        if (source.startsWith('import.meta.glob', node.start)) add(node, (node['arguments'] as unknown[])[0]);
        break;
    }
    for (const child of childrenOf(node)) visit(child);
  };
  const tree = parse(source, { filename: path, modern: true }) as unknown as Record<string, unknown>;
  const parts = [tree['module'], tree['instance'], tree['fragment']];
  for (const part of parts) if (isTreeNode(part)) visit(part);
  return found.sort((a, b) => a.line - b.line);
}

const isTreeNode = (value: unknown): value is TreeNode =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

function childrenOf(node: TreeNode): TreeNode[] {
  return Object.entries(node).flatMap(([key, value]) =>
    key === 'metadata' ? [] : (Array.isArray(value) ? (value as unknown[]) : [value]).filter(isTreeNode),
  );
}

/** The text of a string literal, or of a template that has nothing to fill in. */
function textOf(node: unknown): string | undefined {
  if (!isTreeNode(node)) return undefined;
  if (node.type === 'TSLiteralType') return textOf(node['literal']);
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? node['value'] : undefined;
  if (node.type !== 'TemplateLiteral') return undefined;
  const quasis = node['quasis'] as readonly { value: { cooked: string } }[];
  return quasis.length === 1 ? quasis[0]!.value.cooked : undefined;
}

/** `new URL('./x.ts', import.meta.url)`. */
function isUrlOfProgram(node: TreeNode): boolean {
  const { callee, arguments: args } = node as unknown as { callee: TreeNode; arguments: readonly TreeNode[] };
  const base = args[1];
  return (
    callee['name'] === 'URL' &&
    PROGRAM.test(textOf(args[0]) ?? '') &&
    base?.type === 'MemberExpression' &&
    (base['object'] as TreeNode).type === 'MetaProperty' &&
    (base['property'] as TreeNode)['name'] === 'url'
  );
}
