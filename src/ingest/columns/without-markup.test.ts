import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldText } from '../columns/text-keys.ts';
import { withoutMarkup } from './without-markup.ts';

it.each([
  ['On <i>E. coli</i> &amp; H<sub>2</sub>O', 'On E. coli & H2O'],
  ['A line<br>another<br />a third <p class="x">and more</p>', 'A line another a third and more'],
  ['<mml:math xmlns:mml="http://www.w3.org/1998/Math/MathML"><mml:mi>x</mml:mi></mml:math> and y', 'x and y'],
  ['<inline-formula><tex-math>$x$</tex-math></inline-formula>', '$x$'],
  ['where a<b and c>d', 'where a<b and c>d'],
  ['Of vector<int> and <unknown>', 'Of vector<int> and <unknown>'],
  ['&lt;i&gt;In&lt;/i&gt; R&amp;amp;D', 'In R&D'],
  ['Caf&eacute; &Uuml;ber &ndash; &#8211; &#x2013; &nosuch; &#0;', 'Café Über – – – &nosuch; &#0;'],
])('is %s without its marks', (text, plain) => expect(foldText(withoutMarkup(text))).toBe(plain));

it('is taken out of any text in time that grows with its length', () => {
  const bits = fc.constantFrom('<', '>', '<i', ' a="', '"', '=', '&', 'amp;', 'eacute;', ' ', 'x', '/>');
  fc.assert(fc.property(fc.array(bits), (parts) => typeof withoutMarkup(parts.join('')) === 'string'));
  for (const part of ['<i ', '<i a=b', '&amp;', '<p a="', ' a=']) withoutMarkup(`<i${part.repeat(20_000)}`);
});
