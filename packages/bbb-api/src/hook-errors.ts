import { BbbError } from './errors.ts';

/** @see https://docs.bigbluebutton.org/development/webhooks */
export class MissingCallbackUrlError extends BbbError {
  constructor() {
    super('missingParamCallbackURL', 'You must specify a callbackURL in the parameters.');
  }
}

export class MissingHookIdError extends BbbError {
  constructor() {
    super('missingParamHookID', 'You must specify a hookID in the parameters.');
  }
}

export class CreateHookError extends BbbError {
  constructor() {
    super('createHookError', 'An error happened while creating your hook. Check the logs.');
  }
}

export class DestroyHookError extends BbbError {
  constructor() {
    super('destroyHookError', 'An error happened while removing your hook. Check the logs.');
  }
}

export class DestroyMissingHookError extends BbbError {
  constructor() {
    super('destroyMissingHook', 'The hook informed was not found.');
  }
}

export class ListHookError extends BbbError {
  constructor() {
    super('listHookError', 'An error happened while listing registered hooks. Check the logs.');
  }
}
