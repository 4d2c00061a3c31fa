import type { WhatsAbleClient } from '../client';
import { requestTo } from '../request';

/** Which product the key of the credential belongs to. */
export const checkKey = requestTo('GET', 'keyCheck', async (api: WhatsAbleClient) => await api.checkKey());
