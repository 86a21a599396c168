import { type ParseArgsConfig, parseArgs } from 'node:util';
import { CannotStart } from '@koinon/running';

/**
 * What was typed after the command.
 * @throws CannotStart with the usage beside it, when an option is unknown or lacks its value
 */
export function readOptions<const Config extends ParseArgsConfig>(config: Config, usage: string) {
  try {
    return parseArgs(config);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!(error instanceof Error) || !code.startsWith('ERR_PARSE_ARGS')) throw error;
    const [sentence] = error.message.split('. ', 1);
    throw new CannotStart(`${sentence}.`, usage, { cause: error });
  }
}
