/** The element `<whereabouts-view>`: several on a page, what it is asked before and after its view is there. */
import { expect, test, type FrameLocator } from '@playwright/test';
import { embedHost } from './host-page.ts';

const host = embedHost(test, 'HOME/');
const states = (frame: FrameLocator) => frame.getByRole('button', { name: /^United States: / });

type ViewElement = HTMLElement & {
  readonly state: string;
  set(query: string, part?: 'all' | 'filter'): void;
  get(what: string): Promise<unknown>;
};

test('several elements stand on one page, take new attributes, and can be moved', async ({ page }) => {
  await host.open(
    page,
    `<script type="module" src="HOME/whereabouts-view.js"></script>
    <div id="a"><whereabouts-view id="one" src="HOME/" view="map" geography="USA"></whereabouts-view></div>
    <div id="b"><whereabouts-view id="two" src="HOME/" view="records"></whereabouts-view></div>`,
  );
  const one = page.locator('#one iframe').contentFrame();
  const two = page.locator('#two iframe').contentFrame();
  await expect(states(one)).toHaveAttribute('aria-pressed', 'true');
  await expect(two.getByText('9 of 9 records').first()).toBeVisible();
  await page.locator('#two').evaluate((element) => element.setAttribute('geography', 'THA'));
  await expect(two.getByText('1 of 9 records').first()).toBeVisible();
  await page.locator('#one').evaluate((element) => element.setAttribute('view', 'topics'));
  await expect(one.getByRole('region', { name: 'Topics' })).toBeVisible();
  await expect(one.getByText('Filtered: place United States')).toBeVisible();
  const after = await page.evaluate(() => {
    const element = document.querySelector('#one')!;
    element.remove();
    element.setAttribute('geography', 'CAN');
    document.querySelector('#b')!.append(element);
    return document.querySelectorAll('whereabouts-view').length;
  });
  expect(after).toBe(2);
  await expect(one.getByText('Filtered: place Canada')).toBeVisible();
  await page.locator('#one').evaluate((element) => element.removeAttribute('geography'));
  await expect(one.getByText('Filtered:')).toBeHidden();
  await expect(two.getByText('1 of 9 records').first()).toBeVisible();
});

test('what is asked of an element before its view is there, the view takes once it is', async ({ page }) => {
  await host.open(
    page,
    `<script type="module" src="HOME/whereabouts-view.js"></script>
    <whereabouts-view id="early" src="HOME/" view="records"></whereabouts-view>
    <div style="height: 9000px"></div>
    <whereabouts-view id="below" src="HOME/" view="records"></whereabouts-view>`,
  );
  const early = page.locator('#early iframe').contentFrame();
  const below = page.locator('#below iframe').contentFrame();
  const asked = await page.evaluate(async () => {
    await customElements.whenDefined('whereabouts-view');
    type View = HTMLElement & {
      set(query: string, part: 'all' | 'filter'): void;
      get(what: 'state'): Promise<unknown>;
    };
    const [first, second] = [...document.querySelectorAll<View>('whereabouts-view')];
    first!.setAttribute('geography', 'THA');
    second!.set('geography=THA', 'all');
    second!.set('geography=USA', 'filter');
    return first!.get('state');
  });
  expect((asked as { query: string }).query).toContain('geography=THA');
  await expect(early.getByText('1 of 9 records').first()).toBeVisible();
  await page.locator('#below').scrollIntoViewIfNeeded();
  await expect(below.getByText('Filtered: place United States')).toBeVisible();
});

test('a change of theme, a move and a later group take the reader’s choice along', async ({ page }) => {
  await host.open(
    page,
    `<script type="module" src="HOME/whereabouts-view.js"></script>
    <whereabouts-view id="one" src="HOME/" view="records" geography="USA"></whereabouts-view>
    <whereabouts-view id="two" src="HOME/" view="records"></whereabouts-view>
    <div id="aside"></div>`,
  );
  const one = page.locator('#one');
  const frame = one.locator('iframe').contentFrame();
  const two = page.locator('#two iframe').contentFrame();
  await expect(frame.getByText('Filtered: place United States')).toBeVisible();
  await expect(two.getByText('9 of 9 records').first()).toBeVisible();
  await frame.getByRole('button', { name: 'Clear' }).click();
  await expect.poll(() => one.evaluate((view: ViewElement) => view.state)).not.toContain('geography');
  await one.evaluate((view) => view.setAttribute('theme', 'dark'));
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(frame.getByText('9 of 9 records').first()).toBeVisible();
  await one.evaluate((view: ViewElement) => view.set('geography=THA'));
  await expect(frame.getByText('Filtered: place Thailand')).toBeVisible();
  await one.evaluate((view) => document.querySelector('#aside')!.append(view));
  await expect(frame.getByText('Filtered: place Thailand')).toBeVisible();
  // also one that its page has just set, of which the view had no time to tell
  await one.evaluate((view: ViewElement) => {
    view.set('geography=USA');
    document.body.append(view);
  });
  await expect(frame.getByText('Filtered: place United States')).toBeVisible();
  await one.evaluate((view: ViewElement) => {
    view.set('geography=THA');
    view.setAttribute('theme', 'light');
  });
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'light');
  await expect(frame.getByText('Filtered: place Thailand')).toBeVisible();
  // another state that is asked for counts
  await one.evaluate((view) => view.setAttribute('geography', 'CAN'));
  await expect(frame.getByText('Filtered: place Canada')).toBeVisible();
  // whoever joins a group later follows it from where it is
  await one.evaluate((view) => view.setAttribute('group', 'g'));
  await page.locator('#two').evaluate((view: ViewElement) => view.set('geography=THA'));
  await expect(two.getByText('Filtered: place Thailand')).toBeVisible();
  await frame.getByRole('button', { name: 'Clear' }).click();
  await expect(frame.getByText('Filtered:')).toHaveCount(0);
  await page.locator('#two').evaluate((view) => view.setAttribute('group', 'g'));
  await expect(two.getByText('Filtered:')).toHaveCount(0);
});

test('what an element asks in vain is refused at once, and keys that it does not know are told', async ({
  page,
}) => {
  await host.open(
    page,
    `<script type="module" src="HOME/whereabouts-view.js"></script>
    <whereabouts-view src="HOME/" view="globe"></whereabouts-view>`,
  );
  const said = await page.locator('whereabouts-view').evaluate(async (view: ViewElement) => {
    const told = await new Promise<string>((resolve) => {
      const hear = (event: Event) => resolve((event as CustomEvent<{ message: string }>).detail.message);
      view.addEventListener('error', hear, { once: true });
    });
    const refused = await view.get('nonsense').then(
      () => 'answered',
      (error: unknown) => String(error),
    );
    return { told, refused };
  });
  expect(said.told).toContain('view=globe');
  expect(said.refused).not.toMatch(/^answered$|did not answer/);
});

test('attributes that any element may have ask for nothing, a link is a query, and a height is kept', async ({
  page,
}) => {
  await host.open(
    page,
    `<script type="module" src="HOME/whereabouts-view.js"></script>
    <whereabouts-view id="one" src="HOME/" lang="ar" caption theme="" query="https://x.test/?geography=USA#a"
      style="height: 300px"></whereabouts-view>
    <whereabouts-view id="two" src="HOME/" controls></whereabouts-view>`,
  );
  const one = page.locator('#one');
  const frame = one.locator('iframe').contentFrame();
  await expect(frame.getByText('Filtered: place United States')).toBeVisible();
  await expect(frame.getByText('asks for what it cannot show')).toHaveCount(0);
  await one.evaluate((view: ViewElement) => view.set('geography=THA'));
  await expect(frame.getByText('Filtered: place Thailand')).toBeVisible();
  await one.evaluate((view) => {
    for (const name of ['inert', 'dir', 'translate', 'ng-version', 'x-cloak', '_ngcontent-abc', 'height'])
      view.setAttribute(name, '1');
  });
  await expect.poll(() => one.evaluate((view: ViewElement) => view.state)).toContain('geography=THA');
  const heightOf = () => one.locator('iframe').evaluate((iframe) => iframe.getBoundingClientRect().height);
  expect(await heightOf()).toBe(300);
  await expect(
    page.locator('#two iframe').contentFrame().getByRole('radiogroup', { name: 'Counting rule' }),
  ).toBeVisible();
});

test('what is set by a message and not known is told as the answer to it', async ({ page }) => {
  await host.open(page, '<iframe src="HOME/embed.html?view=records" title="Records"></iframe>');
  await expect(page.locator('iframe').contentFrame().getByText('9 of 9 records').first()).toBeVisible();
  const told = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const { contentWindow } = document.querySelector('iframe')!;
        const say = (type: string, data: object) =>
          contentWindow!.postMessage({ source: 'whereabouts', v: 1, id: 'a', type, data }, '*');
        addEventListener('message', ({ data }: MessageEvent<{ type: string; data: { re: unknown } }>) => {
          if (data.type === 'error') resolve(data.data.re);
        });
        say('hello', {});
        say('set', { query: 'geography=NOWHERE', part: 'all', re: 'mine' });
      }),
  );
  expect(told).toBe('mine');
});
