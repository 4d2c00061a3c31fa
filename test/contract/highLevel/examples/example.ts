import type { IDataObject } from 'n8n-workflow';

import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId } from '../../../support/highLevel';

/** What an example can make before it runs. */
export type PreparedName =
	| 'appointmentId'
	| 'businessId'
	| 'contactId'
	| 'customFieldId'
	| 'customValueId'
	| 'noteId'
	| 'recurringTaskId'
	| 'tagId'
	| 'taskId';

/** How an operation is run with as many of its fields as make sense together. */
export interface Example {
	/** Makes what the operation needs, and names its ids for `parameters`. */
	prepare?: (sandbox: HighLevelSandbox) => Partial<Record<PreparedName, string>>;
	parameters: IDataObject;
	/** Parameters, in place of those above, by which the operation calls other endpoints. */
	variants?: IDataObject[];
}

/** Operation -> example. */
export type ResourceExamples = Record<string, Example>;

/** A record that `prepare` made, as a resource locator's value. */
export function prepared(name: PreparedName): IDataObject {
	return byId(`={{ $json.${name} }}`);
}
