import type { IDataObject } from 'n8n-workflow';

import { shownSamples } from '../../../core/polling/testStep';
import type { HighLevelClient } from '../../api/client';
import type { EventItem, PollSettings } from './kind';
import { valuesOf } from './kind';
import { KINDS } from './kinds';

/** Some of the latest records of each event, and which events have none. Throws a `Failure` when there is none at all. */
export async function sampleOf(api: HighLevelClient, settings: PollSettings): Promise<IDataObject[]> {
	const samples: EventItem[] = [];
	for (const event of settings.events) {
		const kind = KINDS.find((one) => valuesOf(one).includes(event));
		samples.push(...((await kind?.sample(api, settings, event)) ?? []));
	}
	const chosen = KINDS.flatMap(({ events }) => events).filter(({ value }) => settings.events.has(value));
	return shownSamples('HighLevel', chosen, samples);
}
