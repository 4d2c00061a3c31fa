import type { IWebhookFunctions } from 'n8n-workflow';

import { Failure } from '../../../core/failure';
import type { Request } from '../../../core/operation/request';
import { scopesOf } from '../../../core/operation/request';
import { RecordTime } from '../../../core/webhook/recordTime';
import type { Access } from '../../api/access/access';
import { openAccess } from '../../api/access/openAccess';
import { HighLevelClient } from '../../api/client';
import { HIGHLEVEL_SERVICE } from '../../api/service';

/** Reads what belongs to one delivery, all of it within a few seconds. */
export class RecordReader {
	private readonly time = new RecordTime(HIGHLEVEL_SERVICE, 'GoHighLevel node');
	private access: Promise<Access> | undefined;

	/** @param locationId the location that the delivery is from */
	constructor(
		private readonly context: IWebhookFunctions,
		private readonly locationId: string,
	) {}

	/**
	 * Throws a `Failure` when it cannot be read, or not in time.
	 *
	 * @param requests what is read
	 */
	async read<T>(requests: readonly Request[], work: (api: HighLevelClient) => Promise<T>): Promise<T> {
		const { timeoutMs, signal } = this.time;
		const options = { scopes: scopesOf({ requests }), timeoutMs, signal };
		return await this.time.within(async () => {
			this.access ??= this.open();
			return await work(new HighLevelClient(await this.access, options));
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
