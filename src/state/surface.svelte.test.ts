import { expect, it } from 'vitest';
import { Surface } from './surface.svelte.ts';

const content = { title: 'Germany', rows: [] };
const anchor = { x: 1, y: 2 };
const target = { facet: 'geography', node: 5, returnTo: null };

it('a tooltip floats until it is hidden', () => {
  const surface = new Surface();
  expect(surface.tooltip).toBeNull();
  surface.showTooltip(content, anchor);
  expect(surface.tooltip).toEqual({ content, anchor });
  surface.hideTooltip();
  expect(surface.tooltip).toBeNull();
});

it('no tooltip floats beside a menu', () => {
  const surface = new Surface();
  surface.showTooltip(content, anchor);
  surface.openMenu(target, anchor);
  expect(surface.menu).toEqual({ target, anchor });
  expect(surface.tooltip).toBeNull();
  surface.showTooltip(content, anchor);
  expect(surface.tooltip).toBeNull();
  surface.closeMenu();
  expect(surface.menu).toBeNull();
});

it('a scene that is shown again is another slide, and the page is none', () => {
  const surface = new Surface();
  expect(surface.slide).toBeNull();
  surface.showSlide(true);
  const first = surface.slide;
  surface.showSlide(true);
  expect(surface.slide).not.toBeNull();
  expect(surface.slide).not.toBe(first);
  surface.showSlide(false);
  expect(surface.slide).toBeNull();
});
