import type { EventLack } from '../../../core/polling/testStep';
import { lackingOf, noSamples } from '../../../core/polling/testStep';
import type { HighLevelClient } from '../../api/client';
import type { EventItem, PollSettings } from './kind';
import { valuesOf } from './kind';
import { KINDS } from './kinds';
import { lackOf } from './noSample';

/** Some of the latest records of each event. Throws a `Failure` when there is none. */
export async function sampleOf(api: HighLevelClient, settings: PollSettings): Promise<EventItem[]> {
	const samples: EventItem[] = [];
	for (const event of settings.events) {
		const kind = KINDS.find((one) => valuesOf(one).includes(event));
		samples.push(...((await kind?.sample(api, settings, event)) ?? []));
	}
	if (samples.length > 0) return samples;
	throw noSamples('HighLevel', lacking(settings, samples));
}

/** What each chosen event lacks that has no sample. */
export function lacking({ events }: PollSettings, samples: Array<{ event?: unknown }>): EventLack[] {
	return lackingOf(
		KINDS.flatMap((kind) => kind.events).filter(({ value }) => events.has(value)),
		samples,
		lackOf,
	);
}
