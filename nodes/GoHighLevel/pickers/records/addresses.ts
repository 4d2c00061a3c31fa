import type { Address } from '../../../core/editor/locator';

/** The address of a record's page in HighLevel, by the part that comes before the record's id. */
export function addressOf(record: string, before: string, id: string): Address {
	const path = before === 'location' ? '' : `/${before}/…`;
	return {
		pattern: `https?://[^/]+/.*${before}/(${id})`,
		example: `https://app.gohighlevel.com/v2/location/…${path}`,
		errorMessage: `This is not the address of a ${record} in HighLevel`,
	};
}
