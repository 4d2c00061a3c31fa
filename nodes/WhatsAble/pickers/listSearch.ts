import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { label } from '../../core/editor/labels';
import { matching } from '../../core/editor/lists';
import { listGroups, listWhatsAbleNumbers } from '../api/records/otherProducts';
import { scalarText } from '../api/responses/plain';
import { isApproved, listTemplates } from '../api/records/templates';
import { openForEditor } from './openForEditor';

/** The approved templates; WhatsAble answers all at once, and knows no search for them. */
export async function searchTemplates(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return await openForEditor(this, async (api) => {
		const templates = (await listTemplates(api)).filter(isApproved);
		// A name serves as well as an ID.
		const options = templates.map(({ template_id: id, name, language }) => ({
			name: label(name, scalarText(language), id),
			value: id || name,
		}));
		return { results: matching(options.filter(canBeChosen), filter) };
	});
}

/** The numbers that are verified in the WhatsAble account. */
export async function searchWhatsAbleNumbers(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return await openForEditor(this, async (api) => {
		const numbers = (await listWhatsAbleNumbers(api)).map(({ phone_number: phone }) => String(phone));
		const options = numbers.map((phone) => ({ name: phone, value: phone }));
		return { results: matching(options.filter(canBeChosen), filter) };
	});
}

/** The WhatsApp groups of the WhatsAble account. */
export async function searchGroups(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return await openForEditor(this, async (api) => {
		const groups = await listGroups(api);
		const options = groups.map(({ label_name: name, value_for: id }) => ({ name: name || id, value: id }));
		return { results: matching(options.filter(canBeChosen), filter) };
	});
}

/** An entry of which WhatsAble gives neither an ID nor a name stands for nothing. */
function canBeChosen({ value }: { value: string }): boolean {
	return value !== '';
}
