import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import { runPoll } from '../../../core/polling/poll';
import { openForPoll } from '../../api/connector';
import { LocationPoll } from './locationPoll';
import { sampleOf } from './sample';
import { settingsOf } from './settings';

/** One poll; in a test run from the editor, a sample instead, which changes nothing that is remembered. */
export async function pollHighLevel(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	if (context.getMode() === 'manual') {
		const settings = settingsOf(context);
		const sample = await sampleOf(await openForPoll(context, settings.timeoutMs), settings);
		return [sample.map((json) => ({ json }))];
	}
	return await runPoll(context, async (poll) => {
		const settings = settingsOf(context);
		const api = await openForPoll(context, settings.timeoutMs);
		return await new LocationPoll(api, poll, poll.begin(api.locationId), settings).find();
	});
}
