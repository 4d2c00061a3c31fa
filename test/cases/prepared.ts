import type { IDataObject } from 'n8n-workflow';

import { byId } from '../support/highLevel';

/** A record that the `prepare` of an example made, as a resource locator's value. */
export function prepared(name: string): IDataObject {
	return byId(preparedText(name));
}

/** A text that the `prepare` of an example made. */
export function preparedText(name: string): string {
	return `={{ $json.${name} }}`;
}
