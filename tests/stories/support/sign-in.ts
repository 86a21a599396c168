import type { Page } from 'playwright-core';
import type { Demo } from './demo.ts';
import { signInMail } from './mail.ts';

/** Asks for a mail on the house's sign-in page. */
async function ask(page: Page, house: string, email: string): Promise<void> {
  await page.goto(`${house}/sign-in`);
  await page.getByLabel('Your e-mail address').fill(email);
  await page.getByRole('button', { name: 'Send me a code' }).click();
  await page.getByLabel('Six digits').waitFor();
}

/** Signs in by the link of the mail: opening it shows a button, and only pressing that signs in. */
export async function signInByLink(page: Page, demo: Demo, house: string, email: string): Promise<void> {
  await ask(page, house, email);
  const { link } = await signInMail(demo, email);
  await page.goto(link);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Which room?' }).waitFor();
}

/** Signs in by the six digits of the mail. The last digit signs in. */
export async function signInByCode(page: Page, demo: Demo, house: string, email: string): Promise<void> {
  await ask(page, house, email);
  const { code } = await signInMail(demo, email);
  await page.getByLabel('Six digits').pressSequentially(code);
  await page.getByRole('heading', { name: 'Which room?' }).waitFor();
}
