import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Failure } from '../failure';
import type { Params } from './params';
import type { Request } from './request';

/** What the editor shows of an operation, and what it needs. */
interface OperationFace {
	/** As in the operation list: "Create or Update". */
	name: string;
	/** As in the node panel, and what an AI agent reads: "Create or update a contact". */
	action: string;
	description: string;
	/** What it asks the service for. */
	requests: readonly Request[];
	/** It may change something that its requests do not name. */
	mayWrite?: boolean;
	/** It may be about the whole account: it works also where the account has parts and none of them is chosen. */
	wholeAccount?: boolean;
	fields: INodeProperties[];
}

/** What an operation works with: the service, opened for this item, and the item's parameters. */
export interface OperationInput<Api> {
	api: Api;
	params: Params;
}

/**
 * One thing that a person can do: what the editor shows and the requests it makes, together. The requests have the
 * scopes that it needs.
 * It says nothing about items, retries, headers or credentials; those live in the item loop and the client.
 */
export interface ItemOperation<Api> extends OperationFace {
	execute(input: OperationInput<Api>): Promise<IDataObject | IDataObject[]>;
}

/** An operation that does many items in one call. */
export interface BatchOperation<Api> extends OperationFace {
	batch: Batch<Api>;
}

export interface Batch<Api> {
	/** So many entries go into one call at most. */
	size: number;
	/** What one item adds: items with an equal group share a call, to which each brings an entry. */
	read(input: OperationInput<Api>): { group: IDataObject; entry: string };
	/**
	 * One call. Its results are in the order of the entries; an entry that failed has a `Failure`, and one of which
	 * the answer says nothing has `undefined`.
	 */
	send(api: Api, group: IDataObject, entries: string[]): Promise<Array<IDataObject | Failure | undefined>>;
}

export type Operation<Api> = ItemOperation<Api> | BatchOperation<Api>;

/** The operations of one resource, by their value in stored workflows. */
export interface Resource<Api> {
	/** As in the resource list: "Contact". */
	name: string;
	/** Stands at the end of the list, behind all others. */
	isLast?: boolean;
	operations: Record<string, Operation<Api>>;
}

/** All that a node can do: resource value -> resource. */
export type Catalogue<Api> = Record<string, Resource<Api>>;
