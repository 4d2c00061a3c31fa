import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import type { OutgoingHttpHeaders } from 'node:http';

import type { IDataObject } from 'n8n-workflow';

import { WebhookSigner } from '../../../../sandbox/highLevel/webhooks/signer';
import { DEMO } from '../../../support/highLevel';
import type { Reply, TriggerOptions } from '../../../support/running/runWebhook';
import { TriggerServer } from '../../../support/running/runWebhook';

/** Signs as HighLevel does; the trigger under test is given its public key. */
export const signer = new WebhookSigner();

export interface AppTrigger extends Omit<TriggerOptions, 'parameters'> {
	events?: string[];
	options?: IDataObject;
	filters?: IDataObject;
	/** Parameters beside these. */
	parameters?: IDataObject;
}

/** A trigger for a Marketplace app whose events are signed by the sandbox's key; all events unless told. */
export async function startApp({ events = ['*'], options, filters = {}, ...rest }: AppTrigger = {}) {
	const parameters = {
		source: 'marketplaceApp',
		events,
		filters,
		options: { publicKey: signer.publicKey, ...options },
		...rest.parameters,
	};
	return await TriggerServer.start({ ...rest, parameters });
}

/** An event with the envelope that HighLevel puts around each: an id and a time of its own. */
export function event(type: string, fields: IDataObject = {}): IDataObject {
	return {
		type,
		locationId: DEMO.locationId,
		id: 'abc',
		...fields,
		timestamp: new Date().toISOString(),
		webhookId: randomUUID(),
	};
}

/** Sends a body as HighLevel does, signed; headers in place of its own or beside them, `undefined` for none. */
export async function deliver(
	{ url }: { url: string },
	body: IDataObject | Buffer | string,
	headers: Record<string, string | string[] | undefined> = {},
): Promise<Reply> {
	const bytes = bytesOf(body);
	return await post(url, bytes, {
		'Content-Type': 'application/json',
		'X-GHL-Signature': signer.sign(bytes),
		...headers,
	});
}

export function bytesOf(body: IDataObject | Buffer | string): Buffer {
	if (Buffer.isBuffer(body)) return body;
	return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}

/** Sends bytes with exactly these headers; a list is sent as so many lines. */
export async function post(
	url: string,
	body: Buffer,
	headers: Record<string, string | string[] | undefined>,
): Promise<Reply> {
	const given = Object.entries(headers).filter(([, value]) => value !== undefined);
	return await new Promise((resolve, reject) => {
		const sent = request(
			url,
			{
				method: 'POST',
				agent: false,
				headers: {
					...(Object.fromEntries(given) as OutgoingHttpHeaders),
					'Content-Length': body.length,
				},
			},
			(response) => {
				const chunks: Buffer[] = [];
				response.on('data', (chunk: Buffer) => chunks.push(chunk));
				response.on('end', () =>
					resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }),
				);
			},
		);
		sent.on('error', reject).end(body);
	});
}

export const ACCEPTED: Reply = { status: 200, body: '' };
export const REFUSED: Reply = { status: 401, body: '' };
