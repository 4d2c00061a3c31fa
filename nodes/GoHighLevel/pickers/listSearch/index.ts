export { searchAppointmentNotes } from './ofAppointment';
export { searchContacts } from './contacts';
export { searchLocations } from './locations';
export { searchNotes, searchTasks } from './ofContact';
export {
	searchBusinesses,
	searchCalendars,
	searchCampaigns,
	searchCustomFields,
	searchCustomValues,
	searchTags,
	searchWorkflows,
} from './ofLocation';
export { searchUsers } from './users';
