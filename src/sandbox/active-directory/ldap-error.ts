/** An LDAP result other than success (RFC 4511 §4.1.9), with the text Active Directory sends. */
export class LdapError extends Error {
  override readonly name = 'LdapError';
  readonly resultCode: number;

  constructor(resultCode: number, text: string) {
    super(text);
    this.resultCode = resultCode;
  }
}

export const resultCodes = {
  success: 0,
  operationsError: 1,
  protocolError: 2,
  sizeLimitExceeded: 4,
  compareFalse: 5,
  compareTrue: 6,
  authMethodNotSupported: 7,
  strongerAuthRequired: 8,
  noSuchAttribute: 16,
  inappropriateMatching: 18,
  constraintViolation: 19,
  attributeOrValueExists: 20,
  noSuchObject: 32,
  invalidDnSyntax: 34,
  invalidCredentials: 49,
  insufficientAccessRights: 50,
  unwillingToPerform: 53,
  notAllowedOnNonLeaf: 66,
  notAllowedOnRdn: 67,
  entryAlreadyExists: 68,
  other: 80,
} as const;

export function noSuchObject(bestMatch: string): LdapError {
  return new LdapError(
    resultCodes.noSuchObject,
    `0000208D: NameErr: DSID-0310028B, problem 2001 (NO_OBJECT), data 0, best match of:\n\t'${bestMatch}'\n`,
  );
}

export function noSuchLinkTarget(dn: string): LdapError {
  return new LdapError(
    resultCodes.noSuchObject,
    `00000525: NameErr: DSID-031A120C, problem 2001 (NO_OBJECT), data 0, best match of:\n\t'${dn}'\n`,
  );
}

export function entryExists(): LdapError {
  return new LdapError(
    resultCodes.entryAlreadyExists,
    '00002071: UpdErr: DSID-030503A2, problem 6005 (ENTRY_EXISTS), data 0\n',
  );
}

export function memberExists(): LdapError {
  return new LdapError(
    resultCodes.entryAlreadyExists,
    '00000562: UpdErr: DSID-031A11DE, problem 6005 (ENTRY_EXISTS), data 0\n',
  );
}

export function memberMissing(): LdapError {
  return new LdapError(
    resultCodes.unwillingToPerform,
    '00000561: SvcErr: DSID-031A1254, problem 5003 (WILL_NOT_PERFORM), data 0\n',
  );
}

export function willNotPerform(): LdapError {
  return new LdapError(
    resultCodes.unwillingToPerform,
    '0000209A: SvcErr: DSID-031A1081, problem 5003 (WILL_NOT_PERFORM), data 0\n',
  );
}

export function unknownAttribute(name: string): LdapError {
  return new LdapError(
    resultCodes.noSuchAttribute,
    `00000057: LdapErr: DSID-0C091067, comment: Error in attribute conversion operation, data 0, v4563 (${name})`,
  );
}

export function accessDenied(): LdapError {
  return new LdapError(
    resultCodes.insufficientAccessRights,
    '00002098: SecErr: DSID-03150F94, problem 4003 (INSUFF_ACCESS_RIGHTS), data 0\n',
  );
}

export function bindRequired(): LdapError {
  return new LdapError(
    resultCodes.operationsError,
    '000004DC: LdapErr: DSID-0C090A5C, comment: In order to perform this operation a successful bind must be completed on the connection., data 0, v4563',
  );
}

/** `data` is the Windows error in hexadecimal: 52e wrong password, 533 disabled, 773 must change, 701 expired. */
export function logonFailed(data: '52e' | '533' | '773' | '701'): LdapError {
  return new LdapError(
    resultCodes.invalidCredentials,
    `80090308: LdapErr: DSID-0C090447, comment: AcceptSecurityContext error, data ${data}, v4563`,
  );
}

export function transportNotEncrypted(): LdapError {
  return new LdapError(
    resultCodes.strongerAuthRequired,
    '00002028: LdapErr: DSID-0C090259, comment: The server requires binds to turn on integrity checking if SSL\\TLS are not already active on the connection, data 0, v4563',
  );
}
