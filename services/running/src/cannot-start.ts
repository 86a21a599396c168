/** Exit codes: 78 is EX_CONFIG of sysexits.h, so that systemd does not try again what a setting forbids. */
const EXIT_FAILURE = 1;
const EXIT_SETTINGS = 78;

/** Why a program does not start: one sentence for what is wrong, one for what to do. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
  readonly remedy: string;
  readonly exitCode: number;

  constructor(what: string, remedy: string, options: { settings?: boolean; cause?: unknown } = {}) {
    super(what, options.cause === undefined ? undefined : { cause: options.cause });
    this.remedy = remedy;
    this.exitCode = options.settings === true ? EXIT_SETTINGS : EXIT_FAILURE;
  }
}
