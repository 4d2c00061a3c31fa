import type { IWebhookFunctions } from 'n8n-workflow';

import { Cancelled, Failure } from '../../../core/failure';
import { orCancelled } from '../../../core/wait';
import { openAccess } from '../../api/access';
import { HighLevelClient } from '../../api/client';

/** HighLevel waits for the answer to its delivery, and its patience is not published. */
const WITHIN_MS = 5_000;

/** Reads what belongs to one delivery, all of it within a few seconds. */
export class RecordReader {
	private readonly signal = AbortSignal.timeout(WITHIN_MS);

	/** @param locationId the location that the delivery is from */
	constructor(
		private readonly context: IWebhookFunctions,
		private readonly locationId: string,
	) {}

	/** Throws a `Failure` when it cannot be read, or not in time. */
	async read<T>(scopes: string[], work: (api: HighLevelClient) => Promise<T>): Promise<T> {
		return await orCancelled(this.open(scopes).then(work), this.signal).catch((error: unknown) => {
			throw error instanceof Cancelled ? tooSlow() : error;
		});
	}

	private async open(scopes: string[]): Promise<HighLevelClient> {
		const access = await openAccess(this.context, this.locationId);
		if (this.locationId !== '' && access.locationId !== this.locationId) {
			throw new Failure(
				`The credential belongs to the location ${access.locationId}, and the event is from ${this.locationId}`,
				'For events of several locations, use a credential of the agency (OAuth2).',
			);
		}
		return new HighLevelClient(access, { scopes, timeoutMs: WITHIN_MS, signal: this.signal });
	}
}

function tooSlow(): Failure {
	return new Failure(
		`HighLevel did not answer within ${WITHIN_MS / 1_000} seconds`,
		'Read the record with a GoHighLevel node behind this one, which can wait.',
	);
}
