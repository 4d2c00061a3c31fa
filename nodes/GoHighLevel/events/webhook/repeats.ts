import { createHash } from 'crypto';

import type { IDataObject } from 'n8n-workflow';

/** What repeats of a delivery have in common; `undefined` when another event may look just the same. */
export function deliveryKey({ webhookId, timestamp }: IDataObject, body: Buffer): string | undefined {
	if (typeof webhookId === 'string' && webhookId !== '') return webhookId;
	return timestamp === undefined ? undefined : createHash('sha256').update(body).digest('base64');
}
