import type { IWebhookFunctions } from 'n8n-workflow';

import { Cancelled, Failure } from '../../../core/failure';
import { orCancelled } from '../../../core/wait';
import type { Access } from '../../api/access';
import { openAccess } from '../../api/access';
import { HighLevelClient } from '../../api/client';

/**
 * HighLevel waits for the answer to its delivery, and its patience is not published; an object, so that tests need not
 * wait as long.
 */
export const patience = { ms: 5_000 };

/** Reads what belongs to one delivery, all of it within a few seconds. */
export class RecordReader {
	private readonly signal = AbortSignal.timeout(patience.ms);
	private access: Promise<Access> | undefined;

	/** @param locationId the location that the delivery is from */
	constructor(
		private readonly context: IWebhookFunctions,
		private readonly locationId: string,
	) {}

	/** Throws a `Failure` when it cannot be read, or not in time. */
	async read<T>(scopes: string[], work: (api: HighLevelClient) => Promise<T>): Promise<T> {
		if (this.signal.aborted) throw tooSlow();
		const options = { scopes, timeoutMs: patience.ms, signal: this.signal };
		this.access ??= this.open();
		const reading = this.access.then(async (access) => await work(new HighLevelClient(access, options)));
		return await orCancelled(reading, this.signal).catch((error: unknown) => {
			throw error instanceof Cancelled ? tooSlow() : error;
		});
	}

	private async open(): Promise<Access> {
		const access = await openAccess(this.context, this.locationId);
		if (this.locationId === '' || access.locationId === this.locationId) return access;
		throw new Failure(
			`The credential belongs to the location ${access.locationId}, and the event is from ${this.locationId}`,
			'For events of several locations, use a credential of the agency (OAuth2).',
		);
	}
}

function tooSlow(): Failure {
	return new Failure(
		`HighLevel did not answer within ${patience.ms / 1_000} seconds`,
		'Read the record with a GoHighLevel node behind this one, which can wait.',
	);
}
