import { logOn } from './accounts.ts';
import { selectAttributes } from './attribute-selection.ts';
import { child, toInteger, toText } from './ber.ts';
import type { Domain } from './domain.ts';
import type { Entry } from './entry.ts';
import {
  bindRequired,
  LdapError,
  logonFailed,
  resultCodes,
  transportNotEncrypted,
} from './ldap-error.ts';
import type { Request, Result } from './messages.ts';
import {
  entryMessage,
  operationName,
  referenceMessage,
  requestTags,
  resultMessage,
} from './messages.ts';
import { add, compare, modify, modifyDn, remove } from './operations.ts';
import { rootDse } from './root-dse.ts';
import type { OpenPages } from './search.ts';
import { search, toSearchRequest } from './search.ts';

const startTlsOid = '1.3.6.1.4.1.1466.20037';

/** What a conversation needs from its connection. */
export interface Transport {
  readonly encrypted: boolean;
  send(message: Buffer): void;
  end(): void;
  /** Called after the answer that announces TLS was sent. */
  startTls(): void;
}

/** One connection's conversation: who is bound, and the searches that are not read to their end. */
export class Conversation {
  readonly #domain: Domain;
  readonly #transport: Transport;
  readonly #pages: OpenPages = new Map();
  #account: Entry | undefined;

  constructor(domain: Domain, transport: Transport) {
    this.#domain = domain;
    this.#transport = transport;
  }

  /** Answers one request; a request that fails is answered with its LDAP result. */
  handle(request: Request): void {
    const { tag } = request.operation;
    this.#domain.onRequest(operationName(tag));
    if (tag === requestTags.unbind) {
      this.#transport.end();
      return;
    }
    const result = this.#outcome(request);
    const message = tag === requestTags.abandon ? undefined : resultMessage(request, result);
    if (message !== undefined) {
      this.#transport.send(message);
    }
    if (tag === requestTags.extended && result.code === resultCodes.success) {
      this.#transport.startTls();
    }
  }

  #outcome(request: Request): Result {
    try {
      return this.#perform(request);
    } catch (error) {
      if (error instanceof LdapError) {
        return { code: error.resultCode, text: error.message };
      }
      if (error instanceof RangeError) {
        return { code: resultCodes.protocolError, text: error.message };
      }
      throw error;
    }
  }

  #perform(request: Request): Result {
    switch (request.operation.tag) {
      case requestTags.bind:
        return this.#bind(request);
      case requestTags.extended:
        return this.#extended(request);
      case requestTags.search:
        return this.#search(request);
      case requestTags.abandon:
        return { code: resultCodes.success };
      default:
        return this.#performBound(request);
    }
  }

  #performBound({ operation }: Request): Result {
    const account = this.#requireAccount();
    switch (operation.tag) {
      case requestTags.compare:
        return compare(this.#domain, operation);
      case requestTags.add:
        return add(this.#domain, account, operation);
      case requestTags.modify:
        return modify(this.#domain, account, operation);
      case requestTags.delete:
        return remove(this.#domain, account, operation);
      case requestTags.modifyDn:
        return modifyDn(this.#domain, account, operation);
      default:
        throw new LdapError(resultCodes.protocolError, 'the operation is not offered');
    }
  }

  #bind({ operation }: Request): Result {
    this.#account = undefined;
    const name = toText(child(operation, 1));
    const credentials = child(operation, 2);
    if (toInteger(child(operation, 0)) !== 3 || credentials.tag !== 0x80) {
      throw new LdapError(resultCodes.authMethodNotSupported, 'simple binds of version 3 only');
    }
    if (!this.#transport.encrypted && name !== '') {
      throw transportNotEncrypted();
    }
    if (credentials.content.length === 0 && name !== '') {
      throw logonFailed('52e');
    }
    if (name !== '') {
      this.#account = logOn(this.#domain.tree, name, toText(credentials));
    }
    return { code: resultCodes.success };
  }

  #extended({ operation }: Request): Result {
    if (toText(child(operation, 0)) !== startTlsOid || this.#transport.encrypted) {
      throw new LdapError(resultCodes.protocolError, 'the extended operation is not offered');
    }
    return { code: resultCodes.success };
  }

  #search(request: Request): Result {
    const wanted = toSearchRequest(request);
    if (wanted.base === '' && wanted.scope === 'base') {
      this.#transport.send(entryMessage(request.id, '', rootDse(this.#domain)));
      return { code: resultCodes.success };
    }
    this.#requireAccount();
    const { tree, maxPageSize, maxValRange } = this.#domain;
    const { entries, result } = search(tree, wanted, { maxPageSize, pages: this.#pages });
    for (const entry of entries) {
      const attributes = selectAttributes(entry, wanted.attributes, maxValRange);
      this.#transport.send(entryMessage(request.id, entry.dn, attributes));
    }
    if (wanted.scope === 'sub' && tree.find(wanted.base)?.parent === undefined) {
      const configuration = `ldaps://${this.#domain.hostName}/CN=Configuration,${tree.rootDn}`;
      this.#transport.send(referenceMessage(request.id, configuration));
    }
    return result;
  }

  #requireAccount(): Entry {
    if (this.#account === undefined) {
      throw bindRequired();
    }
    return this.#account;
  }
}
