import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { describeInBrowser } from './support/chromium.ts';
import { openBrowserWorld, OWNER, type BrowserWorld } from './support/browserWorld.ts';
import { findAxeViolations, sidewaysOverflowPx, watchConsole } from './support/pageChecks.ts';

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
  '/settings/prices': '价格',
  '/settings/tokens': 'API 令牌',
};

describeInBrowser('the language of the app', () => {
  let world: BrowserWorld;
  beforeAll(async () => {
    world = await openBrowserWorld();
    await (await world.signedIn()).close();
  });
  afterAll(async () => {
    await world.close();
  });

  async function newPage(context: BrowserContext, path: string): Promise<Page> {
    const page = await context.newPage();
    await page.goto(world.url + path);
    return page;
  }
  const languageOf = (page: Page) => page.locator('html').getAttribute('lang');

  describe('in Chinese', () => {
    test.each([...Object.entries(SIGNED_OUT), ...Object.entries(SIGNED_IN)])(
      '%s is %s: no axe violation, no complaint, nothing to the side',
      async (path, heading) => {
        const options = { locale: 'zh-CN', reducedMotion: 'reduce' as const, viewport: WIDE };
        const context =
          path in SIGNED_OUT ? await world.browser.newContext(options) : await world.signedIn(options);
        const page = await context.newPage();
        const complaints = watchConsole(page);
        await page.goto(world.url + path);
        await page.waitForLoadState('networkidle');
        await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();
        expect(await languageOf(page)).toBe('zh-CN');
        expect(await findAxeViolations(page)).toEqual([]);
        await page.setViewportSize(NARROWEST);
        expect(await sidewaysOverflowPx(page)).toBe(0);
        expect(complaints.filter((text) => !text.startsWith('Failed to load resource'))).toEqual([]);
        await context.close();
      },
    );
  });

  test('is what the browser asks for, in the document and in what caches are told', async () => {
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

  test('is chosen before signing in, without JavaScript too', async () => {
    const context = await world.browser.newContext({ javaScriptEnabled: false, locale: 'en-US' });
    const page = await newPage(context, '/sign-in');
    await page.getByRole('button', { name: '简体中文' }).click();
    await page.getByRole('heading', { name: '登录 Colloquy' }).waitFor();
    expect(await languageOf(page)).toBe('zh-CN');
    expect(await page.title()).toBe('登录 · Colloquy');
    await context.close();
  });

  test('is remembered by the account, for every browser that signs in', async () => {
    const context = await world.signedIn({ locale: 'en-US', viewport: WIDE });
    const page = await newPage(context, '/settings/prices');
    await page
      .getByRole('button', { name: `Account: ${OWNER.name}` })
      .first()
      .click();
    await page.getByRole('button', { name: '简体中文' }).first().click();
    await page.getByRole('heading', { name: '价格', exact: true }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/settings/prices');
    await context.close();

    const other = await world.browser.newContext({ locale: 'en-US', viewport: WIDE });
    const elsewhere = await newPage(other, '/sign-in');
    expect(await languageOf(elsewhere)).toBe('en');
    await elsewhere.getByLabel('Email').fill(OWNER.email);
    await elsewhere.getByLabel('Password').fill(OWNER.password);
    await elsewhere.getByRole('button', { name: 'Sign in' }).click();
    await elsewhere.getByRole('heading', { name: '对话', exact: true }).waitFor();
    expect(await languageOf(elsewhere)).toBe('zh-CN');
    // The pages that know no account speak it too.
    await elsewhere.goto(`${world.url}/nowhere`);
    await elsewhere.getByRole('heading', { name: '这里什么也没有' }).waitFor();
    await other.close();
    await world.database.user.updateMany({ data: { language: null } });
  });

  test('is that of what is wrong with a form, whether the browser or the server found it', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const context = await world.browser.newContext({ locale: 'zh-CN', javaScriptEnabled });
      const page = await newPage(context, '/sign-in');
      await page.getByLabel('邮箱').fill(OWNER.email);
      await page.getByRole('button', { name: '登录' }).click();
      await page.getByText('请输入密码。').waitFor();
      await page.getByLabel('密码').fill('not the password');
      await page.getByRole('button', { name: '登录' }).click();
      await page.getByText('邮箱或密码不正确。').waitFor();
      await context.close();
    }
  });
});
