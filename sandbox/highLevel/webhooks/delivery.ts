import type { WebhookDelivery as Delivery } from '../../shared/webhooks/sender';

/** A delivery of an app's event. */
export interface WebhookDelivery extends Delivery {
	locationId?: string;
}
