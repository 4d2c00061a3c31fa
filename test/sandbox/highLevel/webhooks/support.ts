import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { DEMO } from '../support';
import type { Receiver } from './receiver';

export type Event = Record<string, unknown>;

/** What every event carries beside its own fields. */
export const envelope = {
	timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
	webhookId: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f-]{27}$/),
	appId: DEMO.app.id,
	versionId: DEMO.app.id,
};

/** The events that an action makes; two that come close together may change places. */
export async function eventsOf(
	sandbox: HighLevelSandbox,
	receiver: Receiver,
	action: () => unknown,
): Promise<Event[]> {
	await sandbox.webhooks.idle();
	receiver.clear();
	await action();
	await sandbox.webhooks.idle();
	return receiver.received.map(({ body }) => body as Event);
}
