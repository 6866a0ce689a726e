/** Writes a file so that a reader never sees half of it. */
import { rmSync } from 'node:fs';
import { open, rename, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { FilePart } from './format-json.ts';
import { makeFolder } from './make-folder.ts';
import { isSpecial, realPath } from './real-path.ts';
import { makingFault, UserError } from './user-error.ts';

const BUFFER_BYTES = 1 << 21;
/** Parts that may have more bytes are written by themselves. */
const LARGE = 1 << 18;
/** The most bytes that one UTF-16 unit takes in UTF-8. */
const BYTES_OF_UNIT = 3;

/** What a file is written of; what is not there at once is waited for. */
export type FileParts = Iterable<FilePart> | AsyncIterable<FilePart>;

/** Files that are being written, beside the ones that they will become. */
const unfinished = new Set<string>();

/**
 * Writes the parts one after the other beside the file, then renames; missing folders are made. A link stays one: the file
 * that it leads to is written. A device or a pipe is written into.
 * @param onWritten told how many further bytes were given to the disk
 * @returns the size in bytes
 * @throws {UserError} where the file system refuses
 */
export async function writeFileWhole(
  path: string,
  parts: FileParts,
  onWritten: (bytes: number) => void = () => undefined,
): Promise<number> {
  try {
    if (isSpecial(path)) return await writeParts(path, parts, onWritten);
    const real = realPath(path);
    await makeFolder(dirname(real));
    return await writeBeside(real, parts, onWritten);
  } catch (fault) {
    const reason = fault instanceof UserError ? fault.message : makingFault(fault);
    if (reason === undefined) throw fault;
    throw new UserError(`cannot write ${path}: ${reason}`);
  }
}

async function writeBeside(
  path: string,
  parts: FileParts,
  onWritten: (bytes: number) => void,
): Promise<number> {
  const beside = `${path}.${process.pid}.tmp`;
  try {
    unfinished.add(beside);
    const size = await writeParts(beside, parts, onWritten);
    await rename(beside, path);
    return size;
  } catch (fault) {
    // the fault says more than one of cleaning up
    removeQuietly(beside);
    throw fault;
  } finally {
    unfinished.delete(beside);
  }
}

/** Removes what was not written to its end; for a program that is about to stop. */
export function removeUnfinished(): void {
  for (const path of unfinished) removeQuietly(path);
}

async function writeParts(
  path: string,
  parts: FileParts,
  onWritten: (bytes: number) => void,
): Promise<number> {
  const file = await open(path, 'w');
  const writer = new WriteBehind(file, onWritten);
  try {
    for await (const part of parts) {
      const most = typeof part === 'string' ? part.length * BYTES_OF_UNIT : part.length;
      if (most > LARGE) await writer.write(typeof part === 'string' ? Buffer.from(part) : part);
      else if (!writer.hold(part, most)) {
        await writer.flush();
        writer.hold(part, most);
      }
    }
    return await writer.end();
  } finally {
    // waits for what is being written
    await file.close();
  }
}

/** Writes to the disk while the next bytes are made; small parts are gathered. */
class WriteBehind {
  readonly #file: FileHandle;
  readonly #onWritten: (bytes: number) => void;
  readonly #buffers = [Buffer.allocUnsafe(BUFFER_BYTES), Buffer.allocUnsafe(BUFFER_BYTES)];
  /** The buffer that is being filled. */
  #buffer = 0;
  #held = 0;
  #size = 0;
  #pending: Promise<void> = Promise.resolve();

  constructor(file: FileHandle, onWritten: (bytes: number) => void) {
    this.#file = file;
    this.#onWritten = onWritten;
  }

  /** Gathers a part of at most so many bytes; false, and nothing done, where there is no room. */
  hold(part: FilePart, most: number): boolean {
    if (this.#held + most > BUFFER_BYTES) return false;
    const buffer = this.#buffers[this.#buffer]!;
    if (typeof part === 'string') this.#held += buffer.write(part, this.#held, 'utf8');
    else {
      buffer.set(part, this.#held);
      this.#held += part.length;
    }
    return true;
  }

  /** Sends what was gathered on its way, once what was sent before is written. */
  async flush(): Promise<void> {
    if (this.#held === 0) return;
    const bytes = this.#buffers[this.#buffer]!.subarray(0, this.#held);
    this.#held = 0;
    this.#buffer = 1 - this.#buffer;
    await this.#send(bytes);
  }

  /** The same with bytes that stay as they are, after what was gathered. */
  async write(bytes: Uint8Array): Promise<void> {
    await this.flush();
    await this.#send(bytes);
  }

  /** The size of the file, once it is written. */
  async end(): Promise<number> {
    await this.flush();
    await this.#pending;
    return this.#size;
  }

  async #send(bytes: Uint8Array): Promise<void> {
    await this.#pending;
    this.#size += bytes.length;
    this.#onWritten(bytes.length);
    this.#pending = writeAll(this.#file, bytes);
    // a fault is thrown where it is waited for
    this.#pending.catch(() => undefined);
  }
}

async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let from = 0; from < bytes.length;) from += (await file.write(bytes, from)).bytesWritten;
}

/** The fault that brought us here says more than one of cleaning up. */
function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // nothing was made there
  }
}
