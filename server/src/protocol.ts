import {
  NotificationType,
  ProgressType,
  RequestType,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDiagnosticReportPartialResult,
} from 'vscode-languageserver-protocol';
import type { Pass, PassPlan, PlanSecrets } from './core/passes/passPlan.js';

/** `imapsync/plan`: what a pass of the invocation at a line would execute. */
export namespace PlanRequest {
  export const method = 'imapsync/plan';
  export interface Params {
    readonly textDocument: { readonly uri: string };
    /** The version the client sees; the server answers for that version or fails with ContentModified. */
    readonly version: number;
    /** Zero-based line on which the invocation stands. */
    readonly line: number;
    readonly pass: Pass;
    /** Values of variables that are known by now, none of them secret. */
    readonly variables: Readonly<Record<string, string>>;
    /** The folder in which the script runs: relative paths of the command are meant from there. */
    readonly scriptDirectory: string;
    /** `imapsync.path` of the client: executable and leading arguments; empty when unset. */
    readonly executable: readonly string[];
  }
  export interface Result {
    readonly plan: PassPlan;
    readonly secrets: PlanSecrets;
    /** `user1@host1 → user2@host2`, for titles. */
    readonly title: string;
    /** What option parsing refuses, in words; imapsync would stop with exit code 64. */
    readonly usageErrors: readonly string[];
  }
  /** Answers null where no invocation stands at the line. */
  export const type = new RequestType<Params, Result | null, void>(method);
}

/** `imapsync/exitCode`: what an exit code of imapsync means. */
export namespace ExitCodeRequest {
  export const method = 'imapsync/exitCode';
  export interface Params {
    readonly code: number;
  }
  export interface Result {
    /** The name that imapsync prints beside it: `EXIT_AUTHENTICATION_FAILURE_USER1`. */
    readonly name: string;
    readonly meaning: string;
    /** What to do about it, likeliest first. */
    readonly remedies: readonly string[];
  }
  /** Answers null for a code that imapsync does not use. */
  export const type = new RequestType<Params, Result | null, void>(method);
}

/** `imapsync/sentChoices`: the folders of sent mail that the invocation at a line can map. */
export namespace SentChoicesRequest {
  export const method = 'imapsync/sentChoices';
  export interface Params {
    readonly textDocument: { readonly uri: string };
    /** The server answers for that version or fails with ContentModified. */
    readonly version: number;
    /** Zero-based line on which the invocation stands. */
    readonly line: number;
  }
  export interface Folder {
    /** As the server lists it, in modified UTF-7. */
    readonly name: string;
    /** For human eyes, where that differs. */
    readonly text?: string;
    /** The provider, or where else it is met, and the language. */
    readonly detail: string;
  }
  export interface Result {
    /** The likely ones first, as are the destinations. */
    readonly sources: readonly Folder[];
    readonly destinations: readonly Folder[];
    /** Why a choice would be in vain, in words; else null. */
    readonly refused: string | null;
  }
  /** Answers null where no invocation stands at the line. */
  export const type = new RequestType<Params, Result | null, void>(method);
}

/** `imapsync/mapSent`: the edit that maps a folder of sent mail of the source to one of the destination. */
export namespace MapSentRequest {
  export const method = 'imapsync/mapSent';
  export interface Params extends SentChoicesRequest.Params {
    /** A name as the server lists it, or a readable one, which is brought into modified UTF-7; so is the destination. */
    readonly source: string;
    readonly destination: string;
  }
  export interface Mapping {
    readonly title: string;
    readonly edit: Pick<TextDocumentEdit, 'textDocument'> & { readonly edits: readonly TextEdit[] };
  }
  export interface Refusal {
    /** Why there is no such edit, in words. */
    readonly reason: string;
  }
  export type Result = Mapping | Refusal;
  /** Answers null where no invocation stands at the line. */
  export const type = new RequestType<Params, Result | null, void>(method);
}

/** `imapsync/trust`: whether the server may look at files that documents name, told by the client where that changes. */
export namespace TrustNotification {
  export const method = 'imapsync/trust';
  export interface Params {
    readonly trusted: boolean;
  }
  export const type = new NotificationType<Params>(method);
}

/** `imapsync/foundRelease`: what the imapsync of this machine says its release is, told by the client. */
export namespace FoundReleaseNotification {
  export const method = 'imapsync/foundRelease';
  export interface Params {
    /** `2.229`; null where there is no imapsync, or none that may be asked. */
    readonly release: string | null;
  }
  export const type = new NotificationType<Params>(method);
}

/** `imapsync/movePassword`: what moves the password of a side from the invocation at a line into a file. */
export namespace MovePasswordRequest {
  export const method = 'imapsync/movePassword';
  export interface Params extends SentChoicesRequest.Params {
    readonly side: 1 | 2;
    /** The path of the file as it is to stand in the command. */
    readonly file: string;
  }
  export interface Result {
    /** What the file has to hold: the password. */
    readonly content: string;
    readonly edit: Pick<TextDocumentEdit, 'textDocument'> & { readonly edits: readonly TextEdit[] };
  }
  /** Answers null where no invocation stands at the line, or its password can not be moved. */
  export const type = new RequestType<Params, Result | null, void>(method);
}

/** `workspace/diagnostic` without an identifier: the problems of all files as they are now, in parts. */
export namespace LintWorkspaceRequest {
  export const method = 'workspace/diagnostic';
  export const type = new RequestType<WorkspaceDiagnosticParams, WorkspaceDiagnosticReport, void>(method);
  export const part = new ProgressType<WorkspaceDiagnosticReportPartialResult>();
}
