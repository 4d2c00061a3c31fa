import type { IDataObject } from 'n8n-workflow';

import { making } from '../../../core/operation/request';
import type { HighLevelClient } from '../client';
import { kindOf } from './kit';

/** A custom value as HighLevel answers it. */
export interface CustomValue extends IDataObject {
	id: string;
	name: string;
	/** What templates insert it by: `{{ custom_values.office_hours }}`. */
	fieldKey?: string;
	value?: string;
	locationId?: string;
}

/** The writable fields of a custom value, under the API's own names. */
export interface CustomValueFields {
	name?: string;
	value?: string;
}

const customValue = kindOf<CustomValue, 'customValueId'>({
	path: '/locations/{locationId}/customValues',
	id: 'customValueId',
	one: 'customValue',
	many: 'customValues',
	read: 'locations/customValues.readonly',
	write: 'locations/customValues.write',
});

const [list, get] = [customValue.list(), customValue.get()];

const write = customValue.change<CustomValueFields>(get);

export const customValues = {
	list,
	get,
	/** HighLevel does not say when one was added, so the values are read before. */
	create: customValue.create<Required<CustomValueFields>>({
		list,
		isSame: ({ name, value }, sent) => name === sent.name && value === sent.value,
	}),
	/** Writes the given fields; HighLevel wants both each time, so one that is not given is read before. */
	change: making(
		write,
		[get],
		async (api: HighLevelClient, given: CustomValueFields & { customValueId: string }) => {
			const { customValueId } = given;
			return await api.alone(customValueId, async () => {
				const { name, value } = isComplete(given)
					? given
					: { ...(await get(api, { customValueId })), ...given };
				return await write(api, { customValueId, name, value: value ?? '' });
			});
		},
	),
	delete: customValue.delete(get),
};

function isComplete({ name, value }: CustomValueFields): boolean {
	return name !== undefined && value !== undefined;
}
