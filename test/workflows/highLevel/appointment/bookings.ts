import type { IDataObject } from 'n8n-workflow';

import type { AppointmentRecord, HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, DEMO } from '../../../support/highLevel';

/** The zone of the demo location, in which its calendars are open on weekdays from nine to five. */
export const NEW_YORK = 'America/New_York';

/** A Monday in winter, so far ahead that it is still to come. */
export const MONDAY = '2099-03-02';

/** Parameters of a viewing on that Monday at ten, for the contact whose id the item has. */
export const VIEWING: IDataObject = {
	calendarId: byId(DEMO.calendars.viewings),
	contactId: byId('={{ $json.contactId }}'),
	startTime: `${MONDAY}T10:00:00-05:00`,
};

/** All appointments, in the order in which they were stored. */
export function stored(sandbox: HighLevelSandbox): Array<Readonly<AppointmentRecord>> {
	return [...sandbox.state.appointments.values()];
}
