import AxeBuilder from '@axe-core/playwright';
import type { Role } from '@quancheng/domain';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { SCREENSHOTS } from './browser.ts';

/** Longer than any answer of the API takes. */
const PATIENCE_MS = 30_000;
export const DESK = { viewport: { width: 1366, height: 768 }, locale: 'zh-CN' };

/** As much of a page's world as is asked for here. */
type Window = { readonly document: { getAnimations(): readonly Moving[] } };
type Moving = { readonly effect: { getComputedTiming(): { readonly iterations?: number } } | null };

/** `P-1-2014` in its collection, as addresses name it. */
export type File = `${string}/${string}`;

/** Somebody at a desk: a browser of their own, signed in as the demo person of a post. */
export class Person {
  readonly context: BrowserContext;
  readonly base: string;
  page: Page;

  private constructor(context: BrowserContext, page: Page, base: string) {
    this.context = context;
    this.page = page;
    this.base = base;
  }

  static async signsIn(browser: Browser, base: string, role: Role): Promise<Person> {
    return await Person.sitsAt(await browser.newContext(DESK), base, role);
  }

  /** Signed in at a browser that is open already. */
  static async sitsAt(context: BrowserContext, base: string, role: Role): Promise<Person> {
    context.setDefaultTimeout(PATIENCE_MS);
    const person = new Person(context, await context.newPage(), base);
    await person.page.goto(base);
    await person.chooses(role);
    return person;
  }

  /** From the sign-in page to where the sign-in leads. */
  async chooses(role: Role): Promise<void> {
    await this.page.getByRole('button', { name: /^登\s?录$/ }).click();
    const choice = this.page.locator(`button[value="demo-${role}"]`);
    const inside = this.page.getByRole('navigation', { name: '主要栏目' });
    await choice.or(inside).first().waitFor();
    // The issuer may still know who sits here: then it leads straight back.
    if (await choice.isVisible()) await choice.click();
    await inside.waitFor();
  }

  async goes(address: string): Promise<void> {
    await this.page.goto(`${this.base}${address}`);
  }

  /** The form of a command of a file. */
  async opens(file: File, command: string): Promise<void> {
    await this.goes(`/act/${file}/${command}`);
    await this.page.getByRole('button', { name: '下一步：核对' }).waitFor();
  }

  /** From the to-do list to the project, and there to what is to be done. */
  async takes(todo: RegExp, action: string): Promise<void> {
    await this.goes('/');
    await this.page.getByRole('link', { name: todo }).first().click();
    await this.page.getByRole('heading', { name: '可以办理' }).waitFor();
    await this.page.getByRole('link', { name: action, exact: true }).click();
    await this.page.getByRole('button', { name: '下一步：核对' }).waitFor();
  }

  /** By the words that stand at a field; a cell of a table by its row and column. */
  async fills(answers: Readonly<Record<string, string>>): Promise<void> {
    for (const [label, text] of Object.entries(answers)) {
      const field = this.field(label);
      if ((await field.evaluate((found) => found.tagName)) === 'SELECT')
        await field.selectOption({ label: text });
      else await field.fill(text);
    }
  }

  field(label: string) {
    return this.page.getByLabel(new RegExp(`^${label.replace(/[()（）+?.]/g, '\\$&')}(（选填）)?$`));
  }

  /** Rows of a table, each by the heads of its columns. */
  async rows(table: string, rows: readonly Readonly<Record<string, string>>[]): Promise<void> {
    const group = this.page.getByRole('group', { name: new RegExp(`^${table}`) });
    for (const [index, row] of rows.entries()) {
      const first = group.getByLabel(new RegExp(`^${table}第${index + 1}行`)).first();
      if (!(await first.isVisible())) await group.getByRole('button', { name: '增加一行' }).click();
      const cells = Object.entries(row).map(([column, text]) => [`${table}第${index + 1}行 ${column}`, text]);
      await this.fills(Object.fromEntries(cells) as Record<string, string>);
    }
  }

  /** What the field or button with the focus is called. */
  async focused(): Promise<string> {
    const name = await this.page.evaluate(`(() => {
      const at = document.activeElement;
      const label = at?.getAttribute('aria-label') ?? at?.labels?.[0]?.textContent ?? at?.textContent ?? '';
      return label.trim();
    })()`);
    return String(name).replace(/（选填）$/, '');
  }

  /** The sign-in ends as it does by itself after eight hours: the token of the page is worth nothing any more. */
  async expires(): Promise<void> {
    await this.page.evaluate(`(() => {
      for (const key of Object.keys(sessionStorage).filter((name) => name.startsWith('oidc.user:'))) {
        const user = JSON.parse(sessionStorage.getItem(key));
        sessionStorage.setItem(key, JSON.stringify({ ...user, access_token: 'expired', expires_at: 1 }));
      }
    })()`);
  }

  async picks(answer: string): Promise<void> {
    await this.page.getByRole('radio', { name: answer, exact: true }).check();
  }

  async checks(): Promise<void> {
    await this.page.getByRole('button', { name: '下一步：核对' }).click();
    await this.page.getByRole('heading', { name: /^核对：/ }).waitFor();
  }

  /** Reads everything once more, and sends it. */
  async sends(): Promise<void> {
    await this.checks();
    await this.confirms();
  }

  /** Sends what was read once more, and waits for the word that it is done. */
  async confirms(): Promise<void> {
    await this.page.getByRole('button', { name: '确认提交' }).click();
    await this.page.getByText(/^已办理：/).waitFor();
  }

  /** A picture of the page for people to look at after a run, once nothing on it moves any more but what turns for ever. */
  async pictures(name: string): Promise<void> {
    await this.page.waitForFunction(() =>
      (globalThis as unknown as Window).document
        .getAnimations()
        .every(({ effect }) => effect?.getComputedTiming().iterations === Number.POSITIVE_INFINITY),
    );
    mkdirSync(SCREENSHOTS, { recursive: true });
    await this.page.screenshot({ path: path.join(SCREENSHOTS, `${name}.png`), fullPage: true });
  }

  /** What a machine finds that keeps somebody from using the page: serious and critical findings, by rule and place. */
  async barriers(): Promise<string[]> {
    const { violations } = await new AxeBuilder({ page: this.page }).analyze();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${String(target)}`));
  }

  async leaves(): Promise<void> {
    await this.context.close();
  }
}
