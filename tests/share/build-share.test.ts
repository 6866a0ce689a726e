import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { encodeDataset } from '../../src/model/codec/encode-dataset.ts';
import { handCounted } from '../filter/hand-counted.ts';
import { withYears } from '../filter/with-years.ts';
import { buildShare, homeOf, sharedViews, withTags } from '../../scripts/build-share.ts';

const HOME = 'https://example.org/whereabouts/';
const SCENE = {
  title: 'A "quoted" <b>title</b> & more',
  text: 'What it tells.',
  notes: 'Only for the speaker',
  view: 'topics',
  query: 'geography=USA&v=1',
};
const folder = mkdtempSync(join(tmpdir(), 'whereabouts-share-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const read = (name: string) => readFileSync(join(folder, 'share', name), 'utf8');

describe('the share folder', () => {
  it('has a page and an oEmbed answer for the dashboard, each view and each scene', async () => {
    writeFileSync(
      join(folder, 'dataset.json'),
      JSON.stringify({ ...encodeDataset(handCounted), scenes: [SCENE] }),
    );
    writeFileSync(join(folder, 'index.html'), '<html><head><title>W</title></head></html>');
    expect(await buildShare(folder, HOME, false)).toBe(6);
    const names = ['coauthors', 'index', 'map', 'records', 'scene-1', 'topics'];
    expect(readdirSync(join(folder, 'share')).sort()).toEqual(
      names.flatMap((name) => [`${name}.html`, `${name}.json`]),
    );
    const answer = JSON.parse(read('scene-1.json')) as { html: string; title: string };
    expect(answer).toMatchObject({ type: 'rich', version: '1.0', title: SCENE.title, provider_url: HOME });
    expect(answer.html).toContain(`src="${HOME}embed.html?view=topics&amp;geography=USA&amp;v=1"`);
    expect(answer.html).toContain('title="A &quot;quoted&quot; &lt;b&gt;');
    expect(answer).not.toHaveProperty('thumbnail_url');
  });

  it('has the years where the dataset has some', () => {
    const names = sharedViews(withYears).map(({ name }) => name);
    expect(names).toEqual(['map', 'topics', 'coauthors', 'records', 'time', 'index']);
    expect(sharedViews(withYears)[4]!.title).toMatch(/^Years of /);
  });

  it.each(['index', 'map', 'topics', 'coauthors', 'records', 'scene-1'])(
    'answers for %s as oEmbed 1.0 asks, with whole addresses alone',
    (name) => {
      const answer = JSON.parse(read(`${name}.json`)) as Record<string, unknown>;
      // https://oembed.com, 2.3.4: type and version always; html, width and height of a "rich" one
      expect(answer).toMatchObject({ type: 'rich', version: '1.0', provider_url: HOME });
      for (const side of ['width', 'height']) expect(answer[side]).toSatisfy((px) => Number(px) >= 320);
      const html = String(answer['html']);
      expect(html).toMatch(/^<iframe\s[^<]*><\/iframe>$/);
      expect(new URL(/ src="([^"]+)"/.exec(html.replaceAll(/\s+/g, ' '))![1]!).href).toContain(
        `${HOME}embed.html`,
      );
      const page = read(`${name}.html`);
      for (const [, address] of page.matchAll(/(?:href|url=|og:url" content)="?(https?:[^"]+)"/g))
        expect(address!.startsWith(HOME)).toBe(true);
      expect(page).toContain(`href="${HOME}share/${name}.json"`);
      expect(page).not.toMatch(/(?:href|content)="\.{0,2}\//);
    },
  );

  it('leads people on, tells programs, and gives no markup and no notes away', () => {
    const page = read('scene-1.html');
    expect(page).toContain(`content="0; url=${HOME}?geography=USA&amp;v=1"`);
    expect(page).toContain(`href="${HOME}share/scene-1.json"`);
    expect(page).toContain('property="og:description" content="What it tells."');
    expect(page).not.toContain('<b>');
    expect(page).not.toContain(SCENE.notes);
    expect(page).not.toContain('og:image');
  });

  it("is told in the dashboard's page, once however often it is made", async () => {
    const once = readFileSync(join(folder, 'index.html'), 'utf8');
    expect(once).toContain(`href="${HOME}share/index.json"`);
    await buildShare(folder, HOME, false);
    expect(readFileSync(join(folder, 'index.html'), 'utf8')).toBe(once);
    expect(() => withTags('<p>', '')).toThrow('no head');
  });

  it('needs an address and a page', async () => {
    expect(homeOf('https://example.org/a')).toBe('https://example.org/a/');
    expect(() => homeOf(undefined)).toThrow('--base is missing');
    expect(() => homeOf('javascript:1')).toThrow('no http(s) address');
    await expect(buildShare(join(folder, 'none'), HOME, false)).rejects.toThrow('no dataset.json');
  });
});
