/** The app with this client id.
 * @throws Error when there is none */
export function registeredApp<App>(apps: ReadonlyMap<string, App>, clientId: string): App {
	const app = apps.get(clientId);
	if (!app) throw new Error(`The sandbox has no app ${clientId}`);
	return app;
}
