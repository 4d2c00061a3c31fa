import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import type { Found } from '../../../core/polling/poll';
import { runPoll } from '../../../core/polling/poll';
import { withLacks } from '../../../core/polling/testStep';
import { ScanBudget } from '../../../core/polling/scanBudget';
import { openForPoll } from '../../api/connector';
import { envelopedItem } from './envelope';
import type { PollRun } from './kind';
import { isChosen, valuesOf } from './kind';
import { KINDS } from './kinds';
import { lacking, sampleOf } from './sample';
import { settingsOf } from './settings';

/** One poll; in a test run from the editor, a sample instead, which changes nothing that is remembered. */
export async function pollHighLevel(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	if (context.getMode() === 'manual') {
		const settings = settingsOf(context);
		const api = await openForPoll(context, settings.timeoutMs);
		const sample = await sampleOf(api, settings);
		const items = sample.map((one) => envelopedItem(one, api.locationId));
		return [withLacks('HighLevel', items, lacking(settings, sample)).map((json) => ({ json }))];
	}
	return await runPoll(context, async (poll) => {
		const settings = settingsOf(context);
		const api = await openForPoll(context, settings.timeoutMs);
		const budget = new ScanBudget(settings.maxRequests, () => poll.isLate);
		return await find({ api, poll, state: poll.begin(api.locationId), budget, settings });
	});
}

/** What has happened since the last poll, of each kind in its own way. */
async function find(run: PollRun): Promise<Found> {
	const items: IDataObject[] = [];
	let hasMore = false;
	for (const kind of KINDS.filter((one) => isChosen(run.settings, valuesOf(one)))) {
		const found = await kind.find(run);
		for (const item of found.items) items.push(envelopedItem(item, run.api.locationId));
		hasMore ||= found.hasMore;
	}
	return { items, hasMore };
}
