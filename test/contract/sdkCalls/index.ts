import type { SdkComparison } from './comparison';
import { business } from './business';
import { contact } from './contact';
import { customApiCall } from './customApiCall';
import { note } from './note';
import { tag } from './tag';
import { task } from './task';
import { user } from './user';

/** Resource -> its operations beside the official SDK. */
export const comparisons: Record<string, SdkComparison> = {
	business,
	contact,
	customApiCall,
	note,
	tag,
	task,
	user,
};
