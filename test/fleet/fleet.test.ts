import { fleetMissing, fleetSuite } from './fleet-suite.js';

fleetSuite(fleetMissing, () => ({}));
