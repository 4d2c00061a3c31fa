export { searchAppointmentNotes } from './ofAppointment';
export { searchContacts } from './contacts';
export { searchLocations } from './locations';
export { searchNotes, searchTasks } from './ofContact';
export { searchBusinesses, searchCalendars, searchCampaigns, searchWorkflows } from './ofLocation';
export { searchUsers } from './users';
