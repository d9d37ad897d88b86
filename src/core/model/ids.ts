declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** A workspace's id: a UUID. */
export type WorkspaceId = Branded<'WorkspaceId'>;

/** A resource's uid in Postman: `<owner id>-<uuid>`. Globals have no uid; their workspace's id is used instead. */
export type Uid = Branded<'Uid'>;

/** The hash of a resource's canonical form. */
export type Fingerprint = Branded<'Fingerprint'>;

const UUID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

const UID = new RegExp(`^(\\d+-)?${UUID.source}`, 'i');

/** Whether a text has the form of a uid, or of the bare id in it. */
export const isUid = (text: string): boolean => UID.test(text);

/** Types a text as a workspace id. Whether the workspace exists is not checked. */
export const workspaceId = (text: string): WorkspaceId => text as WorkspaceId;

/** Types a text as a uid. Whether the resource exists is not checked. */
export const uid = (text: string): Uid => text as Uid;

/** The bare id (the UUID, in lower case) inside a uid; a text without a UUID is returned unchanged. */
export const bareId = (text: string): string => UUID.exec(text)?.[0].toLowerCase() ?? text;
