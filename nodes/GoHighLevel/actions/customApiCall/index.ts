import { request } from './request.operation';

export const name = 'Custom API Call';

/** n8n puts an entry of this name at the end of the list, which leads away from this node, unless there is one. */
export const isLast = true;

export const operations = { request };
