import { CannotStart } from './cannot-start.ts';

/** What a failure needs for its sentence: which setting chose each port. */
export interface Circumstances {
  portSettings: Map<number, string>;
}

/** Turns an error of the system into a sentence, or null when it is none that people can do something about. */
export function recognise(error: unknown, circumstances: Circumstances): CannotStart | null {
  if (error instanceof CannotStart) return error;
  const cause = firstWithCode(error);
  if (cause === null) return null;
  switch (cause.code) {
    case 'EADDRINUSE':
      return busyPort(cause, circumstances);
    case 'EADDRNOTAVAIL':
      return foreignAddress(cause);
    case 'ENOSPC':
      return new CannotStart('The disk is full.', 'Make room, then start again.', { cause: error });
    case 'EMFILE':
      return new CannotStart(
        'The system lets this program open too few files.',
        'Raise the limit (`ulimit -n 65536`, or LimitNOFILE in the unit file), then start again.',
        { cause: error },
      );
    case 'EACCES':
    case 'EROFS':
    case 'EPERM':
      return cause.syscall === 'listen' || cause.syscall === 'bind'
        ? lowPort(cause, circumstances)
        : notAllowed(cause);
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
    case 'ETIMEDOUT':
    case '3D000':
    case '28P01':
    case '28000':
    case '57P03':
      return noDatabase(cause);
    default:
      return null;
  }
}

interface SystemError extends Error {
  code: string;
  port?: number;
  address?: string;
  path?: string;
  syscall?: string;
}

/** Database layers wrap what the system said; the innermost error with a code counts. */
function firstWithCode(error: unknown): SystemError | null {
  if (!(error instanceof Error)) return null;
  if (error instanceof AggregateError && error.errors.length > 0) return firstWithCode(error.errors[0]);
  const inner = firstWithCode(error.cause);
  if (inner !== null) return inner;
  return 'code' in error && typeof error.code === 'string' ? (error as SystemError) : null;
}

function portSetting(port: number | undefined, { portSettings }: Circumstances): string {
  return (port === undefined ? undefined : portSettings.get(port)) ?? 'KOINON_PORT';
}

function busyPort(cause: SystemError, circumstances: Circumstances): CannotStart {
  const setting = portSetting(cause.port, circumstances);
  return new CannotStart(
    `Port ${cause.port ?? ''} is taken by another program.`.replace('  ', ' '),
    `Stop that program, or choose another port with ${setting}.`,
    { cause },
  );
}

/** Media is bound as UDP, pages are listened for as TCP; the failed call tells which address it was. */
function foreignAddress(cause: SystemError): CannotStart {
  const setting = cause.syscall === 'bind' ? 'KOINON_MEDIA_HOST' : 'KOINON_HOST';
  return new CannotStart(
    `This machine does not have the address ${cause.address ?? 'that was set'}.`,
    `Set ${setting} to an address of this machine, or to 0.0.0.0 for all of them.`,
    { cause },
  );
}

function lowPort(cause: SystemError, circumstances: Circumstances): CannotStart {
  const setting = portSetting(cause.port, circumstances);
  return new CannotStart(
    `The system does not let this user listen on port ${cause.port ?? ''}.`.replace(' .', '.'),
    `Choose a port above 1023 with ${setting}, and put a proxy such as Caddy in front of it.`,
    { cause },
  );
}

function notAllowed(cause: SystemError): CannotStart {
  return new CannotStart(
    `${cause.path ?? 'A file'} may not be read or written by this user.`,
    'Give this user the right to write there, or choose another folder with KOINON_DATA.',
    { cause },
  );
}

function noDatabase(cause: SystemError): CannotStart {
  const reason = {
    '3D000': 'the database does not exist',
    '28P01': 'the password is wrong',
    '28000': 'this user may not sign in',
    '57P03': 'it is still starting',
    ENOTFOUND: 'its host name is not known',
    ETIMEDOUT: 'it does not answer',
  }[cause.code];
  return new CannotStart(
    `The database cannot be reached: ${reason ?? 'nothing listens at its address'}.`,
    'Look at DATABASE_URL and whether PostgreSQL runs, or take DATABASE_URL away to use the built-in database.',
    { cause },
  );
}
