import type { Family } from './answers';
import type { KeyForm } from './access';
import type { Hub } from '../hub';
import type { Input } from './input';
import type { KeyRecord, Product } from '../records';

/** A request that was let in, as a route sees it. */
export interface Call {
	readonly hub: Hub;
	/** Undefined only on a route for keys of any kind, wrong ones included. */
	readonly key: KeyRecord | undefined;
	/** Decoded path parameters. */
	readonly params: Readonly<Record<string, string>>;
	readonly query: Readonly<Record<string, unknown>>;
	readonly body: Input;
}

/** One endpoint: who may call it, what it takes, what it answers. */
export interface ApiRoute {
	readonly method: 'GET' | 'POST' | 'PUT';
	/** As the real hosts have it, both on one port; `{…}` is a parameter. */
	readonly path: string;
	/** How it tells a refusal. */
	readonly family: Family;
	/** Whose keys it takes; null takes anything and answers what it is. */
	readonly product: Product | null;
	/** How the key is sent; `raw` unless told. */
	readonly keyForm?: KeyForm;
	/** @throws Rejection or NotFound when it is refused */
	readonly answer: (call: Call) => unknown;
}
