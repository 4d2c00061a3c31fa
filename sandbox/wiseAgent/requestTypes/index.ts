import type { RequestType } from '../requestType';
import { callTypes } from './calls';
import { categoryTypes } from './categories';
import { contactTypes } from './contacts';
import { customDataTypes } from './customData';
import { marketingTypes } from './marketing';
import { noteTypes } from './notes';
import { plannerTypes } from './planner';
import { profileTypes } from './profile';
import { propertyTypes } from './properties';
import { searchCriteriaTypes } from './searchCriteria';
import { taskTypes } from './tasks';
import { vendorTypes } from './vendors';
import { webhookTypes } from './webhooks';

/** Every operation of the API. Where several have a name and a verb, the first one that is served counts. */
export const REQUEST_TYPES: readonly RequestType[] = [
	...contactTypes,
	...customDataTypes,
	...categoryTypes,
	...noteTypes,
	...taskTypes,
	...callTypes,
	...profileTypes,
	...webhookTypes,
	...vendorTypes,
	...marketingTypes,
	...plannerTypes,
	...propertyTypes,
	...searchCriteriaTypes,
];
