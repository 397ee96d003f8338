import { expect, test } from './support/browserTest.ts';
import { findAxeViolations, sidewaysOverflowPx, watchConsole } from './support/pageChecks.ts';
import { NOBODY, OWNER } from './support/webWorld.ts';

const WIDE = { width: 1280, height: 800 };
const NARROWEST = { width: 320, height: 640 };

const SIGNED_OUT: Record<string, string> = {
  '/sign-in': '登录 Colloquy',
  '/sign-up': '未开放注册',
  '/setup?token=x': 'Colloquy 已完成设置',
  '/nowhere': '这里什么也没有',
};
const SIGNED_IN: Record<string, string> = {
  '/conversations': '对话',
  '/conversations/new': '新建对话',
  '/inbox': '待办',
  '/inbox?show=closed': '待办',
  '/teams': '团队',
  '/teams/new': '新建团队',
  '/teams/new?template=release-review': '新建团队',
  '/teams/import': '导入团队',
  '/schedules': '定时任务',
  '/schedules/new': '新建定时任务',
  '/replay': '重放历史记录',
  '/knowledge': '知识库',
  '/knowledge/search': '搜索文档',
  '/settings/prices': '价格',
  '/settings/tokens': 'API 令牌',
  '/settings/notices': '通知',
  '/settings/calendars': '工作日历',
  '/settings/calendars/new': '新建工作日历',
  '/settings/appearance': '语言与主题',
};

// A world of its own: an account remembers its language.
test.use({ environment: {}, viewport: WIDE });

test.describe('the app’s language', () => {
  test.describe('in Chinese', () => {
    for (const [path, heading] of [...Object.entries(SIGNED_OUT), ...Object.entries(SIGNED_IN)]) {
      test(`${path} is ${heading}: no axe violation, no console errors, no overflow`, async ({
        openPage,
      }) => {
        const page = await openPage({
          locale: 'zh-CN',
          reducedMotion: 'reduce',
          ...(path in SIGNED_OUT && { storageState: NOBODY }),
        });
        const complaints = watchConsole(page);
        await page.goto(path);
        await page.waitForLoadState('networkidle');
        await expect(page.getByRole('heading', { level: 1, name: heading, exact: true })).toBeVisible();
        await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
        expect(await findAxeViolations(page)).toEqual([]);
        await page.setViewportSize(NARROWEST);
        expect(await sidewaysOverflowPx(page)).toBe(0);
        expect(complaints.filter((text) => !text.startsWith('Failed to load resource'))).toEqual([]);
      });
    }
  });

  test('is the one that the browser asks for, in the document and in what caches are told', async ({
    world,
  }) => {
    for (const [asked, language] of [
      ['zh-TW,en;q=0.5', 'zh-CN'],
      ['de,en;q=0.5', 'en'],
    ] as const) {
      const answer = await fetch(`${world.url}/sign-in`, { headers: { 'accept-language': asked } });
      expect(answer.headers.get('content-language')).toBe(language);
      expect(answer.headers.get('vary')).toMatch(/accept-language, cookie/);
      expect(await answer.text()).toContain(`<html lang="${language}"`);
    }
  });

  test('can be chosen before signing in, also without JavaScript', async ({ openPage }) => {
    const page = await openPage({ javaScriptEnabled: false, locale: 'en-US', storageState: NOBODY });
    await page.goto('/sign-in');
    await page.getByRole('button', { name: '简体中文' }).click();
    await expect(page.getByRole('heading', { name: '登录 Colloquy' })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
    await expect(page).toHaveTitle('登录 · Colloquy');
  });

  test('is remembered by the account for every browser that signs in', async ({ page, openPage, world }) => {
    await page.goto('/settings/prices');
    await page
      .getByRole('button', { name: `Account: ${OWNER.name}` })
      .first()
      .click();
    await page.getByRole('button', { name: '简体中文' }).first().click();
    await expect(page.getByRole('heading', { name: '价格', exact: true })).toBeVisible();
    expect(new URL(page.url()).pathname).toBe('/settings/prices');

    const elsewhere = await openPage({ storageState: NOBODY });
    await elsewhere.goto('/sign-in');
    await expect(elsewhere.locator('html')).toHaveAttribute('lang', 'en');
    await elsewhere.getByLabel('Email').fill(OWNER.email);
    await elsewhere.getByLabel('Password').fill(OWNER.password);
    await elsewhere.getByRole('button', { name: 'Sign in' }).click();
    await expect(elsewhere.getByRole('heading', { name: '对话', exact: true })).toBeVisible();
    await expect(elsewhere.locator('html')).toHaveAttribute('lang', 'zh-CN');
    // Pages without an account use it, too.
    await elsewhere.goto('/nowhere');
    await expect(elsewhere.getByRole('heading', { name: '这里什么也没有' })).toBeVisible();
    await world.database.user.updateMany({ data: { language: null } });
  });

  test('is in the settings beside the theme, and the settings open at their first section', async ({
    openPage,
    world,
  }) => {
    const page = await openPage({ locale: 'en-US', viewport: NARROWEST });
    await page.goto('/settings');
    await page.waitForURL('/settings/prices');
    const sections = page.getByRole('navigation', { name: 'Settings' });
    await expect(sections.getByRole('link', { name: 'Prices' })).toHaveAttribute('aria-current', 'page');
    await sections.getByRole('link', { name: 'Language and theme' }).click();
    await page.waitForURL('/settings/appearance');
    await page.getByRole('main').getByRole('button', { name: 'Dark' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await page.getByRole('main').getByRole('button', { name: '简体中文' }).click();
    await expect(page.getByRole('heading', { name: '语言与主题' })).toBeVisible();
    expect(new URL(page.url()).pathname).toBe('/settings/appearance');
    await page.getByRole('main').getByRole('button', { name: 'English' }).click();
    await expect(page.getByRole('heading', { name: 'Language and theme' })).toBeVisible();
    await world.database.user.updateMany({ data: { language: null } });
  });

  test('is that of a form’s errors, whether the browser or the server found them', async ({ openPage }) => {
    for (const javaScriptEnabled of [true, false]) {
      const page = await openPage({ locale: 'zh-CN', javaScriptEnabled, storageState: NOBODY });
      await page.goto('/sign-in');
      await page.getByLabel('邮箱').fill(OWNER.email);
      await page.getByRole('button', { name: '登录' }).click();
      await expect(page.getByText('请输入密码。')).toBeVisible();
      await page.getByLabel('密码').fill('not the password');
      await page.getByRole('button', { name: '登录' }).click();
      await expect(page.getByText('邮箱或密码不正确。')).toBeVisible();
    }
  });
});
