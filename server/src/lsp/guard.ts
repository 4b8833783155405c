/** One failure is logged and answered with nothing; it never ends the server. */
import { type CancellationToken, LSPErrorCodes, ResponseError } from "vscode-languageserver";

/** Where failures are written. */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

/** Codes of errors that are an answer in themselves, and no failure; those of a client that cannot help us have others. */
const answers: ReadonlySet<number> = new Set([LSPErrorCodes.RequestCancelled, LSPErrorCodes.RequestFailed]);

/** Ends a request that the client has cancelled; call it between steps. */
export function stopIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, "The request was cancelled.");
}

/** Wrappers for whatever the connection calls; `log` is told what went wrong. */
export function createGuard(log: Log) {
  const report = (name: string, error: unknown) => log.error(`${name}: ${error instanceof Error ? error.stack : String(error)}`);

  /** A request handler that answers `empty` where the real one fails. */
  function request<Params, Result>(
    name: string,
    empty: Result,
    handle: (params: Params, token: CancellationToken) => Result | Promise<Result>,
  ): (params: Params, token: CancellationToken) => Promise<Result> {
    return async (params, token) => {
      try {
        stopIfCancelled(token);
        return await handle(params, token);
      } catch (error) {
        if (error instanceof ResponseError && answers.has(error.code)) throw error;
        report(name, error);
        return empty;
      }
    };
  }

  /** What a part of an answer comes to; undefined where it fails, so that the other parts are there. */
  function part<Result>(name: string, make: () => Result): Result | undefined {
    try {
      return make();
    } catch (error) {
      report(name, error);
      return undefined;
    }
  }

  /** A notification handler, or anything else that answers nothing. */
  function action<Params extends unknown[]>(name: string, handle: (...params: Params) => unknown): (...params: Params) => void {
    return (...params) => {
      try {
        const result = handle(...params);
        if (result instanceof Promise) result.catch((error) => report(name, error));
      } catch (error) {
        report(name, error);
      }
    };
  }

  return { request, action, part };
}

export type Guard = ReturnType<typeof createGuard>;
