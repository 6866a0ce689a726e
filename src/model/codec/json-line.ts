/** Where in a JSON text a value stands, so that a fault can be told with its line. */

/** A name, a bracket, or any other value. Written so that a text of megabytes takes no deep stack. */
const TOKEN = /"[^"\\]*(?:\\[^][^"\\]*)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/** Deeper values share the line of the value around them: no format of ours goes so deep. */
const DEPTH_LIMIT = 8;

interface Level {
  readonly path: string;
  readonly isList: boolean;
  /** Entries so far, of a list. */
  index: number;
  /** The name before the next value, of an object. */
  name: string | null;
}

/**
 * The line, from 1, on which the value at a path begins; where there is none, that of the nearest value around it.
 * @param text what JSON.parse accepts
 * @param path as errors write it: `scenes[2].view`; of a name that stands twice the last counts, as in JSON.parse
 */
export function lineOfPath(text: string, path: string): number {
  const offset = offsetsByPath(text);
  for (let at = path; at !== ''; at = parentOf(at)) {
    const found = offset.get(at);
    if (found !== undefined) return lineAt(text, found);
  }
  return lineAt(text, offset.get('') ?? 0);
}

/** The line, from 1, of an offset into a text. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let i = text.indexOf('\n'); i !== -1 && i < offset; i = text.indexOf('\n', i + 1)) line += 1;
  return line;
}

const parentOf = (path: string): string => path.slice(0, Math.max(0, path.search(/(?:\.[^.[]*|\[\d*\])$/)));

function offsetsByPath(text: string): Map<string, number> {
  const offset = new Map<string, number>();
  const levels: Level[] = [];
  let tooDeep = 0;
  for (const { 0: token, index: at } of text.matchAll(TOKEN)) {
    if (token === '}' || token === ']') {
      if (tooDeep > 0) tooDeep -= 1;
      else levels.pop();
      continue;
    }
    const opens = token === '{' || token === '[';
    if (tooDeep > 0) {
      if (opens) tooDeep += 1;
      continue;
    }
    const level = levels.at(-1);
    if (token === ',' || token === ':') {
      if (token === ',' && level) {
        level.index += 1;
        level.name = null;
      }
      continue;
    }
    if (level && !level.isList && level.name === null) {
      level.name = JSON.parse(token) as string;
      continue;
    }
    const path = pathOf(level);
    offset.set(path, at);
    if (!opens) continue;
    if (levels.length >= DEPTH_LIMIT) tooDeep = 1;
    else levels.push({ path, isList: token === '[', index: 0, name: null });
  }
  return offset;
}

function pathOf(level: Level | undefined): string {
  if (!level) return '';
  if (level.isList) return `${level.path}[${level.index}]`;
  return level.path === '' ? level.name! : `${level.path}.${level.name!}`;
}
