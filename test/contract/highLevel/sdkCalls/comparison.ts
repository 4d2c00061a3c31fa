import type { HighLevel } from '@gohighlevel/api-client';
import type { IDataObject } from 'n8n-workflow';

import type { PreparedName } from '../examples/example';

/** What an example does, done with the official SDK by its guide, with the ids of what the example's `prepare` made. */
export type SdkCall = (sdk: HighLevel, prepared: Record<PreparedName, string>) => Promise<unknown>;

/** A way in which the node and the official SDK differ on purpose. */
export interface Difference {
	/** Matches lines of `differencesOf`, behind the name of the operation: "get: …". */
	pattern: RegExp;
	reason: string;
}

/** The operations of one resource beside the official SDK. */
export interface SdkComparison {
	/** Operation -> the SDK's call, with arguments equivalent to those of the example. */
	calls: Record<string, SdkCall>;
	/** Other ways to use an operation: what differs from its example, and the SDK's call for that. */
	variants?: Array<{ operation: string; parameters: IDataObject; call: SdkCall }>;
	differences?: Difference[];
	/** Operation -> why the SDK has nothing like it. */
	withoutCounterpart?: Record<string, string>;
}
