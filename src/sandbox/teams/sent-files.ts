import { randomUUID } from 'node:crypto';
import type { StoredAttachment } from '../page/protocol.ts';

interface SentFile {
  readonly name: string;
  readonly text: string;
}

/** As many as are kept; the oldest ones are gone, as a link of Teams is after a while. */
const capacity = 50;

/** Files that people sent, in the place of their OneDrive: whoever has the link may fetch them. */
export class SentFiles {
  readonly #files = new Map<string, SentFile>();
  readonly #origin: string;

  /** The origin ends in a slash. */
  constructor(origin: string) {
    this.#origin = origin;
  }

  /**
   * Keeps the file and resolves to what Teams attaches to a message in a 1:1 chat for it.
   * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4#receive-files-in-personal-chat
   */
  keep({ name, text }: SentFile): StoredAttachment {
    const uniqueId = randomUUID();
    this.#files.set(uniqueId, { name, text });
    const [oldest] = this.#files.keys();
    if (this.#files.size > capacity && oldest !== undefined) {
      this.#files.delete(oldest);
    }
    const downloadUrl = `${this.#origin}files/${uniqueId}/${encodeURIComponent(name)}`;
    return {
      contentType: 'application/vnd.microsoft.teams.file.download.info',
      name,
      content: { downloadUrl, uniqueId, fileType: name.split('.').at(-1)?.toLowerCase() ?? '' },
    };
  }

  /** By the end of its link: the id and the name. */
  find(path: string): string | undefined {
    const [uniqueId = ''] = path.split('/');
    return this.#files.get(uniqueId)?.text;
  }
}
