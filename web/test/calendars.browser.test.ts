import { expect, test } from './support/browserTest.ts';
import { findAxeViolations, sidewaysOverflowPx, watchConsole } from './support/pageChecks.ts';

const NAME = 'Calendar of the browser test';

test('a working calendar is made, shows what it means, is changed and deleted', async ({ page, world }) => {
  const complaints = watchConsole(page);
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto('/settings/calendars');
  expect(await findAxeViolations(page)).toEqual([]);
  await page.getByRole('link', { name: 'New calendar' }).click();
  await page.getByLabel('Name').fill(NAME);
  await page.getByLabel('Time zone').fill('Europe/Berlin');
  await page.getByLabel('Monday').fill('17-9');
  await page.getByLabel('Holidays').fill('2026-12-25 Christmas\n24.12.2026');
  await page.getByRole('button', { name: 'Create calendar' }).click();
  await expect(page.getByText('Write hours such as 9:00–12:30')).toBeVisible();
  await expect(page.getByText('Line 2 can’t be read.')).toBeVisible();
  expect(await findAxeViolations(page)).toEqual([]);
  expect(await sidewaysOverflowPx(page)).toBe(0);
  await page.getByLabel('Monday').fill('9-12:30, 13-17');
  await page.getByLabel('Holidays').fill('2026-12-25 Christmas\n2026-12-24 9-12 Christmas Eve');
  await page.getByRole('button', { name: 'Create calendar' }).click();
  await page.waitForURL(/\/settings\/calendars\/[0-9a-f-]{36}$/);
  await expect(page.getByText(/The next four weeks have [\d.]+ working hours\./)).toBeVisible();
  await expect(page.getByLabel('Monday')).toHaveValue('09:00–12:30, 13:00–17:00');
  await expect(page.getByLabel('Holidays')).toHaveValue(
    '2026-12-25 Christmas\n2026-12-24 09:00–12:00 Christmas Eve',
  );
  expect(await findAxeViolations(page)).toEqual([]);
  expect(await sidewaysOverflowPx(page)).toBe(0);

  await page.getByLabel('Friday').fill('');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The calendar has been saved.')).toBeVisible();
  expect(await world.database.workingCalendar.findFirst({ where: { name: NAME } })).toMatchObject({
    timeZone: 'Europe/Berlin',
    week: { friday: [] },
  });
  await page.getByRole('link', { name: 'Working calendars' }).first().click();
  await expect(page.getByText('31.5 hours a week, Europe/Berlin')).toBeVisible();
  await page.getByRole('link', { name: NAME }).click();
  await page.getByRole('button', { name: 'Delete calendar' }).click();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await page.waitForURL(/\/settings\/calendars$/);
  await expect(page.getByRole('link', { name: NAME })).toHaveCount(0);
  // The browser complains of the form that was refused.
  expect(complaints.filter((complaint) => !complaint.includes('422'))).toEqual([]);
});

test('works without scripts, in Chinese', async ({ openPage }) => {
  const page = await openPage({ javaScriptEnabled: false, locale: 'zh-CN' });
  await page.goto('/settings/calendars/new');
  await page.getByLabel('名称').fill('没有工作时间');
  for (const day of ['星期一', '星期二', '星期三', '星期四', '星期五']) await page.getByLabel(day).fill('');
  await page.getByRole('button', { name: '创建日历' }).click();
  await expect(page.getByText('没有任何工作时间')).toBeVisible();
});
