import type { IDataObject } from 'n8n-workflow';

import type { FieldChanges } from './changes';
import { changesOf } from './changes';

/** What a request does to the records of a service, where it does not only read. */
export type Effect = 'create' | 'delete' | 'send' | 'update';

/** What is known of a write that is held back. */
export interface Plan {
	/** `none` where the record is as it would be. */
	effect: Effect | 'none';
	changes: FieldChanges;
	/** The record as it is now, or its ids. */
	record?: IDataObject;
}

const OUTCOMES = {
	create: 'wouldCreate',
	delete: 'wouldDelete',
	none: 'unchanged',
	send: 'wouldSend',
	update: 'wouldUpdate',
} as const satisfies Record<Plan['effect'], string>;

/**
 * A write that was not sent, because the node runs with Dry Run. It is no failure: the item ends with what would have
 * been written.
 */
export class HeldBack extends Error {
	override readonly name = 'HeldBack';

	constructor(readonly plan: Plan) {
		super('The write was held back');
	}

	/** What the item returns. */
	get json(): IDataObject {
		const { effect, changes, record } = this.plan;
		return { ...record, outcome: OUTCOMES[effect], changes: changes as unknown as IDataObject };
	}
}

/**
 * Holds back a write of which nothing more is known than what would be sent.
 *
 * @param body as it would be sent
 */
export function heldBack(effect: Effect, body: unknown): HeldBack {
	const isRecord = typeof body === 'object' && body !== null && !Array.isArray(body);
	const sent = new Map(Object.entries(isRecord ? body : {}).filter(([, value]) => value !== undefined));
	const isNew = effect === 'create' || effect === 'send';
	const changes = changesOf([...sent.keys()], isNew ? () => null : undefined, (name) => sent.get(name));
	return new HeldBack({ effect, changes });
}

/** Runs work whose first write, if it is held back, stands for all of it: says what is known of the whole. */
export async function planned<T>(plan: Partial<Plan>, work: () => Promise<T>): Promise<T> {
	return await work().catch((error: unknown) => {
		throw error instanceof HeldBack ? new HeldBack({ ...error.plan, ...plan }) : error;
	});
}

/** What work that was held back returns, as far as it is known; throws any other error. */
export function plannedResult<T = IDataObject>(error: unknown): T {
	if (error instanceof HeldBack) return error.json as T;
	throw error;
}
