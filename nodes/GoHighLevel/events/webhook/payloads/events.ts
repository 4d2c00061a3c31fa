import { families } from './families';
import { eventNameOf } from './eventNames';
import type { WebhookEvent } from './webhookEvent';

/** Stands for every event in the list of the editor. */
export const ALL_EVENTS = '*';

/** Every event of HighLevel's pages, sorted by the name that the editor shows. Source: official webhook pages. */
export const webhookEvents: readonly WebhookEvent[] = families
	.flatMap(({ events, ...shared }) =>
		Object.entries(events).map(([type, [name, meaning, exceptions]]): WebhookEvent => ({
			scopeIsAssumed: false,
			tells: [],
			event: eventNameOf(type),
			// Whatever is created is created once.
			isOnce: type.endsWith('Create'),
			...shared,
			...exceptions,
			type,
			name: `${shared.family} ${name}`,
			meaning,
		})),
	)
	.sort((a, b) => a.name.localeCompare(b.name, 'en'));

const byType = new Map(webhookEvents.map((event) => [event.type, event]));

/** The event of this name, or `undefined` for one that HighLevel has added since. */
export function webhookEvent(type: string): WebhookEvent | undefined {
	return byType.get(type);
}
