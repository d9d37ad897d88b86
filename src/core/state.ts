import type { Fingerprint, Uid } from './ids.ts';
import type { ResourceKind } from './resource.ts';

/** What the last apply recorded of a managed resource. No content, no secret. */
export interface StateEntry {
  readonly kind: ResourceKind;
  readonly uid: Uid;
  /** Of the file as it was applied. */
  readonly fingerprint: Fingerprint;
  /** Of what was sent, where that is not what the file says (kept secret values). */
  readonly sent?: Fingerprint;
  /** Whether this tool created the resource; only then may it be pruned. */
  readonly created: boolean;
  /** The commit that was applied. */
  readonly commit?: string;
  /** When it was applied, by the server's clock. */
  readonly time: Date;
}

/** What a project's last apply recorded: source path → entry. */
export interface State {
  /** The uid of the environment that holds it; absent before the first apply. */
  readonly uid?: Uid;
  readonly entries: ReadonlyMap<string, StateEntry>;
}
