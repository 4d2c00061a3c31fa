import type { IWebhookFunctions } from 'n8n-workflow';

import { allAccounts } from '../../../core/account/registry';
import { Cancelled, Failure } from '../../../core/failure';
import { orCancelled } from '../../../core/wait';
import type { Access } from '../../api/access/access';
import { openAccess } from '../../api/access/openAccess';
import { HighLevelClient } from '../../api/client';
import { HIGHLEVEL_SERVICE } from '../../api/service';

/** Reads what belongs to one delivery, all of it within a few seconds. */
export class RecordReader {
	/** HighLevel waits for the answer to its delivery, and does not publish how long. */
	private readonly timeoutMs = allAccounts().paceOf(HIGHLEVEL_SERVICE).recordMs;
	private readonly signal = AbortSignal.timeout(this.timeoutMs);
	private access: Promise<Access> | undefined;

	/** @param locationId the location that the delivery is from */
	constructor(
		private readonly context: IWebhookFunctions,
		private readonly locationId: string,
	) {}

	/** Throws a `Failure` when it cannot be read, or not in time. */
	async read<T>(scopes: string[], work: (api: HighLevelClient) => Promise<T>): Promise<T> {
		if (this.signal.aborted) throw this.tooSlow();
		const options = { scopes, timeoutMs: this.timeoutMs, signal: this.signal };
		this.access ??= this.open();
		const reading = this.access.then(async (access) => await work(new HighLevelClient(access, options)));
		return await orCancelled(reading, this.signal).catch((error: unknown) => {
			throw error instanceof Cancelled ? this.tooSlow() : error;
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

	private tooSlow(): Failure {
		return new Failure(
			`HighLevel did not answer within ${this.timeoutMs / 1_000} seconds`,
			'Read the record with a GoHighLevel node behind this one, which can wait.',
		);
	}
}
