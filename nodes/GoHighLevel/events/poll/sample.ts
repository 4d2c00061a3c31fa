import { Failure } from '../../../core/failure';
import type { HighLevelClient } from '../../api/client';
import type { EventItem, PollSettings } from './kind';
import { valuesOf } from './kind';
import { KINDS } from './kinds';

/** Some of the latest records of each event. Throws a `Failure` when there is none. */
export async function sampleOf(api: HighLevelClient, settings: PollSettings): Promise<EventItem[]> {
	const samples: EventItem[] = [];
	for (const event of settings.events) {
		const kind = KINDS.find((one) => valuesOf(one).includes(event));
		samples.push(...((await kind?.sample(api, settings, event)) ?? []));
	}
	if (samples.length > 0) return samples;
	throw new Failure(
		'HighLevel has no record yet that fits the chosen events and filters',
		'Make one in HighLevel to see what the trigger returns, or activate the workflow: it starts when one comes.',
	);
}
