import { createHash } from 'node:crypto';
import { LdapError, resultCodes } from './ldap-error.ts';

/** unicodePwd is the password in double quotes, in UTF-16LE ([MS-ADTS] 3.1.1.3.1.5). Throws unwillingToPerform. */
export function fromUnicodePwd(value: Buffer | undefined): string {
  const [, password] = /^"(.+)"$/s.exec(value?.toString('utf16le') ?? '') ?? [];
  if (password === undefined) {
    throw new LdapError(
      resultCodes.unwillingToPerform,
      '0000001F: SvcErr: DSID-031A12D2, problem 5003 (WILL_NOT_PERFORM), data 0\n',
    );
  }
  return password;
}

export function hashPassword(guid: string, password: string): string {
  return createHash('sha256').update(`${guid}:${password}`).digest('base64');
}
