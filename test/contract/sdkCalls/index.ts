import type { SdkComparison } from './comparison';
import { business } from './business';
import { campaign } from './campaign';
import { contact } from './contact';
import { customApiCall } from './customApiCall';
import { location } from './location';
import { note } from './note';
import { tag } from './tag';
import { task } from './task';
import { user } from './user';
import { workflow } from './workflow';

/** Resource -> its operations beside the official SDK. */
export const comparisons: Record<string, SdkComparison> = {
	business,
	campaign,
	contact,
	customApiCall,
	location,
	note,
	tag,
	task,
	user,
	workflow,
};
