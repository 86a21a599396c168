import type { Page } from 'playwright-core';

/** Words of the meeting page in the language of the person in front of it. */
export interface Words {
  enter: string;
  write: string;
  send: string;
  chat: string;
}

export const english: Words = {
  enter: 'Enter the room',
  write: 'Write to everyone',
  send: 'Send',
  chat: 'Chat',
};
export const french: Words = {
  enter: 'Entrer dans la salle',
  write: 'Écrire à tout le monde',
  send: 'Envoyer',
  chat: 'Messages',
};

/** Presses "enter" on the hall's device check, once camera and microphone are there. */
export async function enterHall(page: Page, words: Words): Promise<void> {
  await page.waitForSelector('html[data-state="door"]');
  await page.waitForFunction(() => {
    const video = document.querySelector('video');
    return video !== null && video.videoWidth > 0;
  });
  await page.getByRole('button', { name: words.enter }).click();
}

export const inMeeting = (page: Page) => page.waitForSelector('html[data-state="meeting"]');

/** Sends a message to everybody, opening the chat first where it is a sheet of its own (phone). */
export async function say(page: Page, words: Words, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name: words.write });
  if (!(await field.isVisible()))
    await page.getByRole('button', { name: new RegExp(`^${words.chat}`) }).click();
  await field.fill(text);
  await page.getByRole('button', { name: words.send, exact: true }).click();
}

/** The texts of all messages on the page, oldest first. */
export const chatTexts = (page: Page): Promise<string[]> =>
  page.locator('[data-message] .msg-text').allTextContents();

/** Waits until the page shows exactly these messages. */
export async function showsChat(page: Page, expected: string[], timeoutMs = 10_000): Promise<void> {
  const until = Date.now() + timeoutMs;
  let texts: string[] = [];
  while (Date.now() < until) {
    texts = await chatTexts(page);
    if (JSON.stringify(texts) === JSON.stringify(expected)) return;
    await page.waitForTimeout(100);
  }
  throw new Error(`the chat shows ${JSON.stringify(texts)}, not ${JSON.stringify(expected)}`);
}
