/** Search results of this computer, shown without the command: text, JSON of a service, a table. */
import { readFileSync } from 'node:fs';
import { expectAccessible } from './axe.ts';
import { expectRecords, mark, openDashboard, view } from './dashboard.ts';
import { drop } from './downloads.ts';
import { expect, test } from './fixtures.ts';

test('search results are shown without the command, whatever of the three kinds they are', async ({
  page,
}) => {
  await openDashboard(page);
  await drop(page, 'results.txt', readFileSync('data/training-language-models.txt'));
  await expect(page.getByRole('status').getByText('results.txt is shown')).toBeAttached();
  await expectRecords(page, 9);
  await expect(mark(page, 'Map', 'Canada')).toHaveAccessibleName(/1 record/);
  const works = [
    {
      id: 'https://openalex.org/W1',
      doi: 'https://doi.org/10.1000/<i>"182"',
      display_name: 'One',
      authorships: [{ countries: ['AT'] }],
    },
  ];
  await drop(page, 'works.json', Buffer.from(JSON.stringify(works)));
  await expect(page.getByText('1 record from OpenAlex')).toBeVisible();
  await view(page, 'Records').getByRole('button', { name: 'One' }).click();
  const record = page.getByRole('dialog', { name: 'One' });
  const link = record.getByRole('link', { name: 'the work itself, in a new tab' });
  await expect(link).toHaveText('doi.org/10.1000/%3Ci%3E%22182%22 ↗, the work itself, in a new tab');
  await expect(link).toHaveAttribute('href', 'https://doi.org/10.1000/%3Ci%3E%22182%22');
  await expect(link).toHaveAttribute('target', '_blank');
  await expect(link).toHaveAttribute('rel', 'noopener noreferrer');
  await expectAccessible(page, 'dialog[open]');
  await page.keyboard.press('Escape');
  const table = 'record_id;title;facet;path;score\n1;Two;country;AT;0,5\n1;;Method;Survey;\n';
  await drop(page, 'table.csv', Buffer.from(table));
  await expect(page.getByText('1 record from a table')).toBeVisible();
  await expect(mark(page, 'Map', 'Austria')).toHaveAccessibleName(/1 record/);
  await expect(mark(page, 'Topics', 'Survey')).toHaveAccessibleName(/1 record/);
  const old = `My tags\r\n\r\n${table.replaceAll('\n', '\r\n')}2;Gr\xfcn;;;\r\n3;Bl\xe4ue;Method;A>B;85 %\r\n4;"T;Method;C;1\r\n`;
  await drop(page, 'old.csv', Buffer.from(old, 'latin1'));
  await expect(page.getByText('3 records from a table')).toBeVisible();
  await expect(mark(page, 'Map', 'Austria')).toHaveAccessibleName(/1 record/);
  await drop(page, 'book.xlsx', Buffer.from('PK\x03\x04\x14\0\x06\0'));
  await expect(page.getByRole('alert')).toContainText('save its sheet as “CSV UTF-8”');
  await drop(page, 'other.json', Buffer.from('[{"a": 1}]'));
  await expect(page.getByRole('alert')).toContainText('other.json');
});
