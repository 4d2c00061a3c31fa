import type { Scope } from './oauth/scopes';
import type { SandboxSettings } from './options';
import type { SandboxState } from './state';
import type { Parameters } from './wire/parameters';

/** A request that passed every check, as a request type sees it. */
export interface Call {
	readonly state: SandboxState;
	readonly settings: Readonly<SandboxSettings>;
	readonly parameters: Parameters;
	/** Address of the sandbox, for links in answers. */
	readonly baseUrl: string;
}

export type Verb = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** One documented operation of the API. */
export interface RequestType {
	readonly name: string;
	readonly verb: Verb;
	/** Any of them opens it. */
	readonly scopes: readonly Scope[] | ((settings: Readonly<SandboxSettings>) => readonly Scope[]);
	/** Whether all of the scopes are needed. */
	readonly needsAll?: boolean;
	/** Whether the request is of this type, where its name alone does not tell. */
	readonly isServed?: (settings: Readonly<SandboxSettings>, parameters: Parameters) => boolean;
	/** What is sent: an object as JSON, a text as it is.
	 * @throws Refusal */
	readonly answer: (call: Call) => object | string;
}
