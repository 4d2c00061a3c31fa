export { searchContacts } from './contacts';
export { searchLocations } from './locations';
export { searchNotes, searchTasks } from './ofContact';
export {
	searchBusinesses,
	searchCampaigns,
	searchCustomFields,
	searchCustomValues,
	searchWorkflows,
} from './ofLocation';
export { searchUsers } from './users';
