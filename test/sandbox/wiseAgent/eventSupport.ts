import type { RegisteredEvent } from '../../../sandbox/wiseAgent';
import type { Receiver } from '../highLevel/webhooks/receiver';
import type { WiseAgentSandbox } from './support';
import { call } from './support';

/** Registers the receiver for each of the events. */
export async function registerAll(
	sandbox: WiseAgentSandbox,
	{ url }: Receiver,
	...events: RegisteredEvent[]
): Promise<void> {
	for (const EventType of events) await call(sandbox, 'POST', 'webhooks', { EventType, Url: url });
}

/** What arrives because of an action, as EventType and ids. */
export async function eventsOf(
	sandbox: WiseAgentSandbox,
	receiver: Receiver,
	action: () => unknown,
): Promise<Array<[string, number[]]>> {
	await sandbox.webhooks.idle();
	receiver.clear();
	await action();
	await sandbox.webhooks.idle();
	return receiver.received.map(({ body }) => [body.EventType, body.ResourceIds]);
}
