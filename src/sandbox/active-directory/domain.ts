import type { DirectoryTree } from './directory-tree.ts';
import type { Issuer } from './new-object.ts';

/** What every connection of one server shares. */
export interface Domain {
  readonly tree: DirectoryTree;
  readonly issuer: Issuer;
  readonly hostName: string;
  readonly maxPageSize: number;
  readonly maxValRange: number;
  /** Told the name of every operation before it is answered. */
  readonly onRequest: (operation: string) => void;
}
