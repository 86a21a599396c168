/**
 * An error that BigBlueButton's API states on the wire, with its key and its exact text.
 * They all travel with HTTP status 200.
 *
 * @see https://docs.bigbluebutton.org/development/api#error-handling
 */
export class BbbError extends Error {
  readonly messageKey: string;
  readonly status = 200;
  /** A few errors travel in an `<errors>` list instead of `<messageKey>` and `<message>`. */
  readonly asList: boolean;

  constructor(messageKey: string, message: string, asList = false) {
    super(message);
    this.name = new.target.name;
    this.messageKey = messageKey;
    this.asList = asList;
  }
}

export class ChecksumMissingError extends BbbError {
  constructor() {
    super('checksumError', 'You must provide the checksum');
  }
}

export class ChecksumMismatchError extends BbbError {
  constructor() {
    super('checksumError', 'Checksums do not match');
  }
}

export class UnsupportedContentTypeError extends BbbError {
  constructor() {
    super('unsupportedContentType', 'POST request Content-Type is missing or unsupported');
  }
}

export class UnsupportedRequestError extends BbbError {
  constructor() {
    super('unsupportedRequest', 'This request is not supported.');
  }
}

export class InternalError extends BbbError {
  constructor() {
    super('internalError', 'The server could not answer because of an error of its own.');
  }
}

export class MissingMeetingIdError extends BbbError {
  constructor() {
    super('missingParamMeetingID', 'You must provide a meeting ID');
  }
}

export class MissingFullNameError extends BbbError {
  constructor() {
    super('missingParamFullName', 'You must provide your name');
  }
}

/** A value that the call's own rules do not allow; the text says which. */
export class ValidationError extends BbbError {
  constructor(message: string) {
    super('validationError', message);
  }
}

export class SizeError extends BbbError {
  constructor(message: string) {
    super('sizeError', message);
  }
}

export class EmptyError extends BbbError {
  constructor(message: string) {
    super('emptyError', message);
  }
}

export class NullError extends BbbError {
  constructor(message: string) {
    super('nullError', message);
  }
}

export class InvalidPasswordError extends BbbError {
  constructor() {
    super('invalidPassword', 'Invalid password');
  }
}

export class IdNotUniqueError extends BbbError {
  constructor() {
    super(
      'idNotUnique',
      'A meeting already exists with that meeting ID.  Please use a different meeting ID.',
    );
  }
}

export class NonUniqueVoiceBridgeError extends BbbError {
  constructor() {
    super('nonUniqueVoiceBridge', 'The selected voice bridge is already in use.', true);
  }
}

/** `end` and `getMeetingInfo` for a meeting that is not there. */
export class NotFoundError extends BbbError {
  constructor() {
    super('notFound', 'A meeting with that ID does not exist');
  }
}

/** `join` for a meeting that is not there. */
export class InvalidMeetingIdentifierError extends BbbError {
  constructor() {
    super('invalidMeetingIdentifier', 'A meeting with that ID does not exist');
  }
}

export class MeetingForciblyEndedError extends BbbError {
  constructor() {
    super('meetingForciblyEnded', 'You can not join a meeting that has already been forcibly ended');
  }
}

export class MismatchCreateTimeError extends BbbError {
  constructor() {
    super(
      'mismatchCreateTimeParam',
      'The createTime parameter submitted mismatches with the current meeting.',
    );
  }
}

export class MaxParticipantsReachedError extends BbbError {
  constructor() {
    super('maxParticipantsReached', 'The number of participants allowed for this meeting has been reached.');
  }
}

export class GuestDeniedAccessError extends BbbError {
  constructor() {
    super(
      'guestDeniedAccess',
      "You have been denied access to this meeting based on the meeting's guest policy",
    );
  }
}

/** `join` without a valid role and without a valid password. The key is BigBlueButton's own. */
export class ParamsRequiredError extends BbbError {
  constructor(reason: 'wrong-password' | 'no-passwords' | 'nothing-given') {
    const messages = {
      'wrong-password': 'You must enter a valid password',
      'no-passwords': "You must send the 'role' parameter, since this meeting doesn't have any password.",
      'nothing-given':
        'You must either send the valid role of the user, or the password, sould the meeting has one.',
    };
    super('Params required', messages[reason]);
  }
}
