import AxeBuilder from '@axe-core/playwright';
import type { Role } from '@quancheng/domain';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { SCREENSHOTS } from './browser.ts';

/** Longer than any answer of the API takes. */
const PATIENCE_MS = 15_000;
const SIZE = { width: 1366, height: 768 };

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
    const context = await browser.newContext({ viewport: SIZE, locale: 'zh-CN' });
    context.setDefaultTimeout(PATIENCE_MS);
    const person = new Person(context, await context.newPage(), base);
    await person.page.goto(base);
    await person.chooses(role);
    return person;
  }

  /** From the sign-in page to where the sign-in leads. */
  async chooses(role: Role): Promise<void> {
    await this.page.getByRole('button', { name: /^登\s?录$/ }).click();
    await this.page.locator(`button[value="demo-${role}"]`).click();
    await this.page.getByRole('navigation', { name: '主要栏目' }).waitFor();
  }

  async goes(address: string): Promise<void> {
    await this.page.goto(`${this.base}${address}`);
  }

  /** The form of a command of a file. */
  async opens(file: File, command: string): Promise<void> {
    await this.goes(`/act/${file}/${command}`);
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

  async picks(answer: string): Promise<void> {
    await this.page.getByRole('radio', { name: answer, exact: true }).check();
  }

  async checks(): Promise<void> {
    await this.page.getByRole('button', { name: '下一步：核对' }).click();
    await this.page.getByRole('heading', { name: /^核对：/ }).waitFor();
  }

  /** Reads everything once more, sends it, and waits for the word that it is done. */
  async sends(): Promise<void> {
    await this.checks();
    await this.page.getByRole('button', { name: '确认提交' }).click();
    await this.page.getByText(/^已办理：/).waitFor();
  }

  /** A picture of the page for people to look at after a run. */
  async pictures(name: string): Promise<void> {
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
