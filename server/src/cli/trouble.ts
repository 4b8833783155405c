/** Something the person at the terminal can mend: its message is all they need to see. */
export class Trouble extends Error {}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  ENOTDIR: "there is no such file",
  EACCES: "you have no permission to open it",
  EPERM: "you have no permission to open it",
  EISDIR: "it is a folder",
  ELOOP: "its links run in a circle",
  ENAMETOOLONG: "its name is too long",
  EMFILE: "too many files are open",
  ENOSPC: "the disk is full",
  EROFS: "the disk can only be read",
};

/** Why a file could not be read or written, in words. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return (code && reasons[code]) ?? message;
}

/** One line about an error, whether it is the user's to mend or ours. */
export function messageOf(error: unknown): string {
  if (error instanceof Trouble) return error.message;
  const detail = process.env.IMMUNOLEX_DEBUG ? (error as Error).stack : (error as Error).message;
  return `Immunolex made a mistake (${detail}). Please report it; IMMUNOLEX_DEBUG=1 shows where it happened.`;
}
