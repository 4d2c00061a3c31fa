import type { INodeProperties } from 'n8n-workflow';

/** A time; the calendar is kept in Arizona time, into which it is brought. */
export function moment(displayName: string, name: string, description: string): INodeProperties {
	return {
		displayName,
		name,
		type: 'dateTime',
		default: '',
		description: `${description}; without an offset, it is a time in the time zone of the workflow`,
	};
}
