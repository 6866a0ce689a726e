/** A fault of what was asked for or of a file, not of the program: told in one message, without a stack trace. */
export class UserError extends Error {
  override readonly name = 'UserError';
}

/** What went wrong with a file, in words, or undefined where it is no fault of the file system. */
export function fileFault(fault: unknown): string | undefined {
  if (!(fault instanceof Error) || !('code' in fault) || typeof fault.code !== 'string') return undefined;
  switch (fault.code) {
    case 'ENOENT':
      return 'there is no such file';
    case 'EISDIR':
      return 'it is a directory';
    case 'ENOTDIR':
    case 'EEXIST':
      return 'a part of its path is a file, not a directory';
    case 'ELOOP':
      return 'its links lead in a circle';
    case 'ENXIO':
      return 'it is a socket, or a device that is not there';
    case 'EPIPE':
      return 'nobody reads it any more';
    case 'EACCES':
    case 'EPERM':
      return 'access to it is not allowed';
    case 'ENOSPC':
      return 'the disk is full';
    case 'EROFS':
      return 'the disk is read-only';
    case 'ERR_FS_FILE_TOO_LARGE':
    case 'ERR_STRING_TOO_LONG':
      return 'it is too large to be read at once; split it';
    default:
      return fault.code;
  }
}

/** The same where something is to be made in a folder that is there: what is said to be missing is the possibility. */
export function makingFault(fault: unknown): string | undefined {
  const isMissing = fault instanceof Error && 'code' in fault && fault.code === 'ENOENT';
  return isMissing ? 'nothing can be made there' : fileFault(fault);
}
