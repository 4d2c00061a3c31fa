import type { SdkComparison } from './comparison';
import { contact } from './contact';
import { customApiCall } from './customApiCall';
import { customField } from './customField';
import { customValue } from './customValue';
import { note } from './note';
import { task } from './task';

/** Resource -> its operations beside the official SDK. */
export const comparisons: Record<string, SdkComparison> = {
	contact,
	customApiCall,
	customField,
	customValue,
	note,
	task,
};
