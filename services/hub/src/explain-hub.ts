import { DatabaseIsNewer, DataFolderInUse, MigrationChanged, RolesMissing } from '@koinon/hub';
import { CannotStart } from '@koinon/running';

/** Says what hinders a hub in words for the person who starts it; what it does not know it leaves as it is. */
export function explainHub(error: unknown): unknown {
  if (error instanceof DataFolderInUse) {
    return new CannotStart(
      `The built-in database in ${error.folder} is already open (process ${error.pid}).`,
      'Stop that process first, or choose another folder with KOINON_DATA.',
      { cause: error },
    );
  }
  if (error instanceof DatabaseIsNewer) {
    return new CannotStart(
      `The database was last used by a newer version of Koinon (it knows the step ${error.migration}).`,
      'Use that version again, or bring back a backup from before. Nothing was changed.',
      { cause: error },
    );
  }
  if (error instanceof MigrationChanged) {
    return new CannotStart(
      `The step ${error.migration} of the database's history differs from what this version has.`,
      'Use the version that the database was made with. Nothing was changed.',
      { cause: error },
    );
  }
  if (error instanceof RolesMissing) {
    return new CannotStart(
      'The user of DATABASE_URL may not make the roles that the hub works with.',
      `Run once as the database's administrator: ${error.sql}`,
      { cause: error },
    );
  }
  return error;
}
