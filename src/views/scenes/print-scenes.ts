/** Scenes on paper: each is shown, copied as it stands, and printed as a page as large as the window. */
import { sourceLine } from '../../export/figure/caption.ts';
import { cutLists } from '../../export/figure/cut-lists.ts';
import { tellApart } from '../../export/figure/tell-apart.ts';
import { isOnTheWeb, pageLink, regionFileInFocus } from '../../export/figure/gather.ts';
import { PATTERNED_LOOKS } from '../../layout/map/map-marks.ts';
import type { Scene } from '../../model/scene.ts';
import type { ViewId } from '../../share/view-state.ts';
import { pictureOf } from '../../state/coauthors/coauthor-picture.svelte.ts';
import type { Explorer } from '../../state/explorer.svelte.ts';
import type { Presentation } from '../../state/talk/presentation.svelte.ts';

/** Nothing has changed for so long, and through so many pictures of the page: the scene is drawn, ms. */
const QUIET_MS = 200;
const QUIET_FRAMES = 6;
/** So long a scene is waited for, ms: a graph of very many people may still be on its way. */
const PATIENCE_MS = 20_000;

/**
 * Prints all scenes of a talk that has just begun.
 * @param leave ends the talk: what is printed are copies
 */
export async function printScenes(
  explorer: Explorer,
  talk: Presentation | null,
  leave: () => void,
): Promise<void> {
  if (!talk) return;
  const [width, height] = [innerWidth, innerHeight];
  const root = document.documentElement;
  const { theme } = root.dataset;
  root.dataset['theme'] = 'light'; // on paper, whatever the screen shows
  const foot = sourceFoot();
  const sheets = document.createElement('div');
  sheets.className = 'sheets';
  for (let index = 0; index < talk.count; index++) {
    talk.goTo(index);
    foot.replaceChildren(...(await sourceOf(explorer, talk.scene.view)));
    await drawn(explorer);
    sheets.append(sheetOf(index, width, height));
  }
  leave();
  const size = new CSSStyleSheet();
  size.replaceSync(`@page { size: ${width}px ${height}px; margin: 0; }`);
  document.adoptedStyleSheets.push(size);
  document.body.append(sheets);
  root.dataset['sheets'] = '';
  await frame(); // the copies are laid out
  const ended = new Promise((resolve) => addEventListener('afterprint', resolve, { once: true }));
  print();
  void ended.then(() => {
    sheets.remove();
    delete root.dataset['sheets'];
    if (theme !== undefined) root.dataset['theme'] = theme;
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== size);
  });
}

/** A line below the talk, which makes room for it and takes it along when it ends. */
function sourceFoot(): HTMLElement {
  const foot = document.createElement('p');
  foot.className = 'source';
  Object.assign(foot.style, {
    gridColumn: '1 / -1',
    marginTop: '-0.8em',
    color: 'var(--ink-soft)',
    fontSize: '0.65em',
    lineHeight: '1.3',
    overflowWrap: 'anywhere',
  });
  document.querySelector('#app .talk')?.append(foot);
  return foot;
}

/** Whose the data of a scene are, as captions have it, and the way to its view where others can go it. */
async function sourceOf(explorer: Explorer, view: Scene['view']): Promise<(string | Element)[]> {
  const words = sourceLine(explorer.dataset, view);
  if (!isOnTheWeb() || explorer.file) return [words];
  const link = document.createElement('a');
  link.href = await pageLink(explorer);
  link.textContent = link.host + link.pathname;
  return [`${words} `, link];
}

/**
 * Waits until all that a scene needs has come and the page has stood still for a while: people are arranged in a worker
 * and painted on a canvas, which no change of the document tells.
 */
async function drawn(explorer: Explorer): Promise<void> {
  const startMs = performance.now();
  let lastMs = startMs;
  let quietFrames = 0;
  const isWaiting = () => performance.now() - startMs < PATIENCE_MS;
  const stir = () => {
    lastMs = performance.now();
    quietFrames = 0;
  };
  const watch = new MutationObserver(stir);
  watch.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  await Promise.race([regionFileInFocus(explorer), pause(PATIENCE_MS)]);
  const picture = pictureOf(explorer.dataset);
  stir();
  while (isWaiting() && (performance.now() - lastMs < QUIET_MS || quietFrames < QUIET_FRAMES)) {
    await frame();
    quietFrames++;
    if (picture.isBusy || awaitsTable(explorer)) stir();
  }
  watch.disconnect();
}

/** Whether a view is a table whose script is still on its way: nothing changes meanwhile. */
function awaitsTable(explorer: Explorer): boolean {
  const panels = [...document.querySelectorAll<HTMLElement>('#app [data-view]')];
  return panels.some(
    (panel) =>
      explorer.isTable(panel.dataset['view'] as ViewId) &&
      panel.querySelector('table, .nothing, .empty, .instead') === null,
  );
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** In a hidden tab frames don't come: time does. */
const frame = () =>
  new Promise((resolve) => {
    requestAnimationFrame(resolve);
    setTimeout(resolve, 50);
  });

/** A copy of the scene on show. */
function sheetOf(index: number, width: number, height: number): HTMLElement {
  const sheet = document.createElement('section');
  sheet.className = 'sheet';
  sheet.style.width = `${width}px`;
  sheet.style.height = `${height}px`;
  const { dataset, style } = document.documentElement;
  sheet.dataset['present'] = dataset['present'] ?? 'all';
  for (const name of ['x', 'y', 'width', 'height', 'scale', 'zoom']) {
    const property = `--stage-${name}`;
    sheet.style.setProperty(property, style.getPropertyValue(property));
  }
  for (const part of document.querySelectorAll<HTMLElement>('#app .page, #app .talk')) {
    const copy = part.cloneNode(true) as HTMLElement;
    copyCanvases(part, copy);
    cutLists(part, copy);
    joinPatterns(copy);
    // the type of a talk follows the window, which paper may not be as large as
    copy.style.fontSize = getComputedStyle(part).fontSize;
    const patterns = [...copy.querySelectorAll('pattern')].map(({ id }) => id);
    const prefix = `sheet-${index}-`;
    tellApart(copy, prefix);
    // what rules of style refer to no copy can be told
    for (const id of patterns) sheet.style.setProperty(`--${id}`, `url(#${prefix}${id})`);
    sheet.append(copy);
  }
  return sheet;
}

/** A cloned canvas is empty. */
function copyCanvases(from: HTMLElement, to: HTMLElement): void {
  const copies = to.querySelectorAll('canvas');
  from.querySelectorAll('canvas').forEach((canvas, i) => {
    if (canvas.width > 0 && canvas.height > 0) copies[i]?.getContext('2d')?.drawImage(canvas, 0, 0);
  });
}

/**
 * Makes one area of all that have the same pattern: for each by itself, browsers write the pattern into the PDF again,
 * which takes fifteen times as long and ten times the room.
 */
function joinPatterns(sheet: HTMLElement): void {
  for (const look of PATTERNED_LOOKS) {
    const [first, ...others] = sheet.querySelectorAll(`path.country.${look}:not(.dimmed)`);
    first?.setAttribute('d', [first, ...others].map((area) => area.getAttribute('d') ?? '').join(''));
    for (const area of others) area.remove();
  }
}
