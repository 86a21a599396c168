const NAME = 'koinon-language';

/**
 * The language that the person chose in this tab. It lasts as long as the tab: the next meeting is entered in the
 * language that its front end knows for them.
 */
export function chosenHere(): string | null {
  try {
    return sessionStorage.getItem(NAME);
  } catch {
    return null;
  }
}

export function keepHere(language: string): void {
  try {
    sessionStorage.setItem(NAME, language);
  } catch {
    // Barred storage: the choice lasts until the next reload.
  }
}
