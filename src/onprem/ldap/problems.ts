import {
  ConfidentialityRequiredError,
  InsufficientAccessError,
  InvalidCredentialsError,
  NoSuchObjectError,
  StrongAuthRequiredError,
} from 'ldapts';
import { Problem } from '../../domain/problem.ts';

const untrusted = /CERT|SELF_SIGNED|LEAF_SIGNATURE|ERR_TLS|ERR_SSL|EPROTO/;

/** What Windows means by the number in "AcceptSecurityContext error, data 52e". */
const logonErrors: Readonly<Record<string, string>> = {
  '52e': 'the name or the password is wrong',
  '533': 'the account is disabled',
  '701': 'the account has expired',
  '773': 'the password must be changed first',
  '775': 'the account is locked',
};

/** The one place where failures of ldapts, TLS and sockets become Problems; a defect of ours is returned as it came. */
export function toDirectoryProblem(error: unknown, url: string): unknown {
  if (error instanceof Problem || !(error instanceof Error) || error instanceof TypeError) {
    return error;
  }
  if (error instanceof InvalidCredentialsError) {
    return credentialsRefused(error, url);
  }
  if (error instanceof InsufficientAccessError) {
    const detail = `${url} does not let the account read: ${error.message}`;
    return new Problem('directory-refused-credentials', { detail, cause: error });
  }
  if (error instanceof NoSuchObjectError) {
    const detail = `${url} does not have the configured base DN: ${error.message}`;
    return new Problem('organizational-unit-missing', { detail, cause: error });
  }
  if (isInsecure(error)) {
    const detail = `${url} cannot be trusted: ${error.message}`;
    return new Problem('directory-not-secure', { detail, cause: error });
  }
  const detail = `${url} did not answer as it should: ${error.name} ${error.message}`;
  return new Problem('directory-unreachable', { detail, cause: error });
}

function credentialsRefused(error: Error, url: string): Problem {
  const [, data = ''] = /data ([0-9a-f]+)/i.exec(error.message) ?? [];
  const reason = logonErrors[data] ?? 'the bind was refused';
  const detail = `${url} refused the account: ${reason}`;
  return new Problem('directory-refused-credentials', { detail, cause: error });
}

function isInsecure(error: Error): boolean {
  const isPolicy =
    error instanceof StrongAuthRequiredError || error instanceof ConfidentialityRequiredError;
  return isPolicy || ('code' in error && untrusted.test(String(error.code)));
}
