import type { InvalidValues } from './invalidValues';

export const customApiCall: InvalidValues = {
	request: [{ bodyJson: '{ "locationId": ' }, '"Body (JSON)" is not JSON', 'bodyJson'],
};
