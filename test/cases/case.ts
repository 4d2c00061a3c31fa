import type { HighLevel } from '@gohighlevel/api-client';
import type { IBinaryKeyData, IDataObject } from 'n8n-workflow';

import type { HighLevelSandbox } from '../../sandbox/highLevel';
import type { WhatsAbleSandbox } from '../../sandbox/whatsAble';
import type { WiseAgentSandbox } from '../../sandbox/wiseAgent';

/** How an operation is run with as many of its fields as make sense together. */
export interface Example<Sandbox, Prepared = Record<string, string>> {
	/** Makes what the operation needs, and names its ids for `parameters`. */
	prepare?: (sandbox: Sandbox) => Prepared;
	parameters: IDataObject;
}

/** A value that cannot be right. */
export interface WrongValue {
	/** In place of those of the example. */
	parameters: IDataObject;
	/** What the operator reads. */
	message: string;
	/** The parameter or field that `details.field` names, where there is one. */
	field?: string;
}

/** Another way to use an operation, by which it calls other endpoints or sends something else. */
export interface Variant {
	/** In place of those of the example. */
	parameters: IDataObject;
}

/** Everything that the tests which walk the catalogue need to know of one operation. */
export interface Case<Ex = { parameters: IDataObject }, Way = Variant> {
	example: Ex;
	variants?: Way[];
	wrong: WrongValue;
}

/** What an example does, done with the official SDK by its guide, with the ids of what the example's `prepare` made. */
export type SdkCall<Prepared> = (sdk: HighLevel, prepared: Prepared) => Promise<unknown>;

export interface HighLevelCase<Prepared = Record<string, string>> extends Case<
	Example<HighLevelSandbox, Prepared>,
	Variant & { sdk: SdkCall<Prepared> }
> {
	/** The SDK's call, with arguments equivalent to those of the example; as text, why it has nothing like it. */
	sdk: SdkCall<Prepared> | string;
}

/** A way in which the node and the official SDK differ on purpose. */
export interface Difference {
	/** Matches lines of `differencesOf`, behind the name of the operation: "get: …". */
	pattern: RegExp;
	reason: string;
}

export type WiseAgentCase = Case<Example<WiseAgentSandbox>>;

export interface WhatsAbleExample {
	/** Makes what the operation needs, and names it for `parameters`, item by item. */
	prepare?: (sandbox: WhatsAbleSandbox) => Promise<IDataObject[]>;
	parameters: IDataObject;
	/** A key of another product than Notifyer. */
	apiKey?: string;
	binary?: IBinaryKeyData;
}

export type WhatsAbleCase = Case<WhatsAbleExample>;

/** Operation -> case, of one resource; the SDK's calls know what the example beside them has prepared. */
export function highLevelCases<Prepared extends Record<string, unknown>>(cases: {
	[Operation in keyof Prepared]: HighLevelCase<Prepared[Operation]>;
}): Record<string, HighLevelCase> {
	return cases as unknown as Record<string, HighLevelCase>;
}
